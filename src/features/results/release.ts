/**
 * What of the reported cohorts may be shown, provider by provider (method.md 2.9, 2.12, 3, 11.1). Pure.
 * Only whole half-years of a whole provider are published: no totals over them and no parts of them, so that
 * nothing left out can be worked out by subtraction.
 */
import type { Outcome, Result } from './input.ts';
import { GRADE_OF_EVIDENCE, type Grade, type PublishedCount, type PublishedFunnel, type PublishedResult } from './model.ts';
import { extremeBand, rateWithUnknown, PARAMETERS } from './method/index.ts';
import type { Evidence, Measure } from './input.ts';

export interface ReportedRow {
  sourceId: number;
  result: Result;
  /** What it counts as here, not what the file says of itself. */
  evidence: Evidence;
}

export interface ReleaseRow {
  sourceId: number;
  document: PublishedResult;
}

/** A figure that its source has already made public is quoted if it rests on at least this many people (2.12). */
export const QUOTE_MINIMUM = 5;
const MEASURE_ORDER: readonly Measure[] = ['E6', 'E3', 'E12', 'S12', 'SUS6'];
const LEVEL = 0.95;

type Totals = { n: number; placed: number; notPlaced: number; unknown: number };

/** @param isSensitive of a target group code; a cohort that names none may hold any, so it counts as sensitive. */
export function releaseProvider(rows: readonly ReportedRow[], isSensitive: (group: string) => boolean): ReleaseRow[] {
  const bySource = Map.groupBy(rows, (row) => row.sourceId);
  return [...bySource].flatMap(([sourceId, own]) => [...cohorts(own, isSensitive), ...quoted(own)].map((document) => ({ sourceId, document })));
}

function quoted(rows: readonly ReportedRow[]): PublishedResult[] {
  return rows.flatMap(({ result }) =>
    result.outcomes.flatMap((outcome): PublishedResult[] => {
      if (result.countedOver === 'starters' && outcome.measure !== 'other') return [];
      const totals = sumOutcomes([outcome]);
      if (totals.n === 0) return [];
      return [
        {
          kind: 'quoted',
          programme: result.programme ?? null,
          measure: outcome.measure,
          measureName: outcome.name ?? null,
          countedOver: result.countedOver,
          attendance: result.attendance ?? null,
          from: result.from ?? null,
          to: result.to ?? null,
          grade: 'D',
          count: totals.n < QUOTE_MINIMUM ? { state: 'small' } : { state: 'quoted', ...totals },
          funnel: null,
          note: result.note ?? null,
        },
      ];
    }),
  );
}

/** One row for each half-year and measure, newest first, with the gaps between the first and the last half-year. */
function cohorts(rows: readonly ReportedRow[], isSensitive: (group: string) => boolean): PublishedResult[] {
  const counted = rows.filter(({ result }) => result.countedOver === 'starters' && result.from !== undefined && result.to !== undefined);
  const byPeriod = new Map([...Map.groupBy(counted, ({ result }) => `${result.from} ${result.to}`)].map(([period, own]) => [period, oneBreakdown(own)]));
  const published: PublishedResult[] = [];
  for (const [period, own] of byPeriod) {
    const [from = '', to = ''] = period.split(' ');
    for (const measure of MEASURE_ORDER) {
      const outcomes = own.flatMap(({ result }) => result.outcomes.filter((outcome) => outcome.measure === measure));
      if (outcomes.length === 0) continue;
      const complete = outcomes.length === own.length;
      const minN = own.some(({ result }) => result.targetGroup === undefined || isSensitive(result.targetGroup)) ? PARAMETERS.disclosure.minNSensitive : PARAMETERS.disclosure.minN;
      const count: PublishedCount = complete ? publishCount(sumOutcomes(outcomes), minN) : { state: 'unreported' };
      published.push({
        kind: 'cohort', programme: null, measure, measureName: null, countedOver: 'starters', attendance: null,
        from, to, grade: lowestGrade(own), count,
        funnel: count.state === 'shown' ? publishFunnel(own) : null,
        note: null,
      });
    }
  }
  return [...published, ...gaps(published)].sort(newestFirst);
}

/**
 * A total is never added to its parts: of the ways in which the rows break the period down, the one that accounts
 * for most starters counts, and of two equals the coarser.
 */
