import { sql } from 'drizzle-orm';
import { date, index, integer, jsonb, pgTable, primaryKey, text, timestamp, unique, uniqueIndex } from 'drizzle-orm/pg-core';
import { authority } from './accounts.ts';
import { storedFile } from './platform.ts';
import { provider, source } from './providers.ts';
import type { JsonDocument } from './types.ts';

/**
 * A reported cohort: confidential, never read by a page (method.md 2.12).
 * `key` is the JSON of the fields that make it the same result (catalogue-format.md).
 */
export const reportedResult = pgTable(
  'reported_result',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    providerId: integer('provider_id').notNull().references(() => provider.id),
    sourceId: integer('source_id').notNull().references(() => source.id),
    key: text('key').notNull(),
    programme: text('programme'),
    targetGroup: text('target_group'),
    region: text('region'),
    attendance: text('attendance'),
    countedOver: text('counted_over').notNull(),
    fromDay: date('from_day'),
    toDay: date('to_day'),
  },
  (t) => [unique('reported_result_key').on(t.providerId, t.sourceId, t.key)],
);

/** state: staged | current | past | withdrawn | abandoned. A changed result keeps its earlier version, and when and why. */
export const reportedResultVersion = pgTable(
  'reported_result_version',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    resultId: integer('result_id').notNull().references(() => reportedResult.id),
    importId: integer('import_id'),
    state: text('state').notNull(),
    position: integer('position').notNull(),
    hash: text('hash').notNull(),
    /** As the file has it, `evidence` included. */
    result: jsonb('result').$type<JsonDocument>().notNull(),
    /** What it counts as here: self-reported until someone with the right has verified it. */
    evidence: text('evidence').notNull(),
    /** The last verification that gave it its evidence. */
    verificationId: integer('verification_id').references(() => evidenceVerification.id),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    activatedAt: timestamp('activated_at', { withTimezone: true }),
    replacedAt: timestamp('replaced_at', { withTimezone: true }),
    reason: text('reason'),
  },
  (t) => [
    uniqueIndex('reported_result_version_current').on(t.resultId).where(sql`${t.state} = 'current'`),
    index('reported_result_version_import').on(t.importId),
    index('reported_result_version_result').on(t.resultId),
  ],
);

/**
 * Somebody other than the provider checked some half-years of one source (method.md section 3). Never changed.
 * kind: register (an authority confirms that outcomes come from a public register) | sample (an audit of drawn placements)
 */
export const evidenceVerification = pgTable(
  'evidence_verification',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    providerId: integer('provider_id').notNull().references(() => provider.id),
    sourceId: integer('source_id').notNull().references(() => source.id),
    kind: text('kind').notNull(),
    /** What the rows count as because of it: register | documented | self-reported (it did not hold). */
    evidence: text('evidence').notNull(),
    fromDay: date('from_day').notNull(),
    toDay: date('to_day').notNull(),
    /** Of the sample audit; null for a register confirmation. */
    drawn: integer('drawn'),
    errors: integer('errors'),
    detail: jsonb('detail').$type<JsonDocument>().notNull(),
    /** Names and SHA-256 of the evidence files; the files themselves are kept elsewhere. */
    files: jsonb('files').$type<{ name: string; sha256: string }[]>().notNull(),
    actor: text('actor').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
  },
  (t) => [index('evidence_verification_provider').on(t.providerId)],
);

/** Which half-years of a provider a file documents. Taken away with the file: what a check rested on is in the check itself. */
export const resultEvidenceFile = pgTable(
  'result_evidence_file',
  {
    fileId: text('file_id').notNull().references(() => storedFile.id),
    /** Such as 2025H1. */
    halfYear: text('half_year').notNull(),
    providerId: integer('provider_id').notNull().references(() => provider.id),
  },
  (t) => [primaryKey({ columns: [t.fileId, t.halfYear] }), index('result_evidence_file_provider').on(t.providerId)],
);

/** Figures that a provider looks through before it reports them. One at a time; without a fault in it. */
export const resultDraft = pgTable('result_draft', {
  providerId: integer('provider_id').primaryKey().references(() => provider.id),
  /** Random, and another with every change: the one that was looked through is the one that is reported. */
  version: text('version').notNull(),
  /** Title of the source. */
  source: text('source').notNull(),
  /** half-years: replaces all that was told of the half-years in it · rows: replaces only the same rows */
  scope: text('scope').$type<'half-years' | 'rows'>().notNull(),
  rows: jsonb('rows').$type<JsonDocument[]>().notNull(),
  createdBy: text('created_by').notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
});

