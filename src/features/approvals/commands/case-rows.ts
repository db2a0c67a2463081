/** What the commands about cases share: the case that they change, held until they are done, and how an entry is added to it. */
import { and, asc, eq, gte, inArray, ne } from 'drizzle-orm';
import { sqlState, type Db } from '#db/client.ts';
import { approval, approvalCase, approvalCondition, approvalDecision, caseEntry } from '#db/schema/index.ts';
import { audit } from '#platform/audit.ts';
import { now, today } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { DomainError } from '#platform/errors.ts';
import { Refused, sameVersion } from '#platform/form.ts';
import { overFrom, type Approval } from '../model/approval.ts';
import { step, type Case } from '../model/case.ts';
import type { By, CaseEntry, CaseEvent, EventContent, EventKind } from '../model/events.ts';
import { isRefusal, type Refusal } from '../model/refusal.ts';
import { entriesOf } from '../queries/entries.ts';
import { projection } from '../projection.ts';
import { publish } from './publish.ts';

export type CaseRow = typeof approvalCase.$inferSelect;

/** Who acts, and where letters lead. */
export interface Caller {
  by: By;
  siteUrl: string;
}
/** Which case, and the entry that the form was made from. */
export interface Which {
  caseId: number;
  seen: number;
}
/** A case in the hands of a command. */
export interface OpenCase {
  row: CaseRow;
  present: Case;
  entries: CaseEntry[];
  /** Of the last entry. */
  lastAt: Date;
}

const CONFLICTS = new Set<Refusal['refused']>(['case-state', 'case-hearing-runs', 'case-deadline-runs', 'case-appeal-open', 'case-condition-state']);

export const refusedBy = ({ refused, field }: Refusal): Refused => new Refused(CONFLICTS.has(refused) ? 'conflict' : 'invalid', { field, reason: refused });

async function opened(tx: Db, row: CaseRow): Promise<OpenCase> {
  const { entries, present } = await entriesOf(tx, row.id);
  return { row, entries, present, lastAt: entries.at(-1)?.at ?? row.sentAt };
}

/** @param seen left out by the day's duties @throws Refused conflict when somebody has added something since */
export async function lockedCase(tx: Db, caseId: number, seen?: number): Promise<OpenCase> {
  const [row] = await tx.select().from(approvalCase).where(eq(approvalCase.id, caseId)).for('update');
  if (!row) throw new DomainError('not-found', 'no such case');
  if (seen !== undefined) sameVersion(seen, row.seq);
  return opened(tx, row);
}

/** With every other case of the same provider, authority and standard held too, so that one approval can take another's place. */
export async function lockedWithOthers(tx: Db, caseId: number, seen?: number): Promise<OpenCase> {
  const [found] = await tx.select().from(approvalCase).where(eq(approvalCase.id, caseId));
  if (!found) throw new DomainError('not-found', 'no such case');
  const same = and(eq(approvalCase.providerId, found.providerId), eq(approvalCase.authorityId, found.authorityId), eq(approvalCase.standardId, found.standardId));
  await tx.select({ id: approvalCase.id }).from(approvalCase).where(same).orderBy(asc(approvalCase.id)).for('update');
  return lockedCase(tx, caseId, seen);
}

/** Other cases of the same provider, authority and standard whose approval is not over, and would still hold on a day. @param from YYYY-MM-DD */
export async function othersInForce(tx: Db, { id, providerId, authorityId, standardId }: CaseRow, from: string): Promise<OpenCase[]> {
  const found = await tx
    .select()
    .from(approvalCase)
    .where(and(eq(approvalCase.providerId, providerId), eq(approvalCase.authorityId, authorityId), eq(approvalCase.standardId, standardId), ne(approvalCase.id, id), inArray(approvalCase.approval, ['in-force', 'suspended']), gte(approvalCase.validTo, from)))
    .orderBy(asc(approvalCase.id));
  return Promise.all(found.map((row) => opened(tx, row)));
}

const columnsOf = (each: Approval) => ({ state: each.state, endedBy: each.state === 'over' ? each.why : null, overFrom: overFrom(each) });

