/**
 * Half-years and their sum, the window total, for all measures of a provider together (method.md 11.2). The same people
 * are counted in every measure, so a half-year is held back in all of them or in none. Pure.
 */
import { PARAMETERS, suppress, type PrimaryKind } from '../method/index.ts';
import type { Window } from '../model.ts';
import { sumTotals, type Cohort, type CountedMeasure, type Totals } from './cohorts.ts';
import { fewest, primaryKind, wantedRoom } from './disclosure.ts';
import { look } from './linear.ts';
import type { Memory } from './memory.ts';
import { isSensitive, windowCohorts, type Frame, type Prepared } from './rows.ts';

/** Measures with a window total, the headline first; the others ripen later and are shown by half-year only. */
const SUMMED: readonly CountedMeasure[] = ['E6', 'S12', 'E3'];

export interface Halves {
  /** Half-years of the window that are told, oldest first; the sum is over these. */
  halfYears: readonly string[];
  cohorts: readonly Cohort[];
  /** Fewest starters shown for anything in the window. */
  least: number;
  /** Window totals that may be published. */
  totals: ReadonlyMap<CountedMeasure, Totals>;
  /** Of those with the same half-years, the totals that are too small or extreme. */
  primary: ReadonlyMap<CountedMeasure, PrimaryKind>;
  /** Totals would be large enough, but with what is public already they would tell about a half-year held back. */
  unsafe: boolean;
  /** The measure that breakdowns are made of; null: no total may be published. */
  headline: CountedMeasure | null;
  held: ReadonlySet<string>;
  /** Half-years held back whose reason may not be said. */
  unnamed: ReadonlySet<string>;
}

type Counted = Cohort & { half: string };
const hasHalf = (cohort: Cohort): cohort is Counted => cohort.half !== null;

export function leastOf(cohort: Cohort, frame: Frame): number {
  return fewest(cohort.rows.some((row) => isSensitive(row, frame)));
}

/** The half-years that most measures with a total share: of equals the headline's. */
function sharedHalfYears(prepared: Prepared, window: Window): { halves: Cohort[]; measures: CountedMeasure[] } {
  const told = SUMMED.map((measure) => ({ measure, cohorts: windowCohorts(prepared, measure, window) }));
  const halves = told.reduce((best, { cohorts }) => (cohorts.length > best.length ? cohorts : best), told[0]?.cohorts ?? []);
  const names = halves.map((each) => each.half).join(' ');
  return { halves, measures: told.filter(({ cohorts }) => cohorts.length > 0 && cohorts.map((each) => each.half).join(' ') === names).map(({ measure }) => measure) };
}

/** Half-years that the search of 11.2 holds back in one measure. */
function suppressed(halves: readonly Cohort[], counts: readonly Totals[], least: number): string[] {
  const { published } = suppress({ n: [counts.map(({ n }) => n)], o: [counts.map(({ placed }) => placed)], minN: least, minCount: PARAMETERS.disclosure.minCount });
  const open = new Set(published);
  return halves.flatMap((each, index) => (open.has(`c:0:${index}`) || counts[index]?.n === 0 ? [] : [each.half ?? '']));
}

interface Hidden {
  half: string;
  measure: CountedMeasure;
  kind: PrimaryKind;
  least: number;
}

/** Half-years that may not be shown by themselves. */
function primaries(cohorts: readonly Counted[], inWindow: ReadonlySet<string>, least: number, frame: Frame): Hidden[] {
  return cohorts.flatMap((cohort) => {
    const own = inWindow.has(cohort.half) ? least : leastOf(cohort, frame);
    return [...cohort.counts].flatMap(([measure, totals]): Hidden[] => {
      const kind = primaryKind(totals, own);
      return kind === null ? [] : [{ half: cohort.half, measure, kind, least: own }];
    });
  });
}

