/** Scores of reviews (method.md section 12). Reviews never enter verdict, expected value or tiers. */
import { normalCritical } from './crude.ts';
import { clamp, demand, requireCount, requireLength, requireLevel, requireList, requireNonNegative, requirePositive, requireShare, settled } from './guards.ts';
import { at, dot, sumOf } from './lists.ts';

export interface ReviewScore {
  score: number;
  sd: number;
  lower: number;
  upper: number;
}

const POINTS = 5;
/** Room for a distribution that was rounded or summed in floating point. */
const SUM_GUARD = 1e-6;

/**
 * Dirichlet-multinomial score of one dimension (12.4), interval score -/+ z sd cut to [1, 5].
 * @param counts weighted number of 1s, 2s, ... 5s
 * @param prior distribution over all providers; sums to 1
 * @param C weight of the prior, in average reviews
 */
export function reviewScore(counts: readonly number[], prior: readonly number[], C: number, level: number): ReviewScore {
  requireLength(counts, POINTS, 'counts');
  requireLength(prior, POINTS, 'prior');
  for (const value of counts) requireNonNegative(value, 'counts');
  for (const value of prior) requireShare(value, 'prior');
  requirePositive(C, 'C');
  requireLevel(level, 'level');
  demand(Math.abs(sumOf(prior, (value) => value) - 1) < SUM_GUARD, 'prior', 'a distribution that sums to 1');
  const weights = counts.map((value, index) => C * at(prior, index) + value);
  const total = sumOf(weights, (value) => value);
  const score = dot(weights, [1, 2, 3, 4, 5]) / total;
  const sd = Math.sqrt(Math.max(0, dot(weights, [1, 4, 9, 16, 25]) / total - score ** 2) / (total + 1));
  const reach = normalCritical(level) * sd;
  return settled({ score, sd, lower: clamp(score - reach, 1, POINTS), upper: clamp(score + reach, 1, POINTS) });
}

/**
 * Weights by age, 2^(-age / halfLife) and 0 above maxAge, and how many reviews of today they amount to (12.3).
 * @param agesDays age of each review
 * @returns effectiveN 0 if no review counts any more
 */
export function reviewWeights(agesDays: readonly number[], halfLife: number, maxAge: number): { weights: number[]; effectiveN: number } {
  requireList(agesDays, 'agesDays');
  for (const age of agesDays) requireNonNegative(age, 'agesDays');
  requirePositive(halfLife, 'halfLife');
  requireNonNegative(maxAge, 'maxAge');
  const weights = agesDays.map((age) => (age > maxAge ? 0 : 2 ** (-age / halfLife)));
  // Relative to the largest, since the square of a tiny weight would vanish.
  const largest = weights.reduce((most, weight) => Math.max(most, weight), 0);
  if (largest === 0) return { weights, effectiveN: 0 };
  const relative = weights.map((weight) => weight / largest);
  return { weights, effectiveN: sumOf(relative, (weight) => weight) ** 2 / dot(relative, relative) };
}

/** "Opinions are divided" (12.6): n >= 10, a quarter or more at either end, a quarter or less in the middle. */
export function divided(counts: readonly number[]): boolean {
  requireLength(counts, POINTS, 'counts');
  for (const value of counts) requireCount(value, 'counts');
  const n = sumOf(counts, (value) => value);
  const low = at(counts, 0) + at(counts, 1);
  const high = at(counts, 3) + at(counts, 4);
  return n >= 10 && 4 * low >= n && 4 * high >= n && 4 * at(counts, 2) <= n;
}
