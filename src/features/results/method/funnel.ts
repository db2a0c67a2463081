/** What the funnel plot draws (method.md 7.4). The verdict never comes from a drawn line. */
import { binomial } from './distributions.ts';
import type { Limits } from './counts.ts';
import { clamp, demand, requireInside, requireLevel, requireNonNegative, requireNumber, requirePositive, requireShare, requireWhole, settled } from './guards.ts';
import { at } from './lists.ts';

/** A line is drawn from its probabilities, one for each count. */
const EXACT_UP_TO = 1_000_000;

/**
 * Weight of the evidence of one provider, (1-R) E^2 / (R V); with one common rate about its number of starters.
 * @returns null if E or V is not positive: no point is drawn
 */
export function effectiveN(E: number, V: number, R: number): number | null {
  requireNumber(E, 'E');
  requireNumber(V, 'V');
  requireShare(R, 'R');
  if (E <= 0 || V <= 0) return null;
  requireInside(R, 'R');
  return settled({ effectiveN: ((1 - R) * E * E) / (R * V) }).effectiveN;
}

/** (r - (F(r) - p) / f(r)) / n for the smallest r with F(r) >= p, cut to [0, 1] (rule A.1.1). */
function interpolated(f: Float64Array, p: number, low: number, n: number): number {
  let [r, F] = [0, at(f, 0)];
  while (F < p && r < f.length - 1) {
    r += 1;
    F += at(f, r);
  }
  return clamp((low + r - (F - p) / at(f, r)) / n, 0, 1);
}

/** Dotted "chance alone" lines: exact binomial limits around theta for n starters, interpolated. */
export function funnelLimitsBinomial(theta: number, n: number, conf: number): Limits {
  requireShare(theta, 'theta');
  requireWhole(n, 'n');
  demand(n <= EXACT_UP_TO, 'n', 'no more than a million');
  requireLevel(conf, 'conf');
  const { low, p } = binomial(n, theta, 1 - theta);
  const tail = (1 - conf) / 2;
  return { lower: interpolated(p, tail, low, n), upper: interpolated(p, 1 - tail, low, n) };
}

/** Solid lines: R -/+ crit sqrt(R(1-R)/x + R^2 tau2), cut to [0, 1]; x is the effective n. */
export function funnelLimitsOverdispersed(R: number, x: number, tau2: number, crit: number): Limits {
  requireShare(R, 'R');
  requirePositive(x, 'x');
  requireNonNegative(tau2, 'tau2');
  requireNonNegative(crit, 'crit');
  const reach = crit * Math.sqrt((R * (1 - R)) / x + R * R * tau2);
  return settled({ lower: clamp(R - reach, 0, 1), upper: clamp(R + reach, 0, 1) });
}
