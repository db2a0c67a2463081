/** A table and its margins, made ready for protection: what is primary, and what adds up to what (method.md 11.1). */
import { at, sumOf } from './lists.ts';
import { oneWayNetwork, twoWayNetwork, type Network } from './network.ts';

export type PrimaryKind = 'small' | 'extreme';

export interface SuppressInput {
  /** Starters, one list a target group. */
  n: readonly (readonly number[])[];
  /** Placed, in the same shape. */
  o: readonly (readonly number[])[];
  /** Fewest starters shown, for all rows or one a row. */
  minN: number | readonly number[];
  minCount: number;
}

/** A table or margin to protect; every list has one entry an arc, the cells that may be hidden further come first. */
export interface Layer {
  net: Network;
  inner: number;
  n: readonly number[];
  o: readonly number[];
  rest: readonly number[];
  minN: readonly number[];
  minCount: number;
  primary: readonly (PrimaryKind | null)[];
  /** The arcs that are primary. */
  primaries: readonly number[];
}

function primaryKind(n: number, o: number, minN: number, minCount: number): PrimaryKind | null {
  if (n === 0) return null;
  if (n < minN) return 'small';
  return Math.min(o, n - o) < minCount ? 'extreme' : null;
}

function layerOf(net: Network, inner: number, n: readonly number[], o: readonly number[], minN: readonly number[], minCount: number): Layer {
  const primary = n.map((value, arc) => primaryKind(value, at(o, arc), at(minN, arc), minCount));
  return { net, inner, n, o, rest: n.map((value, arc) => value - at(o, arc)), minN, minCount, primary, primaries: primary.flatMap((kind, arc) => (kind === null ? [] : [arc])) };
}

const total = (values: readonly number[]) => sumOf(values, (value) => value);

/** Cells, row totals, column totals and grand total in the order of the network's arcs. */
function withTotals(table: readonly (readonly number[])[]): { cells: number[]; rows: number[]; columns: number[]; all: number } {
  const rows = table.map(total);
  const columns = at(table, 0).map((_, j) => sumOf(table, (row) => at(row, j)));
  return { cells: table.flat(), rows, columns, all: total(rows) };
}

export interface Sums {
  starters: ReturnType<typeof withTotals>;
  placed: ReturnType<typeof withTotals>;
  /** Fewest starters shown: by row, and for totals that may hold a sensitive group. */
  minN: readonly number[];
  strictest: number;
  minCount: number;
}

export function sumsOf({ n, o, minCount }: SuppressInput, minN: readonly number[]): Sums {
  return { starters: withTotals(n), placed: withTotals(o), minN, strictest: Math.max(...minN), minCount };
}

/** Figures that add up to the grand total: a table of one row, or one margin. */
function oneWayLayer(sums: Sums, part: 'cells' | 'rows' | 'columns', keyOf: (index: number) => string, minN: readonly number[]): Layer {
  const { starters, placed, strictest, minCount } = sums;
  const parts = starters[part];
  const net = oneWayNetwork(parts.map((_, index) => keyOf(index)));
  return layerOf(net, parts.length, [...parts, starters.all], [...placed[part], placed.all], [...minN, strictest], minCount);
}

export function tableLayer(sums: Sums): Layer {
  const { starters, placed, minN, strictest, minCount } = sums;
  const columns = starters.columns.map(() => strictest);
  const cells = minN.flatMap((rule) => starters.columns.map(() => rule));
  if (minN.length === 1) return oneWayLayer(sums, 'cells', (j) => `c:0:${j}`, cells);
  const everything = (of: Sums['starters']) => [...of.cells, ...of.rows, ...of.columns, of.all];
  const net = twoWayNetwork(minN.length, columns.length);
  return layerOf(net, starters.cells.length, everything(starters), everything(placed), [...cells, ...minN, ...columns, strictest], minCount);
}

/** Row totals and column totals. Not asked of a single row: that can always be protected as it is. */
export function marginLayers(sums: Sums): Layer[] {
  const { starters, minN, strictest } = sums;
  return [oneWayLayer(sums, 'rows', (i) => `r:${i}`, minN), oneWayLayer(sums, 'columns', (j) => `k:${j}`, starters.columns.map(() => strictest))];
}
