/** What an author may do with a review that is there already. Like writing it, none of this leaves a time of day or an audit entry. */
import { eq } from 'drizzle-orm';
import { reviewReply } from '#db/schema/index.ts';
import type { Context } from '#platform/context.ts';
import { DomainError } from '#platform/errors.ts';
import { Refused, sameVersion } from '#platform/form.ts';
import { lockedReviewBy, type Author } from '../authors.ts';
import type { ReviewContent } from '../content.ts';
import { edit, hasPending, withdraw } from '../model.ts';
import type { ModerationPort } from '../ports.ts';
import { reviewOf, saveReview } from './review-rows.ts';

/**
 * Silently before it is in public; afterwards the old one stays until the change was looked through.
 * @param revision that the author saw, a waiting change included
 * @throws Refused conflict when it was changed meanwhile, or removed or withdrawn
 */
export async function editReview(ctx: Context, moderation: ModerationPort, author: Author, revision: number, content: ReviewContent): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const row = await lockedReviewBy(tx, author);
    const before = await reviewOf(tx, row);
    if (before.state === 'withdrawn' || before.state === 'removed') throw new Refused('conflict', { field: null, reason: 'review-over' });
    sameVersion(revision, hasPending(before) ? before.pending.revision : before.revision);
    const after = edit(before, content);
    await saveReview(tx, before, after, 'author');
    const changed = hasPending(after) ? after.pending.revision : after.revision;
    await moderation.received(ctx, tx, { reviewId: row.id, providerId: row.providerId, revision: changed, text: content.text, language: content.language });
  });
}

/** Gone at once from every page, with the answer to it; the figures follow with the next batch. A second time does nothing. */
export async function withdrawReview(ctx: Context, moderation: ModerationPort, author: Author): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const row = await lockedReviewBy(tx, author);
    const before = await reviewOf(tx, row);
    if (before.state === 'withdrawn') return;
    await saveReview(tx, before, withdraw(before), 'author');
    await tx.update(reviewReply).set({ state: 'withdrawn', text: null, shownText: null }).where(eq(reviewReply.reviewId, row.id));
    await moderation.withdrawn(ctx, tx, row.id);
    if (before.state === 'published') await ctx.outbox.send(tx, 'providers.changed', { providerIds: [row.providerId] });
  });
}

/** @param decision id of the statement of reasons @throws Refused when it cannot be appealed, or was */
export async function appealDecision(ctx: Context, moderation: ModerationPort, author: Author, { decision, words }: { decision: string; words: string }): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const row = await lockedReviewBy(tx, author);
    if (row.state === 'withdrawn') throw new DomainError('conflict', 'the review is withdrawn');
    await moderation.appeal(ctx, tx, { reviewId: row.id, statementId: decision, words });
  });
}
