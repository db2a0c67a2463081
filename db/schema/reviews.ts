/**
 * Reviews as the site sees them (trust.md section 2). What belongs to people, who is entitled and who collected, is the
 * issuer's and lies in another database. Here stands no time of day, no address, and no number that tells which came first.
 */
import { sql } from 'drizzle-orm';
import { boolean, check, date, index, integer, jsonb, pgTable, primaryKey, smallint, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import { authority } from './accounts.ts';
import { provider } from './providers.ts';
import type { JsonDocument } from './types.ts';

/** The stays of one authority with one programme of a provider in a quarter or longer: whoever reviews is one of them, and nobody can tell which. */
export const reviewPool = pgTable(
  'review_pool',
  {
    /** Random; the issuer knows it by the same. */
    id: text('id').primaryKey(),
    providerId: integer('provider_id').notNull().references(() => provider.id),
    /** Whose stays they are. */
    authorityId: integer('authority_id').notNull().references(() => authority.organisationId),
    /** Who signs. Never the provider's own organisation. */
    issuerId: integer('issuer_id').notNull().references(() => authority.organisationId),
    programmeCode: text('programme_code').notNull(),
    fromDay: date('from_day').notNull(),
    toDay: date('to_day').notNull(),
    state: text('state').$type<'registering' | 'announced' | 'issuing' | 'closed' | 'redeeming' | 'ended' | 'expired'>().notNull(),
    /** SHA-256 of the key's SPKI in hexadecimal; null until the issuer has made it. */
    keyId: text('key_id').unique(),
    /** Base64 (DER). */
    spki: text('spki'),
    /** M: stays that the authority has declared. */
    stays: integer('stays').notNull().default(0),
    /** When M was last declared: the provider is asked since then. */
    staysDeclaredAt: timestamp('stays_declared_at', { withTimezone: true }),
    /** The provider says that so many there were. */
    staysConfirmedAt: timestamp('stays_confirmed_at', { withTimezone: true }),
    /** The provider says that the number is another. */
    staysDisputedAt: timestamp('stays_disputed_at', { withTimezone: true }),
    /** How many there were by the provider's count; null: it has not disputed M. */
    staysDisputed: integer('stays_disputed'),
    invited: integer('invited').notNull().default(0),
    /** N: tokens and codes that were collected; final once the pool is closed. */
    issued: integer('issued').notNull().default(0),
    redeemed: integer('redeemed').notNull().default(0),
    /** Place of the announcement in the public log. */
    logIndex: integer('log_index'),
    issueFrom: timestamp('issue_from', { withTimezone: true }),
    issueUntil: timestamp('issue_until', { withTimezone: true }),
    redeemFrom: timestamp('redeem_from', { withTimezone: true }),
    redeemUntil: timestamp('redeem_until', { withTimezone: true }),
    /** How often it was made longer because too few had collected. */
    extended: integer('extended').notNull().default(0),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    /** Grows with every change by people or the issuer; redemption leaves it alone. */
    revision: integer('revision').notNull().default(1),
  },
  (t) => [
    index('review_pool_provider').on(t.providerId, t.state),
    index('review_pool_authority').on(t.authorityId, t.state),
    index('review_pool_issuer').on(t.issuerId, t.state),
    check('review_pool_counts', sql`0 <= ${t.redeemed} and ${t.redeemed} <= ${t.issued} and ${t.issued} <= ${t.stays}`),
    check('review_pool_period', sql`${t.toDay} >= ${t.fromDay} + 89`),
    check('review_pool_key', sql`(${t.keyId} is null) = (${t.spki} is null)`),
    check('review_pool_state', sql`${t.state} in ('registering', 'announced', 'issuing', 'closed', 'redeeming', 'ended', 'expired')`),
  ],
);

/** Tokens that have been used, by the key that signed them and the review key in them. Only grows. */
export const reviewSpent = pgTable(
  'review_spent',
  {
    keyId: text('key_id').notNull(),
    /** Ed25519 public key, 64 hexadecimal digits. */
    pk: text('pk').notNull(),
  },
  (t) => [primaryKey({ columns: [t.keyId, t.pk] })],
);

/** Printed codes of 120 bits: for people without JavaScript, with a weaker label. */
export const reviewCode = pgTable(
  'review_code',
  {
    /** SHA-256 of the code in hexadecimal. */
    hash: text('hash').primaryKey(),
    poolId: text('pool_id').notNull().references(() => reviewPool.id),
    /** null: not used yet. Once set, it stays. */
    spentOn: date('spent_on'),
  },
  (t) => [index('review_code_pool').on(t.poolId)],
);

/**
 * Reviews that became public together, in no order. `counts` and `byAttendance` are the frozen input of every published
 * figure: a withdrawal or a correction shows in a figure no sooner than at the next batch, so that nobody is found by subtraction.
 */
export const reviewBatch = pgTable(
  'review_batch',
  {
    /** Random. */
    id: text('id').primaryKey(),
    providerId: integer('provider_id').notNull().references(() => provider.id),
    /** null: leftovers of several pools, counted in the provider's totals only. */
    poolId: text('pool_id').references(() => reviewPool.id),
    publishedOn: date('published_on').notNull(),
    /** Of publication, such as 2026Q3: the only date that its reviews show. */
    quarter: text('quarter').notNull(),
    size: integer('size').notNull(),
    /** The feature's BatchCounts. */
    counts: jsonb('counts').$type<JsonDocument>().notNull(),
    /** The feature's AttendanceCounts; null: not released, as a group in it would be too small. */
    byAttendance: jsonb('by_attendance').$type<JsonDocument>(),
  },
  (t) => [
    index('review_batch_pool').on(t.poolId),
    index('review_batch_provider').on(t.providerId),
    check('review_batch_size', sql`${t.size} >= 5`),
    check('review_batch_quarter', sql`${t.quarter} ~ '^[0-9]{4}Q[1-4]$'`),
  ],
);

/** How reviews of all providers were spread when a quarter began: what scores are drawn towards (method.md 12.4). Never changed. */
export const reviewReference = pgTable('review_reference', {
  quarter: text('quarter').primaryKey(),
  /** The feature's BatchCounts. */
  counts: jsonb('counts').$type<JsonDocument>().notNull(),
});

/**
 * What one participant says. Withdrawn, it stays as an empty row, as its token is spent and its place counted.
 * `pending…`: a published review that its author has changed; the old one stays until the new one is looked through.
 */
export const review = pgTable(
  'review',
  {
    /** Random. */
    id: text('id').primaryKey(),
    poolId: text('pool_id').notNull().references(() => reviewPool.id),
    providerId: integer('provider_id').notNull().references(() => provider.id),
    programmeCode: text('programme_code').notNull(),
    proof: text('proof').$type<'token' | 'code'>().notNull(),
    /** Of the token; null for a code. */
    pk: text('pk'),
    codeHash: text('code_hash').references(() => reviewCode.hash),
    state: text('state').$type<'waiting' | 'held' | 'ready' | 'published' | 'withdrawn' | 'removed'>().notNull(),
    /** Help that fitted me. 1-5 like the others; null: not answered. */
    fit: smallint('fit'),
    /** I was heard and could decide. */
    heard: smallint('heard'),
    /** Able advisers. */
    able: smallint('able'),
    /** Useful contacts and knowledge of the labour market. */
    contacts: smallint('contacts'),
    /** Got me closer to work. */
    closer: smallint('closer'),
    /** Would choose it again. */
    again: smallint('again'),
    attendance: text('attendance').$type<'chosen' | 'mandated' | 'unsure'>(),
    finished: text('finished').$type<'yes' | 'no' | 'still'>(),
    outcome: text('outcome').$type<'job' | 'education' | 'neither' | 'unsaid'>(),
    /** As it was written; null: no words, or no longer kept. Never shown. */
    text: text('text'),
    /** As it is shown: after redactions. */
    shownText: text('shown_text'),
    /** Of the form: da, en, sv, nl, fi. */
    language: text('language').notNull(),
    /** Such as 2026Q3. */
    quarter: text('quarter').notNull(),
    batchId: text('batch_id').references(() => reviewBatch.id),
    /** Counted in the provider's totals only, its words never shown: of a pool that stayed too small. */
    totalsOnly: boolean('totals_only').notNull().default(false),
    receivedOn: date('received_on').notNull(),
    /** Of what stands in this row; grows when its author changes it. */
    revision: integer('revision').notNull().default(1),
    /** In review_revision. */
    pendingRevision: integer('pending_revision'),
    pendingState: text('pending_state').$type<'waiting' | 'held'>(),
  },
  (t) => [
    uniqueIndex('review_pool_pk').on(t.poolId, t.pk).where(sql`${t.pk} is not null`),
    uniqueIndex('review_code_hash').on(t.codeHash).where(sql`${t.codeHash} is not null`),
    index('review_shown').on(t.providerId, t.quarter, t.id).where(sql`${t.state} = 'published'`),
    index('review_shown_programme').on(t.providerId, t.programmeCode, t.quarter, t.id).where(sql`${t.state} = 'published'`),
    index('review_pool_state').on(t.poolId, t.state),
    index('review_batch_reviews').on(t.batchId),
    index('review_to_moderate').on(t.receivedOn, t.id).where(sql`${t.state} in ('waiting', 'held')`),
    index('review_pending').on(t.receivedOn, t.id).where(sql`${t.pendingRevision} is not null`),
    check('review_proof', sql`(${t.proof} = 'token' and ${t.pk} is not null and ${t.codeHash} is null) or (${t.proof} = 'code' and ${t.codeHash} is not null and ${t.pk} is null)`),
    check('review_state', sql`${t.state} in ('waiting', 'held', 'ready', 'published', 'withdrawn', 'removed')`),
    check('review_ratings', sql`${t.fit} between 1 and 5 and ${t.heard} between 1 and 5 and ${t.able} between 1 and 5 and ${t.contacts} between 1 and 5 and ${t.closer} between 1 and 5 and ${t.again} between 1 and 5`),
    check('review_published_in_batch', sql`${t.state} <> 'published' or ${t.batchId} is not null`),
    check('review_pending', sql`(${t.pendingRevision} is null) = (${t.pendingState} is null) and (${t.pendingRevision} is null or ${t.batchId} is not null)`),
    check('review_quarter', sql`${t.quarter} ~ '^[0-9]{4}Q[1-4]$'`),
    check(
      'review_withdrawn_empty',
      sql`(${t.state} = 'withdrawn' and coalesce(${t.attendance}, ${t.finished}, ${t.outcome}, ${t.text}, ${t.shownText}) is null and coalesce(${t.fit}, ${t.heard}, ${t.able}, ${t.contacts}, ${t.closer}, ${t.again}) is null)
        or (${t.state} <> 'withdrawn' and ${t.attendance} is not null and ${t.finished} is not null and ${t.outcome} is not null)`,
    ),
  ],
);

/**
 * What a review said before: its author's changes, and moderation's redactions, so that these can be gone through and undone.
 * Words are kept for six months after they are no longer the present ones.
 */
export const reviewRevision = pgTable(
  'review_revision',
  {
    reviewId: text('review_id').notNull().references(() => review.id),
    /** Of the review, and within it how often moderation has changed what is shown. */
    revision: integer('revision').notNull(),
    step: integer('step').notNull(),
    by: text('by').$type<'author' | 'moderation'>().notNull(),
    /** The feature's ReviewContent. */
    content: jsonb('content').$type<JsonDocument>().notNull(),
    shownText: text('shown_text'),
    /** In Denmark. */
    writtenOn: date('written_on').notNull(),
    /** null: still the present one, or waiting to be it. */
    replacedOn: date('replaced_on'),
  },
  (t) => [primaryKey({ columns: [t.reviewId, t.revision, t.step] }), index('review_revision_replaced').on(t.replacedOn).where(sql`${t.replacedOn} is not null`)],
);

/** The provider's answer: one a review, under the same rules. */
export const reviewReply = pgTable(
  'review_reply',
  {
    reviewId: text('review_id').primaryKey().references(() => review.id),
    providerId: integer('provider_id').notNull().references(() => provider.id),
    text: text('text'),
    /** As it is shown: after redactions. */
    shownText: text('shown_text'),
    state: text('state').$type<'waiting' | 'held' | 'published' | 'withdrawn' | 'removed'>().notNull(),
    /** Actor, such as person:ID. */
    writtenBy: text('written_by').notNull(),
    writtenOn: date('written_on').notNull(),
    revision: integer('revision').notNull().default(1),
  },
  (t) => [
    index('review_reply_provider').on(t.providerId),
    index('review_reply_to_moderate').on(t.writtenOn, t.reviewId).where(sql`${t.state} in ('waiting', 'held')`),
    check('review_reply_state', sql`${t.state} in ('waiting', 'held', 'published', 'withdrawn', 'removed')`),
  ],
);

/** What pages read of a provider's scores; changes with a batch and never between. Empty texts: of all programmes, of every kind of attendance. */
export const reviewScore = pgTable(
  'review_score',
  {
    providerId: integer('provider_id').notNull().references(() => provider.id),
    programmeCode: text('programme_code').notNull(),
    attendance: text('attendance').$type<'' | 'chosen' | 'mandated' | 'unsure'>().notNull(),
    /** The feature's ScoreDocument. */
    document: jsonb('document').$type<JsonDocument>().notNull(),
    version: integer('version').notNull(),
  },
  (t) => [primaryKey({ columns: [t.providerId, t.programmeCode, t.attendance] })],
);
