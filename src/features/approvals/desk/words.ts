/** Scores, clocks and people of a case in words. Pure. */
import { formatDay, messages, pickText, type Locale } from '#i18n/index.ts';
import type { Criterion } from '#features/standards/model.ts';
import { daysLeft } from '../clocks.ts';
import type { By } from '../model/events.ts';

/** @param score met, partly, not; or 1 to 5 */
export function scoreText(locale: Locale, score: string): string {
  const { level, five } = messages(locale).approvals;
  return score === 'met' || score === 'partly' || score === 'not' ? level[score] : five(score);
}

export interface ScoreChoice {
  value: string;
  text: string;
  /** What the point looks like, by the standard. */
  anchor: { text: string; lang: Locale } | null;
}

export function scoreChoices(locale: Locale, { scale, anchors }: Pick<Criterion, 'scale' | 'anchors'>): ScoreChoice[] {
  if (scale === 'met') return (['met', 'partly', 'not'] as const).map((value) => ({ value, text: scoreText(locale, value), anchor: null }));
  return ([5, 4, 3, 2, 1] as const).map((value) => ({ value: String(value), text: String(value), anchor: pickText(anchors?.[value], locale) }));
}

/** How long there is, in working days. @param day today @param due last day */
export function clockText(locale: Locale, day: string, due: string): string {
  const t = messages(locale).cases.clock;
  const left = daysLeft(day, due);
  if (day > due) return t.over(Math.max(1, -left));
  return left === 0 && day === due ? t.today : t.left(left);
}

/** Calm, or the last days, or over. */
export function urgency(day: string, due: string): 'late' | 'soon' | 'calm' {
  return day > due ? 'late' : daysLeft(day, due) <= 5 ? 'soon' : 'calm';
}

export type People = ReadonlyMap<string, string>;

/** Who did it. @param people names by id */
export function byText(locale: Locale, { person, role }: By, people: People): string {
  const { by } = messages(locale).approvals;
  if (role === 'system') return by.system;
  return people.get(person) ?? (role === 'applicant' ? by.applicant : by.someone);
}

export const personText = (locale: Locale, id: string, people: People): string => people.get(id) ?? messages(locale).approvals.by.someone;

export const day = (locale: Locale, iso: string | null): string => (iso === null ? '' : formatDay(locale, iso));

/** A file of a case as pages name it. */
export interface CaseFileInfo {
  id: string;
  name: string;
  /** Only what is `released` can be opened. */
  state: 'arriving' | 'quarantined' | 'released' | 'refused' | 'removed';
}
