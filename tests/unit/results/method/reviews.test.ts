/** Review scores (method.md section 12). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divided, reviewScore, reviewWeights } from '#features/results/method/index.ts';

const flat = [0.2, 0.2, 0.2, 0.2, 0.2];

describe('reviewScore', () => {
  it('without reviews is the mean of all providers', () => {
    expect(reviewScore([0, 0, 0, 0, 0], flat, 10, 0.9)).toMatchObject({ score: 3, sd: expect.closeTo(Math.sqrt(2 / 11), 12) });
  });

  it('gives the prior the weight of C average reviews', () => {
    expect(reviewScore([0, 0, 0, 0, 10], flat, 10, 0.9).score).toBeCloseTo(4, 12);
    expect(reviewScore([0, 0, 0, 0, 30], flat, 10, 0.9).score).toBeCloseTo(4.5, 12);
    expect(reviewScore([10, 0, 0, 0, 0], flat, 10, 0.9).score).toBeCloseTo(2, 12);
  });

  it('has an interval of z standard deviations, cut to 1 and 5', () => {
    const { score, sd, lower, upper } = reviewScore([1, 2, 3, 4, 0.5], flat, 10, 0.9);
    expect(upper - score).toBeCloseTo(1.6448536269514722 * sd, 9);
    expect(score - lower).toBeCloseTo(1.6448536269514722 * sd, 9);
    expect(reviewScore([0, 0, 0, 0, 1], [0, 0, 0, 0.01, 0.99], 0.1, 0.9).upper).toBe(5);
    expect(reviewScore([1, 0, 0, 0, 0], [0.99, 0.01, 0, 0, 0], 0.1, 0.9).lower).toBe(1);
    expect(reviewScore([0, 0, 0, 0, 7], [0, 0, 0, 0, 1], 3, 0.9)).toEqual({ score: 5, sd: 0, lower: 5, upper: 5 });
  });

  it('takes a prior that was rounded in floating point', () => {
    expect(() => reviewScore([1, 1, 1, 1, 1], [0.1, 0.1, 0.1, 0.1, 0.6 + 1e-9], 10, 0.9)).not.toThrow();
  });

  it('holds the score and widens with the level', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 500, noNaN: true }), { minLength: 5, maxLength: 5 }), (counts) => {
        const [narrow, wide] = [reviewScore(counts, flat, 10, 0.9), reviewScore(counts, flat, 10, 0.998)];
        expect(1 <= wide.lower && wide.lower <= narrow.lower && narrow.lower <= narrow.score).toBe(true);
        expect(narrow.score <= narrow.upper && narrow.upper <= wide.upper && wide.upper <= 5).toBe(true);
      }),
    );
  });
});

describe('reviewWeights', () => {
  it('halve each half-life and end after the maximum age', () => {
    expect(reviewWeights([0, 540, 1080, 1095, 1095.5], 540, 1095).weights).toEqual([1, 0.5, 0.25, 2 ** (-1095 / 540), 0]);
  });

  it('amount to as many reviews as there are if all are alike, and to fewer otherwise', () => {
    expect(reviewWeights([100, 100, 100], 540, 1095).effectiveN).toBeCloseTo(3, 12);
    expect(reviewWeights([0, 1080], 540, 1095).effectiveN).toBeCloseTo(1.5625 / 1.0625, 12);
  });

  it('amount to none if none counts', () => {
    expect(reviewWeights([], 540, 1095)).toEqual({ weights: [], effectiveN: 0 });
    expect(reviewWeights([2000, 3000], 540, 1095)).toEqual({ weights: [0, 0], effectiveN: 0 });
  });

  it('keep their proportions where they are tiny', () => expect(reviewWeights([1000, 1000], 1, 1095).effectiveN).toBe(2));

  it('never amount to more than the number of reviews', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1500, noNaN: true }), { maxLength: 20 }), (ages) => {
        const { weights, effectiveN } = reviewWeights(ages, 540, 1095);
        expect(weights).toHaveLength(ages.length);
        expect(effectiveN).toBeLessThanOrEqual(weights.filter((weight) => weight > 0).length + 1e-9);
      }),
    );
  });

  it('are made for a provider with very many reviews', () => expect(reviewWeights(new Array<number>(150_000).fill(0), 540, 1095).effectiveN).toBe(150_000));
});

describe('divided', () => {
  it.each([
    [[3, 0, 4, 0, 3], false],
    [[3, 0, 2, 2, 3], true],
    [[1, 2, 2, 2, 3], true],
    [[2, 0, 2, 1, 4], false],
    [[4, 1, 0, 1, 3], false],
    [[0, 5, 5, 5, 5], true],
    [[4, 0, 5, 0, 11], false],
    [[11, 0, 5, 4, 0], false],
    [[5, 0, 6, 0, 9], false],
    [[5, 0, 5, 0, 10], true],
    [[10, 0, 5, 0, 5], true],
    [[0, 0, 0, 0, 0], false],
  ])('%j: %s', (counts, expected) => expect(divided(counts)).toBe(expected));
});
