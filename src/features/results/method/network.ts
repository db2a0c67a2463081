/**
 * A table with its totals as a network, which makes both tests of method.md 11.2 exact in whole numbers.
 *
 * Every figure is an arc: a row total runs from the source to its row, a cell from its row to its column,
 * a column total from its column to the sink, the grand total from the sink back. "The parts sum to the total"
 * then says that what flows into a node flows out. Hidden arcs can change only around cycles of hidden arcs (Gusfield).
 */
import { at } from './lists.ts';

export interface Network {
  keys: readonly string[];
  from: readonly number[];
  to: readonly number[];
  /** Arcs at each node. */
  incident: readonly (readonly number[])[];
}

type Arc = [key: string, from: number, to: number];

const SOURCE = 0;
const SINK = 1;

function network(arcs: readonly Arc[], nodes: number): Network {
  const incident = Array.from({ length: nodes }, (_, node) =>
    arcs.flatMap(([, from, to], arc) => (from === node || to === node ? [arc] : [])),
  );
  return { keys: arcs.map(([key]) => key), from: arcs.map(([, from]) => from), to: arcs.map(([, , to]) => to), incident };
}

/** One row of figures and their total. */
export function oneWayNetwork(keys: readonly string[]): Network {
  return network([...keys.map((key): Arc => [key, SOURCE, SINK]), ['t', SINK, SOURCE]], 2);
}

/** Cells row by row, row totals, column totals, grand total. */
export function twoWayNetwork(rows: number, columns: number): Network {
  const row = (i: number) => 2 + i;
  const column = (j: number) => 2 + rows + j;
  const lines = Array.from({ length: rows }, (_, i) => i);
  const files = Array.from({ length: columns }, (_, j) => j);
  const arcs: Arc[] = [
    ...lines.flatMap((i) => files.map((j): Arc => [`c:${i}:${j}`, row(i), column(j)])),
    ...lines.map((i): Arc => [`r:${i}`, SOURCE, row(i)]),
    ...files.map((j): Arc => [`k:${j}`, column(j), SINK]),
    ['t', SINK, SOURCE],
  ];
  return network(arcs, 2 + rows + columns);
}

/** The node at the other end of an arc. */
function across(net: Network, arc: number, node: number): number {
  return at(net.from, arc) + at(net.to, arc) - node;
}

/**
 * Hidden arcs that follow from the published ones by adding and subtracting (11.2(a)):
 * the bridges of the graph of hidden arcs, found in one walk (Tarjan).
 */
export function recoverable(net: Network, hidden: readonly boolean[]): Set<number> {
  const bridges = new Set<number>();
  const order = new Map<number, number>();
  /** Walks on from a node; returns the earliest node reached without the arc walked in by. */
  const walk = (node: number, arrival: number): number => {
    const own = order.size;
    order.set(node, own);
    let earliest = own;
    for (const arc of at(net.incident, node)) {
      if (arc === arrival || !at(hidden, arc)) continue;
      const next = across(net, arc, node);
      const seen = order.get(next);
      const reached = seen ?? walk(next, arc);
      if (seen === undefined && reached > own) bridges.add(arc);
      earliest = Math.min(earliest, reached);
    }
    return earliest;
  };
  net.incident.forEach((_, node) => {
    if (!order.has(node)) walk(node, -1);
  });
  return bridges;
}

/** Hidden arcs of one table, with figures that may be moved around, and room to search in. */
interface Search {
  net: Network;
  hidden: readonly boolean[];
  flow: number[];
  /** By node, the arc it was reached by in the running search; -1 if not reached. */
  arrivedBy: Int32Array;
}

/** Whether `goal` can be reached from `start` along hidden arcs other than `barred`: forwards always, backwards what is there. */
function findPath({ net, hidden, flow, arrivedBy }: Search, barred: number, start: number, goal: number): boolean {
  arrivedBy.fill(-1);
  arrivedBy[start] = barred;
  const queue = [start];
  for (const node of queue) {
    for (const arc of at(net.incident, node)) {
      const next = across(net, arc, node);
      if (!at(hidden, arc) || arc === barred || at(arrivedBy, next) !== -1) continue;
      if (at(net.from, arc) !== node && at(flow, arc) === 0) continue;
      arrivedBy[next] = arc;
      if (next === goal) return true;
      queue.push(next);
    }
  }
  return false;
}

/** Moves up to `limit` along the path found; returns how much was moved. */
function shiftAlongPath({ net, flow, arrivedBy }: Search, start: number, goal: number, limit: number): number {
  let amount = limit;
  for (let node = goal; node !== start; ) {
    const arc = at(arrivedBy, node);
    if (at(net.from, arc) === node) amount = Math.min(amount, at(flow, arc));
    node = across(net, arc, node);
  }
  for (let node = goal; node !== start; ) {
    const arc = at(arrivedBy, node);
    flow[arc] = at(flow, arc) + (at(net.from, arc) === node ? -amount : amount);
    node = across(net, arc, node);
  }
  return amount;
}

/** Raises (+1) or lowers (-1) one arc by up to `wanted`; returns by how much it went. */
function shift(search: Search, arc: number, sign: 1 | -1, wanted: number): number {
  const [from, to] = [at(search.net.from, arc), at(search.net.to, arc)];
  const [start, goal] = sign > 0 ? [to, from] : [from, to];
  let total = 0;
  while (total < wanted) {
    const room = sign > 0 ? wanted - total : Math.min(wanted - total, at(search.flow, arc));
    if (room === 0 || !findPath(search, arc, start, goal)) return total;
    const amount = shiftAlongPath(search, start, goal, room);
    search.flow[arc] = at(search.flow, arc) + sign * amount;
    total += amount;
  }
  return total;
}

/**
 * Whether max - min of a hidden arc, given the published ones and that nothing is negative, is at least `wanted` (11.2(b)).
 * The same bounds as the linear programs of `auditBounds`, as a maximum flow that stops when enough is found.
 */
export function rangeReaches(net: Network, hidden: readonly boolean[], values: readonly number[], arc: number, wanted: number): boolean {
  const search = { net, hidden, flow: [...values], arrivedBy: new Int32Array(net.incident.length) };
  // First up, to the maximum or far enough; then the way down from there is the whole range.
  return shift(search, arc, 1, wanted) >= wanted || shift(search, arc, -1, wanted) >= wanted;
}
