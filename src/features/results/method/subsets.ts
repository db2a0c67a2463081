/** Which sets of further cells to try, in the order of method.md 11.2. */
import { at } from './lists.ts';

/** Number of sets of `size` among `count`. */
export function choose(count: number, size: number): number {
  let sets = 1;
  for (let i = 0; i < size; i += 1) sets = (sets * (count - i)) / (i + 1);
  return sets;
}

type Visit = (set: readonly number[], sum: number) => void;

/** Visits every set of `size` indexes, ascending inside, in lexicographic order; the visitor copies what it keeps. */
function eachSet(weights: readonly number[], size: number, visit: Visit): void {
  const set: number[] = [];
  const extend = (first: number, sum: number): void => {
    if (set.length === size) return visit(set, sum);
    for (let i = first; i < weights.length; i += 1) {
      set.push(i);
      extend(i + 1, sum + at(weights, i));
      set.pop();
    }
  };
  extend(0, 0);
}

/** The sum up to which the first `limit` sets reach, and how many of the sets with just that sum are among them. */
function reachOf(weights: readonly number[], size: number, limit: number): { heaviest: number; ties: number } {
  const count = choose(weights.length, size);
  if (count <= limit) return { heaviest: Infinity, ties: 0 };
  const sums = new Float64Array(count);
  let next = 0;
  eachSet(weights, size, (_, sum) => {
    sums[next] = sum;
    next += 1;
  });
  sums.sort();
  const heaviest = at(sums, limit);
  return { heaviest, ties: limit - sums.indexOf(heaviest) };
}

/**
 * Of the first `limit` sets of `size` indexes, by ascending sum of weights, then lexicographically, those that `wanted` keeps.
 * Sorting only these, and cutting by a sorted list of plain sums, makes tables of sixty cells cheap.
 */
export function lightestSets(weights: readonly number[], size: number, limit: number, wanted: (set: readonly number[]) => boolean): number[][] {
  const { heaviest, ties } = reachOf(weights, size, limit);
  const kept: { set: number[]; sum: number }[] = [];
  let tied = 0;
  eachSet(weights, size, (set, sum) => {
    if (sum === heaviest) tied += 1;
    const within = sum < heaviest || (sum === heaviest && tied <= ties);
    if (within && wanted(set)) kept.push({ set: [...set], sum });
  });
  return kept.sort((a, b) => a.sum - b.sum).map(({ set }) => set);
}
