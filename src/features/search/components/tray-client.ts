/**
 * Remembers the list in this browser, so that it survives a link that does not carry it, and changes it in place.
 * What it does to the page is what the server would have sent for the same picks.
 */
interface Item {
  slug: string;
  name: string;
}

const KEY = 'vejviser.list';
/** Pages whose address carries the list. Links to /compare may have picks of their own: only the bar's are touched. */
const CARRIES = /^(\/(en|sv|nl|fi))?\/(providers|map)(\/|$)/;

/** Null: never kept here, or the browser keeps nothing. */
function kept(): Item[] | null {
  try {
    const list: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    return Array.isArray(list) ? list.filter((each) => typeof each?.slug === 'string' && typeof each?.name === 'string') : null;
  } catch {
    return null;
  }
}

function keep(items: Item[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(items));
  } catch {
    // Private windows may refuse: the address still carries the list.
  }
}

function addressWith(href: string, items: Item[]): string {
  const url = new URL(href, location.href);
  url.searchParams.delete('p');
  for (const { slug } of items) url.searchParams.append('p', slug);
  return url.pathname + url.search + url.hash;
}

class Tray extends HTMLElement {
  #items: Item[] = [];

  connectedCallback(): void {
    const sent = [...this.querySelectorAll<HTMLElement>('[data-items] [data-pick]')].map(itemOf);
    this.#items = kept() ?? sent;
    if (this.#items.map((each) => each.slug).join() !== sent.map((each) => each.slug).join()) this.#show();
    document.addEventListener('click', (event) => this.#clicked(event));
    const again = () => {
      this.#items = kept() ?? this.#items;
      this.#show();
    };
    addEventListener('storage', (event) => event.key === KEY && again());
    addEventListener('pageshow', (event) => event.persisted && again());
  }

  #clicked(event: MouseEvent): void {
    const link = (event.target as Element).closest<HTMLElement>('[data-pick],[data-clear]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const item = itemOf(link);
    const without = this.#items.filter((each) => each.slug !== item.slug);
    if (link.matches('[data-clear]')) this.#items = [];
    else if (without.length < this.#items.length) this.#items = without;
    else if (without.length < Number(this.dataset['max'])) this.#items = [...without, item];
    keep(this.#items);
    // The link that was pressed in the bar is gone now; the keyboard's place must not be lost with it.
    const inBar = this.contains(link);
    this.#show();
    if (inBar) (this.#items.length > 0 ? this.querySelector('summary') : document.getElementById('content'))?.focus();
    this.#one('[data-status]').textContent = `${item.name} ${this.#one('summary').textContent} ${this.#one('[data-hint]').textContent}`.trim();
  }

  #one(selector: string): HTMLElement {
    return this.querySelector(selector) as HTMLElement;
  }

  #show(): void {
    const items = this.#items;
    const { compareMin, compareMax, max, hintOne, hintMany, hintFull } = this.dataset;
    const count = items.length;
    this.#one('section').hidden = count === 0;
    this.#one('[data-count]').textContent = String(count);
    const hint = this.#one('[data-hint]');
    hint.textContent = (count < Number(compareMin) ? hintOne : count >= Number(max) ? hintFull : count > Number(compareMax) ? hintMany : '') ?? '';
    hint.hidden = hint.textContent === '';
    this.#one('[data-compare]').hidden = count < Number(compareMin);
    this.#one('[data-items]').replaceChildren(...items.map((each) => this.#line(each)));
    for (const link of this.querySelectorAll<HTMLAnchorElement>('[data-compare],[data-choice]')) link.href = addressWith(link.href, items);
    for (const link of document.links) if (link.origin === location.origin && CARRIES.test(link.pathname)) link.href = addressWith(link.href, items);
    for (const link of document.querySelectorAll<HTMLElement>('.pick')) link.toggleAttribute('data-picked', items.some((each) => each.slug === link.dataset['pick']));
    for (const form of document.forms) if (CARRIES.test(new URL(form.action).pathname)) this.#fill(form);
    history.replaceState(history.state, '', addressWith(location.href, items));
  }

  #line({ slug, name }: Item): Node {
    const line = (this.querySelector('template') as HTMLTemplateElement).content.cloneNode(true) as DocumentFragment;
    const [profile, remove] = line.querySelectorAll('a');
    if (!profile || !remove) return line;
    profile.href = profile.href.replace('SLUG', slug);
    profile.textContent = name;
    Object.assign(remove.dataset, { pick: slug, name });
    (remove.lastElementChild as HTMLElement).textContent = `: ${name}`;
    return line;
  }

  #fill(form: HTMLFormElement): void {
    for (const input of form.querySelectorAll('input[name=p]')) input.remove();
    for (const { slug } of this.#items) {
      const input = Object.assign(document.createElement('input'), { type: 'hidden', name: 'p', value: slug });
      form.append(input);
    }
  }
}

function itemOf({ dataset }: HTMLElement): Item {
  return { slug: dataset['pick'] ?? '', name: dataset['name'] ?? '' };
}

customElements.define('vv-tray', Tray);
