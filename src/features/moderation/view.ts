/** How cases are shown. Pure. */
import { messages, type Locale } from '#i18n/index.ts';
import type { CaseRow, EntryRow } from './commands/case-rows.ts';
import { isReason } from './reasons.ts';

export interface Piece {
  text: string;
  /** Number of the finding that it is; null: nothing was found in it. */
  finding: number | null;
}

/** The text in pieces, so that what was found can be marked. Of findings that overlap the first is shown. */
export function pieces(text: string, findings: readonly { start: number; end: number }[]): Piece[] {
  const found: Piece[] = [];
  let at = 0;
  const order = findings.map((each, finding) => ({ ...each, finding })).sort((a, b) => a.start - b.start || b.end - a.end);
  for (const { start, end, finding } of order) {
    if (start < at || end > text.length || start >= end) continue;
    if (start > at) found.push({ text: text.slice(at, start), finding: null });
    found.push({ text: text.slice(start, end), finding });
    at = end;
  }
  return at < text.length || found.length === 0 ? [...found, { text: text.slice(at), finding: null }] : found;
}

export const reasonName = (locale: Locale, code: string | null): string | null => (isReason(code) ? messages(locale).moderation.reasons[code].name : null);

/** Who did something, as other people of the desk read it. @param people names by `person:ID` */
export function actorName(locale: Locale, actor: string, people: ReadonlyMap<string, string>): string {
  const t = messages(locale).moderation.desk.actors;
  if (actor === 'system' || actor === 'author' || actor === 'notifier') return t[actor];
  return actor.startsWith('provider:') ? t.provider : (people.get(actor) ?? t.unknown);
}

/** What happened, with what was decided. */
export function entryText(locale: Locale, { kind, outcome }: Pick<EntryRow, 'kind' | 'outcome'>): string {
  const t = messages(locale).moderation;
  return outcome === null ? t.desk.entries[kind] : `${t.desk.entries[kind]}: ${t.outcomes[outcome]}`;
}

/** Where the text stands, without language. */
export function subjectPath({ subjectKind, subjectId }: Pick<CaseRow, 'subjectKind' | 'subjectId'>, slug: string | null): string | null {
  if (subjectKind === 'page') return subjectId;
  if (subjectKind === 'profile') return `/providers/${encodeURIComponent(subjectId)}`;
  return slug === null ? null : `/providers/${encodeURIComponent(slug)}/reviews#${subjectKind}-${subjectId}`;
}
