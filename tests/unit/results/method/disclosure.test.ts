/** Extreme cells and rounding (method.md 11.1, 11.3). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayInterval, extremeBand, roundCount } from '#features/results/method/index.ts';

describe('extremeBand', () => {
  it('is nothing where three or more are on either side, or nobody started', () => {
    expect(extremeBand(3, 12, 3)).toBeNull();
    expect(extremeBand(9, 12, 3)).toBeNull();
    expect(extremeBand(0, 0, 3)).toBeNull();
    expect(extremeBand(2, 12, 2)).toBeNull();
  });

  it.each([
    [0, 12, { kind: 'low', limitPercent: 25 }],
    [2, 12, { kind: 'low', limitPercent: 25 }],
    [10, 12, { kind: 'high', limitPercent: 75 }],
    [12, 12, { kind: 'high', limitPercent: 75 }],
    [0, 10, { kind: 'low', limitPercent: 30 }],
    [0, 11, { kind: 'low', limitPercent: 30 }],
    [1, 300, { kind: 'low', limitPercent: 5 }],
    [299, 300, { kind: 'high', limitPercent: 95 }],
    [60, 61, { kind: 'high', limitPercent: 95 }],
    [59, 60, { kind: 'high', limitPercent: 95 }],
    [58, 59, { kind: 'high', limitPercent: 90 }],
    [2, 4, { kind: 'low', limitPercent: 75 }],
    [1, 2, { kind: 'low', limitPercent: 100 }],
    [2, 2, { kind: 'high', limitPercent: 0 }],
  ])('%i of %i: %o', (o, n, band) => expect(extremeBand(o, n, 3)).toEqual(band));

  it('says something true that does not tell the count', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 500 }), fc.integer({ min: 0, max: 2 }), fc.boolean(), (n, few, high) => {
        const band = extremeBand(high ? n - few : few, n, 3);
        if (band === null) throw new Error('extreme');
        expect(band.limitPercent % 5).toBe(0);
        const share = (100 * (high ? n - few : few)) / n;
        expect(band.kind === 'low' ? share < band.limitPercent : share > band.limitPercent).toBe(true);
        if (n >= 10) expect(band).toEqual(extremeBand(band.kind === 'low' ? 0 : n, n, 3));
      }),
    );
  });
});

it('roundCount goes to the nearest 5', () => {
  expect([0, 2, 3, 7, 8, 12, 13, 1003].map(roundCount)).toEqual([0, 0, 5, 5, 10, 10, 15, 1005]);
});

describe('displayInterval', () => {
  it('goes outward, unless a limit is a whole per cent but for its last digits', () => {
    expect(displayInterval(0.281, 0.436)).toEqual([28, 44]);
    expect(displayInterval(0.28, 0.44)).toEqual([28, 44]);
    expect(displayInterval(0.29, 0.57)).toEqual([29, 57]);
    expect(displayInterval(0.07, 0.14)).toEqual([7, 14]);
    expect(displayInterval(0.28 - 1e-8, 0.44 + 1e-8)).toEqual([27, 45]);
  });

  it('gives 0 and 100 at the ends, never -0', () => {
    expect(displayInterval(0, 0)).toEqual([0, 0]);
    expect(displayInterval(0, 1)).toEqual([0, 100]);
    expect(displayInterval(-0, 1e-13)).toEqual([0, 0]);
  });

  it('serves a difference, which may be negative', () => expect(displayInterval(-0.123, -0.001)).toEqual([-13, 0]));

  it('holds the interval within less than a per cent at either end', () => {
    const limit = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(limit, limit, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const [from, to] = displayInterval(low, high);
        expect(from <= 100 * low + 1e-9 && from > 100 * low - 1 && to >= 100 * high - 1e-9 && to < 100 * high + 1).toBe(true);
      }),
    );
  });
});
