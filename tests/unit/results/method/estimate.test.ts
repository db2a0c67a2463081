/** Partial pooling for one cell (method.md section 10). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellPrior, ebPosterior, priorStrength, providerFactor } from '#features/results/method/index.ts';

describe('providerFactor', () => {
  it('is 1 and certain without spread between providers', () => expect(providerFactor(10, 5, 3, 0)).toEqual({ weight: 0, factor: 1, variance: 0 }));

  it.each([[0, 3], [-1, 3], [5, 0], [5, -1e-15]])('is 1 and as wide as the spread without other cells (E %f, V %f)', (E, V) => {
    expect(providerFactor(4, E, V, 0.02)).toEqual({ weight: 0, factor: 1, variance: 0.02 });
  });

  it('moves from 1 by the share of the spread that is not chance', () => {
    // s2 = 10 / 400 = 0.025, B = 0.5.
    expect(providerFactor(24, 20, 10, 0.025)).toEqual({ weight: 0.5, factor: expect.closeTo(1.1, 12), variance: expect.closeTo(0.0125, 12) });
  });

  it('is held between 0.5 and 1.5', () => {
    expect(providerFactor(90, 20, 0.1, 1).factor).toBe(1.5);
    expect(providerFactor(0, 20, 0.1, 1).factor).toBe(0.5);
  });
});

describe('cellPrior', () => {
  const input = { refO: 30, refN: 60, groupO: 99, groupN: 299, factor: 1, factorVariance: 0, kappa: 20 };

  it('is nothing without anybody else in the group', () => expect(cellPrior({ ...input, groupO: 0, groupN: 0 })).toBeNull());

  it('draws the stratum towards the group', () => {
    const rate = 99.5 / 300;
    const m0 = (30 + 20 * rate) / 80;
    expect(cellPrior(input)).toEqual({ m0: expect.closeTo(m0, 14), m: expect.closeTo(m0, 14), variance: expect.closeTo((m0 * (1 - m0)) / 80, 14) });
    expect(cellPrior({ ...input, refO: 0, refN: 0 })?.m0).toBeCloseTo(rate, 14);
  });

  it('takes the factor and its uncertainty in', () => {
    const { m0 = 0, m, variance } = cellPrior({ ...input, factor: 1.2, factorVariance: 0.01 }) ?? {};
    expect(m).toBeCloseTo(m0 * 1.2, 14);
    expect(variance).toBeCloseTo(m0 ** 2 * 0.01 + (1.44 * m0 * (1 - m0)) / 80, 14);
  });

  it('is held between 2 % and 98 %', () => {
    expect(cellPrior({ ...input, refO: 0, refN: 5000, groupO: 0, groupN: 5000 })?.m).toBe(0.02);
    expect(cellPrior({ ...input, refO: 5000, refN: 5000, groupO: 5000, groupN: 5000, factor: 1.5 })?.m).toBe(0.98);
  });
});

/** Log of the beta-binomial likelihood by products, without the beta function. */
function logLikelihood(o: number, n: number, a: number, b: number): number {
  let sum = 0;
  for (let i = 0; i < o; i += 1) sum += Math.log(a + i);
  for (let i = 0; i < n - o; i += 1) sum += Math.log(b + i);
  for (let i = 0; i < n; i += 1) sum -= Math.log(a + b + i);
  return sum;
}

