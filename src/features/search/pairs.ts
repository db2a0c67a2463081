/** Two providers at a time: whether chance alone explains that they differ (method.md 9.4), or why that cannot be said. Pure. */
import { pairwise, type Reason } from '#features/results/method/index.ts';
import type { ComparedMeasure } from '#features/results/model.ts';
import type { ComparisonRow } from '#features/results/queries.ts';
import type { Compared } from './compare.ts';

/**
 * `nothing`: nothing of the provider is in any comparison · `disclosure`, `first`: its figures are withheld ·
 * a reason of method.md section 8: it has no verdict · `measure`, `window`: of both, they are not measured alike
 */
export interface PairReason {
  reason: Reason | 'nothing' | 'disclosure' | 'first' | 'measure' | 'window';
  /** null: it is about both. */
  about: Compared | null;
}

export interface Pair {
  first: Compared;
  second: Compared;
  outcome: 'alike' | 'differ' | 'cannot-tell';
  /** With `differ`: the one with more in work for what was expected of it. */
  above: Compared | null;
  /** What both are measured by; null with `cannot-tell`. */
  row: Pick<ComparisonRow, 'measure' | 'window'> | null;
  /** Difference of O/E, first minus second, and how many standard errors that is. */
  test: { diffRatio: number; z: number } | null;
  /** Only with `cannot-tell`. */
  reasons: PairReason[];
}

/** Without a verdict O and E may lie close for want of anybody to compare with, and would look surer than they are. */
const isJudged = (row: ComparisonRow | null): boolean => row !== null && row.code !== 'no_verdict' && row.figures !== null;

function ownReasons(about: Compared, row: ComparisonRow | null): PairReason[] {
  if (row === null) return [{ reason: 'nothing', about }];
  if (isJudged(row)) return [];
  const reasons: PairReason['reason'][] = [...(row.withheld === null ? [] : [row.withheld]), ...row.reasons];
  return reasons.map((reason) => ({ reason, about }));
}

/** E6 where it speaks for both; else S12, on which programmes of any length are compared (2.7). */
function commonMeasure(first: Compared, second: Compared): ComparedMeasure {
  return [first, second].some(({ leading }) => leading?.measure === 'S12') ? 'S12' : 'E6';
}

const rowOf = ({ comparisons, leading }: Compared, measure: ComparedMeasure) =>
  leading?.measure === measure ? leading : (comparisons.find((row) => row.measure === measure) ?? null);

function pairOf(first: Compared, second: Compared): Pair {
  const measure = commonMeasure(first, second);
  const [one, other] = [rowOf(first, measure), rowOf(second, measure)];
  const untold = (reasons: PairReason[]): Pair => ({ first, second, outcome: 'cannot-tell', above: null, row: null, test: null, reasons });
  const own = [...ownReasons(first, one ?? first.leading), ...ownReasons(second, other ?? second.leading)];
  if (own.length > 0) return untold(own);
  if (!one?.figures || !other?.figures) return untold([{ reason: 'measure', about: null }]);
  if (one.window.halfYears.join() !== other.window.halfYears.join()) return untold([{ reason: 'window', about: null }]);
  const { diffRatio, z, distinguishable } = pairwise(one.figures, other.figures);
  const above = diffRatio > 0 ? first : second;
  return { first, second, outcome: distinguishable ? 'differ' : 'alike', above: distinguishable ? above : null, row: one, test: { diffRatio, z }, reasons: [] };
}

/** Every two of them, in the order given. */
export function pairs(compared: readonly Compared[]): Pair[] {
  return compared.flatMap((first, i) => compared.slice(i + 1).map((second) => pairOf(first, second)));
}
