/**
 * How closely anybody could work out a number from sums that are published and from the fact that no number is negative.
 * The audit of method.md 11.2, for any set of sums: independent of the search that chose what to hold back. Pure.
 */
import { solve } from 'yalps';

/** Bounds on a weighted sum of the unknown numbers. */
export interface Limit {
  /** One weight a number. */
  weights: Float64Array;
  min: number;
  max: number;
}

/** Unknown numbers 0 … size-1 and the sums of them that are known. */
export interface System {
  size: number;
  sums: readonly (readonly number[])[];
}

const NOTHING = 1e-9;

/**
 * Directions in which the numbers can move together without changing any known sum. The largest numbers give way, so that
 * the small ones have room.
 * @param steady weighted sums that some of the directions shall leave alone too: only a help to find good ones
 */
function directions({ size, sums }: System, values: readonly number[], steady: readonly Float64Array[]): Float64Array[] {
  const rows = sums.map((sum) => {
    const row = new Float64Array(size);
    for (const index of sum) row[index] = 1;
    return row;
  });
  const order = Array.from({ length: size }, (_, index) => index).sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0));
  const free = movesOf(order, rows.map((row) => row.slice()));
  return steady.length === 0 ? free : [...free, ...movesOf(order, [...rows, ...steady.map((row) => row.slice())])];
}

/** A basis of the null space, by Gauss and Jordan; uses the rows up. @param order in which columns are to depend on others */
function movesOf(order: readonly number[], rows: Float64Array[]): Float64Array[] {
  const pivots: number[] = [];
  for (const column of order) {
    const next = pivots.length;
    if (next === rows.length) break;
    const found = rows.findIndex((row, index) => index >= next && Math.abs(row[column] ?? 0) > NOTHING);
    if (found === -1) continue;
    const row = rows[found];
    const top = rows[next];
    if (!row || !top) continue;
    [rows[next], rows[found]] = [row, top];
    eliminate(rows, next, column);
    pivots.push(column);
  }
  const bound = new Set(pivots);
  const moves: Float64Array[] = [];
  for (const column of order) {
    if (bound.has(column)) continue;
    const move = new Float64Array(order.length);
    move[column] = 1;
    pivots.forEach((pivot, index) => {
      move[pivot] = -(rows[index]?.[column] ?? 0);
    });
    moves.push(move);
  }
  return moves;
}

function eliminate(rows: readonly Float64Array[], at: number, column: number): void {
  const own = rows[at];
  if (!own) return;
  const scale = own[column] ?? 1;
  for (let j = 0; j < own.length; j += 1) own[j] = (own[j] ?? 0) / scale;
  rows.forEach((row, index) => {
    const factor = row[column] ?? 0;
    if (index === at || Math.abs(factor) <= NOTHING) return;
    for (let j = 0; j < row.length; j += 1) row[j] = (row[j] ?? 0) - factor * (own[j] ?? 0);
  });
}

export interface Range {
  min: number;
  max: number | null;
}

/** The system with the true numbers in it: asks how far a number stays open. */
export interface View {
  /**
   * Whether max - min of the target, given the known sums, is at least `wanted`. Moves from the true numbers that reach
   * far enough prove it; only where none do, a linear program decides.
   * @param target indexes whose sum is looked for
   */
  staysOpen(target: readonly number[], wanted: number): boolean;
  /** Smallest and largest value of the target; max null if nothing bounds it. null: the linear program found nothing. */
  range(target: readonly number[]): Range | null;
}

function dot(a: Float64Array, values: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += (a[index] ?? 0) * (values[index] ?? 0);
  return sum;
}

