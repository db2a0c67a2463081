import { sql } from 'drizzle-orm';
import { boolean, check, date, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import { organisation } from './accounts.ts';
import { provider } from './providers.ts';

/** `page`: any other page of the site, by its path. */
type SubjectKind = 'review' | 'reply' | 'profile' | 'page';
type Outcome = 'keep' | 'redact' | 'remove' | 'restore';

/**
 * One question about one text: may it stand? What was said about it lies in its entries; here is where it has come to.
 * Authors of reviews are not to be found by when they wrote: so ids are random, and there is no time of day in here.
 * state: open (somebody is to decide) | second (a removal waits for a second person) | decided | gone (the text was taken back)
 */
export const moderationCase = pgTable(
  'moderation_case',
  {
    /** Random. */
    id: integer('id').primaryKey(),
    subjectKind: text('subject_kind').$type<SubjectKind>().notNull(),
    subjectId: text('subject_id').notNull(),
    subjectRevision: integer('subject_revision').notNull(),
    providerId: integer('provider_id').references(() => provider.id, { onDelete: 'set null' }),
    state: text('state').$type<'open' | 'second' | 'decided' | 'gone'>().notNull(),
    /** 1; one more with every appeal. */
    round: integer('round').notNull(),
    /** 0 ordinary | 1 about a person | 2 somebody may be in danger */
    priority: integer('priority').notNull(),
    /** Who asked for it: the site's own people, its detectors, a notice, or the author by an appeal. */
    requester: text('requester').$type<'own' | 'detector' | 'person' | 'provider' | 'authority' | 'author'>().notNull(),
    /** Code of the published reason that it began with. */
    rule: text('rule'),
    /** What the detectors saw in this revision: detectors and places, no words. */
    findings: jsonb('findings').$type<{ detector: string; start: number; end: number }[]>().notNull(),
    /** Kept from view until it is decided. */
    held: boolean('held').notNull(),
    /** What holds now; null: nothing was decided. */
    outcome: text('outcome').$type<Outcome>(),
    reason: text('reason'),
    openedOn: date('opened_on').notNull(),
    /** When the present round began. */
    roundOn: date('round_on').notNull(),
    /** The author of what a notice calls defamation may answer until the end of this day. */
    authorUntil: date('author_until'),
    authorAnswered: boolean('author_answered').notNull(),
    decidedOn: date('decided_on'),
    /** Working days from the beginning of the last round to its decision. */
    waitedDays: integer('waited_days'),
    /** Grows with every step. */
    version: integer('version').notNull(),
  },
  (t) => [
    uniqueIndex('moderation_case_present').on(t.subjectKind, t.subjectId).where(sql`${t.state} in ('open', 'second')`),
    index('moderation_case_subject').on(t.subjectKind, t.subjectId),
    index('moderation_case_queue').on(t.priority, t.roundOn).where(sql`${t.state} in ('open', 'second')`),
    index('moderation_case_provider').on(t.providerId),
    index('moderation_case_decided').on(t.decidedOn),
    check('moderation_case_states', sql`${t.state} in ('open', 'second', 'decided', 'gone')`),
    check('moderation_case_outcome', sql`${t.state} <> 'decided' or (${t.outcome} is not null and ${t.decidedOn} is not null and ${t.waitedDays} is not null)`),
  ],
);

/**
 * What happened to a case, in order; append-only, and no words in it. A trigger refuses a removal confirmed by whoever
 * proposed it, a removal by one person alone, and a decision after an appeal by anybody who decided before.
 */
export const moderationEntry = pgTable(
  'moderation_entry',
  {
    caseId: integer('case_id').notNull().references(() => moderationCase.id),
    /** 1, 2, 3 … within the case. */
    seq: integer('seq').notNull(),
    round: integer('round').notNull(),
    on: date('on').notNull(),
    /** system, person:ID, author, notifier, provider:ID */
    actor: text('actor').notNull(),
    kind: text('kind').$type<'opened' | 'held' | 'revised' | 'noticed' | 'proposed' | 'declined' | 'decided' | 'confirmed' | 'author-asked' | 'author-answered' | 'appealed' | 'gone'>().notNull(),
    outcome: text('outcome').$type<Outcome>(),
    /** Code of the reason, and the version of the published list that it stands in. */
    reason: text('reason'),
    reasonsVersion: integer('reasons_version'),
    detail: jsonb('detail').$type<Record<string, unknown>>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.seq] }),
    check('moderation_entry_outcome', sql`(${t.kind} in ('proposed', 'decided', 'confirmed')) = (${t.outcome} is not null)`),
    check('moderation_entry_reason', sql`${t.outcome} is null or ${t.outcome} in ('keep', 'restore') or ${t.reason} is not null`),
  ],
);

