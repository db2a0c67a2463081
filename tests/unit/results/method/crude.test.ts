/** Crude rates and counts (method.md 2.9, 4.1 to 4.3). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byar, countLimits, newcombeDiff, poissonExact, rateWithUnknown, wilson } from '#features/results/method/index.ts';

const conf = fc.double({ min: 0.01, max: 0.9999, noNaN: true });
const rate = fc.integer({ min: 1, max: 5000 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

function some<T>(value: T | null): T {
  if (value === null) throw new Error('null');
  return value;
}

/** How many standard errors p lies from the observed rate if p were true: what Wilson's limits solve for. */
const distance = (p: number, o: number, n: number) => Math.abs(o / n - p) / Math.sqrt((p * (1 - p)) / n);

describe('wilson', () => {
  it('is null without starters, never 0 %', () => expect(wilson(0, 0, 0.95)).toBeNull());

  it('ends exactly at 0 and 1 when none or all are placed', () => {
    expect(wilson(0, 40, 0.95)).toMatchObject({ rate: 0, lower: 0 });
    expect(wilson(40, 40, 0.95)).toMatchObject({ rate: 1, upper: 1 });
    expect(wilson(0, 1, 1e-300)).toEqual({ rate: 0, lower: 0, upper: 0 });
    expect(wilson(1, 1, 1e-300)).toEqual({ rate: 1, lower: 1, upper: 1 });
  });

  it('allows a real number placed', () => {
    const { lower, upper } = some(wilson(12.5, 40, 0.95));
    expect(distance(lower, 12.5, 40)).toBeCloseTo(1.959963984540054, 9);
    expect(distance(upper, 12.5, 40)).toBeCloseTo(1.959963984540054, 9);
  });

  it('gives the rates that are just z standard errors away', () => {
    fc.assert(
      fc.property(rate, fc.constantFrom([0.9, 1.6448536269514722], [0.95, 1.959963984540054], [0.998, 3.090232306167813]), ([o, n], [level = 0, z = 0]) => {
        const { lower, upper } = some(wilson(o, n, level));
        if (o > 0) expect(distance(lower, o, n)).toBeCloseTo(z, 7);
        if (o < n) expect(distance(upper, o, n)).toBeCloseTo(z, 7);
      }),
    );
  });

  it('holds the rate, stays within 0 and 1, mirrors, and widens with conf', () => {
    fc.assert(
      fc.property(rate, conf, conf, ([o, n], a, b) => {
        const [narrow, wide] = [some(wilson(o, n, Math.min(a, b))), some(wilson(o, n, Math.max(a, b)))];
        expect(narrow.rate).toBe(o / n);
        expect(0 <= wide.lower && wide.lower <= narrow.lower && narrow.lower <= narrow.rate).toBe(true);
        expect(narrow.rate <= narrow.upper && narrow.upper <= wide.upper && wide.upper <= 1).toBe(true);
        expect(some(wilson(n - o, n, a)).lower).toBeCloseTo(1 - some(wilson(o, n, a)).upper, 12);
      }),
    );
  });
});

describe('newcombeDiff', () => {
  it('is null if either has no starters', () => {
    expect(newcombeDiff(0, 0, 4, 11, 0.95)).toBeNull();
    expect(newcombeDiff(4, 11, 0, 0, 0.95)).toBeNull();
  });

  it('holds the difference, stays within -1 and 1, and changes sign with the order', () => {
    fc.assert(
      fc.property(rate, rate, conf, ([o1, n1], [o2, n2], level) => {
        const there = some(newcombeDiff(o1, n1, o2, n2, level));
        const back = some(newcombeDiff(o2, n2, o1, n1, level));
        expect(there.diff).toBe(o1 / n1 - o2 / n2);
        expect(-1.0000001 <= there.lower && there.lower <= there.diff && there.diff <= there.upper && there.upper <= 1.0000001).toBe(true);
        expect(back.lower).toBeCloseTo(-there.upper, 12);
        expect(back.upper).toBeCloseTo(-there.lower, 12);
      }),
    );
  });
});

describe('rateWithUnknown', () => {
  it('is null without anybody', () => expect(rateWithUnknown(0, 0, 0, 0.95)).toBeNull());

  it('runs from all unknown not placed to all unknown placed', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), fc.nat(500), conf, (placed, notPlaced, unknown, level) => {
        const n = placed + notPlaced + unknown;
        fc.pre(n > 0);
        const [low, high] = [some(wilson(placed, n, level)), some(wilson(placed + unknown, n, level))];
        expect(rateWithUnknown(placed, notPlaced, unknown, level)).toEqual({
          n, rateLow: low.rate, rateHigh: high.rate, lower: low.lower, upper: high.upper, unknownShare: unknown / n,
        });
      }),
    );
  });
});

/** P(X <= k) of a Poisson count, term by term. */
function poissonCdf(k: number, mean: number): number {
  let [term, sum] = [Math.exp(-mean), 0];
  for (let i = 0; i <= k; i += 1) {
    sum += term;
    term *= mean / (i + 1);
  }
  return sum;
}

describe('limits of a count', () => {
  it('are exact: just (1 - conf) / 2 lies beyond either', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.constantFrom(0.9, 0.95, 0.998), (o, level) => {
        const { lower, upper } = poissonExact(o, level);
        expect(poissonCdf(o, upper)).toBeCloseTo((1 - level) / 2, 9);
        if (o === 0) expect(lower).toBe(0);
        else expect(1 - poissonCdf(o - 1, lower)).toBeCloseTo((1 - level) / 2, 9);
      }),
    );
  });

  it('are given up to 500 events', () => expect(poissonExact(500, 0.95).lower).toBeCloseTo(457.1, 0));

  it('by Byar are close to the exact ones and never below 0', () => {
    expect(byar(0, 0.95).lower).toBe(0);
    expect(byar(1, 0.998).lower).toBe(0);
    for (const o of [10, 50, 200, 499]) {
      const [approximate, exact] = [byar(o, 0.95), poissonExact(o, 0.95)];
      expect(Math.abs(approximate.lower - exact.lower)).toBeLessThan(0.01);
      expect(Math.abs(approximate.upper - exact.upper)).toBeLessThan(0.01);
    }
    expect(byar(100_000, 0.95).lower).toBeCloseTo(99_381, 0);
  });

  it('are exact below ten events and by Byar from ten', () => {
    expect(countLimits(9, 0.95)).toEqual({ method: 'exact', ...poissonExact(9, 0.95) });
    expect(countLimits(10, 0.95)).toEqual({ method: 'byar', ...byar(10, 0.95) });
    expect(countLimits(2000, 0.95).method).toBe('byar');
  });

  it('hold the count and widen with conf', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), conf, conf, fc.constantFrom(byar, poissonExact, countLimits), (o, a, b, limits) => {
        const [narrow, wide] = [limits(o, Math.min(a, b)), limits(o, Math.max(a, b))];
        expect(0 <= wide.lower && wide.lower <= narrow.lower && narrow.upper <= wide.upper).toBe(true);
        if (a > 0.5 && b > 0.5) expect(narrow.lower <= o && o <= narrow.upper).toBe(true);
      }),
    );
  });
});
