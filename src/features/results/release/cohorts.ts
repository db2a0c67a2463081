/** Which of the reported rows count, and what they add up to by period (method.md 2.8, 2.10, 3). Pure. */
import { GRADE_OF_EVIDENCE, type Grade } from '../model.ts';
import type { Measure, Outcome } from '../input.ts';
import type { FrozenProvider, FrozenRow } from './freeze.ts';
import { exactHalfYear, isRipe } from './windows.ts';

export type CountedMeasure = Exclude<Measure, 'other'>;
export const COUNTED_MEASURES: readonly CountedMeasure[] = ['E6', 'E3', 'E12', 'S12', 'SUS6'];

export interface Totals {
  n: number;
  placed: number;
  notPlaced: number;
  unknown: number;
}

/** Everybody who started in one period, as one breakdown of the rows tells it. */
export interface Cohort {
  from: string;
  to: string;
  /** `2025H1`; null where the period is not just a half-year: shown as it is, never compared. */
  half: string | null;
  rows: readonly FrozenRow[];
  grade: Grade;
  /** Measures that are ripe and told for every row. */
  counts: ReadonlyMap<CountedMeasure, Totals>;
  /** Measures that are ripe and told for some of the rows only: not reported. */
  incomplete: readonly CountedMeasure[];
}

export interface Ripeness {
  day: string;
  /** Longest planned stay of the programmes compared, for programmes whose own is not known. */
  usualDays: number;
}

const NOBODY: Totals = { n: 0, placed: 0, notPlaced: 0, unknown: 0 };

export function add(a: Totals, b: Totals): Totals {
  return { n: a.n + b.n, placed: a.placed + b.placed, notPlaced: a.notPlaced + b.notPlaced, unknown: a.unknown + b.unknown };
}

export function sumTotals(list: Iterable<Totals>): Totals {
  let sum = NOBODY;
  for (const each of list) sum = add(sum, each);
  return sum;
}

export function totalsOf({ placed, notPlaced, unknown }: Pick<Outcome, 'placed' | 'notPlaced' | 'unknown'>): Totals {
  return { n: placed + notPlaced + unknown, placed, notPlaced, unknown };
}

/** null: the row does not tell of this measure. */
export function rowTotals(row: FrozenRow, measure: Measure): Totals | null {
  const outcome = row.result.outcomes.find((each) => each.measure === measure);
  return outcome ? totalsOf(outcome) : null;
}

/** A grade is the lowest of its rows (3). */
export function lowestGrade(rows: readonly FrozenRow[]): Grade {
  return rows.map(({ evidence }) => GRADE_OF_EVIDENCE[evidence]).sort().at(-1) ?? 'C';
}

const startersOf = (rows: readonly FrozenRow[]) => rows.reduce((sum, { result }) => sum + (result.started ?? 0), 0);
const isCounted = ({ result }: FrozenRow) => result.countedOver === 'starters' && result.from !== undefined && result.to !== undefined;
const periodOf = ({ result }: FrozenRow) => `${result.from} ${result.to}`;

/**
 * A total is never added to its parts: of the ways in which the rows break the period down, the one that accounts
 * for most starters counts, and of two equals the finer: only that can be compared.
 */
function oneBreakdown(rows: readonly FrozenRow[]): FrozenRow[] {
  const parts = ({ result }: FrozenRow) =>
    (['programme', 'targetGroup', 'region', 'attendance'] as const).filter((field) => result[field] !== undefined).join(' ');
  const ways = [...Map.groupBy(rows, parts)].sort(([a, rowsA], [b, rowsB]) => startersOf(rowsB) - startersOf(rowsA) || b.length - a.length || (a < b ? -1 : 1));
  return ways[0]?.[1] ?? [];
}

/**
 * Two sources may tell of the same people, so one of them counts: the one with the better evidence, then with more
 * starters, then the first by name.
 */
function oneSource(rows: readonly FrozenRow[]): FrozenRow[] {
  const sources = [...Map.groupBy(rows, (row) => row.source)].map(([name, own]) => {
    const kept = [...Map.groupBy(own, periodOf).values()].flatMap(oneBreakdown);
    return { name, kept, grade: lowestGrade(kept), started: startersOf(kept) };
  });
  sources.sort((a, b) => (a.grade === b.grade ? b.started - a.started || (a.name < b.name ? -1 : 1) : a.grade < b.grade ? -1 : 1));
  return sources[0]?.kept ?? [];
}

function cohortOf(rows: readonly FrozenRow[], provider: FrozenProvider, ripeness: Ripeness): Cohort {
  const { from = '', to = '' } = rows[0]?.result ?? {};
  const days = Math.max(...rows.map(({ result }) => provider.plannedDays.get(result.programme ?? '') ?? ripeness.usualDays));
  const counts = new Map<CountedMeasure, Totals>();
  const incomplete: CountedMeasure[] = [];
  for (const measure of COUNTED_MEASURES) {
    const told = rows.flatMap((row) => rowTotals(row, measure) ?? []);
    if (told.length === 0 || !isRipe(to, measure, days, ripeness.day)) continue;
    if (told.length === rows.length) counts.set(measure, sumTotals(told));
    else incomplete.push(measure);
  }
  return { from, to, half: exactHalfYear(from, to)?.name ?? null, rows, grade: lowestGrade(rows), counts, incomplete };
}

/**
 * The cohorts of a provider, newest first. Half-years come first, then other periods that share no day with one
 * already there: nobody is counted twice.
 */
export function cohortsOf(provider: FrozenProvider, ripeness: Ripeness): Cohort[] {
  const rows = oneSource(provider.rows.filter(isCounted));
  const cohorts = [...Map.groupBy(rows, periodOf).values()].map((own) => cohortOf(own, provider, ripeness));
  cohorts.sort((a, b) => Number(a.half === null) - Number(b.half === null) || (a.to < b.to ? 1 : -1));
  const kept: Cohort[] = [];
  for (const each of cohorts) if (kept.every((other) => each.to < other.from || each.from > other.to)) kept.push(each);
  return kept.sort((a, b) => (a.to < b.to ? 1 : -1));
}

/** Starters of counted half-years by the planned length of their programme, for `commonLength`. */
export function startersByLength(providers: Iterable<FrozenProvider>): Map<number, number> {
  const starters = new Map<number, number>();
  for (const provider of providers) {
    for (const { result } of provider.rows) {
      if (result.countedOver !== 'starters' || result.from === undefined || result.to === undefined || !exactHalfYear(result.from, result.to)) continue;
      const days = provider.plannedDays.get(result.programme ?? '');
      if (days !== undefined) starters.set(days, (starters.get(days) ?? 0) + (result.started ?? 0));
    }
  }
  return starters;
}
