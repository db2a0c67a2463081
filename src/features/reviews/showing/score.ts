/** Figures about a provider's reviews, out of frozen counts (method.md section 12). The same input gives the same bytes. Pure. */
import { divided, METHOD_VERSION, PARAMETERS, reviewScore, reviewWeights } from '#features/results/method/index.ts';
import { DIMENSIONS, type Dimension } from '../content.ts';
import { addReleases, type AttendanceRelease, type Classing } from './attendance.ts';
import { addBars, addDimensions, NO_BARS, partsToShow, perDimension, SMALLEST, sumOf, type BatchCounts, type Bars, type DimensionBars } from './counts.ts';
import { ageDays, yearOf } from './quarters.ts';

export interface CountedBatch {
  /** Of publication. */
  quarter: string;
  counts: BatchCounts;
  /** Of the reviews that came to be told apart with this batch. */
  byAttendance: AttendanceRelease | null;
}

/** `divided`: the bars say it, no number does. `too-few`: the number would be too unsure. */
export type ScoreState = 'score' | 'divided' | 'too-few';

export interface DimensionFigures {
  answers: number;
  bars: Bars;
  state: ScoreState;
  /** To two decimals; null unless `state` is score. */
  score: number | null;
  /** 90 per cent interval. */
  lower: number | null;
  upper: number | null;
  /** How many reviews of today they amount to, to one decimal. */
  effectiveN: number;
}

export type Standing = 'above' | 'alike' | 'below';

export interface YearFigures {
  year: string;
  reviewers: number;
  /** Bars of a question that fewer than five answered are left out. */
  bars: Partial<DimensionBars>;
}

export interface ScoreDocument {
  method: string;
  /** For which ages were worked out: figures change with a batch, and when a quarter begins. */
  quarter: string;
  reviewers: number;
  /** Of them in the totals only: leftovers of small groups. */
  totalsOnly: number;
  /** Oldest quarter counted. */
  since: string;
  /** null: fewer than five have answered. */
  dimensions: Record<Dimension, DimensionFigures | null>;
  /** Newest first; only years that may be shown. */
  years: YearFigures[];
  /** Where "would choose it again" stands to all providers; null: no score, so it cannot be told. */
  standing: Standing | null;
}

/** One side of the table by attendance. */
export interface AttendanceDocument {
  method: string;
  quarter: string;
  reviewers: number;
  classing: Classing;
  counts: number[];
  /** Where all five answers are told apart. */
  again: DimensionFigures | null;
}

export interface ScoreRow {
  programmeCode: string;
  attendance: '' | 'chosen' | 'mandated';
  document: ScoreDocument | AttendanceDocument;
}

const { priorWeight, halfLifeDays, maxAgeDays, minEffectiveN, maxWidth } = PARAMETERS.reviews;
const SHOWN_LEVEL = 0.9;
/** Evidence that is needed to be told from the others: a wider interval than the one shown, and a difference that matters. */
export const STANDING = { level: 0.95, material: 0.25 } as const;

const rounded = (value: number, decimals: number) => Number(value.toFixed(decimals));

/** All providers together; each answer a fifth of a review more, so that none is impossible. */
export function priorOf(bars: Bars): number[] {
  const total = sumOf(bars) + 1;
  return bars.map((count) => (count + 0.2) / total);
}

/** @param ages how many days old, one for each of `parts` */
function weighed(parts: readonly Bars[], ages: readonly number[]): { weighted: number[]; effectiveN: number } {
  const { weights } = reviewWeights(ages, halfLifeDays, maxAgeDays);
  const weighted = [0, 1, 2, 3, 4].map((k) => sumOf(parts.map((bars, i) => (bars[k] ?? 0) * (weights[i] ?? 0))));
  const squares = sumOf(parts.map((bars, i) => sumOf(bars) * (weights[i] ?? 0) ** 2));
  return { weighted, effectiveN: squares === 0 ? 0 : sumOf(weighted) ** 2 / squares };
}

/** @returns null when fewer than five have answered */
export function dimensionFigures(parts: readonly Bars[], ages: readonly number[], reference: Bars): DimensionFigures | null {
  const bars = parts.reduce<Bars>(addBars, NO_BARS);
  const answers = sumOf(bars);
  if (answers < SMALLEST) return null;
  const { weighted, effectiveN } = weighed(parts, ages);
  const { score, lower, upper } = reviewScore(weighted, priorOf(reference), priorWeight, SHOWN_LEVEL);
  const state: ScoreState = divided(bars) ? 'divided' : effectiveN >= minEffectiveN && upper - lower <= maxWidth ? 'score' : 'too-few';
  const shown = (value: number) => (state === 'score' ? rounded(value, 2) : null);
  return { answers, bars, state, score: shown(score), lower: shown(lower), upper: shown(upper), effectiveN: rounded(effectiveN, 1) };
}

