/** The page that a letter leads to: collects the receipt, and hands it over in three ways. It stays in this page's memory alone. */
import { toString as toQrCode } from 'qrcode';
import { decodeInvitation, encodeReceipt, type Invitation } from '../rv1/format.ts';
import { collect, CollectError, type CollectFault } from './collect.ts';
import { takeFragment } from './fragment.ts';

const find = (selector: string): HTMLElement | null => document.querySelector<HTMLElement>(selector);
const show = (selector: string, shown: boolean) => void document.querySelectorAll(selector).forEach((each) => each.toggleAttribute('hidden', !shown));

function fault(fault: CollectFault | 'no-link'): void {
  show('[data-fault]', false);
  show(`[data-fault="${fault}"]`, true);
  find(`[data-fault="${fault}"]`)?.focus();
}

async function drawCode(link: string): Promise<void> {
  const place = find('[data-qr]');
  if (!place) return;
  const svg = await toQrCode(link, { type: 'svg', errorCorrectionLevel: 'L', margin: 2 });
  const drawn = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  drawn.setAttribute('role', 'img');
  drawn.setAttribute('aria-label', place.dataset['qr'] ?? '');
  place.replaceChildren(document.importNode(drawn, true));
}

/** A plain text file: whoever opens it finds the link and what it is. */
function offerFile(link: string): void {
  const anchor = find('[data-file]');
  if (!(anchor instanceof HTMLAnchorElement)) return;
  const text = (anchor.dataset['text'] ?? '{link}').replace('{link}', link);
  anchor.href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
}

function offerLink(link: string): void {
  const [field, button] = [find('[data-link]'), find('[data-copy]')];
  if (field instanceof HTMLTextAreaElement) field.value = link;
  button?.addEventListener('click', () => {
    void navigator.clipboard.writeText(link).then(() => {
      button.textContent = button.dataset['copied'] ?? '';
    });
  });
}

/** Somebody has saved, copied or printed it. */
let kept = false;

async function handOver(link: string, about: string, opens: string | null): Promise<void> {
  for (const place of document.querySelectorAll('[data-about]')) place.textContent = about;
  const when = find('[data-opens]');
  if (when && opens !== null) when.textContent = (when.dataset['opens'] ?? '').replace('{day}', opens);
  offerFile(link);
  offerLink(link);
  find('[data-print]')?.addEventListener('click', () => print());
  await drawCode(link);
  show('[data-collect]', false);
  show('[data-receipt]', true);
  find('[data-receipt] h1')?.focus();
  window.addEventListener('beforeunload', (event) => {
    if (!kept) event.preventDefault();
  });
}

async function run(invitation: Invitation, { issuer = '', keyPath = '', writePath = '' }: DOMStringMap): Promise<void> {
  const button = find('[data-start]');
  if (button instanceof HTMLButtonElement) button.disabled = true;
  show('[data-fault]', false);
  show('[data-working]', true);
  try {
    const { receipt, pool } = await collect(invitation, {
      issuerOrigin: issuer, keyPath,
      onStep(step) {
        show('[data-step]', false);
        show(`[data-step="${step}"]`, true);
      },
    });
    await handOver(`${location.origin}${writePath}#${encodeReceipt(receipt)}`, pool.about, pool.opens);
  } catch (error) {
    fault(error instanceof CollectError ? error.fault : 'network');
  } finally {
    show('[data-working]', false);
    if (button instanceof HTMLButtonElement) button.disabled = false;
  }
}

export function startInvitation(): void {
  const page = find('[data-collect]');
  if (!page) return;
  const invitation = decodeInvitation(takeFragment());
  if (!invitation) return fault('no-link');
  show('[data-start]', true);
  find('[data-start]')?.addEventListener('click', () => void run(invitation, page.dataset));
  for (const each of document.querySelectorAll('[data-file], [data-copy], [data-print]')) each.addEventListener('click', () => (kept = true));
}