/** What ended first, so that what begins finds its place free. */
async function writeApprovals(tx: Db, { row }: OpenCase, before: Case, after: Case): Promise<void> {
  const { providerId, authorityId, standardId, standardVersionId } = row;
  const fresh = after.approvals.filter((each) => !before.approvals.some(({ seq }) => seq === each.seq));
  for (const each of after.approvals) {
    if (fresh.includes(each) || before.approvals.includes(each)) continue;
    await tx.update(approval).set({ ...columnsOf(each), changedSeq: after.seq }).where(and(eq(approval.caseId, row.id), eq(approval.seq, each.seq)));
  }
  for (const each of fresh) {
    await tx
      .insert(approval)
      .values({ caseId: row.id, seq: each.seq, providerId, authorityId, standardId, standardVersionId, ...columnsOf(each), validFrom: each.from, validTo: each.to, changedSeq: each.seq });
  }
}

async function writeConditions(tx: Db, { row }: OpenCase, before: Case, after: Case): Promise<void> {
  for (const each of after.conditions) {
    if (before.conditions.includes(each)) continue;
    const { number, text, dueOn, seq: decisionSeq, state } = each;
    await tx
      .insert(approvalCondition)
      .values({ caseId: row.id, number, decisionSeq, text, dueOn, state })
      .onConflictDoUpdate({ target: [approvalCondition.caseId, approvalCondition.number], set: { dueOn, state } });
  }
}

async function writeDecision(tx: Db, { row }: OpenCase, entry: CaseEntry<'decided'>, present: Case, logIndex: number, hearingSeq: number | null): Promise<void> {
  const { decision } = present;
  if (decision === null) throw new Error('A decided case without a decision.');
  const { outcome, validFrom, validTo } = entry.content;
  await tx.insert(approvalDecision).values({
    caseId: row.id, seq: entry.seq, outcome, decidedOn: entry.on, validFrom, validTo, preparedBy: decision.preparedBy, decidedBy: decision.decidedBy, hearingSeq, appealUntil: decision.appealUntil, logIndex,
  });
}

/** The hearing about what is recommended now. */
function hearingOf(entries: readonly CaseEntry[]): number | null {
  const proposed = entries.findLast(({ kind }) => kind === 'recommended')?.seq ?? 0;
  return entries.findLast(({ kind, seq }) => kind === 'hearing-opened' && seq > proposed)?.seq ?? null;
}

/** Two approvals that would count at the same time. */
function overlaps(error: unknown): unknown {
  return sqlState(error) === '23P01' ? new Refused('conflict', { field: 'validFrom', reason: 'case-approval-overlaps' }) : error;
}

/**
 * Adds an entry, with all that follows from it, in the caller's transaction.
 * @returns the case after it @throws Refused with the rule's name
 */
export async function record<K extends EventKind>(ctx: Context, tx: Db, open: OpenCase, by: By, kind: K, content: EventContent<K>): Promise<OpenCase> {
  // Clocks of two servers differ by a little; entries come one after the other all the same.
  const [at, on] = now() < open.lastAt ? [open.lastAt, open.entries.at(-1)?.on ?? today()] : [now(), today()];
  const event = { kind, by, on, content } as CaseEvent;
  const next = step(open.present, event);
  if (isRefusal(next)) throw refusedBy(next);
  const entry = { ...event, seq: next.seq };
  const logIndex = await publish(ctx, tx, open, entry, next);
  await tx.insert(caseEntry).values({
    caseId: open.row.id, seq: entry.seq, kind, round: next.round, actor: by.person, role: by.role, at, onDay: entry.on, content: content as Record<string, unknown>, logIndex,
  });
  if (entry.kind === 'decided') await writeDecision(tx, open, entry, next, logIndex ?? -1, hearingOf(open.entries));
  await writeConditions(tx, open, open.present, next);
  await writeApprovals(tx, open, open.present, next).catch((error: unknown) => {
    throw overlaps(error);
  });
  const [row] = await tx.update(approvalCase).set(projection(next)).where(eq(approvalCase.id, open.row.id)).returning();
  if (!row) throw new Error('The case went away.');
  await audit(tx, { actor: ctx.actor, action: `case.${kind}`, object: `case:${row.id}`, detail: { seq: entry.seq } });
  const shown = (of: Case) => [...of.approvals, ...of.conditions];
  if (shown(next).some((each, n) => each !== shown(open.present)[n])) await ctx.outbox.send(tx, 'providers.changed', { providerIds: [row.providerId] });
  return { row, present: next, entries: [...open.entries, entry], lastAt: at };
}