function standingOf(figures: DimensionFigures | null, parts: readonly Bars[], ages: readonly number[], reference: Bars): Standing | null {
  if (figures?.state !== 'score') return null;
  const prior = priorOf(reference);
  const { score, lower, upper } = reviewScore(weighed(parts, ages).weighted, prior, priorWeight, STANDING.level);
  const all = sumOf(prior.map((share, i) => share * (i + 1)));
  if (lower > all && score - all >= STANDING.material) return 'above';
  return upper < all && all - score >= STANDING.material ? 'below' : 'alike';
}

const reviewersOf = (batches: readonly CountedBatch[]) => sumOf(batches.map((each) => each.counts.reviewers));

/** Parted by something, in its order; only the parts that may be shown beside the whole. */
function parted(batches: readonly CountedBatch[], keyOf: (batch: CountedBatch) => string | null): { key: string; own: CountedBatch[] }[] {
  const keys = [...new Set(batches.flatMap((each) => keyOf(each) ?? []))].sort();
  const parts = keys.map((key) => ({ key, own: batches.filter((each) => keyOf(each) === key) }));
  const shown = partsToShow(parts.map(({ own }) => reviewersOf(own)), reviewersOf(batches));
  return parts.filter((_, i) => shown[i]);
}

function yearsOf(batches: readonly CountedBatch[]): YearFigures[] {
  return parted(batches, (each) => yearOf(each.quarter)).reverse().map(({ key, own }) => {
    const bars = addDimensions(own.map((each) => each.counts.dimensions));
    const answered = DIMENSIONS.filter((each) => sumOf(bars[each]) >= SMALLEST);
    return { year: key, reviewers: reviewersOf(own), bars: Object.fromEntries(answered.map((each) => [each, bars[each]])) };
  });
}

/** @returns null when fewer than five are counted */
function scoreDocument(batches: readonly CountedBatch[], reference: DimensionBars, quarter: string): ScoreDocument | null {
  const reviewers = reviewersOf(batches);
  const since = batches.map((each) => each.quarter).sort()[0];
  if (since === undefined || reviewers < SMALLEST) return null;
  const ages = batches.map((each) => ageDays(each.quarter, quarter));
  const parts = (dimension: Dimension) => batches.map((each) => each.counts.dimensions[dimension]);
  const dimensions = perDimension((each) => dimensionFigures(parts(each), ages, reference[each]));
  return {
    method: METHOD_VERSION, quarter, reviewers, totalsOnly: reviewersOf(batches.filter((each) => each.counts.programme === null)), since, dimensions, years: yearsOf(batches),
    standing: standingOf(dimensions.again, parts('again'), ages, reference.again),
  };
}

function attendanceRows(batches: readonly CountedBatch[], reference: DimensionBars, quarter: string): ScoreRow[] {
  const released = batches.flatMap(({ quarter: of, byAttendance }) => (byAttendance ? [{ of, byAttendance }] : []));
  const all = addReleases(released.map((each) => each.byAttendance));
  if (all === null) return [];
  const ages = released.map((each) => ageDays(each.of, quarter));
  return (['chosen', 'others'] as const).flatMap((side): ScoreRow[] => {
    const reviewers = sumOf(all[side]);
    if (reviewers < SMALLEST) return [];
    const again = all.classing === 0 ? dimensionFigures(released.map((each) => each.byAttendance[side] as unknown as Bars), ages, reference.again) : null;
    const document = { method: METHOD_VERSION, quarter, reviewers, classing: all.classing, counts: all[side], again };
    return [{ programmeCode: '', attendance: side === 'chosen' ? 'chosen' : 'mandated', document }];
  });
}

/**
 * Everything that is shown of one provider: all together, each programme, and those who chose beside the others.
 * @param reference all providers, when the quarter began
 * @param quarter the present one
 */
export function scoreRows(batches: readonly CountedBatch[], reference: DimensionBars, quarter: string): ScoreRow[] {
  const counted = batches.filter((each) => ageDays(each.quarter, quarter) <= maxAgeDays);
  const total = scoreDocument(counted, reference, quarter);
  if (total === null) return [];
  const programmes = parted(counted, (each) => each.counts.programme).flatMap(({ key, own }): ScoreRow[] => {
    const document = scoreDocument(own, reference, quarter);
    return document ? [{ programmeCode: key, attendance: '', document }] : [];
  });
  return [{ programmeCode: '', attendance: '', document: total }, ...programmes, ...attendanceRows(counted, reference, quarter)];
}
