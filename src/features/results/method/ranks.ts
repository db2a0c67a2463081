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

/** Whole numbers below 2^32, the same for the same seed (mulberry32). */
function wholes(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

interface Belief {
  mean: number;
  sd: number;
}

/** Mean and standard deviation of a provider's ratio: its own O/E, drawn towards 1 by what chance may explain. */
function beliefOf({ O, E, V }: RankedProvider, tau2: number): Belief {
  const s2 = V / E ** 2;
  const weight = tau2 / (tau2 + s2);
  return { mean: 1 + weight * (O / E - 1), sd: Math.sqrt((tau2 * s2) / (tau2 + s2)) };
}

/** Draws are taken from so many equally likely values of a normal distribution: working each out anew would be most of the time. */
const NORMAL_VALUES = 2 ** 16;
let normalValues: Float64Array | null = null;

function normalTable(): Float64Array {
  return (normalValues ??= Float64Array.from({ length: NORMAL_VALUES }, (_, index) => normalQuantile((index + 0.5) / NORMAL_VALUES, 0, 1)));
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

/**
 * One draw of all providers after the other, each counted at its place. Values are sorted together with whose they are: that
 * stands in their last bits, far below what a draw is good for, in the half that all machines Node runs on keep first.
 * @param counts by provider and place
 */
function drawAll(beliefs: readonly Belief[], seed: number, counts: readonly Uint16Array[]): void {
  const size = beliefs.length;
  const [means, sds] = [Float64Array.from(beliefs, ({ mean }) => mean), Float64Array.from(beliefs, ({ sd }) => sd)];
  const values = new Float64Array(size);
  const halves = new Uint32Array(values.buffer);
  const label = 2 ** Math.ceil(Math.log2(Math.max(2, size))) - 1;
  const normals = normalTable();
  const next = wholes(seed);
  for (let draw = 0; draw < DRAWS; draw += 1) {
    for (let index = 0; index < size; index += 1) {
      values[index] = (means[index] ?? 0) + (sds[index] ?? 0) * (normals[next() >>> 16] ?? 0);
      halves[2 * index] = ((halves[2 * index] ?? 0) & ~label) | index;
    }
    values.sort();
    for (let place = 0; place < size; place += 1) {
      const own = counts[(halves[2 * (size - 1 - place)] ?? 0) & label];
      if (own) own[place] = (own[place] ?? 0) + 1;
    }
  }
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
  drawAll(beliefs, seed, counts);
  return new Map(sorted.map(({ id }, index) => [id, intervalOf(at(counts, index))]));
}
