/** "Someone like me": beta-binomial partial pooling (method.md section 10). It never feeds a verdict or an order. */
import betaln from '@stdlib/math-base-special-betaln';
import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import { clamp, requireCount, requireCountOf, requireInside, requireLevel, requireList, requireNonNegative, requireNumber, requirePositive, requireRecord, requireSome, settled } from './guards.ts';
import { sumOf } from './lists.ts';
import { quantile7 } from './overdispersion.ts';
import { PARAMETERS } from './parameters.ts';

export interface ProviderFactor {
  weight: number;
  factor: number;
  variance: number;
}

/** Everything without the cell itself: `ref` its stratum, `group` its target group. */
export interface CellPriorInput {
  refO: number;
  refN: number;
  groupO: number;
  groupN: number;
  factor: number;
  factorVariance: number;
  kappa: number;
}

export interface CellPrior {
  m0: number;
  m: number;
  variance: number;
}

export interface PosteriorInput {
  o: number;
  n: number;
  m: number;
  M: number;
  variance: number;
  level: number;
}

export interface Posterior {
  effectiveM: number;
  alpha: number;
  beta: number;
  mean: number;
  lower: number;
  upper: number;
  ownWeight: number;
}

const LIMITS = PARAMETERS.estimate;
const MIN_EFFECTIVE_M = 2;

/**
 * How far the provider's other cells stand from expected, shrunk by what chance may explain (10.2).
 * @param O placed in the provider's other cells; E and V likewise
 */
export function providerFactor(O: number, E: number, V: number, tau2: number): ProviderFactor {
  requireCount(O, 'O');
  requireNumber(E, 'E');
  requireNumber(V, 'V');
  requireNonNegative(tau2, 'tau2');
  if (tau2 === 0 || E <= 0 || V <= 0) return { weight: 0, factor: 1, variance: tau2 };
  const s2 = V / E ** 2;
  const weight = tau2 / (tau2 + s2);
  const { min, max } = LIMITS.factor;
  return settled({ weight, factor: clamp(1 + weight * (O / E - 1), min, max), variance: (tau2 * s2) / (tau2 + s2) });
}

/** What to expect of the cell before its own results are seen (10.1, 10.3); null without anybody else in its group. */
export function cellPrior(input: CellPriorInput): CellPrior | null {
  requireRecord(input, 'input');
  const { refO, refN, groupO, groupN, factor, factorVariance, kappa } = input;
  requireCount(refN, 'refN');
  requireCountOf(refO, refN, 'refO');
  requireCount(groupN, 'groupN');
  requireCountOf(groupO, groupN, 'groupO');
  requirePositive(factor, 'factor');
  requireNonNegative(factorVariance, 'factorVariance');
  requirePositive(kappa, 'kappa');
  if (groupN === 0) return null;
  const groupRate = (groupO + 0.5) / (groupN + 1);
  const m0 = (refO + kappa * groupRate) / (refN + kappa);
  const { min, max } = LIMITS.mean;
  return settled({
    m0,
    m: clamp(m0 * factor, min, max),
    variance: m0 ** 2 * factorVariance + (factor ** 2 * m0 * (1 - m0)) / (refN + kappa),
  });
}

/**
 * Strength M of the prior, once per indicator over all cells with n > 0 (10.4):
 * the mean shrinkage B under a uniform prior on a grid, at the median n.
 */
export function priorStrength(cells: readonly { o: number; n: number; m: number }[]): { M: number; meanB: number; n0: number } {
  requireList(cells, 'cells');
  for (const cell of cells) {
    requireRecord(cell, 'cell');
    requireCount(cell.n, 'n');
    requireCountOf(cell.o, cell.n, 'o');
    requireInside(cell.m, 'm');
  }
  const used = cells.filter((cell) => cell.n > 0);
  requireSome(used, 'cells with n > 0');
  const n0 = quantile7(used.map((cell) => cell.n), 0.5);
  const grid = Array.from({ length: LIMITS.grid }, (_, j) => {
    const B = (j + 0.5) / LIMITS.grid;
    const M = (n0 * B) / (1 - B);
    const fit = sumOf(used, ({ o, n, m }) => betaln(M * m + o, M * (1 - m) + n - o) - betaln(M * m, M * (1 - m)));
    return { B, fit };
  });
  const best = Math.max(...grid.map(({ fit }) => fit));
  const weights = sumOf(grid, ({ fit }) => Math.exp(fit - best));
  const meanB = sumOf(grid, ({ B, fit }) => B * Math.exp(fit - best)) / weights;
  return settled({ M: (n0 * meanB) / (1 - meanB), meanB, n0 });
}

/** The cell's estimate with its interval (10.5). n = 0 gives the prior, which is not shown as the provider's. */
export function ebPosterior(input: PosteriorInput): Posterior {
  requireRecord(input, 'input');
  const { o, n, m, M, variance, level } = input;
  requireCount(n, 'n');
  requireCountOf(o, n, 'o');
  requireInside(m, 'm');
  requireNonNegative(M, 'M');
  requireNonNegative(variance, 'variance');
  requireLevel(level, 'level');
  const spread = (m * (1 - m)) / (M + 1) + variance;
  const effectiveM = Math.max(MIN_EFFECTIVE_M, (m * (1 - m)) / spread - 1);
  const alpha = effectiveM * m + o;
  const beta = effectiveM * (1 - m) + n - o;
  const tail = (1 - level) / 2;
  return settled({
    effectiveM,
    alpha,
    beta,
    mean: alpha / (alpha + beta),
    lower: betaQuantile(tail, alpha, beta),
    upper: betaQuantile(1 - tail, alpha, beta),
    ownWeight: n / (n + effectiveM),
  });
}
