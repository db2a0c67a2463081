/** Whether a window goes out anew beside the one before (method.md 11.5). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differenceMayBeKnown, stepFrom, type Moving } from '#features/results/release/over-time.ts';

const OLD = ['2023H2', '2024H1', '2024H2', '2025H1'];
const NEW = ['2024H1', '2024H2', '2025H1', '2025H2'];
type Parts = Record<string, readonly [n: number, placed: number] | null>;
const EACH: Parts = { '2023H2': [30, 12], '2024H1': [30, 12], '2024H2': [30, 12], '2025H1': [30, 12], '2025H2': [30, 12] };

function sumOf(halves: readonly string[], parts: Parts): { n: number; placed: number } {
  return halves.reduce((sum, half) => ({ n: sum.n + (parts[half]?.[0] ?? 0), placed: sum.placed + (parts[half]?.[1] ?? 0) }), { n: 0, placed: 0 });
}

function moving(changes: Parts = {}, halfYears: readonly string[] = NEW, sameRows = true): Moving {
  const parts = { ...EACH, ...changes };
  const part = (half: string) => {
    const own = parts[half];
    return own ? { n: own[0], placed: own[1] } : null;
  };
  return { halfYears, total: sumOf(halfYears, parts), part, least: 10, sameRows };
}
const LAST = { halfYears: OLD, ...sumOf(OLD, EACH) };

describe('a window after another', () => {
  it('goes out the first time, and where it shares no half-year with the last', () => {
    expect(stepFrom(undefined, moving())).toBe('new');
    expect(stepFrom({ ...LAST, halfYears: ['2021H1', '2021H2'] }, moving({ '2025H2': [1, 1] }))).toBe('new');
  });

  it.each([
    ['the half-year added and the one dropped are large enough', {}, 'new'],
    ['nobody is in the one added', { '2025H2': [0, 0] }, 'new'],
    ['nobody was in the one dropped', { '2023H2': [0, 0] }, 'new'],
    ['the one added is small', { '2025H2': [9, 4] }, 'keep'],
    ['the one added is extreme', { '2025H2': [30, 2] }, 'keep'],
    ['nearly all of the one added are in work', { '2025H2': [30, 28] }, 'keep'],
    ['the one dropped is small', { '2023H2': [9, 4] }, 'keep'],
    ['nothing is told any more of the one dropped', { '2023H2': null }, 'withhold'],
    ['nothing is told of the one added', { '2025H2': null }, 'withhold'],
  ] as const)('where %s', (_what, changes, expected) => {
    expect(stepFrom(LAST, moving(changes))).toBe(expected);
  });

  it.each([
    ['nothing else', {}, 'new'],
    ['ten more people, five of them placed', { '2024H2': [40, 17] }, 'new'],
    ['nine more people', { '2024H2': [39, 16] }, 'keep'],
    ['ten fewer people, five of them placed', { '2024H2': [20, 7] }, 'new'],
    ['the same people, three of them placed after all', { '2024H2': [30, 15] }, 'keep'],
    ['more people and fewer placed', { '2024H2': [60, 10] }, 'keep'],
    ['more placed than there are more people', { '2024H2': [40, 23] }, 'keep'],
  ] as const)('with other rows in a half-year that stays: %s', (_what, changes, expected) => {
    expect(stepFrom(LAST, moving(changes, NEW, false))).toBe(expected);
    // A correction of the very rows that were published goes out, whatever its size.
    expect(stepFrom(LAST, moving(changes, NEW, true))).toBe('new');
  });
});

describe('a difference', () => {
  it('may be known just where it is nobody, or a group that could be shown by itself', () => {
    fc.assert(fc.property(fc.integer({ min: -40, max: 40 }), fc.integer({ min: -40, max: 40 }), (n, placed) => {
      const signs = new Set([placed, n - placed].map(Math.sign).filter((sign) => sign !== 0));
      const group = signs.size === 1 && Math.abs(n) >= 10 && Math.abs(placed) >= 3 && Math.abs(n - placed) >= 3;
      expect(differenceMayBeKnown({ n, placed }, 10)).toBe((n === 0 && placed === 0) || group);
    }));
  });
});
