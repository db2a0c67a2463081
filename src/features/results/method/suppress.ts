/** Which figures of a table may be published together (method.md 11.1, 11.2). */
import { requireCountOf, requireLength, requireRecord, requireSome, requireWhole } from './guards.ts';
import { at, sumOf } from './lists.ts';
import { oneWayNetwork, rangeReaches, recoverable, twoWayNetwork, type Network } from './network.ts';
import { choose, lightestSets } from './subsets.ts';

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

export interface Suppressed {
  level: 'cells' | 'margins' | 'total';
  primary: Record<string, PrimaryKind>;
  complementary: string[];
  published: string[];
}

/** A table or margin to protect; every list has one entry an arc, the cells that may be hidden further come first. */
interface Layer {
  net: Network;
  inner: number;
  n: readonly number[];
  o: readonly number[];
  rest: readonly number[];
  minN: readonly number[];
  minCount: number;
  primary: readonly (PrimaryKind | null)[];
}

const MAX_FURTHER = 3;
const MAX_SETS = 2000;

function primaryKind(n: number, o: number, minN: number, minCount: number): PrimaryKind | null {
  if (n === 0) return null;
  if (n < minN) return 'small';
  return Math.min(o, n - o) < minCount ? 'extreme' : null;
}

function layerOf(net: Network, inner: number, n: readonly number[], o: readonly number[], minN: readonly number[], minCount: number): Layer {
  const primary = n.map((value, arc) => primaryKind(value, at(o, arc), at(minN, arc), minCount));
  return { net, inner, n, o, rest: n.map((value, arc) => value - at(o, arc)), minN, minCount, primary };
}

const total = (values: readonly number[]) => sumOf(values, (value) => value);

/** Cells, row totals, column totals and grand total in the order of the network's arcs. */
function withTotals(table: readonly (readonly number[])[]): { cells: number[]; rows: number[]; columns: number[]; all: number } {
  const rows = table.map(total);
  const columns = at(table, 0).map((_, j) => sumOf(table, (row) => at(row, j)));
  return { cells: table.flat(), rows, columns, all: total(rows) };
}

function layersOf({ n, o, minCount }: SuppressInput, minN: readonly number[]): { table: Layer; margins: Layer[] } {
  const [starters, placed] = [withTotals(n), withTotals(o)];
  const columns = starters.columns.length;
  // A total that holds a sensitive group follows the strictest rule.
  const strictest = Math.max(...minN);
  const cellMinN = minN.flatMap((value) => new Array<number>(columns).fill(value));
  const columnMinN = new Array<number>(columns).fill(strictest);
  const oneWay = (keys: string[], parts: readonly number[], placedParts: readonly number[], partMinN: readonly number[]) =>
    layerOf(oneWayNetwork(keys), keys.length, [...parts, starters.all], [...placedParts, placed.all], [...partMinN, strictest], minCount);
  if (n.length === 1) {
    const keys = starters.cells.map((_, j) => `c:0:${j}`);
    return { table: oneWay(keys, starters.cells, placed.cells, cellMinN), margins: [] };
  }
  const everything = (of: typeof starters) => [...of.cells, ...of.rows, ...of.columns, of.all];
  const table = layerOf(twoWayNetwork(n.length, columns), starters.cells.length, everything(starters), everything(placed), [...cellMinN, ...minN, ...columnMinN, strictest], minCount);
  return {
    table,
    margins: [
      oneWay(starters.rows.map((_, i) => `r:${i}`), starters.rows, placed.rows, minN),
      oneWay(starters.columns.map((_, j) => `k:${j}`), starters.columns, placed.columns, columnMinN),
    ],
  };
}

/** The three figures of a primary cell and how wide each must stay open (11.2(b)). */
function requirements(layer: Layer, arc: number): [values: readonly number[], wanted: number][] {
  const counts: [readonly number[], number][] = [
    [layer.o, layer.minCount],
    [layer.rest, layer.minCount],
  ];
  return at(layer.primary, arc) === 'small' ? [...counts, [layer.n, at(layer.minN, arc) - 1]] : counts;
}

