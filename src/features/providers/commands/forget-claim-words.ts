import { and, isNotNull, lt, ne, or } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import { profileClaim } from '#db/schema/index.ts';
import { now } from '#platform/clock.ts';
import { CLAIM_WORDS_DAYS } from '../claims/retention.ts';

/** A day's duty. */
export async function forgetClaimWords(db: Db): Promise<void> {
  const before = new Date(now().getTime() - CLAIM_WORDS_DAYS * 86_400_000);
  await db
    .update(profileClaim)
    .set({ reason: null, answer: null, decision: null })
    .where(and(ne(profileClaim.state, 'open'), lt(profileClaim.decidedAt, before), or(isNotNull(profileClaim.reason), isNotNull(profileClaim.answer), isNotNull(profileClaim.decision))));
}
