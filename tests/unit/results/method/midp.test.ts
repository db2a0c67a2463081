/** Exact null distribution and z (method.md section 6). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indirect, midPz } from '#features/results/method/index.ts';
import { binomial, convolve, hypergeometric, tails } from '#features/results/method/distributions.ts';

function choose(n: number, k: number): bigint {
  if (k < 0 || k > n) return 0n;
  let result = 1n;
  for (let i = 0; i < k; i += 1) result = (result * BigInt(n - i)) / BigInt(i + 1);
  return result;
}

/** Ratio of two whole numbers of any size, to fifteen digits. */
const quotient = (a: bigint, b: bigint) => Number((a * 10n ** 40n) / b) / 1e40;

/** Number of ways to reach each total over all strata, in whole numbers. */
function waysOf(cells: { n: number; refN: number; refO: number }[], reference: string): bigint[] {
  const ways = (cell: { n: number; refN: number; refO: number }, k: number) =>
    reference === 'internal'
      ? choose(cell.refO, k) * choose(cell.refN - cell.refO, cell.n - k)
      : choose(cell.n, k) * BigInt(cell.refO) ** BigInt(k) * BigInt(cell.refN - cell.refO) ** BigInt(cell.n - k);
  return cells.reduce<bigint[]>(
    (sums, cell) => {
      const next = new Array<bigint>(sums.length + cell.n).fill(0n);
      sums.forEach((sum, i) => {
        for (let k = 0; k <= cell.n; k += 1) next[i + k] = (next[i + k] ?? 0n) + sum * ways(cell, k);
      });
      return next;
    },
    [1n],
  );
}

const cell = fc.integer({ min: 1, max: 60 }).chain((refN) => fc.record({ refN: fc.constant(refN), refO: fc.nat(refN), n: fc.integer({ min: 0, max: Math.min(refN, 14) }) }));
const problem = fc.array(cell, { minLength: 1, maxLength: 4 }).chain((cells) => fc.tuple(fc.constant(cells), fc.nat(cells.reduce((sum, { n }) => sum + n, 0))));

describe('midPz', () => {
  it.each(['internal', 'external'] as const)('has the tails of the exact count of ways (%s)', (reference) => {
    fc.assert(
      fc.property(problem, ([cells, O]) => {
        const ways = waysOf(cells, reference);
        const all = ways.reduce((sum, value) => sum + value, 0n);
        const twice = (from: number, to: number) => 2n * ways.slice(from, to).reduce((sum, value) => sum + value, 0n) + (ways[O] ?? 0n);
        const got = midPz(O, cells, reference);
        expect(got.midPLower).toBeCloseTo(quotient(twice(0, O), 2n * all), 11);
        expect(got.midPUpper).toBeCloseTo(quotient(twice(O + 1, ways.length), 2n * all), 11);
      }),
    );
  });

  it('turns the thinner tail into z, negative when fewer were placed than expected', () => {
    const cells = [{ n: 20, refN: 100, refO: 50 }];
    expect(midPz(10, cells, 'internal')).toEqual({ midPLower: expect.closeTo(0.5, 12), midPUpper: expect.closeTo(0.5, 12), z: expect.closeTo(0, 10) });
    const [low, high] = [midPz(6, cells, 'internal'), midPz(14, cells, 'internal')];
    expect(low.z).toBeLessThan(-1.9);
    expect(high.z).toBeCloseTo(-(low.z ?? 0), 9);
    expect(low.midPLower).toBeCloseTo(high.midPUpper ?? 0, 12);
  });

  it('is null without variance, while the tails are those of the only possible count', () => {
    expect(midPz(8, [{ n: 21, refN: 21, refO: 8 }], 'internal')).toEqual({ midPLower: 0.5, midPUpper: 0.5, z: null });
    expect(midPz(0, [], 'external')).toEqual({ midPLower: 0.5, midPUpper: 0.5, z: null });
    expect(midPz(4, [{ n: 4, refN: 9, refO: 9 }], 'external')).toEqual({ midPLower: 0.5, midPUpper: 0.5, z: null });
    expect(midPz(1, [{ n: 4, refN: 9, refO: 0 }], 'external')).toEqual({ midPLower: 1, midPUpper: 0, z: null });
  });

  it('skips empty cells', () => {
    const cells = [{ n: 20, refN: 100, refO: 40 }];
    for (const refN of [0, 30]) expect(midPz(11, [...cells, { n: 0, refN, refO: 0 }], 'internal')).toEqual(midPz(11, cells, 'internal'));
  });

  it('goes by the distance where the tail is beyond the normal quantile', () => {
    const far = [{ n: 60, refN: 1000, refO: 100 }];
    const { V = 0 } = indirect([{ o: 60, n: 60, refN: 1000, refO: 100 }], 'internal') ?? {};
    expect(midPz(60, far, 'internal').z).toBeCloseTo(54 / Math.sqrt(V), 9);
    // 0 of 60 where 30 are expected: 7.75 standard deviations; 0 of 50 of 1000 : 6.4, so the floor holds.
    expect(midPz(0, [{ n: 60, refN: 100_000, refO: 50_000 }], 'internal').z).toBeLessThan(-7.7);
    const near = [{ n: 42, refN: 1_000_000, refO: 500_000 }];
    expect(midPz(0, near, 'internal').z).toBe(-7.034483825301132);
    expect(midPz(42, near, 'internal').z).toBe(7.034483825301132);
  });

  it('keeps to the quantile down to a tail of 1e-12', () => {
    // 2^-38 / 2 = 1.8e-12 and 2^-39 / 2 = 0.9e-12.
    const half = (n: number) => midPz(0, [{ n, refN: 2, refO: 1 }], 'external');
    expect(half(38).midPLower).toBeCloseTo(2 ** -39, 20);
    expect(half(38).z).toBeGreaterThan(-7.034);
    expect(half(38).z).toBeLessThan(-6.9);
    expect(half(39).z).toBe(-7.034483825301132);
  });

  it('drops the exact sum above 5,000 starters', () => {
    const cells = (n: number) => [{ n, refN: 20_000, refO: 8_000 }];
    const just = midPz(2050, cells(5000), 'internal');
    const above = midPz(2050, cells(5001), 'internal');
    const { E = 0, V = 1 } = indirect([{ o: 2050, ...(cells(5001)[0] ?? { n: 0, refN: 1, refO: 0 }) }], 'internal') ?? {};
    expect(just.midPUpper).toBeGreaterThan(0.04);
    expect(above).toEqual({ midPLower: null, midPUpper: null, z: (2050 - E) / Math.sqrt(V) });
    expect(just.z).toBeCloseTo(above.z ?? 0, 1);
    expect(midPz(6000, [{ n: 6000, refN: 6000, refO: 6000 }], 'internal').z).toBeNull();
  });

  it('does not depend on the order of the strata', () => {
    fc.assert(
      fc.property(problem, ([cells, O]) => {
        const [there, back] = [midPz(O, cells, 'internal'), midPz(O, cells.toReversed(), 'internal')];
        expect(there.midPLower).toBeCloseTo(back.midPLower ?? -1, 12);
        if (there.z === null) expect(back.z).toBeNull();
        else expect(there.z).toBeCloseTo(back.z ?? 99, 6);
      }),
    );
  });

  it('grows with the number placed', () => {
    const cells = [{ n: 30, refN: 90, refO: 40 }, { n: 12, refN: 50, refO: 20 }];
    const zs = Array.from({ length: 43 }, (_, O) => midPz(O, cells, 'internal').z ?? NaN);
    expect(zs.every((z, O) => O === 0 || z >= (zs[O - 1] ?? Infinity))).toBe(true);
    expect(zs[10]).toBeLessThan(zs[11] ?? 0);
  });
});