function oneBreakdown(rows: readonly ReportedRow[]): ReportedRow[] {
  const parts = ({ result }: ReportedRow) =>
    (['programme', 'targetGroup', 'region', 'attendance'] as const).filter((field) => result[field] !== undefined).join(' ');
  const started = (own: readonly ReportedRow[]) => own.reduce((sum, { result }) => sum + (result.started ?? 0), 0);
  const ways = [...Map.groupBy(rows, parts)].sort(([a, rowsA], [b, rowsB]) => started(rowsB) - started(rowsA) || a.length - b.length);
  return ways[0]?.[1] ?? [];
}

function sumOutcomes(outcomes: readonly Outcome[]): Totals {
  const sum = (field: 'placed' | 'notPlaced' | 'unknown') => outcomes.reduce((total, outcome) => total + outcome[field], 0);
  const totals = { placed: sum('placed'), notPlaced: sum('notPlaced'), unknown: sum('unknown') };
  return { n: totals.placed + totals.notPlaced + totals.unknown, ...totals };
}

function publishCount(totals: Totals, minN: number): PublishedCount {
  const { n, placed, notPlaced, unknown } = totals;
  if (n === 0) return { state: 'none' };
  if (n < minN) return { state: 'small' };
  const band = extremeBand(placed, n, PARAMETERS.disclosure.minCount);
  if (band) return { state: 'extreme', ...band };
  const rate = rateWithUnknown(placed, notPlaced, unknown, LEVEL);
  if (!rate || rate.unknownShare > PARAMETERS.unknown.noRateAbove) return { state: 'too-many-unknown', ...totals };
  return { state: 'shown', ...totals, lower: rate.lower, upper: rate.upper };
}

/** Drop-outs are people too: a step of the funnel is shown only where both sides of it are at least `minCount`. */
function publishFunnel(rows: readonly ReportedRow[]): PublishedFunnel | null {
  const sum = (field: 'referred' | 'started' | 'completed') =>
    rows.every(({ result }) => result[field] !== undefined) ? rows.reduce((total, { result }) => total + (result[field] ?? 0), 0) : null;
  const [referred, started, completed] = [sum('referred'), sum('started'), sum('completed')];
  const apart = (whole: number, part: number) => part >= PARAMETERS.disclosure.minCount && (whole === part || whole - part >= PARAMETERS.disclosure.minCount);
  if (started === null || completed === null || !apart(started, completed)) return null;
  return { referred: referred !== null && apart(referred, started) ? referred : null, started, completed };
}

function lowestGrade(rows: readonly ReportedRow[]): Grade {
  return rows.map(({ evidence }) => GRADE_OF_EVIDENCE[evidence]).sort().at(-1) ?? 'C';
}

const HALF_YEAR = /^(\d{4})-(?:01-01 \1-06-30|07-01 \1-12-31)$/;

/** Half-years between the first and the last reported one in which nothing was reported: said, not skipped. */
function gaps(published: readonly PublishedResult[]): PublishedResult[] {
  const halves = published.filter((row) => HALF_YEAR.test(`${row.from} ${row.to}`)).map((row) => row.from ?? '');
  const [first, last] = [halves.toSorted().at(0), halves.toSorted().at(-1)];
  if (first === undefined || last === undefined) return [];
  const missing: PublishedResult[] = [];
  for (let from = first; from < last; from = nextHalf(from)) {
    if (halves.includes(from)) continue;
    missing.push({
      kind: 'cohort', programme: null, measure: 'E6', measureName: null, countedOver: 'starters', attendance: null,
      from, to: from.endsWith('-01-01') ? `${from.slice(0, 4)}-06-30` : `${from.slice(0, 4)}-12-31`,
      grade: 'C', count: { state: 'unreported' }, funnel: null, note: null,
    });
  }
  return missing;
}

function nextHalf(from: string): string {
  const year = Number(from.slice(0, 4));
  return from.endsWith('-01-01') ? `${year}-07-01` : `${year + 1}-01-01`;
}

function newestFirst(a: PublishedResult, b: PublishedResult): number {
  return (b.to ?? '').localeCompare(a.to ?? '') || MEASURE_ORDER.indexOf(a.measure) - MEASURE_ORDER.indexOf(b.measure);
}
