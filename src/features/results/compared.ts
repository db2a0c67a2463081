/** What is said of a provider beside others: which comparison speaks for it, and in which words (method.md sections 8 and 13). Pure. */
import { messages, type Locale } from '#i18n/index.ts';
import type { Reason } from './method/index.ts';
import type { ComparisonFigures, PublishedComparison } from './model.ts';

/** The part of a comparison that a list or a card says. */
export type SaidOfComparison = Pick<PublishedComparison, 'measure' | 'code' | 'reasons' | 'withheld'>;

/**
 * The comparison that speaks for a provider: E6; S12 only where nothing of it can be compared on E6, as with a programme
 * of another length (method.md 2.7). Never the better of the two.
 */
export function leadingComparison<Row extends SaidOfComparison>(rows: readonly Row[]): Row | null {
  const [e6, s12] = [rows.find((row) => row.measure === 'E6'), rows.find((row) => row.measure === 'S12')];
  if (e6 && !(s12 && e6.withheld === null && e6.reasons.includes('no_stratum'))) return e6;
  return s12 ?? null;
}

/** With these the expected number would be made of the provider's own participants, or of nobody. */
const NOTHING_TO_EXPECT: readonly Reason[] = ['grade', 'unknown_gt_20', 'informative_lt_80', 'own_share_gt_50', 'variance_zero', 'no_stratum'];

/**
 * The figures, where an expected number means something; else null. One that rounds to nobody is not shown: it would read
 * as if none could be expected.
 */
export function expectedFigures({ figures, reasons }: Pick<PublishedComparison, 'figures' | 'reasons'>): ComparisonFigures | null {
  return figures === null || Math.round(figures.E) === 0 || reasons.some((reason) => NOTHING_TO_EXPECT.includes(reason)) ? null : figures;
}

/** Why there is no verdict, a sentence without its full stop each; empty where there is one. */
export function verdictReasons(locale: Locale, { code, reasons, withheld }: SaidOfComparison): string[] {
  if (code !== 'no_verdict') return [];
  const { terms } = messages(locale);
  return [...new Set([...(withheld === null ? [] : [terms.withheld[withheld]]), ...reasons.map((reason) => terms.reason[reason])])];
}

/** The verdict in words: `As expected`, or `We cannot tell. Fewer than 30 participants.` */
export function verdictText(locale: Locale, said: SaidOfComparison): string {
  const [word, reasons] = [messages(locale).terms.verdict[said.code], verdictReasons(locale, said)];
  return reasons.length === 0 ? word : [word, ...reasons].map((each) => `${each}.`).join(' ');
}
