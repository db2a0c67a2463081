/** Half-years, ripeness and common lengths, with days counted on a calendar (method.md 2.7, 2.10). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonLength, exactHalfYear, halfYear, halfYearOfDay, isRipe, latestWindow, nextHalfYear, previousHalfYear, windowOf } from '#features/results/release/windows.ts';

describe('half-years', () => {
  it('begin in January and July', () => {
    expect(halfYear(2025, 1)).toEqual({ name: '2025H1', from: '2025-01-01', to: '2025-06-30' });
    expect(halfYear(2025, 2)).toEqual({ name: '2025H2', from: '2025-07-01', to: '2025-12-31' });
    expect([halfYearOfDay('2025-06-30'), halfYearOfDay('2025-07-01')].map((each) => each.name)).toEqual(['2025H1', '2025H2']);
  });

  it('are only periods of just these days', () => {
    expect(exactHalfYear('2025-07-01', '2025-12-31')?.name).toBe('2025H2');
    for (const [from, to] of [['2025-01-01', '2025-12-31'], ['2024-07-01', '2025-06-30'], ['2025-01-02', '2025-06-30'], ['2025-01-01', '2025-06-29'], ['2024-01-01', '2025-06-30'], ['2025-07-01', '2025-06-30']] as const) {
      expect(exactHalfYear(from, to), `${from} to ${to}`).toBeNull();
    }
  });

  it('follow each other without a gap', () => {
    fc.assert(fc.property(fc.integer({ min: 1990, max: 2100 }), fc.constantFrom(1 as const, 2 as const), (year, half) => {
      const one = halfYear(year, half);
      expect(previousHalfYear(nextHalfYear(one))).toEqual(one);
      expect(Date.parse(nextHalfYear(one).from) - Date.parse(one.to)).toBe(86_400_000);
      expect(exactHalfYear(one.from, one.to)).toEqual(one);
    }));
  });
});

describe('ripeness', () => {
  // 2025H1 ends on 2025-06-30; a stay of 90 days and 30 more, the day the measure looks at, and 60 days of reporting.
  it.each([
    ['E3', 90, '2026-03-29'],
    ['E6', 90, '2026-06-27'],
    ['E6', 0, '2026-03-29'],
    ['E6', 365, '2027-03-29'],
    ['E12', 90, '2026-12-27'],
    ['SUS6', 90, '2026-09-28'],
    ['S12', 90, '2026-08-29'],
    ['S12', 730, '2026-08-29'],
  ] as const)('%s of programmes of %i days comes on %s and not a day before', (measure, days, first) => {
    const before = new Date(Date.parse(first) - 86_400_000).toISOString().slice(0, 10);
    expect(isRipe('2025-06-30', measure, days, first)).toBe(true);
    expect(isRipe('2025-06-30', measure, days, before)).toBe(false);
  });

  it.each([
    // S12 of 2025H1 is ripe on 2026-08-29, E6 of programmes of 90 days on 2026-06-27: the later of the two counts.
    [90, '2026-08-28', ['2023H1', '2023H2', '2024H1', '2024H2']],
    [90, '2026-08-29', ['2023H2', '2024H1', '2024H2', '2025H1']],
    [365, '2026-11-01', ['2023H1', '2023H2', '2024H1', '2024H2']],
  ] as const)('the window of programmes of %i days on %s', (days, day, names) => {
    const window = latestWindow(days, day);
    expect(window.halfYears).toEqual(names);
    expect(window.from).toBe(names[0].endsWith('H1') ? `${names[0].slice(0, 4)}-01-01` : `${names[0].slice(0, 4)}-07-01`);
  });

  it('a window spans its half-years', () => {
    expect(windowOf([halfYear(2024, 2), halfYear(2025, 1)])).toEqual({ from: '2024-07-01', to: '2025-06-30', halfYears: ['2024H2', '2025H1'] });
  });
});

describe('the common length', () => {
  it.each([
    ['most starters within 91 days', [[60, 10], [100, 50], [151, 40], [152, 45]], { from: 100, to: 152 }],
    ['91 days apart is one length', [[10, 5], [101, 5], [300, 9]], { from: 10, to: 101 }],
    ['92 days apart is not', [[10, 5], [102, 5], [300, 9]], { from: 300, to: 300 }],
    ['of equals the shortest', [[200, 5], [10, 5]], { from: 10, to: 10 }],
    ['lengths that nobody started do not count', [[10, 0], [20, 5], [90, 0]], { from: 20, to: 20 }],
  ] as const)('%s', (_what, starters, expected) => {
    expect(commonLength(new Map(starters))).toEqual(expected);
  });

  it('is nothing where no length is known', () => {
    expect(commonLength(new Map())).toBeNull();
    expect(commonLength(new Map([[10, 0]]))).toBeNull();
  });
});
