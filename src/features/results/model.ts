/** What may be shown of results. Pure types and rules; the figures themselves come from `method/`. */
import type { LocalisedText } from '#platform/input.ts';
import type { Evidence, Measure } from './input.ts';

export type Grade = 'A' | 'B' | 'C' | 'D';
export const GRADE_OF_EVIDENCE: Readonly<Record<Evidence, Grade>> = { register: 'A', documented: 'B', 'self-reported': 'C' };

/**
 * A count after disclosure control (method.md 11.1):
 * `shown` the numbers; `small` fewer people than may be shown; `extreme` only "under/over limitPercent %";
 * `hidden` left out so that another cell cannot be worked out; `none` no participants; `unreported` the provider did not report;
 * `quoted` as the source published it, with no interval of ours; `too-many-unknown` more than half are unknown: counts, but no rate (method.md 2.9).
 */
export type PublishedCount =
  | { state: 'shown'; n: number; placed: number; notPlaced: number; unknown: number; lower: number; upper: number }
  | { state: 'extreme'; kind: 'low' | 'high'; limitPercent: number }
  | { state: 'quoted' | 'too-many-unknown'; n: number; placed: number; notPlaced: number; unknown: number }
  | { state: 'small' | 'hidden' | 'none' | 'unreported' };

/** Exit funnel of one half-year or window, each number only where it may be shown. */
export interface PublishedFunnel {
  referred: number | null;
  started: number;
  completed: number;
}

/** One published row. `kind` cohort: one half-year of the whole provider or one programme; window: the latest ripe half-years together; quoted: a figure its source has already published (grade D). */
export interface PublishedResult {
  kind: 'cohort' | 'window' | 'quoted';
  programme: string | null;
  measure: Measure;
  /** For `quoted` with a measure of its own: the publisher's name for it. */
  measureName: LocalisedText | null;
  countedOver: 'starters' | 'completers';
  attendance: 'voluntary' | 'mandated' | null;
  /** First and last day of the period in which they started; null where the source does not say. */
  from: string | null;
  to: string | null;
  grade: Grade;
  count: PublishedCount;
  funnel: PublishedFunnel | null;
  note: LocalisedText | null;
}

/** What a release says of itself, beside every number. */
export interface ReleaseInfo {
  methodVersion: string;
  inputHash: string;
  releasedAt: string;
}
