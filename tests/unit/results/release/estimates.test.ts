/** "Someone like me", step by step as method.md section 10 writes it. */
import { describe, expect, it } from 'vitest';
import { priorStrength } from '#features/results/method/index.ts';
import type { AreaBand } from '#features/results/model.ts';
import { prepareEstimates } from '#features/results/release/estimates.ts';
import { compareAll, type Compared } from '#features/results/release/comparisons.ts';
import type { ComparedRow } from '#features/results/release/rows.ts';

type Cell = readonly [provider: string, group: string, band: AreaBand, placed: number, notPlaced: number];

const row = ([provider, group, band, placed, notPlaced]: Cell): ComparedRow => ({ provider, group, band, period: '2025H1', grade: 'A', placed, notPlaced, unknown: 0, unemployment: null });

/** Twelve providers with 60 starters in each of two groups: half of group a and a quarter of group b were placed, everywhere alike. */
const ALIKE: Cell[] = Array.from({ length: 12 }, (_, index): Cell[] => [
  [`p${index}`, 'a', 'low', 30, 30],
  [`p${index}`, 'b', 'low', 15, 45],
]).flat();

const compared = (cells: readonly Cell[], tau2?: number): Compared => {
  const found = compareAll('E6', cells.map(row));
  expect(found.model).toBe('strata');
  return tau2 === undefined ? found : { ...found, spread: { ...found.spread, tau2 } };
};

interface Asked {
  o: number;
  n: number;
  /** Of the stratum and the group, both without the own cell. */
  refO: number;
  refN: number;
  groupO: number;
  groupN: number;
}

/** 10.1 and 10.3 where tau² is 0: the provider's factor is 1, and sure. */
function prior({ refO, refN, groupO, groupN }: Asked): { m: number; v: number } {
  const m = (refO + 20 * ((groupO + 0.5) / (groupN + 1))) / (refN + 20);
  return { m, v: (m * (1 - m)) / (refN + 20) };
}

function expected(asked: Asked, M: number): { percent: number; ownWeight: number } {
  const { m, v } = prior(asked);
  const effective = Math.max(2, (m * (1 - m)) / ((m * (1 - m)) / (M + 1) + v) - 1);
  return { percent: Math.round((100 * (effective * m + asked.o)) / (effective + asked.n)), ownWeight: 10 * Math.round((10 * asked.n) / (asked.n + effective)) };
}

describe('estimates', () => {
  it('draw a cell towards what the others have in it', () => {
    const cells = ALIKE.map((cell): Cell => (cell[0] === 'p0' && cell[1] === 'a' ? ['p0', 'a', 'low', 42, 18] : cell));
    const estimates = prepareEstimates(compared(cells, 0));
    // Of group a the others have 330 of 660; those of p0 are 42 of 60, and their own part is left out of what is expected.
    const asked = { o: 42, n: 60, refO: 330, refN: 660, groupO: 330, groupN: 660 };
    const judged = cells.map(([provider, group, , o, rest]) => {
      const [all, own] = [cells.filter((each) => each[1] === group), { o, n: o + rest }];
      const refO = all.reduce((sum, each) => sum + each[3], 0) - own.o;
      const refN = all.reduce((sum, each) => sum + each[3] + each[4], 0) - own.n;
      return { ...own, m: prior({ ...own, refO, refN, groupO: refO, groupN: refN }).m, provider };
    });
    const { M } = priorStrength(judged.map(({ o, n, m }) => ({ o, n, m })));
    const found = estimates.cell('p0', 'a', 'low');
    expect(found).toMatchObject({ measure: 'E6', group: 'a', band: 'low', level: 'cell', n: 60, ...expected(asked, M) });
    expect(found?.percent).toBeGreaterThan(50);
    expect(found?.percent).toBeLessThan(70);
    expect(found && found.lower < found.percent && found.percent < found.upper).toBe(true);
    // Where everybody is alike, nothing is drawn anywhere.
    expect(estimates.cell('p1', 'b', 'low')).toMatchObject({ percent: 25, n: 60 });
  });

  it('of a group add up all areas, and of a provider everybody', () => {
    const cells = ALIKE.flatMap(([provider, group, , placed, rest]): Cell[] => (['low', 'high'] as const).map((band) => [provider, group, band, placed, rest]));
    const estimates = prepareEstimates(compared(cells, 0));
    expect(estimates.group('p0', 'a')).toMatchObject({ group: 'a', band: null, level: 'group', n: 120, percent: 50 });
    // 60 of 120 in one group and 30 of 120 in the other.
    expect(estimates.provider('p0')).toMatchObject({ band: null, level: 'provider', n: 240, percent: 38 });
    expect(estimates.provider('p0')).not.toHaveProperty('group');
  });

  it('with spread between providers, expect more of a cell where the other cells did better', () => {
    const better = ALIKE.map((cell): Cell => (cell[0] === 'p0' && cell[1] === 'a' ? ['p0', 'a', 'low', 45, 15] : cell));
    const [without, withSpread] = [0, 0.09].map((tau2) => prepareEstimates(compared(better, tau2)).cell('p0', 'b', 'low')?.percent ?? 0);
    expect(without).toBe(25);
    expect(withSpread).toBeGreaterThan(25);
  });

  it('of a provider with fewer than thirty starters, or of nobody, there are none', () => {
    const few: Cell[] = [...ALIKE, ['few', 'a', 'low', 15, 14], ['enough', 'a', 'low', 15, 15]];
    const estimates = prepareEstimates(compared(few, 0));
    expect([estimates.cell('few', 'a', 'low'), estimates.group('few', 'a'), estimates.provider('few')]).toEqual([null, null, null]);
    expect([estimates.cell('enough', 'a', 'low'), estimates.group('enough', 'a'), estimates.provider('enough')].map((each) => each?.n)).toEqual([30, 30, 30]);
    expect([estimates.cell('p0', 'c', 'low'), estimates.cell('p0', 'a', 'high'), estimates.group('p0', 'c'), estimates.provider('nobody')]).toEqual([null, null, null, null]);
  });

  it('that are too uncertain are not shown', () => {
    // The others disagree wildly, so a cell of three people may be anywhere.
    const wild = Array.from({ length: 12 }, (_, index): Cell[] => [[`p${index}`, 'a', 'low', index % 2 ? 29 : 1, index % 2 ? 1 : 29], [`p${index}`, 'a', 'high', 1, 2]]).flat();
    const estimates = prepareEstimates(compared(wild, 0));
    expect(estimates.cell('p0', 'a', 'high')).toBeNull();
    expect(estimates.group('p0', 'a')).toMatchObject({ n: 33 });
  });

  it('give whole per cent, the interval outward, the own weight to the nearest ten', () => {
    const estimates = prepareEstimates(compared(ALIKE, 0));
    for (const found of [estimates.cell('p0', 'a', 'low'), estimates.group('p0', 'b'), estimates.provider('p0')]) {
      expect(found && [found.percent, found.lower, found.upper].every(Number.isInteger)).toBe(true);
      expect((found?.ownWeight ?? -1) % 10).toBe(0);
    }
  });
});
