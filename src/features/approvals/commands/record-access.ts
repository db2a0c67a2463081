/** Requests for access to a case: written down when they come, and when they are answered. */
import { and, eq, isNull } from 'drizzle-orm';
import { caseAccessRequest } from '#db/schema/index.ts';
import { audit } from '#platform/audit.ts';
import { now, today } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { Refused } from '#platform/form.ts';
import { ACCESS_DAYS, addWorkingDays } from '../clocks.ts';

/** @param receivedOn YYYY-MM-DD, a day that has been @throws Refused */
export async function recordAccessRequest(ctx: Context, person: string, { caseId, receivedOn, byParty }: { caseId: number; receivedOn: string; byParty: boolean }): Promise<void> {
  if (receivedOn > today()) throw new Refused('invalid', { field: 'receivedOn', reason: 'date-future' });
  await ctx.db.transaction(async (tx) => {
    await tx.insert(caseAccessRequest).values({ caseId, byParty, receivedOn, dueOn: addWorkingDays(receivedOn, ACCESS_DAYS), recordedBy: person, recordedAt: now() });
    await audit(tx, { actor: ctx.actor, action: 'case.access-asked', object: `case:${caseId}`, detail: { receivedOn, byParty } });
  });
}

/** @throws Refused conflict when somebody has answered it already, or it is of another case */
export async function answerAccessRequest(ctx: Context, person: string, { caseId, requestId, answer }: { caseId: number; requestId: number; answer: 'given' | 'partly' | 'refused' }): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const answered = await tx
      .update(caseAccessRequest)
      .set({ answer, answeredOn: today(), answeredBy: person })
      .where(and(eq(caseAccessRequest.id, requestId), eq(caseAccessRequest.caseId, caseId), isNull(caseAccessRequest.answeredOn)))
      .returning({ id: caseAccessRequest.id });
    if (answered.length === 0) throw new Refused('conflict', { field: null, reason: 'conflict' });
    await audit(tx, { actor: ctx.actor, action: 'case.access-answered', object: `case:${caseId}`, detail: { request: requestId, answer } });
  });
}
