/** Spread beyond chance and the funnel (method.md section 7). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { criticalValue, effectiveN, funnelLimitsBinomial, funnelLimitsOverdispersed, phi, quantile7, rankability, tau2 } from '#features/results/method/index.ts';

const zs = fc.array(fc.double({ min: -6, max: 6, noNaN: true }), { minLength: 1, maxLength: 40 });

describe('quantile7', () => {
  it('interpolates between neighbours as R does by default', () => {
    expect(quantile7([5, 1, 3], 0.5)).toBe(3);
    expect(quantile7([4, 1, 3, 2], 0.5)).toBe(2.5);
    expect(quantile7([10, 9, 1], 0)).toBe(1);
    expect(quantile7([10, 9, 1], 1)).toBe(10);
    expect(quantile7([1, 2, 3, 4, 5], 0.1)).toBeCloseTo(1.4, 14);
    expect(quantile7([7], 0.3)).toBe(7);
  });

  it('sorts by size, not as text, and leaves its list alone', () => {
    const list = [10, 9, -2, -10];
    expect(quantile7(list, 0)).toBe(-10);
    expect(list).toEqual([10, 9, -2, -10]);
  });
});

describe('phi', () => {
  it('without winsorising is the mean square, corrected or not', () => {
    expect(phi([1, -2, 3], 0, false)).toEqual({ phi: 14 / 3, raw: 14 / 3, lower: -2, upper: 3 });
    expect(phi([1, -2, 3], 0, true)).toEqual({ phi: 14 / 3, raw: 14 / 3, lower: -2, upper: 3 });
  });

  it('divides by what winsorising leaves of pure chance', () => {
    const list = [-2, -1, -0.5, 0, 0.2, 0.4, 0.8, 1.2, 1.9, 3];
    const { phi: corrected, raw } = phi(list, 0.1, true);
    expect(corrected).toBeCloseTo(raw / (0.6786545589528744 + 0.045), 12);
    expect(phi(list, 0.1, false).phi).toBe(raw);
  });

  it('does not mind order or sign, and grows with the spread', () => {
    fc.assert(
      fc.property(zs, (list) => {
        const here = phi(list, 0.1, true);
        expect(phi(list.toReversed(), 0.1, true).phi).toBeCloseTo(here.phi, 10);
        expect(phi(list.map((z) => -z), 0.1, true).phi).toBeCloseTo(here.phi, 10);
        expect(phi(list.map((z) => 2 * z), 0.1, true).phi).toBeCloseTo(4 * here.phi, 8);
        expect(here.lower <= here.upper && here.raw >= 0).toBe(true);
      }),
    );
  });
});

describe('tau2 and rankability', () => {
  it('are 0 when there is no more spread than chance gives', () => {
    expect(tau2(0.6, [0.01, 0.02, 0.03])).toBe(0);
    expect(tau2(2 / 3, [0.01, 0.02, 0.03])).toBe(0);
    expect(rankability(0, [0.01, 0.02])).toBe(0);
    expect(rankability(0, [])).toBe(0);
  });

  it('solve the moment equation', () => {
    // Equal variances: sum w - sum w^2 / sum w = 2 w for three peers.
    expect(tau2(2, [0.02, 0.02, 0.02])).toBeCloseTo((6 - 2) / 100, 12);
    expect(tau2(1.5, [0.1, 0.1])).toBeCloseTo(2 / 10, 12);
    expect(rankability(0.03, [0.01, 0.05, 0.02])).toBeCloseTo(0.6, 12);
    expect(rankability(0.03, [0.02, 0.04])).toBeCloseTo(0.5, 12);
  });

  it('hold for variances of any size', () => expect(tau2(1, [1e-200, 1e-200])).toBeCloseTo(1e-200, 210));
});

describe('criticalValue', () => {
  it('is normal without over-dispersion, for any number of peers', () => {
    expect(criticalValue(0.998, 0, 0)).toBeCloseTo(3.090232306167813, 9);
    expect(criticalValue(0.95, 12, 0)).toBeCloseTo(1.959963984540054, 9);
  });

  it('is Student t with I - 2 degrees of freedom with it', () => {
    // t with 1 and 2 degrees of freedom have closed forms.
    expect(criticalValue(0.95, 3, 0.1)).toBeCloseTo(Math.tan((0.95 * Math.PI) / 2), 9);
    expect(criticalValue(0.95, 4, 0.1)).toBeCloseTo(0.95 * Math.sqrt(2 / (1 - 0.95 ** 2)), 9);
    expect(criticalValue(0.95, 1_000_000, 0.1)).toBeCloseTo(1.95997, 4);
  });
});

describe('effectiveN', () => {
  it('has no point unless E and V are positive', () => {
    expect(effectiveN(0, 1, 0.4)).toBeNull();
    expect(effectiveN(-1, 1, 0.4)).toBeNull();
    expect(effectiveN(1, 0, 0.4)).toBeNull();
    expect(effectiveN(1, -1, 0.4)).toBeNull();
    expect(effectiveN(0, 0, 0)).toBeNull();
  });

  it('is the number of starters with one common rate', () => expect(effectiveN(40, 100 * 0.4 * 0.6, 0.4)).toBeCloseTo(100, 10));
});

/** Binomial probabilities by plain multiplication. */
function binomialTable(n: number, theta: number): number[] {
  let row = [1];
  for (let trial = 0; trial < n; trial += 1) row = Array.from({ length: row.length + 1 }, (_, k) => (row[k] ?? 0) * (1 - theta) + (row[k - 1] ?? 0) * theta);
  return row;
}

