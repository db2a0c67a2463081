/** Which starters of a provider can be compared with others (method.md 2.7, 2.10, 5.1). Pure. */
import type { CompareRow } from '../method/index.ts';
import type { AreaBand, ComparedMeasure, Grade, Window } from '../model.ts';
import { lowestGrade, rowTotals, type Cohort, type CountedMeasure } from './cohorts.ts';
import type { FrozenInput, FrozenProvider, FrozenRow } from './freeze.ts';

export interface ComparedRow extends CompareRow {
  band: AreaBand;
  /** Per cent unemployed in the municipality; null where the country has no figures. */
  unemployment: number | null;
}

/** What holds for the whole release, settled before any provider is looked at. */
export interface Frame {
  input: Pick<FrozenInput, 'day' | 'groups' | 'areas'>;
  window: Window;
  /** Lengths compared on E6; null: no programme has one. */
  plannedDays: { from: number; to: number } | null;
}

/** A provider with its cohorts, as the steps after freezing need it. */
export interface Prepared {
  provider: FrozenProvider;
  /** Newest first. */
  cohorts: readonly Cohort[];
}

/** Cohorts of the window that tell of this measure, oldest first. */
export function windowCohorts({ cohorts }: Pick<Prepared, 'cohorts'>, measure: CountedMeasure, window: Window): Cohort[] {
  return cohorts.filter((each) => each.half !== null && window.halfYears.includes(each.half) && each.counts.has(measure)).reverse();
}

export function gradeIn(cohorts: readonly Cohort[]): Grade {
  return lowestGrade(cohorts.flatMap((each) => each.rows));
}

/** A group that is not stated may hold any, so it counts as sensitive. */
export function isSensitive({ result }: FrozenRow, frame: Frame): boolean {
  return result.targetGroup === undefined || (frame.input.groups.get(result.targetGroup)?.sensitive ?? true);
}

function fits(row: FrozenRow, provider: FrozenProvider, measure: ComparedMeasure, { plannedDays }: Frame): boolean {
  if (measure === 'S12') return true;
  const days = provider.plannedDays.get(row.result.programme ?? '');
  return days !== undefined && plannedDays !== null && days >= plannedDays.from && days <= plannedDays.to;
}

/** Group and band of a row that can be compared on this measure: one of the law's groups, a municipality, a fitting length. */
export function comparable(row: FrozenRow, provider: FrozenProvider, measure: ComparedMeasure, frame: Frame): { group: string; band: AreaBand } | null {
  const { targetGroup, region } = row.result;
  if (!targetGroup || region === undefined || !frame.input.groups.get(targetGroup)?.legal || !fits(row, provider, measure, frame)) return null;
  const band = frame.input.areas.band(region);
  return band === null ? null : { group: targetGroup, band };
}

/** Rows of half-years that tell of the measure for everybody. @param grade the lowest of all rows in the window, compared or not */
export function comparedRows({ provider }: Prepared, cohorts: readonly Cohort[], measure: ComparedMeasure, grade: Grade, frame: Frame): ComparedRow[] {
  return cohorts.flatMap(({ half, rows }) =>
    rows.flatMap((row): ComparedRow[] => {
      const totals = rowTotals(row, measure);
      const place = comparable(row, provider, measure, frame);
      if (!totals || half === null || place === null) return [];
      const { placed, notPlaced, unknown } = totals;
      return [{ provider: provider.slug, ...place, period: half, grade, placed, notPlaced, unknown, unemployment: frame.input.areas.unemployment(row.result.region ?? '') }];
    }),
  );
}

/** All half-years that tell of the measure, newest first. */
export function tellingCohorts({ cohorts }: Pick<Prepared, 'cohorts'>, measure: CountedMeasure): Cohort[] {
  return cohorts.filter((each) => each.half !== null && each.counts.has(measure));
}
