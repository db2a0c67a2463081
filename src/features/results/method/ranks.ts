/** Between which places a provider may stand, where providers may be numbered at all (method.md 9.3). */
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { requireCount, requireList, requireNonNegative, requirePositive, requireRecord, requireText } from './guards.ts';
import { at } from './lists.ts';
import { PARAMETERS } from './parameters.ts';

export interface RankedProvider {
  id: string;
  O: number;
  E: number;
  V: number;
}

/** Places from the highest, 1, to the lowest. */
export interface RankInterval {
  from: number;
  to: number;
}

const DRAWS = 10_000;
/** Of the draws, at most this many lie before `from`, and at most this many after `to`. */
const OUTSIDE = Math.floor((DRAWS * (1 - PARAMETERS.verdict.thinLevel)) / 2 + 1e-9);

/** Whether the differences are certain enough to number the providers. */
export function mayRank(rankability: number, peers: number): boolean {
  const { minRankability, minPeers } = PARAMETERS.ranking;
  return rankability >= minRankability && peers >= minPeers;
}

/** Numbers strictly between 0 and 1, the same for the same seed (mulberry32). */
function uniforms(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 2 ** 32;
  };
}

/** Mean and standard deviation of a provider's ratio: its own O/E, drawn towards 1 by what chance may explain. */
function beliefOf({ O, E, V }: RankedProvider, tau2: number): { mean: number; sd: number } {
  const s2 = V / E ** 2;
  const weight = tau2 / (tau2 + s2);
  return { mean: 1 + weight * (O / E - 1), sd: Math.sqrt((tau2 * s2) / (tau2 + s2)) };
}

/** Read of a Float64Array inside its bounds. On its own, so that the engine sees one kind of array only. */
function read(values: Float64Array, index: number): number {
  return values[index] ?? 0;
}

/** How many of the sorted values lie above `value`. */
function above(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (read(sorted, middle) <= value) low = middle + 1;
    else high = middle;
  }
  return sorted.length - low;
}

/** @param counts how often a provider had each place, the first at index 0 */
function intervalOf(counts: Uint16Array): RankInterval {
  let [place, reached] = [0, at(counts, 0)];
  const until = (enough: number) => {
    while (reached < enough) reached += at(counts, (place += 1));
    return place + 1;
  };
  return { from: until(OUTSIDE + 1), to: until(DRAWS - OUTSIDE) };
}

function check(providers: readonly RankedProvider[], tau2: number, seed: number): void {
  requireList(providers, 'providers');
  for (const each of providers) {
    requireRecord(each, 'provider');
    requireText(each.id, 'id');
    requireNonNegative(each.O, 'O');
    requirePositive(each.E, 'E');
    requirePositive(each.V, 'V');
  }
  requirePositive(tau2, 'tau2');
  requireCount(seed, 'seed');
}

/**
 * The 95 % interval of each provider's place, out of 10 000 draws of all of them. Their order does not matter.
 * Memory: two bytes for each pair of providers.
 * @param providers all peers of the comparison; each id once
 * @param seed a whole number, of which the lowest 32 bits count
 */
export function rankIntervals(providers: readonly RankedProvider[], tau2: number, seed: number): Map<string, RankInterval> {
  check(providers, tau2, seed);
  const sorted = providers.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const beliefs = sorted.map((each) => beliefOf(each, tau2));
  const size = sorted.length;
  const counts = Array.from({ length: size }, () => new Uint16Array(size));
  const next = uniforms(seed);
  const drawn = new Float64Array(size);
  for (let draw = 0; draw < DRAWS; draw += 1) {
    beliefs.forEach(({ mean, sd }, index) => (drawn[index] = mean + sd * normalQuantile(next(), 0, 1)));
    const ordered = drawn.toSorted();
    counts.forEach((own, index) => {
      const place = above(ordered, read(drawn, index));
      own[place] = (own[place] ?? 0) + 1;
    });
  }
  return new Map(sorted.map(({ id }, index) => [id, intervalOf(at(counts, index))]));
}
