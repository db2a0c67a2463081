/** The provider's answer: one a review, of its own reviews alone, in view once moderation has let it through. */
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { OpenDatabase } from '#db/client.ts';
import { review, reviewReply } from '#db/schema/index.ts';
import { useSecrets } from '#platform/seal.ts';
import { replyModeration } from '#src/actions/reply-moderation.ts';
import { publishBatches } from '#features/reviews/commands/publish-batches.ts';
import { replyToReview, withdrawReply } from '#features/reviews/commands/reply-review.ts';
import { deskReviews } from '#features/reviews/replies/queries.ts';
import { shownReviews } from '#features/reviews/showing/queries.ts';
import { contextOf } from '#tests/support/catalogue.ts';
import { ENGINES, freshDatabase } from '#tests/support/database.ts';
import { SECRET } from '#tests/support/identity.ts';
import { makePool, reviewGround, type ReviewGround } from '#tests/support/pools.ts';
import { addReviews } from '#tests/support/reviews.ts';

let serial = 0;

describe.each(ENGINES)('answers to reviews (%s)', (engine) => {
  let open: OpenDatabase;
  let ground: ReviewGround;
  let reviewId: string;
  const ctx = () => contextOf(open.db);
  const answer = (text: string, revision = 0, providerId = ground.providerId) => replyToReview(ctx(), replyModeration, { providerId, reviewId, revision, text });
  const inView = async () => (await shownReviews(open.db, ground.providerId, 0, 50)).reviews.find((each) => each.id === reviewId)?.reply ?? null;
  const row = async () => (await open.db.select().from(reviewReply).where(eq(reviewReply.reviewId, reviewId)))[0];

  beforeAll(async () => {
    open = await freshDatabase(engine);
    useSecrets([SECRET]);
  }, 120_000);
  afterAll(() => open.close());
  beforeEach(async () => {
    ground = await reviewGround(open.db, `replies-${serial++}`);
    const pool = await makePool(open.db, ground, { state: 'ended', redeemUntil: new Date(Date.now() - 86_400_000) });
    [reviewId = ''] = await addReviews(open.db, pool, [4, 4, 4, 4, 4]);
    await publishBatches(ctx());
  });

  test('what no detector minds is in view under the review', async () => {
    await answer('Tak. Vi har ansat en rådgiver mere.');
    expect(await inView()).toBe('Tak. Vi har ansat en rådgiver mere.');
    const { total, open: without, reviews } = await deskReviews(open.db, ground.providerId, 1);
    expect([total, without]).toEqual([5, 4]);
    expect(reviews.at(-1)).toMatchObject({ id: reviewId, answer: { state: 'published', revision: 1 } });
  });

  test('with a personal number in it, it waits for a person and shows nothing', async () => {
    await answer('Det passer ikke, 010190-1234 kom aldrig.');
    expect((await row())?.state).toBe('held');
    expect(await inView()).toBeNull();
  });

  test('is not for a review without words, which no page shows by itself', async () => {
    await open.db.update(review).set({ text: null, shownText: null }).where(eq(review.id, reviewId));
    expect((await deskReviews(open.db, ground.providerId, 1)).total).toBe(4);
    await expect(answer('Tak for tallene.')).rejects.toMatchObject({ domainCode: 'not-found' });
    expect(await row()).toBeUndefined();
  });

  test('is one: a second takes the place of the first, and only from what it says now', async () => {
    await answer('Tak for det.');
    await expect(answer('Igen.')).rejects.toMatchObject({ domainCode: 'conflict' });
    await answer('Tak for ordene.', 1);
    expect(await inView()).toBe('Tak for ordene.');
    expect(await open.db.select().from(reviewReply).where(eq(reviewReply.reviewId, reviewId))).toHaveLength(1);
  });

  test('is taken back whole, and another may be written', async () => {
    await answer('Tak for det.');
    await withdrawReply(ctx(), replyModeration, { providerId: ground.providerId, reviewId, revision: 1 });
    expect(await row()).toMatchObject({ state: 'withdrawn', text: null, shownText: null, revision: 2 });
    expect(await inView()).toBeNull();
    await answer('Tak.', 2);
    expect(await inView()).toBe('Tak.');
  });

  test('once removed it is not written over', async () => {
    await answer('Tak for det.');
    await open.db.update(reviewReply).set({ state: 'removed' }).where(eq(reviewReply.reviewId, reviewId));
    await expect(answer('Igen.', 1)).rejects.toMatchObject({ domainCode: 'conflict' });
  });

  test('nobody answers a review of another provider, or one that is not in view', async () => {
    const other = await reviewGround(open.db, `replies-${serial++}`);
    await expect(answer('Tak.', 0, other.providerId)).rejects.toMatchObject({ domainCode: 'not-found' });
    await open.db.update(review).set({ state: 'held' }).where(eq(review.id, reviewId));
    await expect(answer('Tak.')).rejects.toMatchObject({ domainCode: 'not-found' });
    expect(await row()).toBeUndefined();
  });
});
