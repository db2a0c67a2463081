import { sql } from 'drizzle-orm';
import { bigint, boolean, check, date, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, timestamp, unique, uniqueIndex } from 'drizzle-orm/pg-core';
import { authority } from './accounts.ts';
import { person } from './identity.ts';
import { provider } from './providers.ts';
import { standard, standardVersion } from './standards.ts';
import type { JsonDocument } from './types.ts';

/** What a provider says of itself by a standard, with evidence: one for all the authorities it is sent to. Frozen once it was sent. */
export const approvalDossier = pgTable(
  'approval_dossier',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    providerId: integer('provider_id').notNull().references(() => provider.id),
    standardVersionId: integer('standard_version_id').notNull().references(() => standardVersion.id),
    /** Grows with every change. */
    revision: integer('revision').notNull(),
    createdBy: text('created_by').notNull().references(() => person.id),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
    /** First sent. */
    sentAt: timestamp('sent_at', { withTimezone: true }),
    /** Put aside by the provider, before it was sent. */
    discardedAt: timestamp('discarded_at', { withTimezone: true }),
  },
  (t) => [
    uniqueIndex('approval_dossier_draft').on(t.providerId, t.standardVersionId).where(sql`${t.sentAt} is null and ${t.discardedAt} is null`),
    check('approval_dossier_sent_or_discarded', sql`${t.sentAt} is null or ${t.discardedAt} is null`),
  ],
);

export const selfAssessment = pgTable(
  'self_assessment',
  {
    dossierId: integer('dossier_id').notNull().references(() => approvalDossier.id),
    /** Code of the criterion. */
    criterion: text('criterion').notNull(),
    /** On the criterion's scale; null: not said yet. */
    score: text('score'),
    statement: text('statement').notNull(),
    /** Paths on this site or addresses, such as of published results. */
    links: jsonb('links').$type<string[]>().notNull(),
    /** Ids of stored files. */
    files: jsonb('files').$type<string[]>().notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.dossierId, t.criterion] })],
);

/**
 * One application at one authority: who and by what, which never changes; the rest is worked out from the entries when one
 * is added (features/approvals/model/case.ts) and changes with them alone.
 */
export const approvalCase = pgTable(
  'approval_case',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    dossierId: integer('dossier_id').notNull().references(() => approvalDossier.id),
    providerId: integer('provider_id').notNull().references(() => provider.id),
    authorityId: integer('authority_id').notNull().references(() => authority.organisationId),
    standardId: integer('standard_id').notNull().references(() => standard.id),
    standardVersionId: integer('standard_version_id').notNull().references(() => standardVersion.id),
    /** The case whose approval it renews. */
    renewsId: integer('renews_id'),
    /** The authority offers the same service in the same place. */
    competitor: boolean('competitor').notNull(),
    sentOn: date('sent_on').notNull(),
    sentAt: timestamp('sent_at', { withTimezone: true }).notNull(),

    /** Number of the last entry. */
    seq: integer('seq').notNull(),
    /** model/application.ts */
    state: text('state').notNull(),
    /** A measure about an approval is under way, and not the application. */
    measure: boolean('measure').notNull(),
    assessorId: text('assessor_id').references(() => person.id),
    /** Last day to decide. */
    dueOn: date('due_on').notNull(),
    /** Last day to answer a question or a hearing; null: it waits for the authority. */
    replyBy: date('reply_by'),
    /** model/appeal.ts */
    appeal: text('appeal').notNull(),
    decidedOn: date('decided_on'),
    /** Of the present approval; model/approval.ts. Null: none was given. */
    approval: text('approval'),
    validFrom: date('valid_from'),
    validTo: date('valid_to'),
    /** The next day on which a condition is due. */
    conditionDue: date('condition_due'),
    /** Conditions or a measure ask for somebody's attention. */
    followUp: boolean('follow_up').notNull().default(false),
  },
  (t) => [
    uniqueIndex('approval_case_open').on(t.providerId, t.authorityId, t.standardId).where(sql`${t.state} not in ('decided', 'withdrawn') and not ${t.measure}`),
    unique('approval_case_dossier').on(t.dossierId, t.authorityId),
    foreignKey({ name: 'approval_case_renews', columns: [t.renewsId], foreignColumns: [t.id] }),
    index('approval_case_queue').on(t.authorityId, t.dueOn, t.id).where(sql`${t.state} not in ('decided', 'withdrawn')`),
    index('approval_case_provider').on(t.providerId, t.id),
    index('approval_case_authority').on(t.authorityId, t.id),
    index('approval_case_reply').on(t.replyBy).where(sql`${t.replyBy} is not null`),
    index('approval_case_valid').on(t.validTo).where(sql`${t.approval} in ('in-force', 'suspended')`),
    index('approval_case_condition').on(t.conditionDue).where(sql`${t.conditionDue} is not null`),
    index('approval_case_follow_up').on(t.authorityId, t.conditionDue, t.id).where(sql`${t.followUp}`),
    index('approval_case_appeal').on(t.authorityId, t.dueOn, t.id).where(sql`${t.appeal} = 'lodged'`),
    index('approval_case_decided').on(t.authorityId, t.decidedOn.desc(), t.id.desc()).where(sql`${t.state} = 'decided'`),
    check('approval_case_state', sql`${t.state} in ('received', 'assessing', 'questioned', 'proposed', 'drafted', 'hearing', 'heard', 'decided', 'withdrawn')`),
  ],
);

