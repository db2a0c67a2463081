/** Strata, expected values and the interval of the ratio (method.md 5.1 to 5.5). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byar, indirect, mergeStrata, poissonExact, ratioLimits, wilson } from '#features/results/method/index.ts';

const row = (group: string, band: string, period: string, provider: string, n: number) => ({ group, band, period, provider, n });

describe('mergeStrata', () => {
  it('keeps what is adequate: 30 starters of two providers', () => {
    expect(mergeStrata([row('g', 'b', 'p', 'x', 15), row('g', 'b', 'p', 'y', 15)], 30, 2)).toEqual(['g|b|p', 'g|b|p']);
  });

  it('merges all periods of a group and band if one has too few starters', () => {
    const rows = [row('g', 'b', 'p', 'x', 15), row('g', 'b', 'p', 'y', 15), row('g', 'b', 'q', 'x', 14), row('g', 'b', 'q', 'y', 15)];
    expect(mergeStrata(rows, 30, 2)).toEqual(['g|b|*', 'g|b|*', 'g|b|*', 'g|b|*']);
  });

  it('merges them too if one has too few providers', () => {
    const rows = [row('g', 'b', 'p', 'x', 15), row('g', 'b', 'p', 'y', 15), row('g', 'b', 'q', 'x', 90)];
    expect(mergeStrata(rows, 30, 2)).toEqual(['g|b|*', 'g|b|*', 'g|b|*']);
  });

  it('merges the whole group, adequate bands as well, if one band stays inadequate', () => {
    const rows = [row('g', 'b', 'p', 'x', 50), row('g', 'b', 'p', 'y', 50), row('g', 'c', 'p', 'x', 29), row('h', 'b', 'p', 'x', 20), row('h', 'b', 'p', 'y', 20)];
    expect(mergeStrata(rows, 30, 2)).toEqual(['g|*|*', 'g|*|*', 'g|*|*', 'h|b|p', 'h|b|p']);
  });

  it('leaves out a group that is inadequate as a whole, and never merges groups', () => {
    expect(mergeStrata([row('g', 'b', 'p', 'x', 29), row('h', 'b', 'p', 'y', 29)], 30, 2)).toEqual([null, null]);
    expect(mergeStrata([row('g', 'b', 'p', 'x', 90), row('g', 'c', 'p', 'x', 90)], 30, 2)).toEqual([null, null]);
  });

  it('counts a provider once, however many rows it has', () => {
    expect(mergeStrata([row('g', 'b', 'p', 'x', 15), row('g', 'b', 'p', 'x', 15)], 30, 2)).toEqual([null, null]);
    expect(mergeStrata([row('g', 'b', 'p', 'x', 15), row('g', 'b', 'p', 'x', 15)], 30, 1)).toEqual(['g|b|p', 'g|b|p']);
  });

  it('lets rows without starters change nothing', () => {
    const rows = [row('g', 'b', 'p', 'x', 40), row('g', 'b', 'p', 'y', 40)];
    const empty = [row('g', 'b', 'q', 'z', 0), row('g', 'c', 'p', 'z', 0), row('k', 'c', 'p', 'z', 0)];
    expect(mergeStrata([...empty, ...rows], 30, 2).slice(3)).toEqual(['g|b|p', 'g|b|p']);
    expect(mergeStrata([row('g', 'b', 'p', 'x', 40), row('g', 'b', 'p', 'z', 0)], 30, 2)).toEqual([null, null]);
    expect(mergeStrata(empty, 30, 2)).toEqual([null, null, null]);
    expect(mergeStrata([...empty, ...rows], 30, 2).slice(0, 3)).toEqual(['g|b|q', 'g|c|p', null]);
  });

  it('has nothing to say of nothing', () => expect(mergeStrata([], 30, 2)).toEqual([]));

  it('makes disjoint, adequate strata within one group, whatever the order of rows', () => {
    const rows = fc.array(
      fc.record({ group: fc.constantFrom('g', 'h'), band: fc.constantFrom('a', 'b', 'c'), period: fc.constantFrom('p', 'q'), provider: fc.constantFrom('x', 'y', 'z'), n: fc.nat(40) }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(rows, fc.nat(), (list, turn) => {
        const keys = mergeStrata(list, 30, 2);
        const size = new Map<string, number>();
        const providers = new Map<string, Set<string>>();
        const perCell = new Map<string, Set<string | null>>();
        list.forEach((each, index) => {
          const key = keys[index] ?? null;
          if (each.n === 0) return;
          perCell.set(`${each.group} ${each.band}`, (perCell.get(`${each.group} ${each.band}`) ?? new Set()).add(key?.split('|')[2] === '*' ? key : key && 'p'));
          if (key === null) return;
          expect(key.split('|')[0]).toBe(each.group);
          size.set(key, (size.get(key) ?? 0) + each.n);
          providers.set(key, (providers.get(key) ?? new Set()).add(each.provider));
        });
        expect([...size.values()].every((n) => n >= 30)).toBe(true);
        expect([...providers.values()].every((set) => set.size >= 2)).toBe(true);
        expect([...perCell.values()].every((set) => set.size === 1)).toBe(true);
        const at = list.length === 0 ? 0 : turn % list.length;
        expect(mergeStrata([...list.slice(at), ...list.slice(0, at)], 30, 2)).toEqual([...keys.slice(at), ...keys.slice(0, at)]);
      }),
    );
  });
});

describe('indirect', () => {
  it('is null if nobody started, with no cells as with empty ones', () => {
    expect(indirect([], 'internal')).toBeNull();
    expect(indirect([{ n: 0, o: 0, refN: 0, refO: 0 }], 'external')).toBeNull();
  });

  it('skips empty cells', () => {
    const cell = { n: 10, o: 4, refN: 50, refO: 20 };
    for (const refN of [0, 900]) expect(indirect([cell, { n: 0, o: 0, refN, refO: 0 }], 'internal')).toEqual(indirect([cell], 'internal'));
  });

  it('has no ratio, rather than an infinite one, when nothing is expected', () => {
    expect(indirect([{ n: 10, o: 0, refN: 50, refO: 0 }], 'internal')).toEqual({
      n: 10, O: 0, E: 0, V: 0, rate: 0, expectedRate: 0, difference: 0, ratio: null, ownShare: 0.2, informativeShare: 1,
    });
  });

  it('allows a ratio of 0', () => expect(indirect([{ n: 10, o: 0, refN: 50, refO: 20 }], 'internal')?.ratio).toBe(0));

  it('adds no variance for a stratum of one, or of the provider alone', () => {
    const other = { n: 10, o: 4, refN: 50, refO: 20 };
    const variance = indirect([other], 'internal')?.V;
    expect(variance).toBeCloseTo((10 * 0.4 * 0.6 * 40) / 49, 12);
    expect(indirect([other, { n: 1, o: 1, refN: 1, refO: 1 }], 'internal')?.V).toBe(variance);
    expect(indirect([other, { n: 7, o: 3, refN: 7, refO: 3 }], 'internal')?.V).toBe(variance);
  });

  it('measures own share and informative share inside, and takes 0 and 1 for an external reference', () => {
    const cells = [{ n: 10, o: 4, refN: 40, refO: 20 }, { n: 5, o: 1, refN: 5, refO: 1 }];
    expect(indirect(cells, 'internal')).toMatchObject({ ownShare: (100 / 40 + 5) / 15, informativeShare: 10 / 15 });
    expect(indirect(cells, 'external')).toMatchObject({ ownShare: 0, informativeShare: 1, V: 10 * 0.5 * 0.5 + 5 * 0.2 * 0.8 });
  });

  it('lets an external reference be smaller than the provider', () => {
    expect(indirect([{ n: 10, o: 9, refN: 2, refO: 1 }], 'external')).toMatchObject({ E: 5, V: 2.5 });
  });

  it('expects over all providers just what was observed', () => {
    const strata = fc.array(fc.array(fc.nat(40).chain((n) => fc.tuple(fc.nat(n), fc.constant(n))), { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(strata, (list) => {
        const totals = list.map((cells) => ({ refO: cells.reduce((sum, [o]) => sum + o, 0), refN: cells.reduce((sum, [, n]) => sum + n, 0) }));
        const providers = [0, 1, 2, 3].map((p) => indirect(list.map((cells, k) => ({ o: cells[p]?.[0] ?? 0, n: cells[p]?.[1] ?? 0, ...(totals[k] ?? { refO: 0, refN: 0 }) })), 'internal'));
        const [O, E] = [providers.reduce((sum, one) => sum + (one?.O ?? 0), 0), providers.reduce((sum, one) => sum + (one?.E ?? 0), 0)];
        expect(E).toBeCloseTo(O, 8);
        for (const one of providers) expect(one === null || (one.V >= 0 && one.ownShare <= 1.0000001 && one.informativeShare <= 1)).toBe(true);
      }),
    );
  });
});

describe('ratioLimits', () => {
  it('is null if nothing is expected', () => {
    expect(ratioLimits(0, 0, 10, 'proportion', 0.95)).toBeNull();
    expect(ratioLimits(3, -1, 10, 'count', 0.95)).toBeNull();
    expect(ratioLimits(0, 5, 0, 'proportion', 0.95)).toBeNull();
  });

  it('for placements never contradicts the crude interval', () => {
    const [limits, crude] = [ratioLimits(30, 25, 80, 'proportion', 0.95), wilson(30, 80, 0.95)];
    expect(limits?.ratio).toBe(1.2);
    expect(limits?.lower).toBeCloseTo((crude?.lower ?? 0) * (80 / 25), 12);
    expect(limits?.upper).toBeCloseTo((crude?.upper ?? 0) * (80 / 25), 12);
  });

  it('for events uses the limits of a count, of which there may be more than people', () => {
    expect(ratioLimits(4, 2, 3, 'count', 0.95)).toEqual({ ratio: 2, lower: poissonExact(4, 0.95).lower / 2, upper: poissonExact(4, 0.95).upper / 2 });
    expect(ratioLimits(12, 4, 3, 'count', 0.95)).toEqual({ ratio: 3, lower: byar(12, 0.95).lower / 4, upper: byar(12, 0.95).upper / 4 });
  });
});
