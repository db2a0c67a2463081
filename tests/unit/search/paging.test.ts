import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageNumbers } from '#features/search/paging.ts';

describe('page numbers', () => {
  it('shows the ends and the neighbours', () => {
    expect(pageNumbers(1, 1)).toEqual([1]);
    expect(pageNumbers(1, 5)).toEqual([1, 2, null, 5]);
    expect(pageNumbers(3, 5)).toEqual([1, 2, 3, 4, 5]);
    expect(pageNumbers(50, 100)).toEqual([1, null, 49, 50, 51, null, 100]);
    expect(pageNumbers(100, 100)).toEqual([1, null, 99, 100]);
  });

  it('always holds the present page, in rising order, and hides no single one', () => {
    const pair = fc.integer({ min: 1, max: 200 }).chain((pages) => fc.tuple(fc.integer({ min: 1, max: pages }), fc.constant(pages)));
    fc.assert(
      fc.property(pair, ([page, pages]) => {
        const shown = pageNumbers(page, pages);
        const numbers = shown.filter((each) => each !== null);
        expect(numbers).toContain(page);
        expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
        shown.forEach((each, i) => {
          if (each === null) expect((shown[i + 1] ?? 0) - (shown[i - 1] ?? 0)).toBeGreaterThan(2);
        });
      }),
    );
  });
});
