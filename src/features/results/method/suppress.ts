/** Which figures of a table may be published together (method.md 11.2). */
import { requireCount, requireCountOf, requireLength, requireRecord, requireSome, requireWhole } from './guards.ts';
import { marginLayers, sumsOf, tableLayer, type Layer, type PrimaryKind, type Sums, type SuppressInput } from './layers.ts';
import { at } from './lists.ts';
import { linesInNeed, narrowPrimary, recoverablePrimary } from './protection.ts';
import { choose, lightestSets } from './subsets.ts';

export interface Suppressed {
  level: 'cells' | 'margins' | 'total';
  primary: Record<string, PrimaryKind>;
  complementary: string[];
  published: string[];
}

const MAX_FURTHER = 3;
const MAX_SETS = 2000;

/** Cells that may be hidden further: not primary and not empty, by key. */
function candidatesOf(layer: Layer): number[] {
  const { keys } = layer.net;
  return Array.from({ length: layer.inner }, (_, arc) => arc)
    .filter((arc) => at(layer.primary, arc) === null && at(layer.n, arc) > 0)
    .sort((a, b) => (at(keys, a) < at(keys, b) ? -1 : 1));
}

/** The first set of further cells that protects every primary one, in the order of 11.2, so by key; null if none is found. */
function furtherCells(layer: Layer): number[] | null {
  const { from, to } = layer.net;
  const hidden = layer.primary.map((kind) => kind !== null);
  const candidates = candidatesOf(layer);
  const weights = candidates.map((arc) => at(layer.n, arc));
  const lines = linesInNeed(layer, hidden);
  const arcsOf = (set: readonly number[]) => set.map((index) => at(candidates, index));
  const helpsAll = (set: readonly number[]) => {
    const further = arcsOf(set);
    return lines.every((line) => further.some((arc) => at(from, arc) === line || at(to, arc) === line));
  };
  let [left, narrow]: [number, number | null] = [MAX_SETS, null];
  for (let size = 0; size <= MAX_FURTHER && left > 0; size += 1) {
    // A cell lies in two lines, so fewer than half as many cells as lines cannot do.
    const sets = 2 * size < lines.length ? [] : lightestSets(weights, size, left, helpsAll);
    for (const set of sets) {
      const further = arcsOf(set);
      const tried = hidden.map((value, arc) => value || further.includes(arc));
      if (recoverablePrimary(layer, tried) !== null) continue;
      // What was too narrow in one set is the likeliest to be so in the next.
      narrow = narrowPrimary(layer, tried, narrow);
      if (narrow === null) return further;
    }
    left -= choose(candidates.length, size);
  }
  return null;
}

function keysOf(layer: Layer, arcs: readonly number[]): string[] {
  return arcs.map((arc) => at(layer.net.keys, arc));
}

/** Keys of a layer that are neither primary nor hidden further. */
function openKeys(layer: Layer, further: readonly number[]): string[] {
  return layer.net.keys.filter((_, arc) => at(layer.primary, arc) === null && !further.includes(arc));
}

/** The margins as one-way tables: both if they hold together, else the one that can be protected, the rows first (11.2). */
function publishMargins(table: Layer, sums: Sums): { complementary: string[]; published: string[] } | null {
  const safe = marginLayers(sums).flatMap((layer) => {
    const further = furtherCells(layer);
    return further === null ? [] : [{ complementary: keysOf(layer, further), published: openKeys(layer, further) }];
  });
  if (safe.length === 2) {
    const published = [...new Set(safe.flatMap((margin) => margin.published))];
    const hidden = table.net.keys.map((key) => !published.includes(key));
    if (recoverablePrimary(table, hidden) === null && narrowPrimary(table, hidden, null) === null) {
      return { complementary: safe.flatMap((margin) => margin.complementary), published };
    }
  }
  return safe[0] ?? null;
}

function checkInput(input: SuppressInput): number[] {
  requireRecord(input, 'input');
  const { n, o, minN, minCount } = input;
  requireSome(n, 'n');
  requireLength(o, n.length, 'o');
  n.forEach((row, i) => {
    requireSome(row, 'row of n');
    requireLength(row, at(n, 0).length, 'row of n');
    requireLength(o[i], row.length, 'row of o');
    row.forEach((value, j) => {
      requireCount(value, 'n');
      requireCountOf(at(o, i)[j], value, 'o');
    });
  });
  requireWhole(minCount, 'minCount');
  const rules = typeof minN === 'number' ? n.map(() => minN) : minN;
  requireLength(rules, n.length, 'minN');
  for (const rule of rules) requireWhole(rule, 'minN');
  return [...rules];
}

/**
 * Primary and complementary suppression of one table of starters and placed (11.1, 11.2).
 *
 * Keys: `c:row:column`, `r:row`, `k:column`, `t`; a table of one row has no `r` and `k`.
 * @returns at level `cells` what is hidden beside the primary cells; at `margins` and `total` no cell is published;
 *   nothing at all is published if the grand total is primary
 */
export function suppress(input: SuppressInput): Suppressed {
  const sums = sumsOf(input, checkInput(input));
  const table = tableLayer(sums);
  const primary: Record<string, PrimaryKind> = {};
  table.primary.forEach((kind, arc) => {
    if (kind !== null) primary[at(table.net.keys, arc)] = kind;
  });
  if (primary['t'] !== undefined) return { level: 'total', primary, complementary: [], published: [] };
  const further = furtherCells(table);
  if (further !== null) return { level: 'cells', primary, complementary: keysOf(table, further), published: openKeys(table, further) };
  const shown = publishMargins(table, sums);
  return shown === null ? { level: 'total', primary, complementary: [], published: ['t'] } : { level: 'margins', primary, ...shown };
}
