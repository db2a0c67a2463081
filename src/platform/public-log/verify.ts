/** Whether a proof holds: the steps of RFC 9162, 2.1.3.2 and 2.1.4.2. Needs nothing but hashes, so that anyone can repeat it. */
import { innerHash } from './merkle.ts';

const half = (n: number) => Math.floor(n / 2);

/** Whether the leaf is entry `index` of the tree with that size and root. */
export function provesInclusion(leaf: string, index: number, size: number, proof: readonly string[], root: string): boolean {
  if (!(Number.isSafeInteger(index) && Number.isSafeInteger(size) && index >= 0 && index < size)) return false;
  let [at, last, hash] = [index, size - 1, leaf];
  for (const each of proof) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      hash = innerHash(each, hash);
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    } else {
      hash = innerHash(hash, each);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && hash === root;
}

/** Whether the tree of size `first` is the beginning of that of size `second`. */
export function provesConsistency(first: number, firstRoot: string, second: number, secondRoot: string, proof: readonly string[]): boolean {
  if (!(Number.isSafeInteger(first) && Number.isSafeInteger(second) && first > 0 && first <= second)) return false;
  if (first === second) return proof.length === 0 && firstRoot === secondRoot;
  let [at, last] = [first - 1, second - 1];
  while (at % 2 === 1) [at, last] = [half(at), half(last)];
  // A first tree that is one complete subtree is its own beginning.
  const path = at === 0 ? [firstRoot, ...proof] : [...proof];
  const start = path.shift();
  if (start === undefined || path.length === 0) return false;
  let [was, is] = [start, start];
  for (const each of path) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      [was, is] = [innerHash(each, was), innerHash(each, is)];
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    } else {
      is = innerHash(is, each);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && was === firstRoot && is === secondRoot;
}
