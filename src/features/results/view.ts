/** Published results in words. Pure. Every sentence is one that a reader may repeat and be right. */
import { formatDay, formatList, formatNumber, messages, type Locale } from '#i18n/index.ts';
import type { PublishedCount, PublishedResult } from './model.ts';
import { displayInterval } from './method/disclosure.ts';
import { MEASURES_BY_WEIGHT, newestFirst } from './tables.ts';

const UNKNOWN_BOUNDS = 0.05;
const UNKNOWN_MANY = 0.2;

type Period = Pick<PublishedResult, 'from' | 'to'>;
type Counted = Extract<PublishedCount, { n: number }>;

/** First and last day of whole months. */
function wholeMonths(from: string, to: string): boolean {
  const dayAfter = new Date(Date.parse(`${to}T00:00:00Z`) + 86_400_000).toISOString();
  return from.endsWith('-01') && dayAfter.slice(8, 10) === '01';
}

/** `January–June 2025` for a half-year, `2025` for a year, else the months or days; null where the source does not say. */
export function periodText(locale: Locale, { from, to }: Period): string | null {
  if (from === null || to === null) return null;
  const t = messages(locale).results;
  const year = from.slice(0, 4);
  if (from === `${year}-01-01` && to === `${year}-06-30`) return t.half(1, year);
  if (from === `${year}-07-01` && to === `${year}-12-31`) return t.half(2, year);
  if (from === `${year}-01-01` && to === `${year}-12-31`) return year;
  const style = wholeMonths(from, to) ? 'month' : 'long';
  const [first, last] = [formatDay(locale, from, style), formatDay(locale, to, style)];
  return first === last ? first : t.period(first, last);
}

/** The period as a part of a sentence, after `who started`; empty where the source does not say. */
export function inPeriod(locale: Locale, row: Period): string {
  const text = periodText(locale, row);
  return text === null || row.from === null || row.to === null ? '' : messages(locale).results.inPeriod(text, !wholeMonths(row.from, row.to));
}

export const unknownShare = (count: Counted) => (count.n === 0 ? 0 : count.unknown / count.n);

/** What became of those we know nothing of; beside every number. */
export function unknownText(locale: Locale, count: Counted): string {
  const t = messages(locale).results;
  const number = (value: number) => formatNumber(locale, value);
  if (count.unknown === 0) return t.unknownNone;
  const lines = [t.unknownSome(count.unknown)];
  if (unknownShare(count) > UNKNOWN_BOUNDS) lines.push(t.bounds(number(count.placed), number(count.placed + count.unknown), number(count.n)));
  if (unknownShare(count) > UNKNOWN_MANY) lines.push(t.unknownMany);
  return lines.join(' ');
}

/** Limits as people of 100, outward (method.md 11.3). */
export function likelyRange(count: Extract<PublishedCount, { state: 'shown' }>): [number, number] {
  return displayInterval(count.lower, count.upper);
}

export interface CountText {
  /** `12 of 40`, or why there is no number. */
  short: string;
  /** A number of ours or its source's; else a word in its place. */
  number: boolean;
}

export function countText(locale: Locale, count: PublishedCount): CountText {
  const t = messages(locale).results;
  const number = (value: number) => formatNumber(locale, value);
  switch (count.state) {
    case 'shown':
    case 'quoted':
      return { short: t.outOf(number(count.placed), number(count.n)), number: true };
    case 'extreme':
      return { short: t.extreme[count.kind](number(count.limitPercent)), number: true };
    case 'too-many-unknown':
      return { short: t.tooManyUnknown(number(count.n - count.unknown), number(count.n)), number: false };
    default:
      return { short: t.state[count.state], number: false };
  }
}

