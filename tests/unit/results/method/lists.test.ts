import { expect, it } from 'vitest';
import { at, dot, getOrMake, sumOf } from '#features/results/method/lists.ts';

it('at refuses an index outside the list', () => {
  expect(at([7, 8], 1)).toBe(8);
  expect(() => at([7, 8], 2)).toThrow(new RangeError('index 2 must be inside the list'));
  expect(() => at(new Float64Array(1), -1)).toThrow(RangeError);
});

it('dot and sumOf add', () => {
  expect(dot([1, 2], [3, 4, 5])).toBe(11);
  expect(sumOf(new Set([1, 2]), (value) => 10 * value)).toBe(30);
});

it('getOrMake makes each once', () => {
  const map = new Map<string, number[]>();
  getOrMake(map, 'a', () => []).push(1);
  getOrMake(map, 'a', () => []).push(2);
  expect(map).toEqual(new Map([['a', [1, 2]]]));
});
