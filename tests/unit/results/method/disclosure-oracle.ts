/**
 * Judges a published table the way an outsider would attack it, by other means than the code under test:
 * elimination over whole numbers (BigInt) for linear combinations, linear programs for the bounds.
 */
import { auditBounds } from '#features/results/method/audit.ts';
import type { Suppressed, SuppressInput } from '#features/results/method/index.ts';

/** Which inner cells a key sums over, as ones among zeros. */
function indicator(key: string, rows: number, columns: number): bigint[] {
  const [kind, first, second] = key.split(':');
  return Array.from({ length: rows * columns }, (_, index) => {
    const [i, j] = [String(Math.floor(index / columns)), String(index % columns)];
    const inside = kind === 't' || (kind === 'r' && i === first) || (kind === 'k' && j === first) || (kind === 'c' && i === first && j === second);
    return inside ? 1n : 0n;
  });
}

/** Takes multiples of the basis from a vector until its leading entries are gone; exact, by cross-multiplication. */
function reduced(vector: bigint[], basis: Map<number, bigint[]>): bigint[] {
  let left = vector;
  for (const [pivot, row] of [...basis].sort(([a], [b]) => a - b)) {
    const [factor, divisor] = [left[pivot] ?? 0n, row[pivot] ?? 1n];
    if (factor !== 0n) left = left.map((value, index) => value * divisor - factor * (row[index] ?? 0n));
  }
  return left;
}

const shapeOf = (input: SuppressInput) => ({ rows: input.n.length, columns: input.n[0]?.length ?? 0 });

/** Primary cells and totals that are linear combinations of what is published. */
export function recoverableByAlgebra(input: SuppressInput, { primary, published }: Suppressed): string[] {
  const { rows, columns } = shapeOf(input);
  const basis = new Map<number, bigint[]>();
  for (const key of published) {
    const left = reduced(indicator(key, rows, columns), basis);
    const pivot = left.findIndex((value) => value !== 0n);
    if (pivot >= 0) basis.set(pivot, left);
  }
  return Object.keys(primary)
    .filter((key) => reduced(indicator(key, rows, columns), basis).every((value) => value === 0n))
    .map((key) => `${key} follows from what is published`);
}

/** Primary inner cells whose bounds are too narrow in n, o or n - o (method.md 11.2(b)). */
export function violationsOfAudit(input: SuppressInput, { primary, published }: Suppressed): string[] {
  const rest = input.n.map((row, i) => row.map((value, j) => value - (input.o[i]?.[j] ?? 0)));
  const [n, o, notPlaced] = [input.n, input.o, rest].map((table) => auditBounds(table, published));
  return Object.entries(primary).flatMap(([key, kind]) => {
    if (!key.startsWith('c')) return [];
    const row = Number(key.split(':')[1]);
    const minN = typeof input.minN === 'number' ? input.minN : (input.minN[row] ?? 0);
    const width = (bounds: typeof n) => {
      const [low, high] = bounds?.[key] ?? [0, 0];
      return (high ?? Infinity) - low;
    };
    const faults = width(o) < input.minCount || width(notPlaced) < input.minCount || (kind === 'small' && width(n) < minN - 1);
    return faults ? [`${key} is too narrow`] : [];
  });
}
