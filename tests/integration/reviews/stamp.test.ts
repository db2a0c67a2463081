/** What tells that a provider's page of reviews is another than before: never that somebody has just written one. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from 'drizzle-orm';
import { rows, type Db, type OpenDatabase } from '#db/client.ts';
import { reviewBatch } from '#db/schema/index.ts';
import { today } from '#platform/clock.ts';
import { REVIEWS_STAMP } from '#features/reviews/showing/stamp.ts';
import { ENGINES, freshDatabase } from '#tests/support/database.ts';
import { makePool, reviewGround } from '#tests/support/pools.ts';
import { addReview } from '#tests/support/reviews.ts';

describe.each(ENGINES)('the stamp of reviews (%s)', (engine) => {
  let open: OpenDatabase;
  let db: Db;
  let pool: string;
  let providerId: number;
  beforeAll(async () => {
    open = await freshDatabase(engine);
    ({ db } = open);
    const ground = await reviewGround(db);
    ({ providerId } = ground);
    pool = await makePool(db, ground);
    await db.insert(reviewBatch).values({ id: 'batch', providerId, poolId: pool, publishedOn: today(), quarter: '2026Q3', size: 5, counts: {} });
  });
  afterAll(() => open.close());
  const stamp = async () => (await rows<{ stamp: string }>(db, sql`select ${REVIEWS_STAMP} as stamp from provider p where p.id = ${providerId}`))[0]?.stamp;

  it('stays when a review comes in, whether it passes or is held', async () => {
    const before = await stamp();
    await addReview(db, pool, 4, { state: 'waiting' });
    await addReview(db, pool, 4, { state: 'ready' });
    await addReview(db, pool, 4, { state: 'held' });
    expect(await stamp()).toBe(before);
  });

  it('is another when one is shown, or one that was shown is held', async () => {
    const before = await stamp();
    const id = await addReview(db, pool, 4, { state: 'published', batchId: 'batch' });
    const shown = await stamp();
    expect(shown).not.toBe(before);
    await db.execute(sql`update review set state = 'held' where id = ${id}`);
    expect(new Set([before, shown, await stamp()]).size).toBe(3);
  });
});
