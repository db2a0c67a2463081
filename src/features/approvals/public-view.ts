/** Decisions in words, for pages, feed and letter. Pure. */
import { formatDay, formatList, formatNumber, messages, type Locale } from '#i18n/index.ts';
import type { Score } from './model/events.ts';
import type { DecisionDocument, EventDocument } from './public-document.ts';

/** Without language. @param index place in the public log */
export const decisionPath = (index: number): string => `/decisions/${index}`;

const LEVELS = ['met', 'partly', 'not'] as const;
type Level = (typeof LEVELS)[number];
const isLevel = (score: Score): score is Level => (LEVELS as readonly string[]).includes(score);

export function scoreText(locale: Locale, score: Score): string {
  const { level, five } = messages(locale).approvals;
  return isLevel(score) ? level[score] : five(score);
}

/** First and last day; null: it gives no period. */
export function periodText(locale: Locale, { validFrom, validTo }: { validFrom: string | null; validTo: string | null }): string | null {
  if (validFrom === null || validTo === null) return null;
  return messages(locale).decisions.period(formatDay(locale, validFrom), formatDay(locale, validTo));
}

function eventText(locale: Locale, { event, condition, met, dueOn, result, body, validFrom }: EventDocument): string {
  const { events } = messages(locale).decisions;
  const number = formatNumber(locale, condition ?? 0);
  switch (event) {
    case 'condition-judged': return met === true ? events['condition-met'](number) : events['condition-unmet'](number);
    case 'condition-extended': return events['condition-extended'](number, dueOn === null ? '' : formatDay(locale, dueOn));
    case 'replaced': return events.replaced(validFrom === null ? '' : formatDay(locale, validFrom));
    case 'appeal-decided': return events[`appeal-${result ?? 'sent-back'}`](body ?? '');
    default: return events[event];
  }
}

/** What a line of the log about a case says, and its day. */
export function lineText(locale: Locale, document: DecisionDocument | EventDocument): { text: string; day: string } {
  const { decisions: { events }, approvals: { outcome } } = messages(locale);
  if (document.form === 'decision/1') return { text: events.decided(outcome[document.outcome]), day: document.decidedOn };
  return { text: eventText(locale, document), day: document.on };
}

/** Texts that people wrote, in the order in which the page and the letter show them; empty ones are left out. */
export function writtenParts({ rule, considerations, facts, answerTreated }: Pick<DecisionDocument, 'rule' | 'considerations' | 'facts' | 'answerTreated'>): { part: 'rule' | 'considerations' | 'facts' | 'answer'; text: string }[] {
  const parts = [{ part: 'rule', text: rule }, { part: 'considerations', text: considerations }, { part: 'facts', text: facts }, { part: 'answer', text: answerTreated ?? '' }] as const;
  return parts.filter(({ text }) => text !== '');
}

/** Who has approved a provider, for its header: at most one line for those without conditions and one for those with. */
export function badges(locale: Locale, approvedBy: readonly { authority: string; conditional: boolean }[]): string[] {
  const { badge, profile } = messages(locale).decisions;
  const line = (names: readonly string[], text: (names: string) => string) => (names.length === 0 ? [] : [text(formatList(locale, names.length > 2 ? [...names.slice(0, 1), badge.more(names.length - 1)] : names))]);
  const named = (conditional: boolean) => approvedBy.filter((each) => each.conditional === conditional).map(({ authority }) => authority);
  return [...line(named(false), badge.by), ...line(named(true), profile.byWithConditions)];
}
