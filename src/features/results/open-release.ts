/** The open file of a release: everything from which anybody can repeat its verdicts (method.md 11.4). Its shape; pure. */
import { z } from 'zod';
import { EXIT_REASONS, MEASURES } from './input.ts';
import { AREA_BANDS, COMPARED_MEASURES, SIZE_CLASSES } from './model.ts';

export const RELEASE_FORMAT = 'vejviser.open-data.release/1';
export const RELEASE_FILE = 'results-release.json';

const whole = z.int().min(0);
const share = z.number().min(0).max(1);
const counts = { n: whole, placed: whole, notPlaced: whole, unknown: whole };
export const openCountSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('shown'), ...counts, lower: share, upper: share }),
  z.strictObject({ state: z.literal('extreme'), kind: z.enum(['low', 'high']), limitPercent: z.number() }),
  z.strictObject({ state: z.enum(['quoted', 'too-many-unknown']), ...counts }),
  z.strictObject({ state: z.enum(['small', 'hidden', 'none', 'unreported']) }),
]);
export const openExits = z.array(z.strictObject({ reason: z.enum(EXIT_REASONS), count: whole })).nullable();
export const openPrevious = z.strictObject({ count: openCountSchema, released: z.iso.date(), reason: z.string().nullable() }).nullable();

const compared = z.enum(COMPARED_MEASURES);
const grade = z.enum(['A', 'B', 'C', 'D']);
const code = z.enum(['better', 'as_expected', 'worse', 'no_verdict']);
const days = z.strictObject({ from: whole, to: whole }).nullable();
const window = z.strictObject({ from: z.iso.date(), to: z.iso.date(), halfYears: z.array(z.string()) });
const extreme = z.strictObject({ kind: z.enum(['low', 'high']), limitPercent: z.number() });
const limits = z.strictObject({ value: z.number(), lower: z.number(), upper: z.number() });
/** The input hash of the release that published it. */
const release = z.string();

const figures = z.strictObject({
  n: whole, O: whole, E: z.number(), V: z.number(), z: z.number().nullable(), zIfUnknownPlaced: z.number().nullable(),
  unknownShare: share, informativeShare: share, ownShare: share, expectedRate: z.number(), ratio: limits.nullable(),
  poisson: z.strictObject({ method: z.enum(['exact', 'byar']), lower: z.number(), upper: z.number() }).nullable(),
  zAdj: z.number().nullable(), point: z.strictObject({ x: z.number(), y: z.number() }).nullable(),
});

export const openComparison = z.strictObject({
  provider: z.string(), release, measure: compared, window, grade, code,
  band: z.enum(['above_998', 'above_95', 'inside', 'below_95', 'below_998']).nullable(),
  reasons: z.array(z.enum(['grade', 'n_lt_30', 'expected_lt_5', 'unknown_gt_20', 'informative_lt_80', 'own_share_gt_50', 'peers_lt_10', 'variance_zero', 'depends_on_unknown', 'no_stratum'])),
  withheld: z.enum(['disclosure', 'first']).nullable(),
  figures: figures.nullable(),
  /** Probable place among all, where providers may be numbered; files of before it was given have none. */
  rank: z.strictObject({ from: whole, to: whole, of: whole }).nullable().optional(),
});

const referenceRate = z.strictObject({
  group: z.string(), band: z.enum(AREA_BANDS).nullable(), period: z.string().nullable(), ratePercent: whole.nullable(), extreme: extreme.nullable(), size: z.enum(SIZE_CLASSES),
});

export const openSummary = z.strictObject({
  release, measure: compared, window, plannedDays: days, model: z.enum(['strata', 'logistic', 'rejected']), R: share.nullable(), peers: whole,
  phi: z.number().nullable(), tau2: z.number(), tau: z.number(), rankability: z.number(), mayRank: z.boolean(), crit95: z.number(), crit998: z.number(),
  strata: z.array(referenceRate), areas: z.array(referenceRate), codes: z.record(code, whole),
});

export const openTable = z.strictObject({
  provider: z.string(), release, measure: z.literal('E6'), window, level: z.enum(['cells', 'margins', 'total']), groups: z.array(z.string()), bands: z.array(z.enum(AREA_BANDS)),
  cells: z.array(z.array(openCountSchema)), rows: z.array(openCountSchema), columns: z.array(openCountSchema), total: openCountSchema,
});

export const openEstimate = z.strictObject({
  provider: z.string(), release, measure: z.literal('E6'), group: z.string(), band: z.enum(AREA_BANDS).nullable(), level: z.enum(['cell', 'group', 'provider']),
  n: whole, percent: whole, lower: whole, upper: whole, ownWeight: whole,
});

export const openCorrection = z.strictObject({
  provider: z.string(), release, day: z.iso.date(), measure: z.enum(MEASURES), programme: z.string().nullable(), attendance: z.enum(['voluntary', 'mandated']).nullable(),
  from: z.iso.date().nullable(), to: z.iso.date().nullable(), before: openCountSchema, after: openCountSchema, reason: z.string().nullable(),
});

const details = z.strictObject({ methodVersion: z.string(), inputHash: z.string(), commit: z.string(), day: z.iso.date(), releasedAt: z.string() });

export const openRelease = z.strictObject({
  format: z.literal(RELEASE_FORMAT),
  /** The latest; null before the first. */
  release: details.extend({
    parameters: z.object({ windows: z.record(compared, window.nullable()), plannedDays: days, bandCuts: z.record(z.string(), z.array(z.number())), previous: z.string().nullable() }).partial(),
  }).nullable(),
  /** Every release that a number here comes from: old values stay where a new one would tell about a few people. */
  releases: z.array(details),
  summaries: z.array(openSummary),
  comparisons: z.array(openComparison),
  tables: z.array(openTable),
  estimates: z.array(openEstimate),
  corrections: z.array(openCorrection),
});

export type OpenRelease = z.output<typeof openRelease>;
