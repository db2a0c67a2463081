import { and, isNotNull, lt, or } from 'drizzle-orm';
import { review, reviewReply, reviewRevision } from '#db/schema/index.ts';
import { today } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { addDays } from '#features/enquiries/working-days.ts';
import { REPLACED_WORDS_DAYS, REVIEW_WORDS_DAYS } from '../retention.ts';

/** A day's duty: words whose time is over, of reviews and of the answers to them; ratings stay. @returns how many reviews lost theirs */
export async function forgetReviewWords(ctx: Context): Promise<number> {
  return ctx.db.transaction(async (tx) => {
    const [words, replaced] = [addDays(today(), -REVIEW_WORDS_DAYS), addDays(today(), -REPLACED_WORDS_DAYS)];
    await tx.delete(reviewRevision).where(lt(reviewRevision.replacedOn, replaced));
    const forgotten = await tx.update(review).set({ text: null, shownText: null }).where(and(lt(review.receivedOn, words), or(isNotNull(review.text), isNotNull(review.shownText)))).returning({ providerId: review.providerId });
    const answers = await tx.update(reviewReply).set({ text: null, shownText: null }).where(and(lt(reviewReply.writtenOn, words), or(isNotNull(reviewReply.text), isNotNull(reviewReply.shownText)))).returning({ providerId: reviewReply.providerId });
    const providerIds = [...new Set([...forgotten, ...answers].map((each) => each.providerId))];
    if (providerIds.length > 0) await ctx.outbox.send(tx, 'providers.changed', { providerIds });
    return forgotten.length;
  });
}