describe('distributions', () => {
  it('hold what can happen and nothing else', () => {
    expect(hypergeometric(10, 9, 4).low).toBe(3);
    expect(Array.from(hypergeometric(10, 9, 4).p)).toEqual([expect.closeTo(0.4, 14), expect.closeTo(0.6, 14)]);
    expect(Array.from(hypergeometric(10, 3, 5).p, (p) => Math.round(p * 252))).toEqual([21, 105, 105, 21]);
    expect(Array.from(hypergeometric(6, 5, 2).p, (p) => Math.round(p * 15))).toEqual([5, 10]);
    expect(hypergeometric(6, 5, 2).low).toBe(1);
    expect(Array.from(binomial(3, 1, 2).p, (p) => Math.round(p * 27))).toEqual([8, 12, 6, 1]);
    expect(binomial(5, 0, 3)).toEqual({ low: 0, p: Float64Array.of(1) });
    expect(binomial(5, 3, 0)).toEqual({ low: 5, p: Float64Array.of(1) });
    expect(hypergeometric(0, 0, 0)).toEqual({ low: 0, p: Float64Array.of(1) });
  });

  it('sum to one and have the known means', () => {
    fc.assert(
      fc.property(cell, ({ n, refN, refO }) => {
        for (const each of [hypergeometric(refN, refO, n), binomial(n, refO, refN - refO)]) {
          const [sum, mean] = [each.p.reduce((total, p) => total + p, 0), each.p.reduce((total, p, i) => total + p * (each.low + i), 0)];
          expect(sum).toBeCloseTo(1, 12);
          expect(mean).toBeCloseTo((n * refO) / refN, 10);
        }
      }),
    );
  });

  it('do not overflow where single terms would', () => {
    const wide = binomial(4000, 1, 1);
    expect(wide.p.reduce((total, p) => total + p, 0)).toBeCloseTo(1, 12);
    expect(wide.p[2000]).toBeCloseTo(0.012615, 5);
    expect(hypergeometric(1_000_000, 400_000, 4000).p[1600]).toBeCloseTo(0.01290, 4);
  });

  it('drop what is negligible when they are added, and nothing else', () => {
    const sum = convolve(binomial(400, 1, 1), binomial(400, 1, 1));
    const whole = binomial(800, 1, 1);
    const last = sum.low + sum.p.length - 1;
    const least = 1e-30 * (whole.p[400] ?? 0);
    for (const [inside, outside] of [[sum.low, sum.low - 1], [last, last + 1]]) {
      expect(whole.p[inside ?? 0]).toBeGreaterThan(least);
      expect(whole.p[outside ?? 0]).toBeLessThan(least);
    }
    sum.p.forEach((p, i) => expect(p / (whole.p[sum.low + i] ?? 0)).toBeCloseTo(1, 9));
    expect(convolve(binomial(10, 1, 1), binomial(10, 1, 1)).p).toHaveLength(21);
  });

  it('have all on one side for a count beyond their ends', () => {
    const coin = binomial(2, 1, 1);
    expect(tails(coin, -1)).toEqual({ below: 0, equal: 0, above: 1 });
    expect(tails(coin, 3)).toEqual({ below: 1, equal: 0, above: 0 });
    expect(tails(coin, 1)).toEqual({ below: 0.25, equal: 0.5, above: 0.25 });
    expect(tails(hypergeometric(10, 9, 4), 3)).toEqual({ below: 0, equal: expect.closeTo(0.4, 14), above: expect.closeTo(0.6, 14) });
  });
});
