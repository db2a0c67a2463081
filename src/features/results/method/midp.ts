/** The z value of one provider, from the exact null distribution of its placements (method.md section 6). */
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { binomial, convolve, hypergeometric, tails, type Distribution } from './distributions.ts';
import { checkReferenceCell, expectation, REFERENCES, type Reference, type ReferenceCell } from './expected.ts';
import { requireCountOf, requireList, requireOneOf } from './guards.ts';
import { sumOf } from './lists.ts';

export interface MidP {
  midPLower: number | null;
  midPUpper: number | null;
  z: number | null;
}

/** Thinner tails are beyond the normal quantile (section 15); Z_FLOOR = -Phi^-1(TAIL_FLOOR). */
const TAIL_FLOOR = 1e-12;
const Z_FLOOR = 7.034483825301132;
/** Above this the exact sum costs much and changes nothing. */
const EXACT_UP_TO = 5000;

/** An empty cell adds the certainty of 0. */
function nullDistribution(cells: readonly ReferenceCell[], reference: Reference): Distribution {
  return cells
    .map(({ n, refN, refO }) => (reference === 'internal' ? hypergeometric(refN, refO, n) : binomial(n, refO, refN - refO)))
    .reduce(convolve, { low: 0, p: Float64Array.of(1) });
}

/**
 * Mid-P tails and z of O placements under "no difference within strata" (section 6).
 * @param cells one a stratum; those with n = 0 change nothing
 * @returns z null if the variance is 0; the two tails null above 5,000 starters, where z is (O - E) / sqrt V
 */
export function midPz(O: number, cells: readonly ReferenceCell[], reference: Reference): MidP {
  requireList(cells, 'cells');
  requireOneOf(reference, REFERENCES, 'reference');
  for (const cell of cells) checkReferenceCell(cell, reference);
  const n = sumOf(cells, (cell) => cell.n);
  requireCountOf(O, n, 'O');
  const { E, V } = expectation(cells, reference);
  const distance = V > 0 ? (O - E) / Math.sqrt(V) : null;
  if (n > EXACT_UP_TO) return { midPLower: null, midPUpper: null, z: distance };
  const { below, equal, above } = tails(nullDistribution(cells, reference), O);
  const midPLower = below + equal / 2;
  const midPUpper = above + equal / 2;
  return { midPLower, midPUpper, z: distance === null ? null : zOfTails(midPLower, midPUpper, distance) };
}

function zOfTails(lower: number, upper: number, distance: number): number {
  if (Math.min(lower, upper) < TAIL_FLOOR) return Math.sign(distance) * Math.max(Z_FLOOR, Math.abs(distance));
  return lower <= upper ? normalQuantile(lower, 0, 1) : -normalQuantile(upper, 0, 1);
}