function drawnLine(n: number, theta: number, p: number): number {
  const f = binomialTable(n, theta);
  let sum = 0;
  const r = f.findIndex((value) => (sum += value) >= p);
  return Math.min(1, Math.max(0, (r - (sum - p) / (f[r] ?? 1)) / n));
}

describe('funnel lines', () => {
  it('interpolate the exact binomial limits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 150 }), fc.double({ min: 0.01, max: 0.99, noNaN: true }), fc.constantFrom(0.95, 0.998), (n, theta, conf) => {
        const { lower, upper } = funnelLimitsBinomial(theta, n, conf);
        expect(lower).toBeCloseTo(drawnLine(n, theta, (1 - conf) / 2), 8);
        expect(upper).toBeCloseTo(drawnLine(n, theta, 1 - (1 - conf) / 2), 7);
        expect(0 <= lower && lower <= upper && upper <= 1).toBe(true);
      }),
    );
  });

  it('stay at the ends when nobody or everybody is placed', () => {
    expect(funnelLimitsBinomial(0, 20, 0.95)).toEqual({ lower: 0, upper: 0 });
    expect(funnelLimitsBinomial(1, 20, 0.95)).toEqual({ lower: expect.closeTo((20 - 0.975) / 20, 12), upper: expect.closeTo((20 - 0.025) / 20, 12) });
  });

  it('are drawn for very many starters', () => {
    const { lower, upper } = funnelLimitsBinomial(0.4, 100_000, 0.95);
    expect(lower).toBeCloseTo(0.4 - 1.96 * Math.sqrt(0.24 / 1e5), 4);
    expect(upper).toBeCloseTo(0.4 + 1.96 * Math.sqrt(0.24 / 1e5), 4);
    expect(funnelLimitsBinomial(0.4, 1, 1 - 1e-11)).toEqual({ lower: 0, upper: expect.closeTo(1, 9) });
  });

  it('with over-dispersion are cut to 0 and 1 and symmetric between', () => {
    expect(funnelLimitsOverdispersed(0.4, 100, 0, 2)).toEqual({ lower: expect.closeTo(0.4 - 2 * Math.sqrt(0.0024), 12), upper: expect.closeTo(0.4 + 2 * Math.sqrt(0.0024), 12) });
    expect(funnelLimitsOverdispersed(0.5, 1e12, 0.04, 2)).toEqual({ lower: expect.closeTo(0.3, 6), upper: expect.closeTo(0.7, 6) });
    expect(funnelLimitsOverdispersed(0.1, 2, 0.1, 3)).toMatchObject({ lower: 0 });
    expect(funnelLimitsOverdispersed(0.9, 2, 0.1, 3)).toMatchObject({ upper: 1 });
    expect(funnelLimitsOverdispersed(0.4, 100, 0.1, 0)).toEqual({ lower: 0.4, upper: 0.4 });
  });
});