/** Words that belong to an entry: of an appeal, an author's answer, a proposal, a person's note. Sealed; erased with time. */
export const moderationWords = pgTable(
  'moderation_words',
  {
    caseId: integer('case_id').notNull(),
    seq: integer('seq').notNull(),
    sealed: text('sealed').notNull(),
    on: date('on').notNull(),
  },
  (t) => [primaryKey({ columns: [t.caseId, t.seq] }), foreignKey({ name: 'moderation_words_entry', columns: [t.caseId, t.seq], foreignColumns: [moderationEntry.caseId, moderationEntry.seq] })],
);

/** Somebody says that something may not stand here (DSA Art. 16). Words and contact are sealed, and erased with time. */
export const moderationNotice = pgTable(
  'moderation_notice',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    /** SHA-256 of the token in the notifier's link. */
    tokenHash: text('token_hash').notNull().unique(),
    caseId: integer('case_id').notNull().references(() => moderationCase.id),
    /** Path on this site. */
    path: text('path').notNull(),
    providerId: integer('provider_id').references(() => provider.id, { onDelete: 'set null' }),
    reason: text('reason').notNull(),
    /** In the notifier's view against the law; else against the terms. */
    illegal: boolean('illegal').notNull(),
    sender: text('sender').$type<'person' | 'provider' | 'authority'>().notNull(),
    organisationId: integer('organisation_id').references(() => organisation.id),
    /** Keyed hash of the address, to tell notices of one sender; null without one. */
    senderName: text('sender_name'),
    /** { sentence, explanation } sealed; null once erased. */
    words: text('words'),
    /** { email, name, token } sealed; null when none was given, and once erased. */
    contact: text('contact'),
    locale: text('locale').notNull(),
    goodFaith: boolean('good_faith').notNull(),
    /** The mean of the review's ratings that it is about, as whole stars; null: it has none. */
    stars: integer('stars'),
    receivedOn: date('received_on').notNull(),
    decidedOn: date('decided_on'),
    upheld: boolean('upheld'),
    /** Found by a person to be without any ground (Art. 23). */
    unfounded: boolean('unfounded').notNull().default(false),
  },
  (t) => [
    index('moderation_notice_case').on(t.caseId),
    index('moderation_notice_provider').on(t.providerId),
    index('moderation_notice_sender').on(t.senderName),
    check('moderation_notice_good_faith', sql`${t.goodFaith}`),
    check('moderation_notice_decided', sql`(${t.decidedOn} is null) = (${t.upheld} is null)`),
  ],
);

/** Why something was held, redacted or removed (DSA Art. 17), as the author reads it and as it can be exported. Never changed. */
export const moderationStatement = pgTable(
  'moderation_statement',
  {
    /** Random: public. */
    id: text('id').primaryKey(),
    caseId: integer('case_id').notNull(),
    seq: integer('seq').notNull(),
    subjectKind: text('subject_kind').$type<SubjectKind>().notNull(),
    subjectId: text('subject_id').notNull(),
    restriction: text('restriction').$type<'held' | 'redacted' | 'removed' | 'lifted'>().notNull(),
    ground: text('ground').$type<'law' | 'terms'>().notNull(),
    reason: text('reason').notNull(),
    reasonsVersion: integer('reasons_version').notNull(),
    /** What a person wrote about the facts, without names; empty where only a detector has looked. */
    facts: text('facts').notNull(),
    source: text('source').$type<'own' | 'notice' | 'appeal'>().notNull(),
    automatedDetection: boolean('automated_detection').notNull(),
    automatedDecision: boolean('automated_decision').notNull(),
    /** Language that the text is in; null: not told. */
    language: text('language'),
    madeOn: date('made_on').notNull(),
  },
  (t) => [
    index('moderation_statement_subject').on(t.subjectKind, t.subjectId),
    index('moderation_statement_made').on(t.madeOn),
    uniqueIndex('moderation_statement_entry').on(t.caseId, t.seq),
    foreignKey({ name: 'moderation_statement_of_entry', columns: [t.caseId, t.seq], foreignColumns: [moderationEntry.caseId, moderationEntry.seq] }),
  ],
);

/** A sender of notices without any ground has been warned; when suspended, further notices wait until last (Art. 23). */
export const moderationWarning = pgTable(
  'moderation_warning',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    senderName: text('sender_name').notNull(),
    warnedBy: text('warned_by').notNull(),
    warnedAt: timestamp('warned_at', { withTimezone: true }).notNull(),
    /** null: warned only. */
    suspendedUntil: date('suspended_until'),
  },
  (t) => [index('moderation_warning_sender').on(t.senderName)],
);
