/** The button of the page /decisions/verify: all is worked out in the browser, and nothing is sent anywhere. */
import { readBundle, verifyBundle, type Finding } from '#platform/public-log/verify.ts';

type State = 'good' | 'bad' | 'unable';

const stateOf = (holds: boolean | null): State => (holds === null ? 'unable' : holds ? 'good' : 'bad');

/** Canonical JSON so that people can read it. */
function readable(document: string): string {
  try {
    return JSON.stringify(JSON.parse(document), null, 2);
  } catch {
    return document;
  }
}

class VerifyEntry extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    if (!button) return;
    button.disabled = false;
    button.addEventListener('click', () => void this.#check());
  }

  #valueOf(name: string): string {
    return this.querySelector<HTMLTextAreaElement | HTMLInputElement>(`[name="${name}"]`)?.value ?? '';
  }

  /** Shows one word of each group, and hides the rest. */
  #say(group: string, state: string | null): void {
    for (const each of this.querySelectorAll<HTMLElement>(`[data-says="${group}"]`)) each.hidden = each.dataset['state'] !== state;
  }

  async #check(): Promise<void> {
    for (const group of ['document', 'included', 'signature']) this.#say(group, null);
    const result = this.querySelector<HTMLElement>('[data-result]');
    if (result) result.hidden = false;
    // Browsers hide the functions where others could change the page on its way.
    if (!('subtle' in crypto)) return this.#say('all', 'insecure');
    const bundle = readBundle(this.#valueOf('bundle').trim());
    const found = bundle && (await verifyBundle(bundle, this.#valueOf('key')));
    if (!bundle || !found) return this.#say('all', 'unreadable');
    this.#tell(found, bundle.document);
  }

  #tell(found: Finding, document: string | null): void {
    const states = { document: stateOf(found.document), included: stateOf(found.included), signature: found.signature };
    for (const [group, state] of Object.entries(states)) this.#say(group, state);
    const all = Object.values(states);
    this.#say('all', all.includes('bad') ? 'bad' : all.includes('unable') ? 'partly' : 'good');
    const text = this.querySelector<HTMLElement>('[data-text]');
    if (text) text.textContent = document === null ? '' : readable(document);
  }
}

customElements.define('vv-verify-entry', VerifyEntry);
