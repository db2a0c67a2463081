import { sql } from 'drizzle-orm';
import { bigint, check, date, index, integer, jsonb, pgTable, primaryKey, text, timestamp, unique, uniqueIndex } from 'drizzle-orm/pg-core';
import { authority } from './accounts.ts';
import type { JsonDocument, TextByLanguage } from './types.ts';

/** What an authority examines providers by; the words are in its versions. */
export const standard = pgTable('standard', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  slug: text('slug').notNull().unique(),
  authorityId: integer('authority_id').notNull().references(() => authority.organisationId),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
});

/** Authorities that decide by a standard, its own among them. Ended rows stay. */
export const standardUse = pgTable(
  'standard_use',
  {
    standardId: integer('standard_id').notNull().references(() => standard.id),
    authorityId: integer('authority_id').notNull().references(() => authority.organisationId),
    since: timestamp('since', { withTimezone: true }).notNull(),
    endedAt: timestamp('ended_at', { withTimezone: true }),
  },
  (t) => [primaryKey({ columns: [t.standardId, t.authorityId, t.since] }), uniqueIndex('standard_use_present').on(t.standardId, t.authorityId).where(sql`${t.endedAt} is null`)],
);

/**
 * state: draft | consultation | published | abandoned. A trigger lets the document change in a draft only, and lets
 * nothing change once a version is published or abandoned. Whether it is in force follows from the dates.
 */
export const standardVersion = pgTable(
  'standard_version',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    standardId: integer('standard_id').notNull().references(() => standard.id),
    /** From 1. */
    number: integer('number').notNull(),
    state: text('state').$type<'draft' | 'consultation' | 'published' | 'abandoned'>().notNull(),
    /** The feature's StandardDocument. */
    document: jsonb('document').$type<JsonDocument>().notNull(),
    /** SHA-256 of the document in its canonical form, hexadecimal. */
    hash: text('hash').notNull(),
    /** Grows with every change of the draft. */
    revision: integer('revision').notNull(),
    /** Why there is a new version. */
    reason: jsonb('reason').$type<TextByLanguage>(),
    consultationFrom: date('consultation_from'),
    consultationUntil: date('consultation_until'),
    /** What was last put out to consultation. */
    consulted: jsonb('consulted').$type<JsonDocument>(),
    publishedAt: timestamp('published_at', { withTimezone: true }),
    publishedBy: text('published_by'),
    inForceFrom: date('in_force_from'),
    /** From when applications are taken by it. */
    applicationsFrom: date('applications_from'),
    /** Until when they are still taken by the version before. */
    graceUntil: date('grace_until'),
    /** Of the entry in the public log. */
    logIndex: bigint('log_index', { mode: 'number' }),
    createdBy: text('created_by').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
  },
  (t) => [
    unique('standard_version_number').on(t.standardId, t.number),
    uniqueIndex('standard_version_open').on(t.standardId).where(sql`${t.state} in ('draft', 'consultation')`),
    check('standard_version_state', sql`${t.state} in ('draft', 'consultation', 'published', 'abandoned')`),
    check('standard_version_consultation', sql`(${t.consultationFrom} is null) = (${t.consultationUntil} is null) and coalesce(${t.consultationUntil} > ${t.consultationFrom}, true)`),
    check('standard_version_consulted', sql`${t.state} <> 'consultation' or (${t.consultationFrom} is not null and ${t.consulted} is not null)`),
    // Frozen before applications open, and never published unheard.
    check(
      'standard_version_published',
      sql`(${t.state} = 'published') = (${t.publishedAt} is not null) and (${t.state} <> 'published' or (
        ${t.consultationUntil} is not null and ${t.inForceFrom} is not null and ${t.applicationsFrom} is not null and ${t.logIndex} is not null and ${t.publishedBy} is not null
        and ${t.applicationsFrom} > (${t.publishedAt} at time zone 'Europe/Copenhagen')::date and ${t.applicationsFrom} >= ${t.inForceFrom} and coalesce(${t.graceUntil} >= ${t.applicationsFrom}, true)))`,
    ),
  ],
);

/** What somebody said to a draft, or asked about a published standard, for all to read. No address and no account. */
export const standardComment = pgTable(
  'standard_comment',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    versionId: integer('version_id').notNull().references(() => standardVersion.id),
    kind: text('kind').$type<'comment' | 'question'>().notNull(),
    /** Code of the theme or criterion; null: the standard as a whole. */
    about: text('about'),
    /** As whoever wrote it chose to be shown; null: without a name. */
    author: text('author'),
    /** When the name is taken away. */
    authorUntil: timestamp('author_until', { withTimezone: true }),
    side: text('side').$type<'citizen' | 'provider' | 'authority' | 'other'>().notNull(),
    text: text('text').notNull(),
    locale: text('locale').notNull(),
    day: date('day').notNull(),
    /** Taken away for the reason that stands in its place; the words themselves are gone. */
    hiddenOn: date('hidden_on'),
    hiddenReason: text('hidden_reason'),
    answer: text('answer'),
    answerLocale: text('answer_locale'),
    answeredBy: text('answered_by'),
    answeredOn: date('answered_on'),
  },
  (t) => [index('standard_comment_version').on(t.versionId, t.id)],
);

/** How the providers of a day would fare on what a machine can check: counts, no names. Belongs to the document with that hash. */
export const standardSimulation = pgTable(
  'standard_simulation',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    versionId: integer('version_id').notNull().references(() => standardVersion.id),
    hash: text('hash').notNull(),
    day: date('day').notNull(),
    /** Code of the place whose providers were looked at; null: all. */
    area: text('area'),
    /** The feature's Simulation. */
    document: jsonb('document').$type<JsonDocument>().notNull(),
    madeBy: text('made_by').notNull(),
    madeAt: timestamp('made_at', { withTimezone: true }).notNull(),
  },
  (t) => [index('standard_simulation_version').on(t.versionId, t.id)],
);