/** One whole sentence for a row with a number, with who says it; null where there is none to say. */
export function resultSentence(locale: Locale, row: PublishedResult): string | null {
  const t = messages(locale).results;
  const number = (value: number) => formatNumber(locale, value);
  const { count } = row;
  const period = inPeriod(locale, row);
  if (count.state === 'too-many-unknown') return t.knownOnly(number(count.n - count.unknown), number(count.n), period);
  const counted =
    count.state === 'shown' || count.state === 'quoted'
      ? t.counted[row.countedOver](number(count.placed), number(count.n), period)
      : count.state === 'extreme'
        ? t.counted[count.kind](number(count.limitPercent), period)
        : null;
  if (counted === null) return null;
  const sentence = t.sentence(counted, t.when[row.measure]);
  return row.grade === 'D' ? t.quotedSentence(sentence) : row.grade === 'C' ? t.selfReported(sentence) : sentence;
}

/** The lines under the sentence: unknowns, then how sure. */
export function sureness(locale: Locale, count: PublishedCount): string[] {
  const t = messages(locale).results;
  if (count.state === 'extreme') return [t.stateWhy.extreme];
  if (count.state === 'quoted') return [unknownText(locale, count)];
  if (count.state === 'too-many-unknown') return [t.stateWhy['too-many-unknown']];
  if (count.state !== 'shown') return [];
  const [low, high] = likelyRange(count);
  return [unknownText(locale, count), t.interval(formatNumber(locale, low), formatNumber(locale, high))];
}

const hasSentence = ({ count }: PublishedResult) => ['shown', 'extreme', 'too-many-unknown'].includes(count.state);

/**
 * The one row that a summary speaks of: of the whole provider, a window before a half-year, E6 where there is one, the
 * newest that something can be said of. null: nothing but quotations, or nothing at all.
 */
export function headlineRow<Row extends PublishedResult>(rows: readonly Row[]): Row | null {
  const own = rows.filter((row) => row.kind !== 'quoted' && row.programme === null && row.attendance === null);
  const weight = (row: Row) => MEASURES_BY_WEIGHT.indexOf(row.measure);
  const sorted = (list: readonly Row[]) =>
    list.toSorted((a, b) => Number(b.kind === 'window') - Number(a.kind === 'window') || weight(a) - weight(b) || newestFirst(a, b));
  return sorted(own.filter(hasSentence))[0] ?? sorted(own)[0] ?? null;
}

/** Newer half-years of the same measure that nothing can be said of: beside an older number, or it looks like the latest word. */
export function newerText(locale: Locale, rows: readonly PublishedResult[], headline: PublishedResult): string | null {
  const newer = rows.filter(
    (row) => row.kind === 'cohort' && row.programme === headline.programme && !hasSentence(row) && (row.to ?? '') > (headline.to ?? '') && (row.measure === headline.measure || row.count.state === 'unreported'),
  );
  const periods = [...new Set(newer.toSorted(newestFirst).flatMap((row) => periodText(locale, row) ?? []))];
  return periods.length === 0 || !hasSentence(headline) ? null : messages(locale).results.newer(formatList(locale, periods));
}

/** What stood here before a correction, and why it changed; null: nothing was corrected. */
export function previousText(locale: Locale, { previous }: PublishedResult): string | null {
  if (!previous) return null;
  const t = messages(locale).results.halves;
  const before = t.previous(countText(locale, previous.count).short, formatDay(locale, previous.released));
  return previous.reason === null ? before : `${before} ${t.reason(previous.reason)}`;
}

/** A half-year on the chart, oldest first; `value` null: no number may be shown, and none is drawn. */
export interface ChartPoint {
  label: string;
  value: number | null;
  lower: number | null;
  upper: number | null;
  text: string;
}

export function chartPoints(locale: Locale, rows: readonly PublishedResult[]): ChartPoint[] {
  return rows
    .filter((row) => row.kind === 'cohort')
    .toReversed()
    .map((row) => {
      const label = periodText(locale, row) ?? '';
      const text = countText(locale, row.count).short;
      if (row.count.state !== 'shown') return { label, value: null, lower: null, upper: null, text };
      const [lower, upper] = likelyRange(row.count);
      const range = messages(locale).results.intervalShort(formatNumber(locale, lower), formatNumber(locale, upper));
      return { label, value: Math.round((100 * row.count.placed) / row.count.n), lower, upper, text: `${text} (${range})` };
    });
}
