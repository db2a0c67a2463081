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
  /** Directions in which the numbers can move together without changing any known sum: they span all of them. */
  moves: readonly Float64Array[];
}

const NOTHING = 1e-9;

/** @param sums each the indexes of the numbers it adds up */
export function systemOf(size: number, sums: readonly (readonly number[])[]): System {
  return { size, sums, moves: movesOf(size, sums) };
}

/** A basis of the null space, by Gauss and Jordan. */
function movesOf(size: number, sums: readonly (readonly number[])[]): Float64Array[] {
  const rows = sums.map((sum) => {
    const row = new Float64Array(size);
    for (const index of sum) row[index] = 1;
    return row;
  });
  const pivots: number[] = [];
  for (let column = 0; column < size && pivots.length < rows.length; column += 1) {
    const next = pivots.length;
    const found = rows.findIndex((row, index) => index >= next && Math.abs(row[column] ?? 0) > NOTHING);
    if (found === -1) continue;
    const row = rows[found];
    const top = rows[next];
    if (!row || !top) continue;
    [rows[next], rows[found]] = [row, top];
    eliminate(rows, next, column);
    pivots.push(column);
  }
  const free = Array.from({ length: size }, (_, column) => column).filter((column) => !pivots.includes(column));
  return free.map((column) => {
    const move = new Float64Array(size);
    move[column] = 1;
    pivots.forEach((pivot, index) => {
      move[pivot] = -(rows[index]?.[column] ?? 0);
    });
    return move;
  });
}

function eliminate(rows: readonly Float64Array[], at: number, column: number): void {
  const own = rows[at];
  if (!own) return;
  const scale = own[column] ?? 1;
  for (let j = column; j < own.length; j += 1) own[j] = (own[j] ?? 0) / scale;
  rows.forEach((row, index) => {
    const factor = row[column] ?? 0;
    if (index === at || Math.abs(factor) <= NOTHING) return;
    for (let j = column; j < row.length; j += 1) row[j] = (row[j] ?? 0) - factor * (own[j] ?? 0);
  });
}

/** The system with the true numbers in it: asks how far a number stays open. */
export interface View {
  /**
   * Whether max - min of the target, given the known sums, is at least `wanted`. Moves from the true numbers that reach
   * far enough prove it; only where none do, a linear program decides.
   * @param target indexes whose sum is looked for
   */
  staysOpen(target: readonly number[], wanted: number): boolean;
  /** Smallest and largest value of the target; max null if nothing bounds it. */
  range(target: readonly number[]): { min: number; max: number | null };
}

const dot = (a: Float64Array, values: ArrayLike<number>) => a.reduce((sum, each, index) => sum + each * (values[index] ?? 0), 0);

/** How far one direction can be followed back and forth from the true numbers. */
function reachOf(move: Float64Array, values: readonly number[], limits: readonly Limit[]): { back: number; forth: number } {
  let [back, forth] = [-Infinity, Infinity];
  const narrow = (rate: number, low: number, high: number) => {
    if (Math.abs(rate) <= NOTHING) return;
    back = Math.max(back, (rate > 0 ? low : high) / rate);
    forth = Math.min(forth, (rate > 0 ? high : low) / rate);
  };
  for (let index = 0; index < move.length; index += 1) narrow(move[index] ?? 0, -(values[index] ?? 0), Infinity);
  for (const { weights, min, max } of limits) {
    const now = dot(weights, values);
    narrow(dot(weights, move), min - now, max - now);
  }
  return { back: Math.min(0, back), forth: Math.max(0, forth) };
}

/** @param values the true numbers. @param limits what else is known of them; the true numbers keep to it */
export function look(system: System, values: readonly number[], limits: readonly Limit[] = []): View {
  const reaches = system.moves.map((move) => reachOf(move, values, limits));
  const speedOf = (move: Float64Array, target: readonly number[]) => target.reduce((sum, index) => sum + (move[index] ?? 0), 0);
  const range = (target: readonly number[]) => rangeOf(system, values, target, limits);
  return {
    range,
    staysOpen(target, wanted) {
      let [up, down, moves] = [0, 0, false];
      system.moves.forEach((move, index) => {
        const speed = speedOf(move, target);
        const reach = reaches[index];
        if (Math.abs(speed) <= NOTHING || !reach) return;
        moves = true;
        up = Math.max(up, speed * reach.forth, speed * reach.back);
        down = Math.max(down, -speed * reach.forth, -speed * reach.back);
      });
      if (up + down >= wanted - NOTHING) return true;
      if (!moves) return wanted <= 0;
      const { min, max } = range(target);
      return max === null || max - min >= wanted - NOTHING;
    },
  };
}

function rangeOf(system: System, values: readonly number[], target: readonly number[], limits: readonly Limit[]): { min: number; max: number | null } {
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
  const [min, max] = (['minimize', 'maximize'] as const).map((direction) => {
    const { status, result } = solve<string, string>({ direction, objective: 'target', constraints, variables });
    if (status === 'unbounded') return null;
    // The true numbers satisfy every sum, so there is an optimum; anything else means that the audit itself is wrong.
    if (status !== 'optimal') throw new Error(`The audit's linear program is ${status}.`);
    return result;
  });
  return { min: min ?? 0, max: max ?? null };
}
