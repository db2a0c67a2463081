/** A text has come in or was changed: detectors look at it, and hold what a person is to see. They decide nothing. */
import { and, desc, eq, sql } from 'drizzle-orm';
import { rows, type Db } from '#db/client.ts';
import { moderationCase } from '#db/schema/index.ts';
import type { Context } from '#platform/context.ts';
import { detect, priorityOf, REASON_OF, type Finding } from '../detectors/index.ts';
import { asPriority, revise } from '../model.ts';
import { isReason, type ReasonCode } from '../reasons.ts';
import { handsFor, type Subject } from '../subjects.ts';
import { addEntry, addStatement, insertCase, presentCase, saveCase, type Opened } from './case-rows.ts';
import { noticesWaiting } from './notice-rows.ts';

export interface ReceivedText {
  subject: Subject & { kind: 'review' | 'reply' };
  providerId: number;
  revision: number;
  /** null: no words. */
  text: string | null;
  language: string | null;
}

/** Names of the people who look after the provider's page: a profile tells none. They go nowhere but into the detector. */
async function staffNames(tx: Db, providerId: number): Promise<string[]> {
  const found = await rows<{ name: string }>(
    tx,
    sql`select distinct q.name from provider p join membership m on m.organisation_id = p.organisation_id and m.ended_at is null join person q on q.id = m.person_id
        where p.id = ${providerId} and q.erased_at is null`,
  );
  return found.map(({ name }) => name);
}

/** The weightiest first; with equals the first in the text. */
function ruleOf(findings: readonly Finding[]): ReasonCode | null {
  const [first] = [...findings].sort((a, b) => priorityOf([b]) - priorityOf([a]) || a.start - b.start);
  return first ? REASON_OF[first.detector] : null;
}

/** Why people took words out of this text before; what its author changes in it could bring them back. null: nobody did. */
async function redactedFor(tx: Db, { kind, id }: Subject): Promise<ReasonCode | null> {
  const [found] = await tx
    .select({ reason: moderationCase.reason })
    .from(moderationCase)
    .where(and(eq(moderationCase.subjectKind, kind), eq(moderationCase.subjectId, id), eq(moderationCase.outcome, 'redact')))
    .orderBy(desc(moderationCase.decidedOn), moderationCase.id)
    .limit(1);
  return isReason(found?.reason) ? found.reason : null;
}

/** What is to be looked at by a person, and why. */
interface Seen {
  findings: Finding[];
  /** null: nothing is. */
  rule: ReasonCode | null;
}

async function reopen(tx: Db, open: Opened, { revision, language }: ReceivedText, { findings, rule }: Seen): Promise<void> {
  const step = revise(open.case);
  if (!step.ok) return;
  const seq = await addEntry(tx, open.row.id, open.row.round, { kind: 'revised', actor: 'author', detail: { revision, detectors: findings.map(({ detector }) => detector) } });
  const held = rule !== null;
  // What only a detector had seen, and its author has taken out, is nothing to decide.
  const over = !held && open.row.requester === 'detector' && (await noticesWaiting(tx, open.row.id)) === 0;
  if (over) await addEntry(tx, open.row.id, open.row.round, { kind: 'gone', actor: 'author' });
  await saveCase(tx, open.row, {
    state: over ? 'gone' : 'open', subjectRevision: revision, findings, held: held || open.row.held,
    priority: Math.max(asPriority(open.row.priority), priorityOf(findings)), ...(rule !== null && open.row.requester === 'detector' ? { rule } : {}),
  });
  if (rule !== null) await addStatement(tx, open.row, { seq, ...held17(rule, findings, language) });
}

/** A hold by a program, as the author is told of it. */
const held17 = (reason: ReasonCode, findings: readonly Finding[], language: string | null) =>
  ({ restriction: 'held', reason, facts: '', source: 'own', automatedDetection: findings.length > 0, automatedDecision: true, language }) as const;

async function open(tx: Db, { subject, revision, providerId, language }: ReceivedText, { findings, rule }: Seen): Promise<void> {
  if (rule === null) return;
  const row = await insertCase(tx, { subject, revision, providerId, requester: findings.length > 0 ? 'detector' : 'own', rule, priority: priorityOf(findings), findings, held: true });
  await addEntry(tx, row.id, 1, { kind: 'opened', actor: 'system', detail: { detectors: findings.map(({ detector }) => detector) } });
  const seq = await addEntry(tx, row.id, 1, { kind: 'held', actor: 'system' });
  await addStatement(tx, row, { seq, ...held17(rule, findings, language) });
}

/**
 * In the author's transaction. Without a finding it passes, unless a person is to decide about it already or has taken words
 * out of it before; what it writes has no time of day.
 */
export async function takeIn(ctx: Context, tx: Db, received: ReceivedText): Promise<void> {
  const { subject, revision, text, providerId } = received;
  const findings = text === null ? [] : detect(text, await staffNames(tx, providerId));
  const looked = { id: subject.id, revision };
  const seen = { findings, rule: ruleOf(findings) ?? (text === null ? null : await redactedFor(tx, subject)) };
  const present = await presentCase(tx, subject);
  if (present) await reopen(tx, present, received, seen);
  else await open(tx, received, seen);
  const waits = present !== null && present.row.held && present.row.requester !== 'detector';
  if (seen.rule !== null || waits) await handsFor(subject.kind).hold(ctx, tx, looked);
  else await handsFor(subject.kind).release(ctx, tx, looked);
}

/** What its author said in cases about it goes with it: of a text that was taken back nothing of theirs is left. */
async function forgetAuthor(tx: Db, { kind, id }: Subject): Promise<void> {
  await tx.execute(sql`
    delete from moderation_words w using moderation_entry e join moderation_case c on c.id = e.case_id
    where w.case_id = e.case_id and w.seq = e.seq and e.actor = 'author' and c.subject_kind = ${kind} and c.subject_id = ${id}`);
}

/** Its author has taken it back: there is nothing left to decide. */
export async function takenBack(tx: Db, subject: Subject): Promise<void> {
  await forgetAuthor(tx, subject);
  const present = await presentCase(tx, subject);
  if (!present) return;
  await addEntry(tx, present.row.id, present.row.round, { kind: 'gone', actor: 'author' });
  await saveCase(tx, present.row, { state: 'gone' });
}
