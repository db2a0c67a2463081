/** What anybody could work out about the unpublished cells of a table (method.md 11.2(b)). */
import { solve } from 'yalps';
import { requireCount, requireLength, requireList, requireOneOf, requireSome } from './guards.ts';
import { at, sumOf } from './lists.ts';

type Bounds = [min: number, max: number | null];

interface Cell {
  key: string;
  value: number;
  /** Keys of the totals it is part of. */
  totals: string[];
}

function cellsOf(table: readonly (readonly number[])[]): Cell[] {
  return table.flatMap((row, i) => row.map((value, j) => ({ key: `c:${i}:${j}`, value, totals: [`r:${i}`, `k:${j}`, 't'] })));
}

/** Largest or smallest value of one hidden cell; null if nothing bounds it. */
function extreme(hidden: readonly Cell[], sums: ReadonlyMap<string, number>, target: Cell, direction: 'maximize' | 'minimize'): number | null {
  const { status, result } = solve<string, string>({
    direction,
    objective: 'target',
    constraints: Array.from(sums, ([key, equal]) => [key, { equal }] as const),
    variables: hidden.map((cell) => [cell.key, [...cell.totals.map((key) => [key, 1] as const), ['target', cell === target ? 1 : 0] as const]] as const),
  });
  if (status === 'unbounded') return null;
  requireOneOf(status, ['optimal'], 'status of the linear program');
  // Bounds of a table of whole numbers with its totals are whole numbers; + 0 turns -0 into 0.
  return Math.round(result) + 0;
}

/**
 * Smallest and largest value of every unpublished inner cell, given the published figures and that none is negative.
 * @param table counts, one list a row; a table of placed or of not placed is audited like one of starters
 * @param publishedKeys `c:i:j`, `r:i`, `k:j`, `t`
 * @returns max null if nothing bounds the cell
 */
export function auditBounds(table: readonly (readonly number[])[], publishedKeys: readonly string[]): Record<string, Bounds> {
  requireSome(table, 'table');
  for (const row of table) {
    requireSome(row, 'row of table');
    requireLength(row, at(table, 0).length, 'row of table');
    for (const value of row) requireCount(value, 'table');
  }
  requireList(publishedKeys, 'publishedKeys');
  const cells = cellsOf(table);
  const known = [...new Set(cells.flatMap((cell) => [cell.key, ...cell.totals]))];
  for (const key of publishedKeys) requireOneOf(key, known, 'published key');
  const published = new Set(publishedKeys);
  const hidden = cells.filter((cell) => !published.has(cell.key));
  const sums = new Map<string, number>();
  for (const key of new Set(hidden.flatMap((cell) => cell.totals))) {
    if (published.has(key)) sums.set(key, sumOf(hidden, (cell) => (cell.totals.includes(key) ? cell.value : 0)));
  }
  return Object.fromEntries(
    hidden.map((cell): [string, Bounds] => [cell.key, [extreme(hidden, sums, cell, 'minimize') ?? 0, extreme(hidden, sums, cell, 'maximize')]]),
  );
}
