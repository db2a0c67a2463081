/** The logistic model for sparse strata (method.md 5.6). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitLogistic } from '#features/results/method/index.ts';

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const logit = (p: number) => Math.log(p / (1 - p));

describe('fitLogistic', () => {
  it('with an intercept alone fits the common rate', () => {
    const { beta, fitted, converged } = fitLogistic({ X: [[], []], o: [3, 9], n: [10, 30], priorSd: 2.5 });
    expect(converged).toBe(true);
    expect(beta).toEqual([expect.closeTo(logit(0.3), 10)]);
    expect(fitted).toEqual([expect.closeTo(0.3, 10), expect.closeTo(0.3, 10)]);
  });

  it('without prior fits as many rates as it has coefficients', () => {
    const { beta, fitted } = fitLogistic({ X: [[0, 0], [1, 0], [0, 1]], o: [5, 12, 2], n: [20, 20, 20], priorSd: null });
    expect(fitted).toEqual([expect.closeTo(0.25, 10), expect.closeTo(0.6, 10), expect.closeTo(0.1, 10)]);
    expect(beta).toEqual([expect.closeTo(logit(0.25), 9), expect.closeTo(logit(0.6) - logit(0.25), 9), expect.closeTo(logit(0.1) - logit(0.25), 9)]);
  });

  it('draws coefficients towards 0 by the prior, but not the intercept', () => {
    const data = { X: [[0], [1]], o: [30, 60], n: [100, 100] };
    const [free, held, fixed] = [null, 0.5, 1e-4].map((priorSd) => fitLogistic({ ...data, priorSd }));
    expect(held?.beta[1]).toBeGreaterThan(0);
    expect(held?.beta[1]).toBeLessThan(free?.beta[1] ?? 0);
    expect(fixed?.beta[1]).toBeCloseTo(0, 4);
    expect(fixed?.beta[0]).toBeCloseTo(logit(0.45), 4);
  });

  it('is at the top of the penalised likelihood', () => {
    const cells = fc.array(
      fc.integer({ min: 0, max: 60 }).chain((n) => fc.record({ n: fc.constant(n), o: fc.nat(n), x: fc.tuple(fc.constantFrom(0, 1), fc.double({ min: -2, max: 2, noNaN: true })) })),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(cells, (list) => {
        const [X, o, n] = [list.map(({ x }) => x), list.map((each) => each.o), list.map((each) => each.n)];
        const { beta, fitted, converged } = fitLogistic({ X, o, n, priorSd: 2.5 });
        const some = total(o) > 0 && total(o) < total(n);
        expect(converged).toBe(some);
        if (!some) return;
        // The intercept is free, so fitted and observed placements agree in sum; the others pay for their size.
        const surplus = o.map((value, i) => value - (n[i] ?? 0) * (fitted[i] ?? 0));
        expect(total(surplus)).toBeCloseTo(0, 6);
        for (const j of [0, 1]) expect(total(surplus.map((value, i) => value * (X[i]?.[j] ?? 0)))).toBeCloseTo((beta[j + 1] ?? 0) / 6.25, 6);
        const etas = X.map(([a, b]) => (beta[0] ?? 0) + (beta[1] ?? 0) * a + (beta[2] ?? 0) * b);
        etas.forEach((eta, i) => expect(fitted[i]).toBeCloseTo(1 / (1 + Math.exp(-eta)), 9));
      }),
    );
  });

  it.each([[[0, 0], [4, 5]], [[4, 5], [4, 5]], [[0, 0], [0, 0]]])('has no model if all outcomes are equal (%j of %j)', (o, n) => {
    expect(fitLogistic({ X: [[0], [1]], o, n, priorSd: 2.5 })).toEqual({ beta: [], fitted: [], converged: false });
  });

  it('does not converge without a prior where a covariate separates the outcomes', () => {
    for (const o of [[0, 5], [10, 5]]) {
      const { converged, beta, fitted } = fitLogistic({ X: [[1], [0]], o, n: [10, 10], priorSd: null });
      expect(converged).toBe(false);
      expect([...beta, ...fitted].every(Number.isFinite)).toBe(true);
    }
    expect(fitLogistic({ X: [[1], [0]], o: [0, 5], n: [10, 10], priorSd: 2.5 }).converged).toBe(true);
  });

  it('does not converge without a prior on covariates that say the same, and does with one', () => {
    const twins = { X: [[0, 0], [1, 2], [2, 4], [0.3, 0.6]], o: [3, 4, 7, 2], n: [10, 10, 10, 10] };
    expect(fitLogistic({ ...twins, priorSd: null }).converged).toBe(false);
    expect(fitLogistic({ ...twins, priorSd: 2.5 }).converged).toBe(true);
  });

  it.each([
    { X: [[30], [-12], [-15]], o: [0, 3, 3], n: [1, 140, 4] },
    { X: [[-15], [28], [26]], o: [0, 3, 0], n: [14, 4, 34] },
    { X: [[12], [-14], [-12]], o: [0, 7, 1], n: [8, 12, 169] },
  ])('finds the top where full steps would overshoot it for ever (%o)', (data) => {
    const { converged, fitted, beta } = fitLogistic({ ...data, priorSd: 2.5 });
    expect(converged).toBe(true);
    const surplus = data.o.map((value, i) => value - (data.n[i] ?? 0) * (fitted[i] ?? 0));
    expect(total(surplus)).toBeCloseTo(0, 8);
    expect(total(surplus.map((value, i) => value * (data.X[i]?.[0] ?? 0)))).toBeCloseTo((beta[1] ?? 0) / 6.25, 7);
  });

  it('survives covariates of any size', () => {
    const { fitted, converged } = fitLogistic({ X: [[-1e6], [1e6], [0]], o: [1, 9, 5], n: [10, 10, 10], priorSd: 2.5 });
    expect(converged).toBe(true);
    expect(fitted.every((p) => p >= 0 && p <= 1)).toBe(true);
  });
});
