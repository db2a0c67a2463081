/** Which half-years are held back beside their sum: worked by hand (method.md 11.2). */
import { describe, expect, it } from 'vitest';
import { cohortsOf } from '#features/results/release/cohorts.ts';
import { decideHalves } from '#features/results/release/halves.ts';
import { NO_MEMORY, type Memory } from '#features/results/release/memory.ts';
import { latestWindow } from '#features/results/release/windows.ts';
import { DAY, HARMLESS, inputOf, providerOf, SENSITIVE, type Cell } from '#tests/support/release.ts';

const HALVES = ['2023H2', '2024H1', '2024H2', '2025H1'] as const;
type Count = NonNullable<Cell['E6']>;

function decided(cells: readonly Cell[], memory: Partial<Memory> = {}) {
  const input = inputOf([providerOf('one', cells)]);
  const [provider] = input.providers;
  if (!provider) throw new Error('no provider');
  const window = latestWindow(91, DAY);
  expect(window.halfYears).toEqual(HALVES);
  return decideHalves({ provider, cohorts: cohortsOf(provider, { day: DAY, usualDays: 91 }) }, { input, window, plannedDays: null }, { ...NO_MEMORY, ...memory });
}

const four = (...counts: readonly Count[]): Cell[] => counts.map((E6, index) => ({ half: HALVES[index] ?? '', E6 }));
const e6 = (found: ReturnType<typeof decided>) => found.totals.get('E6');

describe('half-years and their sum', () => {
  it('are all shown where each may be', () => {
    const found = decided(four([12, 18], [12, 18], [12, 18], [12, 18]));
    expect([...found.held]).toEqual([]);
    expect(found).toMatchObject({ headline: 'E6', unsafe: false, least: 10, halfYears: HALVES });
    expect(e6(found)).toMatchObject({ n: 120, placed: 48 });
  });

  it('one that is small takes the one with fewest starters along, and its reason may be said', () => {
    const found = decided(four([12, 18], [12, 16], [12, 18], [3, 2]));
    expect([...found.held].sort()).toEqual(['2024H1', '2025H1']);
    expect(e6(found)).toMatchObject({ n: 93, placed: 39 });
    expect([...found.unnamed]).toEqual([]);
  });

  it('of equals the older', () => {
    expect([...decided(four([12, 18], [12, 18], [12, 18], [3, 2])).held].sort()).toEqual(['2023H2', '2025H1']);
  });

  it('one that is extreme takes another along too', () => {
    const found = decided(four([12, 18], [12, 18], [1, 29], [12, 17]));
    expect([...found.held].sort()).toEqual(['2024H2', '2025H1']);
  });

  it('two that are small hide each other, and then the reason of neither is said', () => {
    const found = decided(four([12, 18], [12, 18], [4, 4], [4, 4]));
    expect([...found.held].sort()).toEqual(['2024H2', '2025H1']);
    expect([...found.unnamed].sort()).toEqual(['2024H2', '2025H1']);
  });

  it('two small ones of which hardly anybody was placed take a third along: their placed would lie within two', () => {
    expect([...decided(four([12, 18], [12, 18], [1, 7], [1, 7])).held].sort()).toEqual(['2023H2', '2024H2', '2025H1']);
  });

  it('a sum that is extreme itself is not shown, nor what it is made of', () => {
    const found = decided(four([1, 3], [0, 2], [1, 2], [0, 2]));
    expect(found.headline).toBeNull();
    expect([...found.held].sort()).toEqual(HALVES);
    expect(found.primary.get('E6')).toBe('extreme');
    expect(found.totals.size).toBe(0);
  });

  it('a half-year without anybody is told, and hides nobody', () => {
    const found = decided(four([12, 18], [0, 0], [12, 18], [3, 2]));
    expect([...found.held].sort()).toEqual(['2023H2', '2025H1']);
  });

  it('a sensitive group anywhere in the window asks for twenty everywhere in it', () => {
    const found = decided([...four([12, 18], [8, 10], [12, 18], [12, 18]), { half: '2025H1', group: SENSITIVE, region: 'dk-kommune:0001', E6: [10, 10] }]);
    expect(found.least).toBe(20);
    expect([...found.held]).toContain('2024H1');
    expect([...decided([...four([12, 18], [8, 10], [12, 18], [12, 18]), { half: '2025H1', group: HARMLESS, region: 'dk-kommune:0001', E6: [10, 10] }]).held]).toEqual([]);
  });
});

describe('measures together', () => {
  it('a half-year that is extreme in one of them is held back in all', () => {
    const cells = four([12, 18], [12, 18], [12, 18], [12, 18]).map((cell, index): Cell => ({ ...cell, S12: index === 1 ? [29, 1] : [14, 16] }));
    const found = decided(cells);
    expect([...found.held].sort()).toEqual(['2023H2', '2024H1']);
    expect([...found.totals.keys()]).toEqual(['E6', 'S12']);
    expect(found.totals.get('S12')).toMatchObject({ n: 120, placed: 71 });
  });

  it('with other half-years than the headline has no sum of its own', () => {
    const cells = four([12, 18], [12, 18], [12, 18], [12, 18]).map((cell, index): Cell => (index === 0 ? cell : { ...cell, S12: [14, 16] }));
    expect([...decided(cells).totals.keys()]).toEqual(['E6']);
  });
});

describe('beside earlier releases', () => {
  it('what was held back stays so, though it is large enough by now', () => {
    const found = decided(four([12, 18], [12, 18], [12, 18], [12, 18]), { held: ['2024H1', '2024H2'], sums: [[...HALVES]] });
    expect([...found.held].sort()).toEqual(['2024H1', '2024H2']);
    expect(e6(found)).toMatchObject({ n: 120 });
  });

  it('the same window again is no news', () => {
    const found = decided(four([12, 18], [12, 18], [12, 18], [3, 2]), { held: ['2023H2', '2025H1'], sums: [[...HALVES]], shown: ['2024H1', '2024H2'] });
    expect(found).toMatchObject({ unsafe: false, headline: 'E6' });
  });

  it('a sum that together with an earlier one would tell a small half-year does not go out', () => {
    const found = decided(four([12, 18], [12, 18], [12, 18], [3, 2]), { sums: [['2023H2', '2024H1', '2024H2']], shown: ['2023H2', '2024H1', '2024H2'] });
    expect(found).toMatchObject({ unsafe: true, headline: null });
    expect(found.totals.size).toBe(0);
  });

  it('and where a shown half-year would be what hides it, neither: it is known', () => {
    const found = decided(four([12, 18], [12, 18], [12, 18], [3, 2]), { shown: ['2023H2', '2024H1', '2024H2'] });
    expect(found).toMatchObject({ unsafe: true, headline: null });
  });
});
