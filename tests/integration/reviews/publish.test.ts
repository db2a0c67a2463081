/** When reviews become public, what the figures then say, and that nobody is found by subtracting them. */
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { rows, type OpenDatabase } from '#db/client.ts';
import { review, reviewBatch, reviewPool, reviewScore } from '#db/schema/index.ts';
import { setClockOffset } from '#platform/clock.ts';
import { publishBatches } from '#features/reviews/commands/publish-batches.ts';
import { rebuildScores, refreshScores } from '#features/reviews/commands/refresh-scores.ts';
import { DIMENSIONS, type Attendance, type Rating } from '#features/reviews/content.ts';
import type { AttendanceDocument, ScoreDocument } from '#features/reviews/showing/score.ts';
import { contextOf } from '#tests/support/catalogue.ts';
import { ENGINES, freshDatabase } from '#tests/support/database.ts';
import { makePool, reviewGround, type ReviewGround } from '#tests/support/pools.ts';
import { addReview, addReviews } from '#tests/support/reviews.ts';

const DAY_MS = 86_400_000;
let serial = 0;

describe.each(ENGINES)('reviews become public (%s)', (engine) => {
  let open: OpenDatabase;
  let ground: ReviewGround;
  const db = () => open.db;
  const publish = () => publishBatches(contextOf(open.db));
  const ended = { redeemFrom: new Date(Date.now() - 100 * DAY_MS), redeemUntil: new Date(Date.now() - DAY_MS), state: 'ended' as const };
  const pool = (changes: Parameters<typeof makePool>[2] = {}) => makePool(open.db, ground, { ...ended, ...changes });
  const shown = async () => (await rows<{ id: string; totals: boolean }>(db(), sql`select id, totals_only as totals from review where provider_id = ${ground.providerId} and state = 'published' order by id`)) as { id: string; totals: boolean }[];
  const document = async (programme = '', attendance = '') => {
    const [row] = await rows<{ document: unknown }>(db(), sql`select document from review_score where provider_id = ${ground.providerId} and programme_code = ${programme} and attendance = ${attendance}`);
    return (row?.document ?? null) as ScoreDocument | null;
  };

  beforeAll(async () => {
    open = await freshDatabase(engine);
  }, 120_000);
  afterAll(() => open.close());
  beforeEach(async () => {
    setClockOffset(0);
    ground = await reviewGround(open.db, `tenant-${serial++}`);
  });

  test('five of one pool together, in one quarter, with figures', async () => {
    const id = await pool();
    await addReviews(db(), id, [5, 4, 4, 3, 5]);
    expect(await publish()).toEqual({ reviews: 5, batches: 1, providers: 1 });
    expect(await document()).toMatchObject({ reviewers: 5, dimensions: { fit: { bars: [0, 0, 1, 2, 2], state: 'score' } } });
    expect(await document('job')).toMatchObject({ reviewers: 5 });
    expect(await publish()).toEqual({ reviews: 0, batches: 0, providers: 0 });
  });

  test('four are only counted, once there are others of the provider to count with', async () => {
    await addReviews(db(), await pool(), [1, 1, 1, 1]);
    expect(await publish()).toEqual({ reviews: 0, batches: 0, providers: 0 });
    expect(await document()).toBeNull();
    await addReviews(db(), await pool({ programmeCode: 'other' }), [5, 5]);
    expect(await publish()).toEqual({ reviews: 6, batches: 1, providers: 1 });
    expect(await document()).toMatchObject({ reviewers: 6, dimensions: { fit: { bars: [4, 0, 0, 0, 2] } } });
    expect(await document('job')).toBeNull();
    expect((await shown()).every((each) => each.totals)).toBe(true);
    const texts = await db().select({ shown: review.shownText }).from(review).where(eq(review.providerId, ground.providerId));
    expect(texts.every(({ shown: text }) => text === null)).toBe(true);
  });

  test('a pool that stayed under ten is only counted, however many wrote', async () => {
    await addReviews(db(), await pool({ issued: 9 }), [5, 5, 5, 5, 5, 5, 5]);
    await publish();
    expect((await shown()).map((each) => each.totals)).toEqual(Array(7).fill(true));
  });

  test('while the round goes on five stay back, drawn by lot', async () => {
    const id = await pool({ state: 'redeeming', redeemUntil: new Date(Date.now() + 30 * DAY_MS) });
    const ids = await addReviews(db(), id, Array<Rating>(9).fill(4));
    expect((await publish()).reviews).toBe(0);
    ids.push(...(await addReviews(db(), id, Array<Rating>(3).fill(4))));
    expect((await publish()).reviews).toBe(7);
    await db().update(reviewPool).set({ state: 'ended' }).where(eq(reviewPool.id, id));
    expect((await publish()).reviews).toBe(5);
    expect((await shown()).map((each) => each.id)).toEqual(ids.sort());
  });

  test('what moderation still looks at is waited for, but not for ever', async () => {
    const id = await pool({ redeemUntil: new Date(Date.now() - 13 * DAY_MS) });
    await addReviews(db(), id, [3, 3, 3, 3, 3]);
    await addReview(db(), id, 1, { state: 'held' });
    expect((await publish()).reviews).toBe(0);
    setClockOffset(2 * DAY_MS);
    expect((await publish()).reviews).toBe(5);
  });

  test('all of a batch have the quarter of publication, and no order tells which came first', async () => {
    const id = await pool();
    const ids = await addReviews(db(), id, [3, 3, 3, 3, 3], { quarter: '2025Q1', receivedOn: '2025-02-01' });
    await publish();
    const found = await db().select({ quarter: review.quarter, batch: review.batchId }).from(review).where(eq(review.poolId, id));
    expect(new Set(found.map((each) => each.quarter)).size).toBe(1);
    expect(found[0]?.quarter).not.toBe('2025Q1');
    expect(new Set(found.map((each) => each.batch)).size).toBe(1);
    expect(ids.every((each) => /^[0-9a-f]{24}$/.test(each))).toBe(true);
  });

  test('a withdrawal leaves the figures alone until the next batch', async () => {
    const id = await pool();
    const [first] = await addReviews(db(), id, [1, 5, 5, 5, 5, 5]);
    await publish();
    const before = JSON.stringify(await document());
    await db().update(review).set({ state: 'withdrawn', text: null, shownText: null, attendance: null, finished: null, outcome: null, ...Object.fromEntries(DIMENSIONS.map((each) => [each, null])) }).where(eq(review.id, first ?? ''));
    await refreshScores(contextOf(db()));
    await rebuildScores(db());
    expect(JSON.stringify(await document())).toBe(before);
    await addReviews(db(), await pool({ programmeCode: 'other' }), [4, 4, 4, 4, 4]);
    await publish();
    expect(await document()).toMatchObject({ reviewers: 10, dimensions: { fit: { bars: [0, 0, 0, 5, 5] } } });
  });

  test('a review that is held again stays counted; one that is removed leaves at the turn of the quarter', async () => {
    const id = await pool();
    const [first] = await addReviews(db(), id, [1, 1, 5, 5, 5, 5, 5]);
    await publish();
    await db().update(review).set({ state: 'held' }).where(eq(review.id, first ?? ''));
    setClockOffset(92 * DAY_MS);
    expect(await refreshScores(contextOf(db()))).toBeGreaterThan(0);
    expect(await document()).toMatchObject({ reviewers: 7 });
    await db().update(review).set({ state: 'removed' }).where(eq(review.id, first ?? ''));
    expect(await refreshScores(contextOf(db()))).toBe(0);
    setClockOffset(184 * DAY_MS);
    await refreshScores(contextOf(db()));
    expect(await document()).toMatchObject({ reviewers: 6 });
  });

  test('those who chose are told apart once the table tells of nobody', async () => {
    const write = async (poolId: string, answers: [Rating, Attendance][]) => {
      for (const [rating, attendance] of answers) await addReview(db(), poolId, rating, { attendance });
    };
    const mixed = (count: number): [Rating, Attendance][] => Array.from({ length: count }, (): [Rating, Attendance][] => [[5, 'chosen'], [2, 'chosen'], [5, 'mandated'], [2, 'unsure']]).flat();
    await write(await pool(), mixed(2));
    await publish();
    expect(await document('', 'chosen')).toBeNull();
    await write(await pool({ programmeCode: 'other' }), mixed(2));
    await publish();
    expect((await document('', 'chosen')) as unknown as AttendanceDocument).toMatchObject({ reviewers: 8, classing: 0, counts: [0, 4, 0, 0, 4] });
    expect((await document('', 'mandated')) as unknown as AttendanceDocument).toMatchObject({ reviewers: 8, counts: [0, 4, 0, 0, 4] });
    // Ten more, of whom a single one chose: the table stays what it was.
    const before = JSON.stringify(await document('', 'chosen'));
    await write(await pool(), [[1, 'chosen'], ...Array.from({ length: 9 }, (): [Rating, Attendance] => [1, 'mandated'])]);
    await publish();
    expect(JSON.stringify(await document('', 'chosen'))).toBe(before);
  });

  test('figures can be made again from what is frozen, byte for byte', async () => {
    await addReviews(db(), await pool(), [5, 4, 4, 3, 5]);
    await addReviews(db(), await pool({ programmeCode: 'other' }), [1, 2, 2, 3, 5, 4]);
    await publish();
    const all = () => db().select().from(reviewScore).where(eq(reviewScore.providerId, ground.providerId)).orderBy(reviewScore.programmeCode, reviewScore.attendance);
    const before = JSON.stringify(await all());
    await db().delete(reviewScore).where(eq(reviewScore.providerId, ground.providerId));
    await rebuildScores(db());
    expect(JSON.stringify(await all())).toBe(before);
    expect(JSON.parse(before)).toHaveLength(3);
  });

  test('two at once publish each review once', async () => {
    const id = await pool();
    await addReviews(db(), id, [5, 4, 4, 3, 5, 5]);
    const [a, b] = await Promise.all([publish(), publish()]);
    expect((a?.reviews ?? 0) + (b?.reviews ?? 0)).toBe(6);
    expect(await db().select().from(reviewBatch).where(eq(reviewBatch.poolId, id))).toHaveLength(1);
  });
});
