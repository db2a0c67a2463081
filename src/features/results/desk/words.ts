/** Half-years, lines and figures of the desk in words. Pure. */
import { formatList, formatNumber, messages, pickText, type Locale } from '#i18n/index.ts';
import type { LocalisedText } from '#platform/input.ts';
import type { Outcome, Result } from '../input.ts';
import { faultWords } from './fault-words.ts';

/** @param name such as 2025H1 */
export function halfText(locale: Locale, name: string): string {
  return messages(locale).deskResults.half(name.endsWith('H1') ? 1 : 2, name.slice(0, 4));
}

export const halvesText = (locale: Locale, names: readonly string[]): string => formatList(locale, names.map((name) => halfText(locale, name)));

export interface Names {
  programmes: ReadonlyMap<string, LocalisedText>;
  group(code: string): LocalisedText | null;
  region(code: string): string | null;
}

type Line = { [K in 'programme' | 'targetGroup' | 'region' | 'attendance']?: string | null | undefined };

/** Which people a line is about: programme, group, municipality, choice. */
export function lineText(locale: Locale, { programme, targetGroup, region, attendance }: Line, names: Names): string {
  const t = messages(locale);
  const told = [
    programme ? (pickText(names.programmes.get(programme), locale)?.text ?? programme) : t.deskResults.form.all,
    targetGroup ? (pickText(names.group(targetGroup), locale)?.text ?? targetGroup) : null,
    region ? (names.region(region) ?? region) : null,
    attendance === 'voluntary' || attendance === 'mandated' ? t.results.attendance[attendance] : null,
  ];
  return told.filter((each) => each !== null).join(' · ');
}

export function figuresText(locale: Locale, { started, outcomes }: { started?: number | null | undefined; outcomes: readonly Outcome[] }): string {
  const { deskResults: t, terms } = messages(locale);
  const number = (value: number) => formatNumber(locale, value);
  const told = outcomes.map(({ measure, placed, notPlaced, unknown }) => t.check.outcome(terms.measure[measure], number(placed), number(notPlaced), number(unknown)));
  return t.check.figures(number(started ?? 0), told.join(' · '));
}

/** What should stand where a fault is. @param expected the parser's own words */
export function faultText(locale: Locale, expected: string): string {
  const { rule, detail } = faultWords({ expected });
  return messages(locale).deskResults.rules[rule](detail);
}

export const halfOfResult = ({ from }: Pick<Result, 'from'>): string => (from ? `${from.slice(0, 4)}H${from.slice(5, 7) === '01' ? 1 : 2}` : '');
