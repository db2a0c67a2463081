/** The provider's answer: written, changed, taken back. It shows once moderation has let it through. */
import { eq } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import { reviewReply } from '#db/schema/index.ts';
import { audit } from '#platform/audit.ts';
import { today } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { DomainError } from '#platform/errors.ts';
import { Refused, sameVersion } from '#platform/form.ts';
import { mayWithdraw, mayWrite } from '../replies/model.ts';
import type { ReplyModeration } from '../replies/port.ts';
import { lockedRow } from './review-rows.ts';

export interface Reply {
  providerId: number;
  reviewId: string;
  /** Of the answer that was seen; 0: none. */
  revision: number;
}

/** Both rows held until the transaction is done. @throws DomainError not-found: it is not shown, or not of this provider */
async function locked(tx: Db, { providerId, reviewId, revision }: Reply) {
  const review = await lockedRow(tx, reviewId);
  if (!review || review.providerId !== providerId || review.state !== 'published' || review.totalsOnly) throw new DomainError('not-found', 'no such review');
  const [present] = await tx.select().from(reviewReply).where(eq(reviewReply.reviewId, reviewId)).for('update');
  sameVersion(revision, present?.revision ?? 0);
  return { hasWords: review.shownText !== null, present: present ?? null };
}

/** Only where there are words to answer: a page shows no review by itself that has none. @throws Refused conflict when it was changed meanwhile, or moderation has removed the one that there was */
export async function replyToReview(ctx: Context, moderation: ReplyModeration, { text, ...reply }: Reply & { text: string }): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const { hasWords, present } = await locked(tx, reply);
    if (!hasWords) throw new DomainError('not-found', 'no words to answer');
    if (!mayWrite(present?.state ?? null)) throw new Refused('conflict', { field: null, reason: 'reply-removed' });
    const { providerId, reviewId } = reply;
    const revision = (present?.revision ?? 0) + 1;
    const written = { providerId, text, shownText: text, state: 'waiting' as const, writtenBy: ctx.actor, writtenOn: today(), revision };
    await tx.insert(reviewReply).values({ reviewId, ...written }).onConflictDoUpdate({ target: reviewReply.reviewId, set: written });
    await moderation.received(ctx, tx, { reviewId, providerId, revision, text });
    await audit(tx, { actor: ctx.actor, action: 'reviews.reply', object: `review:${reviewId}`, detail: { providerId, revision } });
    await ctx.outbox.send(tx, 'providers.changed', { providerIds: [providerId] });
  });
}

/** Nothing is left of it; another may be written. */
export async function withdrawReply(ctx: Context, moderation: ReplyModeration, reply: Reply): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const { present } = await locked(tx, reply);
    if (!present || !mayWithdraw(present.state)) throw new Refused('conflict', { field: null, reason: 'changed-meanwhile' });
    const { providerId, reviewId } = reply;
    await tx.update(reviewReply).set({ state: 'withdrawn', text: null, shownText: null, revision: present.revision + 1 }).where(eq(reviewReply.reviewId, reviewId));
    await moderation.withdrawn(ctx, tx, reviewId);
    await audit(tx, { actor: ctx.actor, action: 'reviews.withdraw-reply', object: `review:${reviewId}`, detail: { providerId } });
    await ctx.outbox.send(tx, 'providers.changed', { providerIds: [providerId] });
  });
}
