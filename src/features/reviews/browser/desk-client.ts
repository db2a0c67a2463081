/**
 * Opens a receipt, signs what its holder says, and shows what the site answers, in place: what was typed stays until the
 * answer is there, and nothing of it is written down anywhere on this machine.
 */
import { DIMENSIONS, type Attendance, type Finish, type Outcome, type Rating, type Ratings, type ReviewContent, type ReviewLanguage } from '../content.ts';
import { decodeReceipt, type Receipt } from '../rv1/format.ts';
import type { Statement } from '../statement.ts';
import { takeFragment } from './fragment.ts';
import { CannotSign, signStatement } from './review-key.ts';

type Fault = 'receipt' | 'network' | 'browser' | 'failed';

/** In a file, in a link, or alone. */
const RECEIPT = /rv1\.[\w-]+\.[\w-]+/;

export function findReceipt(text: string): Receipt | null {
  const [found] = RECEIPT.exec(text) ?? [];
  return found === undefined ? null : decodeReceipt(found);
}

const textOf = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
};

function ratingsOf(form: FormData): Ratings {
  return Object.fromEntries(DIMENSIONS.map((each) => [each, Number(textOf(form, `ratings.${each}`)) || null])) as Record<string, Rating | null> as Ratings;
}

/** What is not filled in goes as it is: the site says what is missing. */
function contentOf(form: FormData, language: string): ReviewContent {
  const text = textOf(form, 'text').replaceAll('\r\n', '\n');
  return {
    ratings: ratingsOf(form), attendance: textOf(form, 'attendance') as Attendance, finished: textOf(form, 'finished') as Finish, outcome: textOf(form, 'outcome') as Outcome,
    text: text === '' ? null : text, language: language as ReviewLanguage,
  };
}

/** @param act as the form is marked with; null: not one of ours */
export function statementOf(act: string, key: string, form: FormData, language: string): Statement | null {
  switch (act) {
    case 'write':
      return { act, key, content: contentOf(form, language) };
    case 'edit':
      return { act, key, revision: Number(textOf(form, 'revision')), content: contentOf(form, language) };
    case 'withdraw':
      return { act, key };
    case 'appeal':
      return { act, key, decision: textOf(form, 'decision'), words: textOf(form, 'words') };
    default:
      return null;
  }
}

const show = (element: Element | null, shown: boolean) => element?.toggleAttribute('hidden', !shown);

class Desk {
  readonly #panel: HTMLElement;
  readonly #answer: HTMLElement;
  #receipt: Receipt | null = null;

  constructor(panel: HTMLElement, answer: HTMLElement) {
    [this.#panel, this.#answer] = [panel, answer];
  }

  start(): void {
    show(this.#panel, true);
    const form = this.#panel.querySelector('form');
    form?.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#open(new FormData(form));
    });
    this.#answer.addEventListener('submit', (event) => void this.#submit(event));
    const fragment = takeFragment();
    if (RECEIPT.test(fragment)) void this.#use(findReceipt(fragment));
  }

  #fault(fault: Fault | null): void {
    const where = this.#receipt === null || this.#answer.childElementCount === 0 ? this.#panel : this.#answer;
    for (const each of document.querySelectorAll('[data-fault]')) show(each, false);
    if (fault === null) return;
    const shown = (where === this.#panel ? this.#panel : document).querySelector<HTMLElement>(`[data-fault="${fault}"]`);
    show(shown, true);
    shown?.focus();
  }

  async #open(form: FormData): Promise<void> {
    const file = form.get('file');
    const text = file instanceof File && file.size > 0 ? await file.slice(0, 20_000).text() : textOf(form, 'link');
    await this.#use(findReceipt(text));
  }

  async #use(receipt: Receipt | null): Promise<void> {
    if (!receipt) return this.#fault('receipt');
    this.#receipt = receipt;
    await this.#say({ act: 'read', key: receipt.token.keyId });
  }

  async #submit(event: SubmitEvent): Promise<void> {
    const form = event.target;
    const act = form instanceof HTMLFormElement ? form.dataset['act'] : undefined;
    if (!(form instanceof HTMLFormElement) || act === undefined || !this.#receipt) return;
    event.preventDefault();
    const said = statementOf(act, this.#receipt.token.keyId, new FormData(form), document.documentElement.lang);
    const button = form.querySelector('button');
    if (!said || button?.disabled) return;
    if (button) button.disabled = true;
    await this.#say(said);
    if (button) button.disabled = false;
  }

  async #say(said: Statement): Promise<void> {
    this.#fault(null);
    show(document.querySelector('[data-working]'), true);
    try {
      if (!this.#receipt) return;
      const signed = await signStatement(this.#receipt, said);
      const response = await fetch(location.pathname, { method: 'POST', body: new URLSearchParams({ ...signed }), credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store' });
      this.#take(await response.text());
    } catch (error) {
      this.#fault(error instanceof CannotSign ? 'browser' : 'network');
    } finally {
      show(document.querySelector('[data-working]'), false);
    }
  }

  #take(html: string): void {
    const answer = new DOMParser().parseFromString(html, 'text/html').querySelector('[data-answer]');
    if (!answer || answer.childElementCount === 0) return this.#fault('failed');
    this.#answer.replaceChildren(...answer.childNodes);
    // With a receipt that is not valid here one may try another.
    show(this.#panel, this.#answer.querySelector('[data-known]') === null);
    document.dispatchEvent(new CustomEvent('vv:answer'));
    const first = this.#answer.querySelector<HTMLElement>('[role="alert"], [role="status"], h2');
    first?.setAttribute('tabindex', '-1');
    first?.focus();
  }
}

export function startDesk(): void {
  const [panel, answer] = [document.querySelector<HTMLElement>('[data-open]'), document.querySelector<HTMLElement>('[data-answer]')];
  if (panel && answer) new Desk(panel, answer).start();
}
