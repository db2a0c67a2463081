/** Seeded randomness: the same seed and name give the same numbers on every machine. */

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    value ^= text.charCodeAt(i);
    value = Math.imul(value, 0x01000193);
  }
  return value >>> 0;
}

export interface Random {
  /** From 0 up to but not including 1. */
  next(): number;
  /** Whole number from `low` to `high`, both included. */
  int(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** `count` different items, in the order they have in the list. */
  some<T>(items: readonly T[], count: number): T[];
  shuffled<T>(items: readonly T[]): T[];
  /** Number of successes among `n` trials. */
  binomial(n: number, probability: number): number;
}

/**
 * A stream of its own for each name, so that adding a record changes no other record.
 * Generator: mulberry32.
 */
export function random(seed: number, name: string): Random {
  let state = (hash(name) ^ Math.imul(seed, 0x9e3779b1)) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 15), z | 1);
    z ^= z + Math.imul(z ^ (z >>> 7), z | 61);
    return ((z ^ (z >>> 14)) >>> 0) / 4294967296;
  };
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(items: readonly T[]): T => {
    const item = items[int(0, items.length - 1)];
    if (item === undefined) throw new Error(`nothing to pick from (${name})`);
    return item;
  };
  const shuffled = <T>(items: readonly T[]): T[] => {
    const pool = [...items];
    const result: T[] = [];
    while (pool.length > 0) result.push(...pool.splice(int(0, pool.length - 1), 1));
    return result;
  };
  const some = <T>(items: readonly T[], count: number): T[] => {
    const indices = shuffled(items.map((_, index) => index)).slice(0, count);
    return items.filter((_, index) => indices.includes(index));
  };
  const binomial = (n: number, probability: number): number => {
    let successes = 0;
    for (let i = 0; i < n; i += 1) if (next() < probability) successes += 1;
    return successes;
  };
  return { next, int, chance: (probability) => next() < probability, pick, some, shuffled, binomial };
}
