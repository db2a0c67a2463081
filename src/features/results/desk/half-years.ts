/** What stands of a provider's half-years: told or not, ripe when, how well documented, what a better grade takes. Pure. */
import type { Evidence, Result } from '../input.ts';
import { GRADE_OF_EVIDENCE, type Grade } from '../model.ts';
import { exactHalfYear, halfYearOfDay, nextHalfYear, previousHalfYear, ripeOn, SPAN_DAYS, type HalfYear } from '../release/windows.ts';
import type { Shortfall } from '../evidence.ts';

export interface ToldRow {
  source: string;
  result: Result;
  evidence: Evidence;
  /** Of the last check of it; null: nobody has checked it, or the check held. */
  shortfall: Shortfall | null;
  checked: boolean;
}

/** What would make the grade better. `ask`: nobody has checked it; else why the check did not hold. */
export type Missing = 'ask' | Shortfall | 'register';

export interface HalfYearStatus {
  half: HalfYear;
  rows: readonly ToldRow[];
  /** Of all rows together. */
  started: number;
  /** The lowest of its rows counts; null: nothing told. */
  grade: Grade | null;
  /** First day on which figures of six months after can be published. */
  ripeOn: string;
  missing: Missing | null;
}

export const halfOf = ({ from, to }: Pick<Result, 'from' | 'to'>): HalfYear | null => (from && to ? exactHalfYear(from, to) : null);

const ORDER: readonly Grade[] = ['A', 'B', 'C', 'D'];

function missingOf(rows: readonly ToldRow[], grade: Grade | null): Missing | null {
  if (grade === null || grade === 'A') return null;
  if (grade === 'B') return 'register';
  const worst = rows.filter(({ evidence }) => evidence === 'self-reported');
  return worst.find(({ shortfall }) => shortfall !== null)?.shortfall ?? 'ask';
}

function statusOf(half: HalfYear, rows: readonly ToldRow[], planned: ReadonlyMap<string, number>): HalfYearStatus {
  const grades = rows.map(({ evidence }) => GRADE_OF_EVIDENCE[evidence]);
  const grade = grades.toSorted((a, b) => ORDER.indexOf(b) - ORDER.indexOf(a))[0] ?? null;
  const days = rows.map(({ result }) => (result.programme === undefined ? undefined : planned.get(result.programme)) ?? SPAN_DAYS);
  const started = rows.reduce((sum, { result }) => sum + (result.started ?? 0), 0);
  return { half, rows, started, grade, ripeOn: ripeOn(half.to, 'E6', Math.max(SPAN_DAYS, ...days)), missing: missingOf(rows, grade) };
}

/**
 * Every half-year from the first told to the last that has ended, newest first; without anything told, the latest ended alone.
 * @param planned longest planned stay in days, by programme @param day today
 */
export function halfYearStatuses(told: readonly ToldRow[], planned: ReadonlyMap<string, number>, day: string): HalfYearStatus[] {
  const byHalf = Map.groupBy(told, ({ result }) => halfOf(result)?.name ?? '');
  const names = [...byHalf.keys()].filter((name) => name !== '').sort();
  const lastEnded = previousHalfYear(halfYearOfDay(day));
  const of = (name: string): HalfYear | null => {
    const [row] = byHalf.get(name) ?? [];
    return row ? halfOf(row.result) : null;
  };
  const first = of(names[0] ?? '') ?? lastEnded;
  const last = names.length > 0 && (names.at(-1) ?? '') > lastEnded.name ? (of(names.at(-1) ?? '') ?? lastEnded) : lastEnded;
  const statuses: HalfYearStatus[] = [];
  for (let half = first; half.name <= last.name; half = nextHalfYear(half)) statuses.push(statusOf(half, byHalf.get(half.name) ?? [], planned));
  return statuses.reverse();
}

/** Half-years that can be typed in, the newest first: those of the last five years that have ended. @param day today */
export function reportableHalves(day: string): string[] {
  const names: string[] = [];
  for (let half = previousHalfYear(halfYearOfDay(day)); names.length < 10; half = previousHalfYear(half)) names.push(half.name);
  return names;
}
