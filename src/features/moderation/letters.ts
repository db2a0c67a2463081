/** Letters to whoever has sent a notice, and to moderators where somebody may be in danger. No words of any text stand in them. */
import { formatDay, localePath, messages, type Locale } from '#i18n/index.ts';
import { asLocale } from '#features/accounts/commands/people.ts';
import type { Letter } from '#platform/mail.ts';
import { APPEAL_DAYS } from './model.ts';

export type NoticeTold = 'received' | 'decided' | 'appeal-decided';

export const noticePath = (token: string): string => `/notice/${token}`;

interface Told {
  locale: string;
  reason: string;
  upheld: boolean | null;
}

/** In the language that the notice was written in. */
export function noticeLetter({ locale: given, upheld }: Told, { token }: { token: string }, what: NoticeTold, siteUrl: string): Letter {
  const locale = asLocale(given);
  const t = messages(locale).moderation.letters;
  const url = `${siteUrl}${localePath(locale, noticePath(token))}`;
  if (what === 'received') return { subject: t.receivedSubject, paragraphs: [t.received, t.receivedNext], action: { label: t.toNotice, url }, footer: t.why };
  const outcome = upheld === true ? t.upheld : t.notUpheld;
  return { subject: t.decidedSubject, paragraphs: [what === 'decided' ? t.decided : t.appealDecided, outcome, t.redress(Math.floor(APPEAL_DAYS / 30))], action: { label: t.toDecision, url }, footer: t.why };
}

/** @param count of cases */
export function dangerLetter(locale: Locale, count: number, siteUrl: string): Letter {
  const t = messages(locale).moderation.letters;
  return { subject: t.dangerSubject, paragraphs: [t.danger(count), t.dangerHow], action: { label: t.toQueue, url: `${siteUrl}${localePath(locale, '/desk/moderation')}` } };
}

/** @param until YYYY-MM-DD; null: a warning alone */
export function misuseLetter(given: string, until: string | null): Letter {
  const locale = asLocale(given);
  const t = messages(locale).moderation.letters;
  return { subject: t.misuseSubject, paragraphs: [until === null ? t.misuseWarning : t.misuseSuspended(formatDay(locale, until)), t.misuseRedress] };
}
