/** What may be shown of results. Pure types and rules; the figures themselves come from `method/`. */
import type { LocalisedText } from '#platform/input.ts';
import type { Evidence, EXIT_REASONS, Measure } from './input.ts';
import type { Band, ExtremeBand, Reason, VerdictCode } from './method/index.ts';

export type Grade = 'A' | 'B' | 'C' | 'D';
export const GRADE_OF_EVIDENCE: Readonly<Record<Evidence, Grade>> = { register: 'A', documented: 'B', 'self-reported': 'C' };

/** A figure that its source has already made public is quoted if it rests on at least this many people (method.md 2.12). */
export const QUOTE_MINIMUM = 5;

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
  /** Of those who dropped out, window of the whole provider only; reasons too few to be named are in `other`. Absent or null: not known or not shown. */
  exits?: readonly PublishedExit[] | null;
  /** The value it replaces, where a value already published was corrected. */
  previous?: PreviousValue | null;
}

export interface PublishedExit {
  reason: (typeof EXIT_REASONS)[number];
  count: number;
}

export interface PreviousValue {
  count: PublishedCount;
  /** The day on which the earlier value was published, YYYY-MM-DD. */
  released: string;
  /** As whoever corrected it gave it, without figures other than years; null if nothing was said. */
  reason: string | null;
}

/** The measures on which providers are compared. E6: programmes of about one length; S12: all. */
export const COMPARED_MEASURES = ['E6', 'S12'] as const;
export type ComparedMeasure = (typeof COMPARED_MEASURES)[number];

/** Quarters of a country's municipalities by unemployment (method.md 2.3); `all`: a country without such figures. */
export const AREA_BANDS = ['lowest', 'low', 'high', 'highest', 'all'] as const;
export type AreaBand = (typeof AREA_BANDS)[number];

/** Half-years together, first and last day. */
export interface Window {
  from: string;
  to: string;
  /** `2025H1`, oldest first. */
  halfYears: readonly string[];
}

/**
 * What a verdict rests on: E, V, both z, the shares, R and tau2 rounded to 4 significant digits. Everything else here is
 * worked out from these rounded figures, so that anybody repeats it exactly (method.md 11.4).
 */
export interface ComparisonFigures {
  /** Starters in the comparison, of whom O were placed. */
  n: number;
  O: number;
  E: number;
  V: number;
  z: number | null;
  zIfUnknownPlaced: number | null;
  unknownShare: number;
  informativeShare: number;
  ownShare: number;
  /** E / n */
  expectedRate: number;
  /** O / E with its limits (5.5); null if nothing is expected. */
  ratio: { value: number; lower: number; upper: number } | null;
  /** Limits of O / E by a Poisson count: marked "Poisson, conservative" wherever they are given. */
  poisson: { method: 'exact' | 'byar'; lower: number; upper: number } | null;
  zAdj: number | null;
  /** Place in the funnel plot (7.4); null: no point is drawn. */
  point: { x: number; y: number } | null;
}

/** One provider in one comparison. */
export interface PublishedComparison {
  measure: ComparedMeasure;
  window: Window;
  grade: Grade;
  code: VerdictCode;
  band: Band | null;
  /** In the order of method.md section 8. Empty with `no_verdict` only where the figures are withheld. */
  reasons: readonly Reason[];
  /**
   * Why there are no figures although there may be some: `disclosure`: they would tell about a few people;
   * `first`: a first "better" or "worse" waits for one release while the provider checks its data.
   */
  withheld: 'disclosure' | 'first' | null;
  /** null: not compared (`reasons` says why) or withheld. */
  figures: ComparisonFigures | null;
  /** Only where providers may be numbered (9.3), and only beside a verdict. */
  rank?: PublishedRank | null;
}

/** Between which of `of` places it probably stands (95 %), the highest being 1. */
export interface PublishedRank {
  from: number;
  to: number;
  of: number;
}

