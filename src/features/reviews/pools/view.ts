/** Pools in words. Pure. */
import { formatDay, formatMoment, formatNumber, formatPercent, messages, type Locale } from '#i18n/index.ts';
import { INVITED_SHARE, invitedTooFew, ratingsOnly, staysStanding } from './model.ts';
import type { Pool, ProgrammeChoice } from './queries.ts';

export const titleOf = (locale: Locale, title: Record<string, string>, code: string): string => title[locale] ?? title['da'] ?? Object.values(title)[0] ?? code;
export const programmeOf = (locale: Locale, { programme, programmeCode }: Pick<Pool, 'programme' | 'programmeCode'>): string => titleOf(locale, programme, programmeCode);
export const programmeChoices = (locale: Locale, programmes: readonly ProgrammeChoice[]): { value: string; text: string }[] => programmes.map(({ code, title }) => ({ value: code, text: titleOf(locale, title, code) }));

export const periodOf = (locale: Locale, { fromDay, toDay }: Pick<Pool, 'fromDay' | 'toDay'>): string => messages(locale).pools.period(formatDay(locale, fromDay), formatDay(locale, toDay));
export const periodChoices = (locale: Locale, periods: readonly { from: string; to: string }[]): { value: string; text: string }[] =>
  periods.map(({ from, to }) => ({ value: `${from}/${to}`, text: `${formatDay(locale, from)} – ${formatDay(locale, to)}` }));

/** What comes next, with its time where one is known. */
export function nextOf(locale: Locale, pool: Pool): string {
  const { next } = messages(locale).pools;
  const moment = (at: Date | null) => (at === null ? '' : formatMoment(locale, at));
  switch (pool.state) {
    case 'announced':
      return next.announced(moment(pool.issueFrom));
    case 'issuing':
      return next.issuing(moment(pool.issueUntil));
    case 'closed':
      return next.closed(moment(pool.redeemFrom));
    case 'redeeming':
      return next.redeeming(moment(pool.redeemUntil));
    default:
      return next[pool.state];
  }
}

export function standingOf(locale: Locale, pool: Pool, at: Date): string {
  const { standing } = messages(locale).pools;
  const found = staysStanding(pool, at);
  if (found === null) return standing.none;
  return found === 'disputed' ? standing.disputed(formatNumber(locale, pool.staysDisputed ?? 0)) : standing[found];
}

/** What everybody should know of it, as whole sentences. */
export function warningsOf(locale: Locale, pool: Pool): string[] {
  const { facts } = messages(locale).pools;
  return [
    ...(pool.extended > 0 ? [facts.extended(pool.extended)] : []),
    ...(invitedTooFew(pool) ? [facts.tooFew(formatPercent(locale, INVITED_SHARE))] : []),
    ...(ratingsOnly(pool) ? [facts.small] : []),
  ];
}

/** N is told once nobody collects any more. */
export const issuedOf = (locale: Locale, { state, issued }: Pick<Pool, 'state' | 'issued'>): string =>
  ['registering', 'announced', 'issuing'].includes(state) ? messages(locale).pools.facts.notYet : formatNumber(locale, issued);

/** What was redeemed is told once nobody writes any more: a count that goes up by one would tell whoever looks when somebody wrote. */
export const redeemedOf = (locale: Locale, { state, redeemed }: Pick<Pool, 'state' | 'redeemed'>): string =>
  state === 'ended' || state === 'expired' ? formatNumber(locale, redeemed) : messages(locale).pools.facts.notWritten;
