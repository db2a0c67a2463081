/**
 * The Merkle tree of RFC 6962 (2.1), which RFC 9162 repeats: pure, over hashes of complete subtrees that a store keeps.
 * Hashes are 64 lower-case hexadecimal characters.
 */
import { createHash } from 'node:crypto';

/** The subtree over the leaves [place · 2^level, (place + 1) · 2^level). Level 0 is a leaf. */
export interface Node {
  level: number;
  place: number;
}

const sha256 = (...parts: Uint8Array[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};

const LEAF = Buffer.from([0]);
const INNER = Buffer.from([1]);

/** Of no entry at all. */
export const EMPTY_ROOT = sha256();

export const leafHash = (entry: Uint8Array): string => sha256(LEAF, entry);
export const innerHash = (left: string, right: string): string => sha256(INNER, Buffer.from(left, 'hex'), Buffer.from(right, 'hex'));

export const nodeKey = ({ level, place }: Node): string => `${level}/${place}`;

/** The complete subtrees of the leaves [from, to), from the left, each as large as can be. `from` must be where the largest may begin. */
export function cover(from: number, to: number): Node[] {
  const nodes: Node[] = [];
  let start = from;
  while (start < to) {
    let level = 0;
    // Not with bit operations: places go beyond 32 bits.
    while (start % 2 ** (level + 1) === 0 && start + 2 ** (level + 1) <= to) level++;
    nodes.push({ level, place: start / 2 ** level });
    start += 2 ** level;
  }
  return nodes;
}

/** The largest power of two that is smaller than n; n at least 2. */
function split(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

/** Ranges of leaves whose hashes prove that a leaf lies in the tree of that size, from the leaf up. */
function inclusionRanges(index: number, from: number, to: number): [number, number][] {
  if (to - from === 1) return [];
  const middle = from + split(to - from);
  return index < middle ? [...inclusionRanges(index, from, middle), [middle, to]] : [...inclusionRanges(index, middle, to), [from, middle]];
}

/** RFC 6962 SUBPROOF: ranges that prove that the tree of `first` leaves is the beginning of this one. */
function consistencyRanges(first: number, from: number, to: number, whole: boolean): [number, number][] {
  if (first === to) return whole ? [] : [[from, to]];
  const middle = from + split(to - from);
  return first <= middle
    ? [...consistencyRanges(first, from, middle, whole), [middle, to]]
    : [...consistencyRanges(first, middle, to, false), [from, middle]];
}

/** What proves something: the ranges, and the stored nodes that they are made of. */
export interface Plan {
  ranges: [number, number][];
  nodes: Node[];
}
const planOf = (ranges: [number, number][]): Plan => ({ ranges, nodes: ranges.flatMap(([from, to]) => cover(from, to)) });

export const rootPlan = (size: number): Plan => planOf(size === 0 ? [] : [[0, size]]);

/** @throws RangeError unless 0 ≤ index < size */
export function inclusionPlan(index: number, size: number): Plan {
  if (!(index >= 0 && index < size)) throw new RangeError(`No entry ${index} in a log of ${size}.`);
  return planOf(inclusionRanges(index, 0, size));
}

/** @throws RangeError unless 0 < first ≤ second */
export function consistencyPlan(first: number, second: number): Plan {
  if (!(first > 0 && first <= second)) throw new RangeError(`A log of ${second} does not begin with one of ${first}.`);
  return planOf(consistencyRanges(first, 0, second, true));
}

/** The hash of the leaves in a range: its complete subtrees folded from the right. */
function rangeHash(from: number, to: number, hashOf: (node: Node) => string): string {
  return cover(from, to).map(hashOf).reduceRight((right, left) => innerHash(left, right));
}

/** @param hashOf stored nodes @returns the hash of each range of the plan */
export const carryOut = ({ ranges }: Plan, hashOf: (node: Node) => string): string[] => ranges.map(([from, to]) => rangeHash(from, to, hashOf));

/** The left neighbours that an appended leaf closes subtrees with, from the bottom. */
export function closedBy(index: number): Node[] {
  const nodes: Node[] = [];
  for (let place = index, level = 0; place % 2 === 1; place = (place - 1) / 2, level++) nodes.push({ level, place: place - 1 });
  return nodes;
}

/** @param leaf hash of the leaf at `index` @returns the subtrees that are complete now, and were not before */
export function grow(index: number, leaf: string, hashOf: (node: Node) => string): (Node & { hash: string })[] {
  let hash = leaf;
  return closedBy(index).map((left) => {
    hash = innerHash(hashOf(left), hash);
    return { level: left.level + 1, place: left.place / 2, hash };
  });
}
