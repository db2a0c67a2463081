/** One provider in one comparison: its verdict, and whether its figures may be shown (method.md 8, 11.4). Pure. */
import { PARAMETERS, type Reason } from '../method/index.ts';
import type { ComparedMeasure, Grade, PublishedComparison, PublishedRank, Window } from '../model.ts';
import { rowTotals, sumTotals, totalsOf, type Cohort, type Totals } from './cohorts.ts';
import { decide, roundedBasis, type Basis, type Decision } from './decide.ts';
import { mayBeKnown } from './disclosure.ts';
import type { Memory } from './memory.ts';
import { comparable, gradeIn, windowCohorts, type Prepared } from './rows.ts';
import type { World } from './world.ts';

export interface Verdict {
  measure: ComparedMeasure;
  grade: Grade;
  window: Window;
  cohorts: readonly Cohort[];
  /** null: not compared, and `reasons` says why. */
  decision: Decision | null;
  basis: Basis | null;
  reasons: readonly Reason[];
}

const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
/** A first "better" or "worse" waits for one release, and that is at least this many days later (8). */
const WAIT_DAYS = 14;

/** null: the window tells nothing of this measure. */
export function verdictOf(prepared: Prepared, measure: ComparedMeasure, world: World): Verdict | null {
  const cohorts = windowCohorts(prepared, measure, world.frame.window);
  if (cohorts.length === 0) return null;
  const { from, to } = world.frame.window;
  const window = { from, to, halfYears: cohorts.map((each) => each.half ?? '') };
  const grade = gradeIn(cohorts);
  const found = world.compared[measure].providers.get(prepared.provider.slug);
  if (found && 'basis' in found) {
    const basis = roundedBasis(found.basis);
    return { measure, grade, window, cohorts, basis, decision: decide(basis, grade, world.compared[measure].spread), reasons: [] };
  }
  return { measure, grade, window, cohorts, basis: null, decision: null, reasons: found?.reasons ?? uncompared(cohorts, measure, grade) };
}

/** Of a provider none of whose rows can be compared. */
function uncompared(cohorts: readonly Cohort[], measure: ComparedMeasure, grade: Grade): Reason[] {
  const { n, unknown } = sumTotals(cohorts.flatMap((each) => each.counts.get(measure) ?? []));
  const reasons: Reason[] = [];
  if (grade !== 'A' && grade !== 'B') reasons.push('grade');
  if (n > 0 && unknown / n > PARAMETERS.unknown.noComparisonAbove) reasons.push('unknown_gt_20');
  return reasons.length > 0 ? reasons : ['no_stratum'];
}

/** Starters with a group, a place and a length that can be compared, whether or not a stratum is large enough for them. */
function usable(prepared: Prepared, { measure, cohorts }: Verdict, world: World): Totals {
  return sumTotals(cohorts.flatMap(({ rows }) => rows.flatMap((row) => (comparable(row, prepared.provider, measure, world.frame) ? (rowTotals(row, measure) ?? []) : []))));
}

/**
 * Whether the figures leave nothing to be worked out from the window total: who is not compared is nobody or enough, both
 * for want of a stratum (the informative share tells their number) and for want of a group, place or length.
 */
export function restMayBeKnown(prepared: Prepared, verdict: Verdict, total: Totals | undefined, least: number, world: World): boolean {
  if (!total || !verdict.basis) return false;
  const all = usable(prepared, verdict, world);
  const { n, O } = verdict.basis;
  return mayBeKnown({ n: all.n - n, placed: all.placed - O }, least) && mayBeKnown({ n: total.n - all.n, placed: total.placed - all.placed }, least);
}

/** Compared starters of one half-year, by what is reported now; null: nothing is reported of it any more. */
export function comparedIn(prepared: Prepared, measure: ComparedMeasure, half: string, world: World): Totals | null {
  const cohort = prepared.cohorts.find((each) => each.half === half);
  if (!cohort?.counts.has(measure)) return null;
  const { groups } = world.compared[measure];
  return sumTotals(cohort.rows.flatMap((row) => {
    const place = comparable(row, prepared.provider, measure, world.frame);
    const outcome = rowTotals(row, measure);
    return place && groups.has(place.group) && outcome ? [totalsOf(outcome)] : [];
  }));
}

/** The waiting verdict to remember, and whether this one waits. */
export function waits(verdict: Verdict, memory: Memory, day: string): { since: string | null; waits: boolean } {
  const code = verdict.decision?.code;
  if (code !== 'better' && code !== 'worse') return { since: null, waits: false };
  const known = memory.verdicts[verdict.measure];
  const since = known?.code === code ? known.since : day;
  return { since, waits: dayNumber(day) - dayNumber(since) < WAIT_DAYS };
}

/** @param rank null where providers are not numbered */
export function publishComparison({ measure, window, grade, decision, reasons }: Verdict, withheld: PublishedComparison['withheld'], rank: PublishedRank | null): PublishedComparison {
  const place = { measure, window, grade };
  if (!decision) return { ...place, code: 'no_verdict', band: null, reasons, withheld: null, figures: null };
  if (withheld === null) {
    const shown = { ...place, code: decision.code, band: decision.band, reasons: decision.reasons, withheld, figures: decision.figures };
    return rank && decision.code !== 'no_verdict' ? { ...shown, rank } : shown;
  }
  // That there is no variance says of everybody at once how it went (11.1): it is a figure too, and withheld with them.
  const sayable = decision.reasons.filter((reason) => reason !== 'variance_zero');
  return { ...place, code: 'no_verdict', band: null, reasons: withheld === 'disclosure' && decision.code === 'no_verdict' ? sayable : [], withheld, figures: null };
}
