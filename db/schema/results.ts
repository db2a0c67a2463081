import { sql } from 'drizzle-orm';
import { date, index, integer, jsonb, pgTable, text, timestamp, unique, uniqueIndex } from 'drizzle-orm/pg-core';
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

export const resultRelease = pgTable('result_release', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  methodVersion: text('method_version').notNull(),
  inputHash: text('input_hash').notNull(),
  releasedAt: timestamp('released_at', { withTimezone: true }).notNull(),
  rows: integer('rows').notNull(),
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