describe('priorStrength', () => {
  const cell = fc.integer({ min: 0, max: 40 }).chain((n) => fc.record({ n: fc.constant(n), o: fc.nat(n), m: fc.double({ min: 0.02, max: 0.98, noNaN: true }) }));

  it('is the mean over the grid of shrinkage', () => {
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 8 }), (cells) => {
        const used = cells.filter(({ n }) => n > 0).sort((a, b) => a.n - b.n);
        fc.pre(used.length > 0);
        const n0 = ((used[Math.floor((used.length - 1) / 2)]?.n ?? 0) + (used[Math.ceil((used.length - 1) / 2)]?.n ?? 0)) / 2;
        const grid = Array.from({ length: 50 }, (_, j) => (j + 0.5) / 50);
        const fits = grid.map((B) => used.reduce((sum, { o, n, m }) => sum + logLikelihood(o, n, ((n0 * B) / (1 - B)) * m, ((n0 * B) / (1 - B)) * (1 - m)), 0));
        const weights = fits.map((fit) => Math.exp(fit - Math.max(...fits)));
        const meanB = grid.reduce((sum, B, j) => sum + B * (weights[j] ?? 0), 0) / weights.reduce((sum, weight) => sum + weight, 0);
        const got = priorStrength(cells);
        expect(got.n0).toBe(n0);
        expect(got.meanB).toBeCloseTo(meanB, 9);
        expect(got.M).toBeCloseTo((n0 * meanB) / (1 - meanB), 6);
      }),
    );
  });

  it('is strong where cells agree with their priors, weak where they do not, over many cells', () => {
    const agree = Array.from({ length: 400 }, () => ({ o: 10, n: 20, m: 0.5 }));
    const differ = Array.from({ length: 400 }, (_, i) => ({ o: i % 2 === 0 ? 0 : 20, n: 20, m: 0.5 }));
    expect(priorStrength(agree).meanB).toBeGreaterThan(0.95);
    expect(priorStrength(differ).meanB).toBeLessThan(0.05);
  });
});

describe('ebPosterior', () => {
  const prior = { o: 0, n: 0, m: 0.4, M: 30, variance: 0, level: 0.9 };

  it('without own starters is the prior', () => {
    expect(ebPosterior(prior)).toMatchObject({ effectiveM: expect.closeTo(30, 10), alpha: expect.closeTo(12, 10), beta: expect.closeTo(18, 10), mean: expect.closeTo(0.4, 12), ownWeight: 0 });
  });

  it('is worth at least two starters, however uncertain', () => {
    expect(ebPosterior({ ...prior, variance: 5 }).effectiveM).toBe(2);
    expect(ebPosterior({ ...prior, M: 0 }).effectiveM).toBe(2);
  });

  it('mixes prior and own results by their weights', () => {
    const { mean, ownWeight, effectiveM } = ebPosterior({ ...prior, o: 9, n: 15 });
    expect(ownWeight).toBeCloseTo(15 / (15 + effectiveM), 14);
    expect(mean).toBeCloseTo(ownWeight * 0.6 + (1 - ownWeight) * 0.4, 12);
  });

  it('leaves (1 - level) / 2 beyond either limit', () => {
    // Beta(1, b): P(X < x) = 1 - (1 - x)^b.
    const { lower, upper, alpha, beta } = ebPosterior({ o: 0, n: 3, m: 0.5, M: 0, variance: 9, level: 0.9 });
    expect([alpha, beta]).toEqual([1, 4]);
    expect(lower).toBeCloseTo(1 - 0.95 ** 0.25, 10);
    expect(upper).toBeCloseTo(1 - 0.05 ** 0.25, 10);
  });

  it('holds its mean, stays within 0 and 1 and widens with the level', () => {
    const arbitrary = fc.integer({ min: 0, max: 200 }).chain((n) =>
      fc.record({ n: fc.constant(n), o: fc.nat(n), m: fc.double({ min: 0.02, max: 0.98, noNaN: true }), M: fc.double({ min: 0, max: 500, noNaN: true }), variance: fc.double({ min: 0, max: 0.2, noNaN: true }) }),
    );
    fc.assert(
      fc.property(arbitrary, fc.constantFrom([0.8, 0.9], [0.9, 0.95], [0.95, 0.998]), (input, [a = 0, b = 0]) => {
        const [narrow, wide] = [ebPosterior({ ...input, level: a }), ebPosterior({ ...input, level: b })];
        expect(0 <= wide.lower && wide.lower <= narrow.lower && narrow.upper <= wide.upper && wide.upper <= 1).toBe(true);
        expect(narrow.lower <= narrow.mean && narrow.mean <= narrow.upper).toBe(true);
        expect(narrow.effectiveM).toBeGreaterThanOrEqual(2);
      }),
    );
  });
});
