/** Half-year by half-year: what is said of each, of the gaps between them, and of values that changed. Pure. */
import { createHash } from 'node:crypto';
import { resultKey } from '../key.ts';
import type { PublishedCount, PublishedResult } from '../model.ts';
import { COUNTED_MEASURES, type Cohort, type CountedMeasure, type Totals } from './cohorts.ts';
import { heldBack, loneCount, openCount, primaryKind } from './disclosure.ts';
import { funnelOf, type FunnelScope } from './funnels.ts';
import { leastOf, type Halves } from './halves.ts';
import type { Published, Sourced } from './memory.ts';
import { differenceMayBeKnown } from './over-time.ts';
import type { Prepared } from './rows.ts';
import { exactHalfYear, nextHalfYear } from './windows.ts';
import type { World } from './world.ts';

/** Which rows were reported for each half-year, without what they say. */
export function rowHashes({ cohorts }: Pick<Prepared, 'cohorts'>): Record<string, string> {
  return Object.fromEntries(
    cohorts.flatMap(({ half, rows }) =>
      half === null ? [] : [[half, createHash('sha256').update(rows.map(({ result }) => resultKey(result)).sort().join('\n')).digest('base64url').slice(0, 22)]],
    ),
  );
}

const blank = { programme: null, measureName: null, countedOver: 'starters', attendance: null, funnel: null, note: null, exits: null, previous: null } as const;

export function countResult(changes: Pick<PublishedResult, 'kind' | 'measure' | 'from' | 'to' | 'grade' | 'count'> & Partial<PublishedResult>): PublishedResult {
  return { ...blank, ...changes };
}

/** The same number at another time. */
export const sameNumber = (a: PublishedResult, b: PublishedResult) =>
  a.kind === b.kind && a.measure === b.measure && a.programme === b.programme && a.attendance === b.attendance && a.from === b.from && a.to === b.to && a.kind !== 'quoted';

export const hasNumber = ({ state }: PublishedCount) => state === 'shown' || state === 'too-many-unknown';

function countOf(cohort: Cohort, measure: CountedMeasure, totals: Totals, halves: Halves, world: World): PublishedCount {
  const { half } = cohort;
  if (half === null) return loneCount(totals, leastOf(cohort, world.frame));
  const inWindow = halves.halfYears.includes(half);
  const least = inWindow ? halves.least : leastOf(cohort, world.frame);
  const kind = primaryKind(totals, least);
  if (totals.n === 0) return { state: 'none' };
  const nothingShown = inWindow && halves.primary.has(measure);
  if (halves.held.has(half) || nothingShown) return heldBack(totals, kind, !halves.unnamed.has(half));
  return kind === null ? openCount(totals) : heldBack(totals, kind, true);
}

/** Small differences between sets of rows would tell about the people in them: then the old value stays (11.5). */
function mustStay(document: PublishedResult, totals: Totals, before: Sourced<PublishedResult> | undefined, least: number, sameRows: boolean): boolean {
  if (!before || sameRows || !('n' in before.document.count)) return false;
  const { n, placed } = before.document.count;
  return document.count.state !== 'none' && !differenceMayBeKnown({ n: totals.n - n, placed: totals.placed - placed }, least);
}

/**
 * Funnels of the half-years are shown for all of a window or for none, so that the window's own gives none away.
 * An older half-year keeps what it had; one that was never in a published sum stands by itself.
 */
function funnelIn(cohort: Cohort, halves: Halves, before: Published, scope: FunnelScope): PublishedResult['funnel'] {
  const { half } = cohort;
  const funnel = funnelOf(cohort.rows);
  if (half === null || halves.headline === null && !before.memory.sums.some((sum) => sum.includes(half))) return funnel;
  if (halves.halfYears.includes(half) && halves.headline !== null) {
    return scope === 'all' ? funnel : null;
  }
  const had = before.results.some(({ document }) => document.kind === 'cohort' && document.from === cohort.from && document.funnel !== null);
  return had || !before.memory.sums.some((sum) => sum.includes(half)) ? funnel : null;
}

/** One row for each period and measure, newest first. */
export function cohortResults(prepared: Prepared, halves: Halves, before: Published, scope: FunnelScope, world: World): Sourced<PublishedResult>[] {
  const hashes = rowHashes(prepared);
  const results = prepared.cohorts.flatMap((cohort) => {
    const sourceId = cohort.rows[0]?.sourceId ?? 0;
    const least = leastOf(cohort, world.frame);
    const sameRows = cohort.half === null || before.memory.rows[cohort.half] === undefined || before.memory.rows[cohort.half] === hashes[cohort.half];
    return COUNTED_MEASURES.flatMap((measure): Sourced<PublishedResult>[] => {
      const totals = cohort.counts.get(measure);
      const place = { kind: 'cohort', measure, from: cohort.from, to: cohort.to, grade: cohort.grade } as const;
      if (!totals) {
        return cohort.incomplete.includes(measure) ? [{ sourceId, release: world.now, document: countResult({ ...place, count: { state: 'unreported' } }) }] : [];
      }
      const count = countOf(cohort, measure, totals, halves, world);
      const document = countResult({ ...place, count, funnel: count.state === 'shown' ? funnelIn(cohort, halves, before, scope) : null });
      const old = before.results.find((each) => sameNumber(each.document, document));
      return old && mustStay(document, totals, old, least, sameRows) ? [old] : [{ sourceId, release: world.now, document }];
    });
  });
  return [...results, ...gaps(prepared, world)].sort(newestFirst);
}

function newestFirst(a: Sourced<PublishedResult>, b: Sourced<PublishedResult>): number {
  const order: readonly string[] = COUNTED_MEASURES;
  return (b.document.to ?? '').localeCompare(a.document.to ?? '') || order.indexOf(a.document.measure) - order.indexOf(b.document.measure);
}

/** Half-years after the first reported one in which nothing was reported, up to the end of the window: said, not skipped (2.10). */
function gaps({ provider, cohorts }: Prepared, world: World): Sourced<PublishedResult>[] {
  const told = cohorts.filter((each) => each.half !== null);
  const [last, first] = [told.at(0), told.at(-1)];
  const from = first && exactHalfYear(first.from, first.to);
  if (!from || !last) return [];
  const end = [last.from, provider.closedOn !== null && provider.closedOn < world.frame.window.to ? '' : world.frame.window.to].reduce((a, b) => (a > b ? a : b));
  const missing: Sourced<PublishedResult>[] = [];
  for (let half = from; half.from < end; half = nextHalfYear(half)) {
    if (cohorts.some((each) => each.from <= half.to && each.to >= half.from)) continue;
    const document = countResult({ kind: 'cohort', measure: 'E6', from: half.from, to: half.to, grade: 'C', count: { state: 'unreported' } });
    missing.push({ sourceId: last.rows[0]?.sourceId ?? 0, release: world.now, document });
  }
  return missing;
}
