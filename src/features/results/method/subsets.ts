/** Which sets of further cells to try, in the order of method.md 11.2. */
import { at } from './lists.ts';

/** Number of sets of `size` among `count`. */
export function choose(count: number, size: number): number {
  let sets = 1;
  for (let i = 0; i < size; i += 1) sets = (sets * (count - i)) / (i + 1);
  return Math.max(0, sets);
}

/** Every set of `size` among 0 .. count-1, ascending inside, in lexicographic order. */
function* combinations(count: number, size: number, first = 0): Generator<number[]> {
  if (size === 0) yield [];
  else {
    for (let i = first; i <= count - size; i += 1) {
      for (const rest of combinations(count, size - 1, i + 1)) yield [i, ...rest];
    }
  }
}

/** The `limit` lightest sets of `size` indexes, by ascending sum of weights, then lexicographically. */
export function lightestSets(weights: readonly number[], size: number, limit: number): number[][] {
  return Array.from(combinations(weights.length, size), (set) => ({ set, sum: set.reduce((sum, i) => sum + at(weights, i), 0) }))
    .sort((a, b) => a.sum - b.sum)
    .slice(0, limit)
    .map(({ set }) => set);
}
