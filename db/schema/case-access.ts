import { sql } from 'drizzle-orm';
import { boolean, check, date, index, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { approvalCase } from './approvals.ts';
import { person } from './identity.ts';

/**
 * Somebody asked to see a case, and has an answer due. Who asked is kept nowhere, but whether it was the party itself:
 * that is all that the deadline and the answer turn on.
 */
export const caseAccessRequest = pgTable(
  'case_access_request',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    caseId: integer('case_id').notNull().references(() => approvalCase.id),
    byParty: boolean('by_party').notNull(),
    receivedOn: date('received_on').notNull(),
    /** Last day to answer: seven working days. */
    dueOn: date('due_on').notNull(),
    recordedBy: text('recorded_by').notNull().references(() => person.id),
    recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull(),
    answeredOn: date('answered_on'),
    answer: text('answer').$type<'given' | 'partly' | 'refused'>(),
    answeredBy: text('answered_by').references(() => person.id),
  },
  (t) => [
    index('case_access_request_case').on(t.caseId),
    check('case_access_request_days', sql`${t.dueOn} > ${t.receivedOn}`),
    check('case_access_request_answer', sql`(${t.answeredOn} is null) = (${t.answer} is null) and (${t.answeredOn} is null) = (${t.answeredBy} is null) and (${t.answeredOn} is null or ${t.answeredOn} >= ${t.receivedOn})`),
    check('case_access_request_kind', sql`${t.answer} is null or ${t.answer} in ('given', 'partly', 'refused')`),
  ],
);
