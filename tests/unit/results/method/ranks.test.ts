/** Places with their uncertainty (method.md 9.3). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayRank, rankIntervals, type RankedProvider } from '#features/results/method/ranks.ts';

const provider = (id: string, ratio: number, s2: number): RankedProvider => ({ id, O: 100 * ratio, E: 100, V: s2 * 100 ** 2 });
const cases = fc.record({
  providers: fc.uniqueArray(fc.record({ id: fc.string({ minLength: 1, maxLength: 4 }), O: fc.nat(60), E: fc.integer({ min: 5, max: 40 }), V: fc.integer({ min: 1, max: 30 }) }), { selector: ({ id }) => id, minLength: 1, maxLength: 8 }),
  tau2: fc.constantFrom(0.001, 0.05, 0.4),
  seed: fc.nat(),
});

describe('whether providers may be numbered', () => {
  it.each([[0.75, 20, true], [0.7499, 20, false], [0.75, 19, false], [1, 400, true]])('rankability %d of %d peers: %s', (rankability, peers, may) => {
    expect(mayRank(rankability, peers)).toBe(may);
  });
});

describe('rank intervals', () => {
  it('lie between the first and the last place, the same in any order and every time', () => {
    fc.assert(
      fc.property(cases, ({ providers, tau2, seed }) => {
        const found = rankIntervals(providers, tau2, seed);
        expect(found.size).toBe(providers.length);
        for (const { from, to } of found.values()) {
          expect(from).toBeGreaterThanOrEqual(1);
          expect(to).toBeGreaterThanOrEqual(from);
          expect(to).toBeLessThanOrEqual(providers.length);
        }
        expect(Math.min(...[...found.values()].map(({ from }) => from))).toBe(1);
        expect(Math.max(...[...found.values()].map(({ to }) => to))).toBe(providers.length);
        expect([...rankIntervals(providers.toReversed(), tau2, seed)]).toEqual([...found]);
      }),
      { numRuns: 15 },
    );
  });

  it('are a single place where all stand far apart, the highest ratio first', () => {
    const apart = rankIntervals([provider('low', 0.4, 1e-6), provider('high', 1.6, 1e-6), provider('middle', 1, 1e-6)], 0.2, 1);
    expect(Object.fromEntries(apart)).toEqual({ high: { from: 1, to: 1 }, middle: { from: 2, to: 2 }, low: { from: 3, to: 3 } });
  });

  it('are all places but the rarest where nothing tells them apart', () => {
    const alike = rankIntervals(Array.from({ length: 40 }, (_, index) => provider(`p${index}`, 1, 0.01)), 0.1, 7);
    for (const { from, to } of alike.values()) {
      // 2.5 % of 40 places is one place at each end; draws may move it by one.
      expect(from).toBeLessThanOrEqual(3);
      expect(to).toBeGreaterThanOrEqual(38);
    }
  });

  it('another seed changes little, and the seed is heard', () => {
    const near = [1, 1.05, 1.1, 0.9, 1.2, 0.95, 1.02, 0.8].map((ratio, index) => provider(`p${index}`, ratio, 0.02));
    const [one, two] = [rankIntervals(near, 0.05, 1), rankIntervals(near, 0.05, 2)];
    for (const [id, { from, to }] of one) {
      expect(Math.abs(from - (two.get(id)?.from ?? 99))).toBeLessThanOrEqual(1);
      expect(Math.abs(to - (two.get(id)?.to ?? 99))).toBeLessThanOrEqual(1);
    }
    const seeds = Array.from({ length: 3 }, (_, seed) => JSON.stringify([...rankIntervals(Array.from({ length: 60 }, (_, index) => provider(`p${index}`, 1 + index / 200, 0.02)), 0.05, seed)]));
    expect(new Set(seeds).size).toBeGreaterThan(1);
  });

  it('are these for this seed, on every machine', () => {
    const five = [1.2, 1.1, 1, 0.9, 0.8].map((ratio, index) => provider(`p${index}`, ratio, 0.01));
    const places = (seed: number) => [...rankIntervals([...five, ...Array.from({ length: 45 }, (_, k) => provider(`q${k}`, 0.6 + k / 56, 0.01 + k / 5000))], 0.03, seed).values()].flatMap(({ from, to }) => [from, to]).join(' ');
    expect(places(1)).toMatchInlineSnapshot(`"2 27 4 33 9 40 15 45 23 48 36 50 35 50 22 49 21 49 19 48 18 48 17 47 15 47 14 46 13 46 12 45 10 44 33 50 10 43 9 43 8 42 7 41 6 40 6 40 5 39 4 37 3 36 3 36 32 50 3 35 2 34 2 33 2 32 1 31 1 30 1 29 1 28 1 27 1 27 31 50 1 26 1 25 1 24 1 23 1 22 29 50 28 50 26 50 25 49 24 49"`);
    expect(places(2 ** 32 + 1)).toBe(places(1));
  });

  it('hold the true place about 95 times in 100', () => {
    // Truths and observations by quantiles of a normal distribution, in an order of no pattern.
    const [tau, s, size] = [0.2, 0.1, 60];
    const normal = (k: number) => Math.sqrt(-2 * Math.log((k + 0.5) / size)) * Math.cos(2 * Math.PI * ((k * 0.6180339887) % 1));
    let [inside, all] = [0, 0];
    for (let world = 0; world < 5; world += 1) {
      const truths = Array.from({ length: size }, (_, k) => 1 + tau * normal((k * 7 + world) % size));
      const observed = truths.map((truth, k) => provider(`p${k}`, Math.max(0, truth + s * normal((k * 23 + 11 + 17 * world) % size)), s ** 2));
      const places = rankIntervals(observed, tau ** 2, world);
      truths.forEach((truth, k) => {
        const place = 1 + truths.filter((other) => other > truth).length;
        const { from = 0, to = 0 } = places.get(`p${k}`) ?? {};
        inside += Number(from <= place && place <= to);
        all += 1;
      });
    }
    expect(inside / all).toBeGreaterThan(0.9);
    expect(inside / all).toBeLessThan(1);
  });

  it('refuse nonsense', () => {
    const one = provider('a', 1, 0.01);
    expect(() => rankIntervals([one], 0, 1)).toThrow(RangeError);
    expect(() => rankIntervals([{ ...one, E: 0 }], 0.1, 1)).toThrow(RangeError);
    expect(() => rankIntervals([{ ...one, V: 0 }], 0.1, 1)).toThrow(RangeError);
    expect(() => rankIntervals([{ ...one, O: Number.NaN }], 0.1, 1)).toThrow(RangeError);
    expect(() => rankIntervals([{ ...one, id: '' }], 0.1, 1)).toThrow(RangeError);
    expect(() => rankIntervals([one], 0.1, -1)).toThrow(RangeError);
    expect(rankIntervals([], 0.1, 1).size).toBe(0);
    expect(rankIntervals([one], 0.1, 1).get('a')).toEqual({ from: 1, to: 1 });
  });
});