/** What happened, in order and without gaps. Append-only. */
export const caseEntry = pgTable(
  'case_entry',
  {
    caseId: integer('case_id').notNull().references(() => approvalCase.id),
    seq: integer('seq').notNull(),
    /** model/events.ts */
    kind: text('kind').notNull(),
    /** Which time the case was open. */
    round: integer('round').notNull(),
    /** Of the person; `system` for the day's duties. */
    actor: text('actor').notNull(),
    role: text('role').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
    /** The day in Denmark. */
    onDay: date('on_day').notNull(),
    /** The content of the event. */
    content: jsonb('content').$type<JsonDocument>().notNull(),
    /** Where it stands in the public log. */
    logIndex: bigint('log_index', { mode: 'number' }),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.seq] }),
    check('case_entry_role', sql`${t.role} in ('applicant', 'caseworker', 'decider', 'system') and (${t.role} = 'system') = (${t.actor} = 'system')`),
    check('case_entry_day', sql`${t.onDay} = (${t.at} at time zone 'Europe/Copenhagen')::date`),
  ],
);

/** A decision: its words are in the entry, and what the law asks of it is checked here and by trigger. Append-only. */
export const approvalDecision = pgTable(
  'approval_decision',
  {
    caseId: integer('case_id').notNull(),
    seq: integer('seq').notNull(),
    outcome: text('outcome').notNull(),
    decidedOn: date('decided_on').notNull(),
    validFrom: date('valid_from'),
    validTo: date('valid_to'),
    preparedBy: text('prepared_by').notNull().references(() => person.id),
    decidedBy: text('decided_by').notNull().references(() => person.id),
    /** Entry that opened the hearing before it; null: it is fully favourable. */
    hearingSeq: integer('hearing_seq'),
    appealUntil: date('appeal_until').notNull(),
    logIndex: bigint('log_index', { mode: 'number' }).notNull().unique(),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.seq] }),
    foreignKey({ name: 'approval_decision_entry', columns: [t.caseId, t.seq], foreignColumns: [caseEntry.caseId, caseEntry.seq] }),
    foreignKey({ name: 'approval_decision_hearing', columns: [t.caseId, t.hearingSeq], foreignColumns: [caseEntry.caseId, caseEntry.seq] }),
    check('approval_decision_outcome', sql`${t.outcome} in ('approve', 'conditions', 'refuse', 'reinstate', 'suspend', 'withdraw')`),
    check('approval_decision_four_eyes', sql`${t.preparedBy} <> ${t.decidedBy}`),
    check('approval_decision_heard', sql`(${t.outcome} in ('approve', 'reinstate')) or ${t.hearingSeq} is not null`),
    check(
      'approval_decision_period',
      sql`case when ${t.outcome} in ('approve', 'conditions') then ${t.validFrom} is not null and ${t.validTo} is not null and ${t.validFrom} >= ${t.decidedOn} and ${t.validTo} > ${t.validFrom}
          else ${t.validFrom} is null and ${t.validTo} is null end`,
    ),
    check('approval_decision_appeal', sql`${t.appealUntil} > ${t.decidedOn}`),
  ],
);

/** An approval that was given; changes only with an entry of its case. Two for the same provider, authority and standard never overlap (an exclusion constraint of the migration). */
export const approval = pgTable(
  'approval',
  {
    caseId: integer('case_id').notNull(),
    /** Entry that gave it: a decision, or an appeal that was upheld. */
    seq: integer('seq').notNull(),
    providerId: integer('provider_id').notNull().references(() => provider.id),
    authorityId: integer('authority_id').notNull().references(() => authority.organisationId),
    standardId: integer('standard_id').notNull().references(() => standard.id),
    standardVersionId: integer('standard_version_id').notNull().references(() => standardVersion.id),
    /** model/approval.ts */
    state: text('state').$type<'in-force' | 'suspended' | 'over'>().notNull(),
    /** Why it is over: expired | withdrawn | replaced | refused. */
    endedBy: text('ended_by'),
    validFrom: date('valid_from').notNull(),
    validTo: date('valid_to').notNull(),
    /** First day on which it counts no more. */
    overFrom: date('over_from').notNull(),
    /** Entry that changed it last. */
    changedSeq: integer('changed_seq').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.seq] }),
    foreignKey({ name: 'approval_entry', columns: [t.caseId, t.seq], foreignColumns: [caseEntry.caseId, caseEntry.seq] }),
    index('approval_provider').on(t.providerId),
    index('approval_authority').on(t.authorityId),
    check('approval_state', sql`${t.state} in ('in-force', 'suspended', 'over') and (${t.state} = 'over') = (${t.endedBy} is not null)`),
    check('approval_period', sql`${t.validTo} > ${t.validFrom} and ${t.overFrom} >= ${t.validFrom} and ${t.overFrom} <= ${t.validTo} + 1 and (${t.state} = 'over' or ${t.overFrom} = ${t.validTo} + 1)`),
  ],
);

/** Conditions as they are now; what happened to them is in the entries. */
export const approvalCondition = pgTable(
  'approval_condition',
  {
    caseId: integer('case_id').notNull().references(() => approvalCase.id),
    number: integer('number').notNull(),
    /** Entry of the decision that set it. */
    decisionSeq: integer('decision_seq').notNull(),
    text: text('text').notNull(),
    dueOn: date('due_on').notNull(),
    /** model/condition.ts */
    state: text('state').notNull(),
  },
  (t) => [primaryKey({ columns: [t.caseId, t.number] }), check('approval_condition_state', sql`${t.state} in ('open', 'shown', 'met', 'unmet', 'lapsed')`)],
);
