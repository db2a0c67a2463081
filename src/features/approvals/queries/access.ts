/** Requests for access to a case, and how long there is to answer. */
import { asc, desc, eq, sql } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import { caseAccessRequest } from '#db/schema/index.ts';

export type AccessRequest = Pick<typeof caseAccessRequest.$inferSelect, 'id' | 'byParty' | 'receivedOn' | 'dueOn' | 'answeredOn' | 'answer'>;

/** Those that wait first, by their last day; then the answered ones, newest first. */
export function accessRequests(db: Db, caseId: number): Promise<AccessRequest[]> {
  const { id, byParty, receivedOn, dueOn, answeredOn, answer } = caseAccessRequest;
  return db
    .select({ id, byParty, receivedOn, dueOn, answeredOn, answer })
    .from(caseAccessRequest)
    .where(eq(caseAccessRequest.caseId, caseId))
    .orderBy(sql`${answeredOn} is not null`, desc(answeredOn), asc(dueOn), asc(id));
}