/** How far one direction can be followed back and forth from the true numbers. */
function reachOf(move: Float64Array, values: readonly number[], limits: readonly Limit[], now: readonly number[]): { back: number; forth: number } {
  let [back, forth] = [-Infinity, Infinity];
  for (let index = 0; index < move.length; index += 1) {
    const rate = move[index] ?? 0;
    const value = values[index] ?? 0;
    if (rate > NOTHING) back = Math.max(back, -value / rate);
    else if (rate < -NOTHING) forth = Math.min(forth, -value / rate);
  }
  limits.forEach(({ weights, min, max }, index) => {
    const rate = dot(weights, move);
    const [low, high] = [min - (now[index] ?? 0), max - (now[index] ?? 0)];
    if (rate > NOTHING) [back, forth] = [Math.max(back, low / rate), Math.min(forth, high / rate)];
    else if (rate < -NOTHING) [back, forth] = [Math.max(back, high / rate), Math.min(forth, low / rate)];
  });
  return { back: Math.min(0, back), forth: Math.max(0, forth) };
}

/**
 * @param values the true numbers. @param limits what else is known of them
 * @param steady see `directions`
 */
export function look(system: System, values: readonly number[], limits: readonly Limit[] = [], steady: readonly Float64Array[] = []): View {
  const moves = directions(system, values, steady);
  const now = limits.map(({ weights }) => dot(weights, values));
  // Where the true numbers do not keep to the limits there is nothing to move from.
  const within = limits.every(({ min, max }, index) => (now[index] ?? 0) >= min - NOTHING && (now[index] ?? 0) <= max + NOTHING);
  const reaches = moves.map((move) => reachOf(move, values, limits, now));
  const speedOf = (move: Float64Array, target: readonly number[]) => target.reduce((sum, index) => sum + (move[index] ?? 0), 0);
  const range = (target: readonly number[]) => rangeOf(system, values, target, limits);
  return {
    range,
    staysOpen(target, wanted) {
      let [up, down, moving] = [0, 0, false];
      moves.forEach((move, index) => {
        const speed = speedOf(move, target);
        const reach = reaches[index];
        if (Math.abs(speed) <= NOTHING || !reach) return;
        moving = true;
        up = Math.max(up, speed * reach.forth, speed * reach.back);
        down = Math.max(down, -speed * reach.forth, -speed * reach.back);
      });
      if (within && up + down >= wanted - NOTHING) return true;
      if (!moving) return wanted <= 0;
      const found = range(target);
      return found !== null && (found.max === null || found.max - found.min >= wanted - NOTHING);
    },
  };
}

const MAX_PIVOTS = 2_000;

function rangeOf(system: System, values: readonly number[], target: readonly number[], limits: readonly Limit[]): Range | null {
  const constraints = [
    ...system.sums.map((sum, index) => [`s${index}`, { equal: sum.reduce((all, each) => all + (values[each] ?? 0), 0) }] as const),
    ...limits.map(({ min, max }, index) => [`l${index}`, { min, max }] as const),
  ];
  const weights = Array.from({ length: system.size }, (): (readonly [string, number])[] => []);
  system.sums.forEach((sum, at) => {
    for (const index of sum) weights[index]?.push([`s${at}`, 1]);
  });
  limits.forEach((limit, at) => limit.weights.forEach((weight, index) => weights[index]?.push([`l${at}`, weight])));
  for (const index of target) weights[index]?.push(['target', 1]);
  const variables = weights.map((own, index) => [`x${index}`, own] as const);
  const end = (direction: 'minimize' | 'maximize'): number | null | undefined => {
    const { status, result } = solve<string, string>({ direction, objective: 'target', constraints, variables }, { maxPivots: MAX_PIVOTS });
    if (status === 'unbounded') return null;
    if (status === 'optimal') return result;
    // The true numbers satisfy every sum; only limits can leave nothing, where they are those of averages.
    if (status === 'infeasible' && limits.length === 0) throw new Error('The sums that are published contradict each other.');
    return undefined;
  };
  const min = end('minimize');
  const max = min === undefined ? undefined : end('maximize');
  return min === undefined || max === undefined ? null : { min: min ?? 0, max };
}
