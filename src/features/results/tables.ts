/** Published rows put in order for a page: whole provider, parts, what occurs in them. Pure. */
import type { Measure } from './input.ts';
import type { PublishedResult } from './model.ts';

/** The headline first (method.md 2.7). */
export const MEASURES_BY_WEIGHT: readonly Measure[] = ['E6', 'S12', 'E12', 'SUS6', 'E3', 'other'];
export const newestFirst = (a: PublishedResult, b: PublishedResult) => (b.to ?? '').localeCompare(a.to ?? '');

export interface ResultTable<Row extends PublishedResult> {
  measure: Measure;
  /** The latest ripe half-years together; null: not published. */
  window: Row | null;
  /** Newest first. */
  rows: Row[];
}

/** The whole provider, a table for each measure, E6 first. Parts and quotations are kept apart. */
export function resultTables<Row extends PublishedResult>(rows: readonly Row[]): ResultTable<Row>[] {
  const whole = rows.filter((row) => row.kind !== 'quoted' && row.programme === null && row.attendance === null);
  const tables = [...Map.groupBy(whole, (row) => row.measure)].map(([measure, own]) => ({
    measure,
    window: own.find((row) => row.kind === 'window') ?? null,
    rows: own.filter((row) => row.kind === 'cohort'),
  }));
  return joinGaps(tables)
    .map((table) => ({ ...table, rows: table.rows.toSorted(newestFirst) }))
    .sort((a, b) => MEASURES_BY_WEIGHT.indexOf(a.measure) - MEASURES_BY_WEIGHT.indexOf(b.measure));
}

/** A half-year in which nothing was reported is a gap in every measure, whatever measure the release files it under. */
function joinGaps<Row extends PublishedResult>(tables: ResultTable<Row>[]): ResultTable<Row>[] {
  const isGap = (row: Row) => row.count.state === 'unreported';
  const real = tables.filter((table) => table.window !== null || !table.rows.every(isGap));
  if (real.length === 0) return tables;
  const gaps = tables.flatMap((table) => table.rows.filter(isGap));
  return real.map((table) => {
    const known = new Set(table.rows.map((row) => row.from));
    const missing = new Map(gaps.filter((row) => !known.has(row.from)).map((row) => [row.from, row]));
    return { ...table, rows: [...table.rows, ...missing.values()] };
  });
}

export interface ResultParts<Row extends PublishedResult> {
  by: 'programme' | 'attendance';
  measure: Measure;
  rows: Row[];
}

/** Parts of the provider: programmes where there are several, and those who came by choice or were mandated. Never added up. */
export function resultParts<Row extends PublishedResult>(rows: readonly Row[]): ResultParts<Row>[] {
  return (['programme', 'attendance'] as const).flatMap((by) => {
    const own = rows.filter((row) => row.kind !== 'quoted' && row[by] !== null && row[by === 'programme' ? 'attendance' : 'programme'] === null);
    const tables = [...Map.groupBy(own, (row) => row.measure)].map(([measure, parts]) => ({ by, measure, rows: parts.toSorted(newestFirst) }));
    const telling = tables.filter((table) => by === 'attendance' || new Set(table.rows.map((row) => row.programme)).size > 1);
    return telling.sort((a, b) => MEASURES_BY_WEIGHT.indexOf(a.measure) - MEASURES_BY_WEIGHT.indexOf(b.measure));
  });
}

/** What became of those who started, half a year and a year after they ended. */
export const LATER_MEASURES = ['E6', 'E12'] as const satisfies readonly Measure[];

/** The whole provider's row of a measure for just these starters; null: there is none. */
export function rowBeside<Row extends PublishedResult>(rows: readonly Row[], { from, to }: PublishedResult, measure: Measure): Row | null {
  return rows.find((row) => row.kind !== 'quoted' && row.programme === null && row.attendance === null && row.measure === measure && row.from === from && row.to === to) ?? null;
}

/** The row that a page about one programme speaks of: the half-years together, E6 where there is one. null: nothing of it alone. */
export function programmeRow<Row extends PublishedResult>(rows: readonly Row[], programme: string): Row | null {
  const own = rows.filter((row) => row.kind === 'window' && row.programme === programme && row.attendance === null);
  return own.toSorted((a, b) => MEASURES_BY_WEIGHT.indexOf(a.measure) - MEASURES_BY_WEIGHT.indexOf(b.measure))[0] ?? null;
}

/** The grades that occur, best evidence first. */
export function gradesIn(rows: readonly PublishedResult[]): PublishedResult['grade'][] {
  return [...new Set(rows.map((row) => row.grade))].sort();
}

/** States without a number that occur, so that the page explains these and no others. */
export function statesIn(rows: readonly PublishedResult[]): ('small' | 'hidden' | 'none' | 'unreported' | 'too-many-unknown' | 'extreme')[] {
  const states = new Set(rows.flatMap(({ count }) => (count.state === 'shown' || count.state === 'quoted' ? [] : [count.state])));
  return (['unreported', 'small', 'extreme', 'hidden', 'too-many-unknown', 'none'] as const).filter((state) => states.has(state));
}
