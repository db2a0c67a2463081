/** How small and extreme figures are shown, and rounding (method.md 11.1, 11.3). */
import { demand, requireCount, requireCountOf, requireNumber, requireWhole, settled } from './guards.ts';
import { PARAMETERS } from './parameters.ts';

export interface ExtremeBand {
  kind: 'low' | 'high';
  limitPercent: number;
}

const PERCENT_STEP = 5;
const OUTWARD_GUARD = 1e-9;

/**
 * "Under X %" or "over X %" for a cell where nearly nobody or nearly everybody was placed (11.1).
 * X is 100 minCount / n rounded up to a multiple of 5 (`low`), or 100 less that (`high`).
 * @returns null if the cell is not extreme, or empty
 */
export function extremeBand(o: number, n: number, minCount: number): ExtremeBand | null {
  requireCount(n, 'n');
  requireCountOf(o, n, 'o');
  requireWhole(minCount, 'minCount');
  if (n === 0 || Math.min(o, n - o) >= minCount) return null;
  const limit = Math.min(100, PERCENT_STEP * Math.ceil(((100 / PERCENT_STEP) * minCount) / n));
  return o <= n - o ? { kind: 'low', limitPercent: limit } : { kind: 'high', limitPercent: 100 - limit };
}

/** Nearest 5, for the reference strata of 11.4 only. */
export function roundCount(n: number): number {
  requireCount(n, 'n');
  return PARAMETERS.disclosure.roundTo * Math.round(n / PARAMETERS.disclosure.roundTo);
}

/** An interval outward to whole per cent (11.3); a limit within 1e-9 of a whole per cent stays there. */
export function displayInterval(lower: number, upper: number): [number, number] {
  requireNumber(lower, 'lower');
  requireNumber(upper, 'upper');
  demand(lower <= upper, 'lower', 'no more than upper');
  // + 0 turns -0 into 0.
  return settled([Math.floor(100 * lower + OUTWARD_GUARD) + 0, Math.ceil(100 * upper - OUTWARD_GUARD) + 0]);
}
