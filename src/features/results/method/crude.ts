/** Crude rates and their uncertainty (method.md 2.9, 4.1, 4.2). */
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { requireCount, requireLevel, requirePart } from './guards.ts';

export interface RateLimits {
  rate: number;
  lower: number;
  upper: number;
}

export interface DifferenceLimits {
  diff: number;
  lower: number;
  upper: number;
}

export interface RateWithUnknown {
  n: number;
  rateLow: number;
  rateHigh: number;
  lower: number;
  upper: number;
  unknownShare: number;
}

/** Two-sided normal critical value, z = Phi^-1(1 - (1 - conf) / 2) (section 4.1). */
export function normalCritical(conf: number): number {
  return -normalQuantile((1 - conf) / 2, 0, 1);
}

/**
 * Wilson score interval without continuity correction (section 4.1).
 *
 * The two roots are written so that nothing cancels: lower = p^2 / (p + z^2/2n + w), and the upper limit mirrors it.
 * @param o placed; real numbers are allowed, 0 <= o <= n
 * @param n starters; 0 gives null, never 0 %
 */
export function wilson(o: number, n: number, conf: number): RateLimits | null {
  requireCount(n, 'n');
  requirePart(o, n, 'o');
  requireLevel(conf, 'conf');
  if (n === 0) return null;
  const z = normalCritical(conf);
  const [p, q] = [o / n, (n - o) / n];
  const reach = (z * z) / (2 * n) + z * Math.sqrt((p * q) / n + (z * z) / (4 * n * n));
  return {
    rate: p,
    lower: p === 0 ? 0 : (p * p) / (p + reach),
    upper: q === 0 ? 1 : 1 - (q * q) / (q + reach),
  };
}

/** Difference of two rates, Newcombe's method 10 (section 4.2); null if one of them has no starters. */
export function newcombeDiff(o1: number, n1: number, o2: number, n2: number, conf: number): DifferenceLimits | null {
  requireCount(n1, 'n1');
  requirePart(o1, n1, 'o1');
  requireCount(n2, 'n2');
  requirePart(o2, n2, 'o2');
  const first = wilson(o1, n1, conf);
  const second = wilson(o2, n2, conf);
  if (first === null || second === null) return null;
  const diff = first.rate - second.rate;
  return {
    diff,
    lower: diff - Math.hypot(first.rate - first.lower, second.upper - second.rate),
    upper: diff + Math.hypot(first.upper - first.rate, second.rate - second.lower),
  };
}

/** Worst-case bounds when some outcomes are unknown (section 2.9); null without starters. */
export function rateWithUnknown(placed: number, notPlaced: number, unknown: number, conf: number): RateWithUnknown | null {
  requireCount(placed, 'placed');
  requireCount(notPlaced, 'notPlaced');
  requireCount(unknown, 'unknown');
  const n = placed + notPlaced + unknown;
  const low = wilson(placed, n, conf);
  const high = wilson(placed + unknown, n, conf);
  if (low === null || high === null) return null;
  return { n, rateLow: low.rate, rateHigh: high.rate, lower: low.lower, upper: high.upper, unknownShare: unknown / n };
}
