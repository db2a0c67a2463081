/** A comparison in words: its verdict, why there is none, and what would be expected. Pure. */
import { formatNumber, messages, type Locale } from '#i18n/index.ts';
import { PARAMETERS, type Reason, type VerdictCode } from './method/index.ts';
import { expectedFigures } from './compared.ts';
import type { ComparisonSummary, PublishedComparison, PublishedCount } from './model.ts';
import { inPeriod } from './view.ts';

export interface Because {
  /** In the words of method.md section 13. */
  term: string;
  means: string;
}

export interface VerdictText {
  code: VerdictCode;
  means: string;
  because: readonly Because[];
  /** The sentence that stands beside every verdict; null where nothing was compared, as it would not be true. */
  note: string | null;
}

type Model = Pick<ComparisonSummary, 'model' | 'plannedDays'>;

function reasonMeans(locale: Locale, reason: Reason, model: Model | null): string {
  const { verdict: t } = messages(locale);
  const number = (value: number) => formatNumber(locale, value);
  if (reason === 'peers_lt_10') return t.peers(number(PARAMETERS.overdispersion.minPeers));
  if (reason !== 'no_stratum') return t.reasonMeans[reason];
  if (model?.model === 'rejected') return t.rejected;
  const days = model?.plannedDays;
  return days ? `${t.reasonMeans.no_stratum} ${t.lengths(number(days.from), number(days.to))}` : t.reasonMeans.no_stratum;
}

function becauseOf(locale: Locale, { reasons, withheld }: PublishedComparison, model: Model | null): Because[] {
  const { terms, verdict: t } = messages(locale);
  const found = [
    ...(withheld === null ? [] : [{ term: terms.withheld[withheld], means: t.withheldMeans[withheld] }]),
    ...reasons.map((reason) => ({ term: terms.reason[reason], means: reasonMeans(locale, reason, model) })),
  ];
  // Two reasons share a word: it is said once, with what both mean.
  return [...Map.groupBy(found, ({ term }) => term)].map(([term, own]) => ({ term, means: own.map(({ means }) => means).join(' ') }));
}

/** A difference that is no chance, but too small to be called one (method.md 8). */
const isSmall = ({ code, band }: PublishedComparison) => code === 'as_expected' && (band === 'above_998' || band === 'below_998');

/** It could be compared and was: only, that is not told. */
const hasAnswer = ({ withheld, reasons }: PublishedComparison) => withheld !== null && reasons.length === 0;

/** @param model of the comparison as a whole; null: not known */
export function verdictExplained(locale: Locale, comparison: PublishedComparison, model: Model | null): VerdictText {
  const { terms, verdict: t } = messages(locale);
  const { code } = comparison;
  return {
    code,
    means: isSmall(comparison) ? t.small(formatNumber(locale, 100 * PARAMETERS.verdict.material)) : hasAnswer(comparison) ? t.withheldAnswer : t.means[code],
    because: code === 'no_verdict' ? becauseOf(locale, comparison, model) : [],
    note: code === 'no_verdict' && expectedFigures(comparison) === null ? null : terms.verdictNote,
  };
}

/** The comparisons to speak of: E6 is the headline; S12 where it says something else, or alone. */
export function spokenOf<C extends PublishedComparison>(comparisons: readonly C[]): C[] {
  const said = ({ code, reasons, withheld }: C) => JSON.stringify([code, reasons, withheld]);
  const headline = comparisons.find((each) => each.measure === 'E6');
  return comparisons.filter((each) => each === headline || !headline || said(each) !== said(headline));
}

export interface Expectation {
  /** Whole sentences: what was, what would be expected, and what to know of both. */
  sentences: readonly string[];
  n: number;
  placed: number;
  /** Of whom nothing is known. */
  unknown: number;
  expected: number;
  /** As written: `41`, `35`; `placed` is `41–47` where many are unknown. */
  text: { n: string; placed: string; expected: string };
}

/** So many that both bounds are said wherever the number is (method.md 2.9). */
const manyUnknown = (unknown: number, n: number) => unknown / n > PARAMETERS.unknown.bothBoundsAbove;

/** That they count as not in work here, how many they are, and between which numbers the truth lies. */
function unknownSentences(locale: Locale, placed: number, unknown: number, n: number): string[] {
  if (unknown === 0) return [];
  const { results, verdict } = messages(locale);
  const number = (value: number) => formatNumber(locale, value);
  const bounds = manyUnknown(unknown, n) ? [results.bounds(number(placed), number(placed + unknown), number(n))] : [];
  return [[results.unknownSome(unknown), ...bounds, verdict.expected.unknown].join(' ')];
}

/**
 * What was and what would be expected; null where no number may be shown or none means anything.
 * @param total of the same measure and window, to say how many are not compared
 */
export function expectation(locale: Locale, comparison: PublishedComparison, total: PublishedCount | null): Expectation | null {
  const { measure, window, code } = comparison;
  const figures = expectedFigures(comparison);
  if (figures === null) return null;
  const t = messages(locale).verdict.expected;
  const number = (value: number) => formatNumber(locale, Math.round(value));
  const unknown = Math.round(figures.unknownShare * figures.n);
  const text = { n: number(figures.n), placed: number(figures.O), expected: number(figures.E) };
  const rest = total?.state === 'shown' && total.n > figures.n ? [t.part(text.n, number(total.n))] : [];
  return {
    sentences: [
      t.actual(text.placed, text.n, inPeriod(locale, window), t.when[measure]),
      t.expected(text.expected, text.n),
      ...unknownSentences(locale, figures.O, unknown, figures.n),
      ...rest,
      ...(code === 'no_verdict' ? [t.cannotTell] : []),
    ],
    n: figures.n,
    placed: figures.O,
    unknown,
    expected: figures.E,
    text: manyUnknown(unknown, figures.n) ? { ...text, placed: `${text.placed}–${number(figures.O + unknown)}` } : text,
  };
}