/** Who takes part, by target group and area band, after disclosure control: the checked cells and no others. */
export interface PublishedTable {
  measure: 'E6';
  window: Window;
  level: 'cells' | 'margins' | 'total';
  /** Codes of target groups: the rows. */
  groups: readonly string[];
  /** The columns. */
  bands: readonly AreaBand[];
  cells: readonly (readonly PublishedCount[])[];
  rows: readonly PublishedCount[];
  columns: readonly PublishedCount[];
  total: PublishedCount;
}

/** "Of 100 people like you who started here" (method.md section 10). Whole per cent, the interval outward, ownWeight to the nearest 10. */
export interface PublishedEstimate {
  measure: 'E6';
  /** Code of the target group. */
  group: string;
  /** null: wherever they live. */
  band: AreaBand | null;
  /** Whose results it rests on: of this group in such areas, of this group, or of all the provider's participants. */
  level: 'cell' | 'group' | 'provider';
  /** Own starters it rests on. */
  n: number;
  percent: number;
  lower: number;
  upper: number;
  ownWeight: number;
}

/** Starters by size, never exactly (method.md 11.4). */
export const SIZE_CLASSES = ['30-49', '50-99', '100-199', '200-499', '500+'] as const;
export type SizeClass = (typeof SIZE_CLASSES)[number];

/** The rate of all compared providers together; `extreme` in its place where nearly nobody or nearly everybody was placed. */
export interface ReferenceRate {
  group: string;
  /** null: merged over all areas. */
  band: AreaBand | null;
  /** `2025H1`; null: merged over the window. */
  period: string | null;
  ratePercent: number | null;
  extreme: ExtremeBand | null;
  size: SizeClass;
}

/** All providers of one comparison together. */
export interface ComparisonSummary {
  measure: ComparedMeasure;
  window: Window;
  /** plannedMaxDays of the programmes compared, from and to; null: all lengths. */
  plannedDays: { from: number; to: number } | null;
  /** `strata`: method.md 5.1; `logistic`: 5.6, too sparse for strata; `rejected`: neither holds, nothing is compared. */
  model: 'strata' | 'logistic' | 'rejected';
  R: number | null;
  peers: number;
  phi: number | null;
  tau2: number;
  tau: number;
  rankability: number;
  /** Whether providers may be numbered at all (9.3). */
  mayRank: boolean;
  crit95: number;
  crit998: number;
  /** What E was worked out from, in whole per cent. */
  strata: readonly ReferenceRate[];
  /** For "people like you": by group and area, and by group with band null; the whole window. */
  areas: readonly ReferenceRate[];
  codes: Readonly<Record<VerdictCode, number>>;
}

/** What a release says of itself, beside every number. */
export interface ReleaseInfo {
  methodVersion: string;
  inputHash: string;
  releasedAt: string;
}

/** All that a release says of itself. */
export interface ReleaseDetails extends ReleaseInfo {
  id: number;
  /** Of the code; 'unknown' outside a checkout. */
  commit: string;
  /** The day in Denmark that decides what is ripe, YYYY-MM-DD. */
  day: string;
  parameters: ReleaseParameters;
}

export interface ReleaseParameters {
  windows: Readonly<Record<ComparedMeasure, Window | null>>;
  plannedDays: { from: number; to: number } | null;
  /** Cut points of the area bands in per cent unemployed, by country. */
  bandCuts: Readonly<Record<string, readonly number[]>>;
  /** Input hash of the release before; null for the first. */
  previous: string | null;
}

/** A value that was already published and is now another. */
export interface PublishedCorrection {
  /** The release that corrected it, and its day. */
  release: number;
  day: string;
  measure: Measure;
  programme: string | null;
  attendance: 'voluntary' | 'mandated' | null;
  from: string | null;
  to: string | null;
  before: PublishedCount;
  after: PublishedCount;
  reason: string | null;
}

/** A provider's point in the funnel plot. */
export interface FunnelPoint {
  providerId: number;
  slug: string;
  name: string;
  code: VerdictCode;
  band: Band | null;
  grade: Grade;
  n: number;
  x: number;
  y: number;
  /** One of so many compared providers is drawn; 1: all. */
  oneIn: number;
}
