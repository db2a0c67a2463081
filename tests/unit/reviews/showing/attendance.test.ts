import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addReleases, coarser, inClasses, releaseAttendance, type AttendanceRelease, type Classing } from '#features/reviews/showing/attendance.ts';
import { sumOf, type Bars } from '#features/reviews/showing/counts.ts';

const release = (chosen: Bars, others: Bars) => releaseAttendance({ chosen, others });
const barsArbitrary = fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9), fc.nat(9), fc.nat(9)).map((bars): Bars => bars);

describe('what may be told by attendance', () => {
  it.each([
    ['all five answers', [3, 3, 3, 3, 3], [3, 3, 3, 3, 3], 0],
    ['an answer nobody gave is no secret', [0, 0, 3, 3, 3], [0, 0, 3, 3, 3], 0],
    ['low, middle and high', [1, 2, 3, 1, 4], [3, 0, 3, 4, 0], 1],
    ['high and the rest', [1, 2, 1, 1, 4], [3, 0, 0, 4, 0], 2],
  ] as const)('%s', (_what, chosen, others, classing) => {
    expect(release([...chosen], [...others])?.classing).toBe(classing);
  });

  it.each([
    ['one side too small', [1, 1, 1, 1, 0], [5, 5, 5, 5, 5]],
    ['nobody at all', [0, 0, 0, 0, 0], [0, 0, 0, 0, 0]],
    ['all of one side of one mind', [0, 0, 0, 0, 9], [9, 0, 0, 0, 0]],
    ['one side missing', [0, 0, 0, 0, 0], [3, 3, 3, 3, 3]],
  ] as const)('waits with %s', (_what, chosen, others) => {
    expect(release([...chosen], [...others])).toBeNull();
  });

  it('whatever answer a review gave, three or more on either side gave it too', () => {
    fc.assert(
      fc.property(barsArbitrary, barsArbitrary, (chosen, others) => {
        const found = release(chosen, others);
        if (!found) return;
        for (const [i, count] of found.chosen.entries()) {
          const other = found.others[i] ?? 0;
          expect((count === 0 && other === 0) || (count >= 3 && other >= 3)).toBe(true);
        }
        expect(sumOf(found.chosen) + sumOf(found.others)).toBe(sumOf(chosen) + sumOf(others));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('releases together', () => {
  const of = (classing: Classing, chosen: Bars, others: Bars): AttendanceRelease => ({ classing, chosen: inClasses(chosen, classing), others: inClasses(others, classing) });

  it('are nothing without any', () => {
    expect(addReleases([])).toBeNull();
  });

  it('a coarser telling of a finer one is that of the answers themselves', () => {
    fc.assert(
      fc.property(barsArbitrary, barsArbitrary, fc.constantFrom<Classing>(0, 1, 2), fc.constantFrom<Classing>(0, 1, 2), (chosen, others, from, to) => {
        fc.pre(from <= to);
        expect(coarser(of(from, chosen, others), to)).toEqual(of(to, chosen, others));
      }),
    );
  });

  it('add up', () => {
    expect(addReleases([of(0, [1, 2, 3, 4, 5], [5, 4, 3, 2, 1]), of(1, [1, 1, 1, 1, 1], [2, 2, 2, 2, 2])])).toEqual({ classing: 1, chosen: [5, 4, 11], others: [13, 5, 7] });
  });
});
