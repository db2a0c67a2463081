/** Reviews as rows, in any state: what the tests of publication and of pages begin with. */
import { randomBytes } from 'node:crypto';
import type { Db } from '#db/client.ts';
import { review, reviewPool } from '#db/schema/index.ts';
import { eq } from 'drizzle-orm';
import { DIMENSIONS, quarterOf, type Rating } from '#features/reviews/content.ts';
import { today } from '#platform/clock.ts';

type NewReview = Partial<typeof review.$inferInsert>;

/** @param rating of every question, unless `changes` say otherwise @returns its id */
export async function addReview(db: Db, poolId: string, rating: Rating | null, changes: NewReview = {}): Promise<string> {
  const [pool] = await db.select().from(reviewPool).where(eq(reviewPool.id, poolId));
  if (!pool) throw new Error(`There is no pool ${poolId}.`);
  const id = changes.id ?? randomBytes(12).toString('hex');
  const day = today();
  await db.insert(review).values({
    ...Object.fromEntries(DIMENSIONS.map((each) => [each, rating])),
    id, poolId, providerId: pool.providerId, programmeCode: pool.programmeCode, proof: 'token', pk: randomBytes(32).toString('hex'), state: 'ready',
    attendance: 'chosen', finished: 'yes', outcome: 'job', text: 'De hørte efter.', shownText: changes.text === undefined ? 'De hørte efter.' : changes.text,
    language: 'da', quarter: quarterOf(day), receivedOn: day, ...changes,
  });
  return id;
}

export async function addReviews(db: Db, poolId: string, ratings: readonly (Rating | null)[], changes: NewReview = {}): Promise<string[]> {
  const ids: string[] = [];
  for (const rating of ratings) ids.push(await addReview(db, poolId, rating, changes));
  return ids;
}
