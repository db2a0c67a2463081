/** The few pages of the issuer, as text. No script, one style, nothing from elsewhere. */
import { createHash } from 'node:crypto';
import type { pool } from '#db/issuer/schema.ts';
import { formatDay, formatMoment, formatNumber, messages, type Locale } from '#i18n/index.ts';
import type { Occasion } from './notice-days.ts';

type Pool = typeof pool.$inferSelect;

const STYLE = `:root{color-scheme:light dark}body{font:1.125rem/1.5 system-ui,sans-serif;max-width:46rem;margin:0 auto;padding:1rem;overflow-wrap:anywhere}
h1,h2{line-height:1.25;hyphens:auto}h1{font-size:1.6em}table{border-collapse:collapse;width:100%}th,td{text-align:start;padding:.4rem .6rem .4rem 0;border-bottom:1px solid;vertical-align:top}
button,input{font:inherit;padding:.6rem 1rem;min-height:2.75rem;max-width:100%;box-sizing:border-box;white-space:normal}input{width:100%}
.told{border-inline-start:.3rem solid;padding:.5rem 1rem}.wide{overflow-x:auto}`;
export const STAFF_CSP = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

const escape = (text: string): string => text.replace(/[&<>"']/g, (each) => `&#${each.charCodeAt(0)};`);

/** @param body HTML, its texts already escaped */
export function page(locale: Locale, title: string, body: string): string {
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${escape(title)}</title><style>${STYLE}</style></head><body><main><h1>${escape(title)}</h1>${body}</main></body></html>`;
}

const stateOf = ({ closedOn, expiredOn, announced }: Pool): 'registering' | 'open' | 'closed' | 'expired' =>
  expiredOn !== null ? 'expired' : closedOn !== null ? 'closed' : announced === 0 ? 'registering' : 'open';

const nameOf = ({ facts }: Pool): string => `${facts['provider'] ?? ''}, ${facts['programme'] ?? ''}`;
const periodOf = (locale: Locale, { facts }: Pool): string => `${formatDay(locale, facts['from'] ?? '')} – ${formatDay(locale, facts['to'] ?? '')}`;

export function poolList(locale: Locale, pools: readonly Pool[]): string {
  const { staff: t } = messages(locale).pools;
  const rows = pools.map((each) => `<tr><th scope="row"><a href="/staff/pools/${escape(each.id)}">${escape(nameOf(each))}</a></th><td>${escape(periodOf(locale, each))}</td><td>${escape(formatNumber(locale, each.announced))}</td><td>${escape(t.states[stateOf(each)])}</td></tr>`);
  const table = `<div class="wide" role="region" tabindex="0" aria-label="${escape(t.title)}"><table><thead><tr>${t.listHeads.map((head) => `<th scope="col">${escape(head)}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
  return page(locale, t.title, `<p>${escape(t.lead)}</p>${pools.length === 0 ? `<p>${escape(t.none)}</p>` : table}`);
}

const button = (id: string, act: string, label: string, hidden = ''): string => `<form method="post" action="/staff/pools/${escape(id)}/${act}">${hidden}<button>${escape(label)}</button></form>`;

export interface PoolView {
  due: Record<Occasion, number>;
  lists: readonly { listedOn: string; rows: number }[];
  told: string | null;
}

/** What is due, what was made, and the one form. How many have collected is told by nobody before the pool closes. */
export function poolPage(locale: Locale, found: Pool, { due, lists, told }: PoolView): string {
  const { staff: t } = messages(locale).pools;
  const sum = due.first + due.second + due.reminder;
  const until = found.issueUntil === null ? '' : `<p>${escape(t.until(formatMoment(locale, found.issueUntil)))}</p>`;
  const waiting = `<ul>${(['first', 'second', 'reminder'] as const).map((each) => `<li>${escape(t.due[each](formatNumber(locale, due[each])))}</li>`).join('')}</ul>${sum > 0 ? button(found.id, 'list', t.makeList(formatNumber(locale, sum))) : `<p>${escape(t.nothingDue)}</p>`}`;
  const made = lists.map(({ listedOn, rows }) => `<li>${escape(t.madeList(formatDay(locale, listedOn), formatNumber(locale, rows)))}${button(found.id, 'again', t.again, `<input type="hidden" name="day" value="${escape(listedOn)}">`)}</li>`);
  const code = `<h2>${escape(t.codeTitle)}</h2><p>${escape(t.codeLead)}</p><form method="post" action="/staff/pools/${escape(found.id)}/code"><p><label for="stay">${escape(t.stay)}</label><input id="stay" name="stay" required autocomplete="off" spellcheck="false"></p><button>${escape(t.spend)}</button></form>`;
  return page(
    locale,
    nameOf(found),
    `<p><a href="/staff">${escape(t.back)}</a></p>${told === null ? '' : `<p class="told" role="status">${escape(told)}</p>`}<p>${escape(t.facts(periodOf(locale, found), formatNumber(locale, found.announced)))}</p>${until}
<h2>${escape(t.listsTitle)}</h2><p>${escape(t.listsLead)}</p>${waiting}${made.length === 0 ? '' : `<ul>${made.join('')}</ul>`}${stateOf(found) === 'open' ? code : ''}`,
  );
}