/** A provider asks an authority to check half-years of one of its sources. One open request for the same authority and source. */
export const resultConfirmation = pgTable(
  'result_confirmation',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    providerId: integer('provider_id').notNull().references(() => provider.id),
    authorityId: integer('authority_id').notNull().references(() => authority.organisationId),
    sourceId: integer('source_id').notNull().references(() => source.id),
    fromHalf: text('from_half').notNull(),
    toHalf: text('to_half').notNull(),
    state: text('state').$type<'open' | 'checked' | 'declined' | 'withdrawn'>().notNull(),
    /** For the draw of a sample; told once the request is made, so that nobody chooses. */
    seed: text('seed').notNull(),
    askedBy: text('asked_by').notNull(),
    askedAt: timestamp('asked_at', { withTimezone: true }).notNull(),
    answeredBy: text('answered_by'),
    answeredAt: timestamp('answered_at', { withTimezone: true }),
    verificationId: integer('verification_id').references(() => evidenceVerification.id),
    reason: text('reason'),
  },
  (t) => [
    uniqueIndex('result_confirmation_open').on(t.providerId, t.authorityId, t.sourceId).where(sql`${t.state} = 'open'`),
    index('result_confirmation_authority').on(t.authorityId, t.state),
  ],
);

export const resultRelease = pgTable('result_release', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  methodVersion: text('method_version').notNull(),
  inputHash: text('input_hash').notNull(),
  releasedAt: timestamp('released_at', { withTimezone: true }).notNull(),
  rows: integer('rows').notNull(),
  /** Of the code that worked it out. */
  commit: text('commit').notNull().default('unknown'),
  /** In Denmark; decides which half-years are ripe. */
  day: date('day').notNull().default(sql`'1970-01-01'`),
  /** The feature's ReleaseParameters. */
  parameters: jsonb('parameters').$type<JsonDocument>().notNull().default({}),
});

/** The only results a page, API answer or download may read. Filled by a release, after disclosure control. */
export const publishedResult = pgTable(
  'published_result',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    releaseId: integer('release_id').notNull().references(() => resultRelease.id),
    providerId: integer('provider_id').notNull().references(() => provider.id),
    sourceId: integer('source_id').notNull().references(() => source.id),
    /** The feature's PublishedResult; every number in it is publishable. */
    document: jsonb('document').$type<JsonDocument>().notNull(),
    position: integer('position').notNull(),
  },
  (t) => [index('published_result_provider').on(t.providerId), index('published_result_release').on(t.releaseId)],
);

/** One provider in one comparison: the feature's PublishedComparison. */
export const publishedComparison = pgTable(
  'published_comparison',
  {
    providerId: integer('provider_id').notNull().references(() => provider.id),
    measure: text('measure').notNull(),
    releaseId: integer('release_id').notNull().references(() => resultRelease.id),
    document: jsonb('document').$type<JsonDocument>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.providerId, t.measure] }), index('published_comparison_measure').on(t.measure)],
);

/** Participants by target group and area band: the feature's PublishedTable. */
export const publishedTable = pgTable('published_table', {
  providerId: integer('provider_id').primaryKey().references(() => provider.id),
  releaseId: integer('release_id').notNull().references(() => resultRelease.id),
  document: jsonb('document').$type<JsonDocument>().notNull(),
});

/** The feature's PublishedEstimate. `band` is empty where the estimate holds for all areas. */
export const publishedEstimate = pgTable(
  'published_estimate',
  {
    targetGroup: text('target_group').notNull(),
    band: text('band').notNull(),
    providerId: integer('provider_id').notNull().references(() => provider.id),
    releaseId: integer('release_id').notNull().references(() => resultRelease.id),
    document: jsonb('document').$type<JsonDocument>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.targetGroup, t.band, t.providerId] }), index('published_estimate_provider').on(t.providerId)],
);

/** All providers of one comparison together: the feature's ComparisonSummary. Those of earlier releases stay. */
export const comparisonSummary = pgTable(
  'comparison_summary',
  {
    releaseId: integer('release_id').notNull().references(() => resultRelease.id),
    measure: text('measure').notNull(),
    document: jsonb('document').$type<JsonDocument>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.releaseId, t.measure] })],
);

/** Published values that became others: the feature's PublishedCorrection. Only grows. */
export const publishedCorrection = pgTable(
  'published_correction',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    providerId: integer('provider_id').notNull().references(() => provider.id),
    releaseId: integer('release_id').notNull().references(() => resultRelease.id),
    document: jsonb('document').$type<JsonDocument>().notNull(),
  },
  (t) => [index('published_correction_provider').on(t.providerId)],
);

/**
 * What a release must remember of the earlier ones, so that two together give nothing away (method.md 11.5): which half-years
 * were held back, which were summed, which verdict waits. No page reads it.
 */
export const releaseMemory = pgTable('release_memory', {
  providerId: integer('provider_id').primaryKey().references(() => provider.id),
  document: jsonb('document').$type<JsonDocument>().notNull(),
});