/** Both tests of 11.2, the cheaper first. */
function isProtected(layer: Layer, hidden: readonly boolean[]): boolean {
  const exposed = recoverable(layer.net, hidden);
  const primaries = layer.primary.flatMap((kind, arc) => (kind === null ? [] : [arc]));
  return (
    !primaries.some((arc) => exposed.has(arc)) &&
    primaries.every(
      (arc) => arc >= layer.inner || requirements(layer, arc).every(([values, wanted]) => rangeReaches(layer.net, hidden, values, arc, wanted)),
    )
  );
}

/**
 * Rows and columns where a primary cell cannot be protected unless a further cell of the same line is hidden:
 * it is alone there, or what is hidden there is too little. Only a shortcut: sets that miss one of them would fail.
 */
function linesInNeed(layer: Layer, hidden: readonly boolean[]): number[] {
  const { net } = layer;
  const inNeed = new Set<number>();
  for (let arc = 0; arc < layer.inner; arc += 1) {
    if (at(layer.primary, arc) === null) continue;
    for (const ends of [net.from, net.to]) {
      const node = at(ends, arc);
      const beside = at(net.incident, node).filter((other) => at(hidden, other));
      const closed = beside.every((other) => at(ends, other) === node);
      const short = requirements(layer, arc).some(([values, wanted]) => sumOf(beside, (other) => at(values, other)) < wanted);
      if (closed && (beside.length === 1 || short)) inNeed.add(node);
    }
  }
  return [...inNeed];
}

/** The first set of further cells that protects every primary one, in the order of 11.2; null if none is found. */
function furtherCells(layer: Layer): number[] | null {
  const { net } = layer;
  const hidden = layer.primary.map((kind) => kind !== null);
  const candidates = Array.from({ length: layer.inner }, (_, arc) => arc)
    .filter((arc) => at(layer.primary, arc) === null && at(layer.n, arc) > 0)
    .sort((a, b) => (at(net.keys, a) < at(net.keys, b) ? -1 : 1));
  const weights = candidates.map((arc) => at(layer.n, arc));
  const lines = linesInNeed(layer, hidden);
  const reaches = (arc: number, line: number) => at(net.from, arc) === line || at(net.to, arc) === line;
  let left = MAX_SETS;
  for (let size = 0; size <= MAX_FURTHER && left > 0; size += 1) {
    // A cell lies in two lines, so fewer than half as many cells as lines cannot do.
    const sets = 2 * size < lines.length ? [] : lightestSets(weights, size, left);
    for (const set of sets) {
      const further = set.map((index) => at(candidates, index));
      const enough = lines.every((line) => further.some((arc) => reaches(arc, line)));
      if (enough && isProtected(layer, hidden.map((value, arc) => value || further.includes(arc)))) return further;
    }
    left -= choose(candidates.length, size);
  }
  return null;
}

function keysOf(layer: Layer, arcs: readonly number[]): string[] {
  return [...arcs].sort((a, b) => a - b).map((arc) => at(layer.net.keys, arc));
}

/** Keys of a layer that are neither primary nor hidden further. */
function openKeys(layer: Layer, further: readonly number[]): string[] {
  return layer.net.keys.filter((_, arc) => at(layer.primary, arc) === null && !further.includes(arc));
}

/** The margins as one-way tables: both if they hold together, else the one that can be protected, the rows first (11.2). */
function publishMargins(table: Layer, margins: readonly Layer[]): { complementary: string[]; published: string[] } | null {
  const safe = margins.flatMap((layer) => {
    const further = furtherCells(layer);
    return further === null ? [] : [{ complementary: keysOf(layer, further), published: openKeys(layer, further) }];
  });
  if (safe.length === 2) {
    const published = [...new Set(safe.flatMap((margin) => margin.published))];
    if (isProtected(table, table.net.keys.map((key) => !published.includes(key)))) {
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
      requireCountOf(value, Number.MAX_SAFE_INTEGER, 'n');
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
  const minN = checkInput(input);
  const { table, margins } = layersOf(input, minN);
  const primary: Record<string, PrimaryKind> = {};
  table.primary.forEach((kind, arc) => {
    if (kind !== null) primary[at(table.net.keys, arc)] = kind;
  });
  if (primary['t'] !== undefined) return { level: 'total', primary, complementary: [], published: [] };
  const further = furtherCells(table);
  if (further !== null) return { level: 'cells', primary, complementary: keysOf(table, further), published: openKeys(table, further) };
  const shown = publishMargins(table, margins);
  return shown === null ? { level: 'total', primary, complementary: [], published: ['t'] } : { level: 'margins', primary, ...shown };
}
