/** How far numbers stay open beside published sums (method.md 11.2): by hand and by known bounds. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { look } from '#features/results/release/linear.ts';

const weights = (...values: number[]) => Float64Array.from(values);

describe('by hand', () => {
  it('two numbers of which the sum is known', () => {
    const view = look({ size: 2, sums: [[0, 1]] }, [4, 6]);
    expect(view.range([0])).toEqual({ min: 0, max: 10 });
    expect(view.staysOpen([0], 10)).toBe(true);
    expect(view.staysOpen([0], 10.1)).toBe(false);
    expect(view.staysOpen([0, 1], 1)).toBe(false);
    expect(view.staysOpen([0, 1], 0)).toBe(true);
  });

  it('a number that follows from two sums', () => {
    const view = look({ size: 2, sums: [[0, 1], [1]] }, [4, 6]);
    expect(view.range([0])).toEqual({ min: 4, max: 4 });
    expect(view.staysOpen([0], 1)).toBe(false);
  });

  it('a number in no sum has no end', () => {
    const view = look({ size: 3, sums: [[0, 1]] }, [4, 6, 5]);
    expect(view.range([2])).toEqual({ min: 0, max: null });
    expect(view.staysOpen([2], 1_000)).toBe(true);
  });

  it('a weighted sum that is nearly known leaves less', () => {
    // x + y = 10 and 14 <= x + 2 y <= 18, so that y is from 4 to 8 and x from 2 to 6.
    const view = look({ size: 2, sums: [[0, 1]] }, [4, 6], [{ weights: weights(1, 2), min: 14, max: 18 }]);
    expect(view.range([0])).toEqual({ min: 2, max: 6 });
    expect(view.staysOpen([0], 4)).toBe(true);
    expect(view.staysOpen([0], 4.1)).toBe(false);
  });

  it('directions that leave a weighted sum alone find room that others do not', () => {
    const system = { size: 3, sums: [[0, 1, 2]] };
    const limit = { weights: weights(1, 2, 3), min: 19.9, max: 20.1 };
    const view = look(system, [3, 4, 3], [limit], [limit.weights]);
    // x = 3 + t, y = 4 - 2 t, z = 3 + t: from t = -3 to t = 2, and a little more by the limit.
    expect(view.staysOpen([0], 5)).toBe(true);
    const { min, max } = view.range([0]) ?? { min: Number.NaN, max: null };
    expect(min).toBeCloseTo(0, 6);
    expect(max).toBeCloseTo(5.05, 6);
  });

  it('limits that no numbers meet tell nothing', () => {
    const view = look({ size: 2, sums: [[0, 1]] }, [4, 6], [{ weights: weights(1, 0), min: 20, max: 30 }]);
    expect(view.range([0])).toBeNull();
    expect(view.staysOpen([0], 1)).toBe(false);
  });
});

describe('a two-way table with all margins published', () => {
  const people = fc.nat({ max: 20 });

  it('leaves each cell of two by two as open as Fréchet said', () => {
    fc.assert(fc.property(people, people, people, people, (a, b, c, d) => {
      const view = look({ size: 4, sums: [[0, 1], [2, 3], [0, 2], [1, 3]] }, [a, b, c, d]);
      const [min, max] = [Math.max(0, a + b + (a + c) - (a + b + c + d)), Math.min(a + b, a + c)];
      const range = view.range([0]);
      expect(range?.min).toBeCloseTo(min, 6);
      expect(range?.max).toBeCloseTo(max, 6);
      for (const wanted of [1, 3, 9, max - min]) expect(view.staysOpen([0], wanted), String(wanted)).toBe(max - min >= wanted - 1e-9);
    }), { numRuns: 60 });
  });

  it('never says that a number stays open further than the linear program finds', () => {
    const system = { size: 6, sums: [[0, 1, 2], [3, 4, 5], [0, 3], [1, 4], [2, 5]] };
    fc.assert(fc.property(fc.array(people, { minLength: 6, maxLength: 6 }), fc.nat({ max: 5 }), fc.integer({ min: 1, max: 12 }), (values, index, wanted) => {
      const view = look(system, values);
      const range = view.range([index]);
      expect(view.staysOpen([index], wanted)).toBe(range !== null && (range.max === null || range.max - range.min >= wanted - 1e-6));
    }), { numRuns: 60 });
  });
});
