/** The list under a Suggest field: arrows, Enter, Escape, pointer. Nothing happens to the page unless one is chosen. */
interface Suggestion {
  text: string;
  note?: string;
  href?: string;
  set?: { name: string; value: string };
}

const PAUSE_MS = 150;
const SHORTEST = 2;

/** Nothing is left to complete. */
const isAll = (found: Suggestion[], typed: string) => found.length === 1 && !found[0]?.set && !found[0]?.href && found[0]?.text === typed;

class Suggest extends HTMLElement {
  #input!: HTMLInputElement;
  #list!: HTMLUListElement;
  #found: Suggestion[] = [];
  #active = -1;
  #timer = 0;
  #asked: AbortController | undefined;

  connectedCallback(): void {
    const input = this.querySelector('input');
    const list = this.querySelector('ul');
    if (!input || !list) return;
    [this.#input, this.#list] = [input, list];
    for (const [name, value] of Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id })) input.setAttribute(name, value);
    input.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => void this.#ask(), PAUSE_MS);
    });
    input.addEventListener('keydown', (event) => this.#key(event));
    input.addEventListener('blur', () => this.#close());
    list.addEventListener('mousedown', (event) => event.preventDefault());
    list.addEventListener('click', (event) => this.#choose([...list.children].indexOf((event.target as Element).closest('li') as Element)));
  }

  async #ask(): Promise<void> {
    this.#asked?.abort();
    const prefix = this.#input.value.trim();
    if (prefix.length < SHORTEST) return this.#close();
    const asked = (this.#asked = new AbortController());
    try {
      const answer = await fetch(`${this.dataset['source']}&prefix=${encodeURIComponent(prefix)}`, { signal: asked.signal });
      const { suggestions } = (await answer.json()) as { suggestions: Suggestion[] };
      if (document.activeElement === this.#input) this.#show(isAll(suggestions, prefix) ? [] : suggestions);
    } catch {
      // Offline or overtaken by the next letter: the plain field still works.
    }
  }

  #show(found: Suggestion[]): void {
    this.#found = found;
    this.#list.replaceChildren(
      ...found.map(({ text, note }, i) => {
        const line = Object.assign(document.createElement('li'), { id: `${this.#list.id}-${i}`, role: 'option', textContent: text });
        if (note) line.append(' ', Object.assign(document.createElement('small'), { textContent: note }));
        return line;
      }),
    );
    this.#mark(-1);
    this.#list.hidden = found.length === 0;
    this.#input.setAttribute('aria-expanded', String(found.length > 0));
    const status = this.querySelector('[role=status]');
    const words = (found.length === 1 ? this.dataset['one'] : this.dataset['other']) ?? '';
    if (status) status.textContent = found.length > 0 ? words.replace('#', String(found.length)) : '';
  }

  #close(): void {
    clearTimeout(this.#timer);
    this.#asked?.abort();
    this.#show([]);
  }

  #mark(index: number): void {
    this.#active = index;
    [...this.#list.children].forEach((line, i) => line.setAttribute('aria-selected', String(i === index)));
    const line = this.#list.children[index];
    line?.scrollIntoView({ block: 'nearest' });
    if (line) this.#input.setAttribute('aria-activedescendant', line.id);
    else this.#input.removeAttribute('aria-activedescendant');
  }

  #key(event: KeyboardEvent): void {
    const count = this.#found.length;
    if (count === 0) return;
    if (event.key === 'ArrowDown') this.#mark((this.#active + 1) % count);
    else if (event.key === 'ArrowUp') this.#mark((Math.max(this.#active, 0) + count - 1) % count);
    else if (event.key === 'Escape') this.#close();
    else if (event.key === 'Enter' && this.#active >= 0) this.#choose(this.#active);
    else return;
    event.preventDefault();
  }

  #choose(index: number): void {
    const chosen = this.#found[index];
    if (!chosen) return;
    const { form } = this.#input;
    if (chosen.href) return location.assign(chosen.href);
    this.#input.value = chosen.set ? '' : chosen.text;
    this.#close();
    if (chosen.set && form) form.append(Object.assign(document.createElement('input'), { type: 'hidden', ...chosen.set }));
    if (chosen.set || this.#input.type === 'search') form?.requestSubmit();
  }
}

customElements.define('vv-suggest', Suggest);