/** Sums that are or were published, as far as they hold half-years that are held back. */
function openSums(unknown: readonly string[], sums: readonly (readonly string[])[]): number[][] {
  return sums.map((sum) => unknown.flatMap((half, index) => (sum.includes(half) ? [index] : []))).filter((sum) => sum.length > 0);
}

/** Whether every held-back half-year stays open, whatever windows were published before. */
function audit(cohorts: readonly Counted[], unknown: readonly string[], sums: readonly (readonly string[])[], hidden: readonly Hidden[], headline: CountedMeasure): boolean {
  const system = { size: unknown.length, sums: openSums(unknown, sums) };
  const by = new Map(cohorts.map((each) => [each.half, each.counts]));
  const values = (measure: CountedMeasure, pick: (totals: Totals) => number) =>
    unknown.map((half) => {
      const counts = by.get(half);
      const totals = counts?.get(measure) ?? [...(counts?.values() ?? [])][0];
      return totals ? pick(totals) : 0;
    });
  return hidden.every(({ half, measure, kind, least }) => {
    const index = unknown.indexOf(half);
    if (index === -1) return true;
    const wanted = wantedRoom(kind, least);
    return (
      (wanted.n === null || look(system, values(headline, ({ n }) => n)).staysOpen([index], wanted.n)) &&
      look(system, values(measure, ({ placed }) => placed)).staysOpen([index], wanted.o) &&
      look(system, values(measure, ({ n, placed }) => n - placed)).staysOpen([index], wanted.rest)
    );
  });
}

/** In a sum with two half-years that may not be shown, the reason is said of neither. */
function withoutReason(unknown: readonly string[], sums: readonly (readonly string[])[], hidden: readonly Hidden[]): Set<string> {
  const primary = new Set(hidden.map((each) => each.half));
  const crowded = sums.filter((sum) => sum.filter((half) => primary.has(half) && unknown.includes(half)).length > 1);
  return new Set(crowded.flat().filter((half) => unknown.includes(half)));
}

export function decideHalves(prepared: Prepared, frame: Frame, memory: Memory): Halves {
  const { halves, measures } = sharedHalfYears(prepared, frame.window);
  const cohorts = prepared.cohorts.filter(hasHalf);
  const halfYears = halves.map((each) => each.half ?? '');
  const inWindow = new Set(halfYears);
  const least = fewest(halves.some((each) => each.rows.some((row) => isSensitive(row, frame))));
  const countsOf = (measure: CountedMeasure) => halves.flatMap((each) => each.counts.get(measure) ?? []);
  const sums = new Map(measures.map((measure) => [measure, sumTotals(countsOf(measure))]));
  const primary = new Map<CountedMeasure, PrimaryKind>();
  for (const [measure, totals] of sums) {
    const kind = primaryKind(totals, least);
    if (kind !== null) primary.set(measure, kind);
  }
  const open = measures.filter((measure) => !primary.has(measure) && (sums.get(measure)?.n ?? 0) > 0);
  const hidden = primaries(cohorts, inWindow, least, frame).filter(({ measure, kind }) => kind === 'small' || open.includes(measure));
  const held = new Set([...memory.held, ...hidden.map((each) => each.half), ...open.flatMap((measure) => suppressed(halves, countsOf(measure), least))]);
  const known = new Set(memory.shown.filter((half) => !hidden.some((each) => each.half === half)));
  const unknown = [...held].filter((half) => !known.has(half)).sort();
  const [headline = null] = open;
  const all = headline === null ? memory.sums : [...memory.sums, halfYears];
  const safe = headline === null || unknown.length === 0 || audit(cohorts, unknown, all, hidden, headline);
  return {
    halfYears, cohorts: halves, least, primary, held, unsafe: !safe,
    totals: safe ? new Map(open.flatMap((measure) => [[measure, sums.get(measure) ?? sumTotals([])] as const])) : new Map(),
    headline: safe ? headline : null,
    unnamed: withoutReason(unknown, all, hidden),
  };
}
