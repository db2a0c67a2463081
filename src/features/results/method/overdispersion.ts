/** How much providers spread beyond chance (method.md 7.2, 7.3 and 9.3). */
import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { normalCritical } from './crude.ts';
import { clamp, demand, requireCount, requireLevel, requireList, requireNonNegative, requireNumber, requirePositive, requireShare, requireSome, settled } from './guards.ts';
import { at, sumOf } from './lists.ts';
import { PARAMETERS } from './parameters.ts';

export interface Phi {
  phi: number;
  raw: number;
  lower: number;
  upper: number;
}

/** Mean square of standard normal values winsorised at 10 % and 90 %, and what a finite number of peers adds (7.2). */
const WINSORISED_SQUARE = 0.6786545589528744;
const FINITE_PEERS = 0.45;

/** Quantile of R's type 7. */
export function quantile7(xs: readonly number[], p: number): number {
  requireSome(xs, 'xs');
  for (const x of xs) requireNumber(x, 'xs');
  requireShare(p, 'p');
  const sorted = Float64Array.from(xs).sort();
  const place = (sorted.length - 1) * p;
  const below = Math.floor(place);
  const low = at(sorted, below);
  const high = at(sorted, Math.ceil(place));
  return settled({ quantile: low + (place - below) * (high - low) }).quantile;
}

/**
 * Over-dispersion of the z values (7.2). `lower` and `upper` are the winsorising limits.
 * @param q share winsorised at each end; 0: none, and then no correction
 * @param correct divide by what winsorising does to pure chance; known for q = 0.10 only
 */
export function phi(zs: readonly number[], q: number, correct: boolean): Phi {
  requireSome(zs, 'zs');
  requireShare(q, 'q');
  demand(q < 0.5, 'q', 'less than 0.5');
  demand(typeof correct === 'boolean', 'correct', 'true or false');
  demand(!correct || q === 0 || q === PARAMETERS.overdispersion.winsor, 'q', 'the winsorising share whose correction is known');
  const lower = quantile7(zs, q);
  const upper = quantile7(zs, 1 - q);
  const raw = sumOf(zs, (z) => clamp(z, lower, upper) ** 2) / zs.length;
  const chance = correct && q > 0 ? WINSORISED_SQUARE + FINITE_PEERS / zs.length : 1;
  return settled({ phi: raw / chance, raw, lower, upper });
}

function requireVariances(s2: readonly number[]): void {
  for (const value of s2) requirePositive(value, 's2');
}

/**
 * Variance between providers on the ratio scale that chance does not explain (7.3, DerSimonian and Laird).
 * @param phiValue corrected phi of the peers
 * @param s2 V / E^2 of each peer, at least two
 */
export function tau2(phiValue: number, s2: readonly number[]): number {
  requireNonNegative(phiValue, 'phi');
  requireList(s2, 's2');
  demand(s2.length >= 2, 's2', 'a list of at least two');
  requireVariances(s2);
  const peers = s2.length;
  const weights = s2.map((value) => 1 / value);
  const sum = sumOf(weights, (weight) => weight);
  const freedom = sum - sumOf(weights, (weight) => weight * (weight / sum));
  return settled({ tau2: Math.max(0, (peers * phiValue - (peers - 1)) / freedom) }).tau2;
}

/** Share of the spread that is not chance: tau2 / (tau2 + median s2), 0 if tau2 is 0 (9.3). */
export function rankability(tau2Value: number, s2: readonly number[]): number {
  requireNonNegative(tau2Value, 'tau2');
  requireList(s2, 's2');
  requireVariances(s2);
  return tau2Value === 0 ? 0 : tau2Value / (tau2Value + quantile7(s2, 0.5));
}

/**
 * Two-sided critical value of zAdj (7.3): Student t with I - 2 degrees of freedom if tau2 > 0, else normal.
 * @param peers number of peers I; at least 3 if tau2 > 0
 */
export function criticalValue(conf: number, peers: number, tau2Value: number): number {
  requireLevel(conf, 'conf');
  requireCount(peers, 'I');
  requireNonNegative(tau2Value, 'tau2');
  if (tau2Value === 0) return normalCritical(conf);
  demand(peers >= 3, 'I', 'at least 3 if tau2 is more than 0');
  return -tQuantile((1 - conf) / 2, peers - 2);
}
