import { randomBytes } from 'node:crypto';
import { and, eq, isNull, lt, sql } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import { review, reviewCode, reviewPool, reviewSpent } from '#db/schema/index.ts';
import { now, today } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { Refused } from '#platform/form.ts';
import type { Author } from '../authors.ts';
import { quarterOf, type ReviewContent } from '../content.ts';
import { receive } from '../model.ts';
import type { ModerationPort } from '../ports.ts';
import { windowOf } from '../window.ts';
import { columnsOf } from './review-rows.ts';

const refused = (reason: string) => new Refused('conflict', { field: null, reason });

/** Row by row, so that of any number at once one comes first. */
async function spend(tx: Db, author: Author): Promise<boolean> {
  if (author.proof === 'token') {
    const { keyId, pk } = author;
    return (await tx.insert(reviewSpent).values({ keyId, pk }).onConflictDoNothing().returning({ pk: reviewSpent.pk })).length === 1;
  }
  return (await tx.update(reviewCode).set({ spentOn: today() }).where(and(eq(reviewCode.hash, author.codeHash), isNull(reviewCode.spentOn))).returning({ hash: reviewCode.hash })).length === 1;
}

/**
 * Token or code becomes a review: used up, counted and written in one transaction, or none of it. Nothing is written that
 * tells the time of day or where it came from; so there is no entry in the audit trail and no event either.
 * @param author as `openStatement` or `openCode` found
 * @returns the review's id @throws Refused window-soon, window-over, token-spent, pool-full
 */
export async function redeem(ctx: Context, moderation: ModerationPort, author: Author, content: ReviewContent): Promise<string> {
  return ctx.db.transaction(async (tx) => {
    // Waits for whoever redeems in the same pool, and sees what they made of it.
    const [pool] = await tx.select().from(reviewPool).where(eq(reviewPool.id, author.pool.id)).for('update');
    const window = pool ? windowOf(pool, now()) : 'over';
    if (!pool || window !== 'open') throw refused(window === 'soon' ? 'window-soon' : 'window-over');
    if (!(await spend(tx, author))) throw refused('token-spent');
    const counted = await tx.update(reviewPool).set({ redeemed: sql`${reviewPool.redeemed} + 1` }).where(and(eq(reviewPool.id, pool.id), lt(reviewPool.redeemed, reviewPool.issued))).returning({ id: reviewPool.id });
    if (counted.length !== 1) throw refused('pool-full');
    const id = randomBytes(12).toString('hex');
    const day = today();
    await tx.insert(review).values({
      ...columnsOf(receive(id, content)), id, state: 'waiting', language: content.language, poolId: pool.id, providerId: pool.providerId, programmeCode: pool.programmeCode,
      proof: author.proof, pk: author.proof === 'token' ? author.pk : null, codeHash: author.proof === 'code' ? author.codeHash : null, quarter: quarterOf(day), receivedOn: day,
    });
    await moderation.received(ctx, tx, { reviewId: id, providerId: pool.providerId, revision: 1, text: content.text, language: content.language });
    return id;
  });
}
