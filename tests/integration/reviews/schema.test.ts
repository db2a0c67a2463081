/** What the database itself refuses, whatever code asks for it. */
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rows, type OpenDatabase } from '#db/client.ts';
import { review, reviewCode, reviewSpent } from '#db/schema/index.ts';
import { ENGINES, freshDatabase } from '#tests/support/database.ts';
import { makePool, reviewGround, type ReviewGround } from '#tests/support/pools.ts';

describe.each(ENGINES)('on %s', (engine) => {
  let open: OpenDatabase;
  let ground: ReviewGround;
  let poolId = '';
  beforeAll(async () => {
    open = await freshDatabase(engine);
    ground = await reviewGround(open.db);
    poolId = await makePool(open.db, ground, { keyId: 'a1', spki: 'MA==' });
  }, 120_000);
  afterAll(() => open.close());

  const one = (id: string, changes: Partial<typeof review.$inferInsert> = {}): typeof review.$inferInsert => ({
    id, poolId, providerId: ground.providerId, programmeCode: 'job', proof: 'token', pk: id, state: 'waiting', fit: 4, attendance: 'chosen', finished: 'yes', outcome: 'job',
    text: 'Godt', shownText: 'Godt', language: 'da', quarter: '2026Q2', receivedOn: '2026-06-01', ...changes,
  });
  const put = (id: string, changes: Partial<typeof review.$inferInsert> = {}) => open.db.insert(review).values(one(id, changes));
  /** What the database says of it; `done` when it lets it pass. */
  const saidOf = (work: PromiseLike<unknown>) => Promise.resolve(work).then(() => 'done', (error: unknown) => String((error as Error).cause ?? error));
  const says = (statement: ReturnType<typeof sql>) => saidOf(open.db.execute(statement));

  test('a used token stays used', async () => {
    await open.db.insert(reviewSpent).values({ keyId: 'a1', pk: 'p1' });
    expect(await says(sql`update review_spent set pk = 'p2'`)).toContain('append-only');
    expect(await says(sql`delete from review_spent`)).toContain('append-only');
    expect(await says(sql`truncate review_spent`)).toContain('append-only');
    expect(await saidOf(open.db.insert(reviewSpent).values({ keyId: 'a1', pk: 'p1' }))).toContain('review_spent_key_id_pk_pk');
  });

  test('a code is used once, and goes to no other pool', async () => {
    await open.db.insert(reviewCode).values({ hash: 'h1', poolId });
    expect(await says(sql`update review_code set spent_on = '2026-06-01' where hash = 'h1'`)).toBe('done');
    expect(await says(sql`update review_code set spent_on = '2026-06-02' where hash = 'h1'`)).toContain('used once');
    expect(await says(sql`update review_code set spent_on = null where hash = 'h1'`)).toContain('used once');
  });

  test('a review stays; only its author changes a rating', async () => {
    await put('r1');
    expect(await says(sql`delete from review where id = 'r1'`)).toContain('stay');
    expect(await says(sql`truncate review cascade`)).toContain('stay');
    expect(await says(sql`update review set fit = 5 where id = 'r1'`)).toContain('nobody but its author');
    expect(await says(sql`update review set shown_text = '[navn udeladt]', state = 'ready' where id = 'r1'`)).toBe('done');
    expect(await says(sql`update review set fit = 5, revision = 2 where id = 'r1'`)).toBe('done');
    expect(await says(sql`update review set pk = 'other' where id = 'r1'`)).toContain('proven');
  });

  test('what is withdrawn is empty and stays withdrawn', async () => {
    await put('r2');
    expect(await says(sql`update review set state = 'withdrawn' where id = 'r2'`)).toContain('review_withdrawn_empty');
    expect(await says(sql`update review set state = 'withdrawn', fit = null, attendance = null, finished = null, outcome = null, text = null, shown_text = null where id = 'r2'`)).toBe('done');
    expect(await says(sql`update review set state = 'waiting' where id = 'r2'`)).toContain('stays withdrawn');
  });

  test('nothing is published outside a batch', async () => {
    await put('r3');
    expect(await says(sql`update review set state = 'published' where id = 'r3'`)).toContain('review_published_in_batch');
  });

  test.each([
    ['a rating of 6', () => put('x1', { fit: 6 }), 'review_ratings'],
    ['both proofs', () => put('x2', { codeHash: 'h1' }), 'review_proof'],
    ['no proof', () => put('x3', { pk: null }), 'review_proof'],
    ['no answer whether it was chosen', () => put('x4', { attendance: null }), 'review_withdrawn_empty'],
    ['a token twice', () => put('x5', { pk: 'r3' }), 'review_pool_pk'],
  ])('refuses %s', async (_what, work, constraint) => {
    expect(await saidOf(work())).toContain(constraint);
  });

  test('a pool keeps its key, counts only grow, and no more are redeemed than were issued, nor issued than there were stays', async () => {
    expect(await says(sql`update review_pool set key_id = 'b2' where id = ${poolId}`)).toContain('key of a pool stays');
    expect(await says(sql`update review_pool set redeemed = 21 where id = ${poolId}`)).toContain('review_pool_counts');
    expect(await says(sql`update review_pool set issued = 21 where id = ${poolId}`)).toContain('review_pool_counts');
    expect(await says(sql`update review_pool set redeemed = 3 where id = ${poolId}`)).toBe('done');
    expect(await says(sql`update review_pool set redeemed = 2 where id = ${poolId}`)).toContain('only grow');
    expect(await says(sql`delete from review_pool where id = ${poolId}`)).toContain('stay');
    expect(await saidOf(makePool(open.db, ground, { fromDay: '2026-01-01', toDay: '2026-03-30' }))).toContain('review_pool_period');
  });

  test('a review holds no time of day and no address', async () => {
    const columns = await rows<{ column_name: string; data_type: string }>(
      open.db,
      sql`select column_name, data_type from information_schema.columns where table_name in ('review', 'review_spent', 'review_code', 'review_revision', 'review_batch')`,
    );
    expect(columns.filter(({ data_type }) => /time|inet|cidr/.test(data_type))).toEqual([]);
    expect(columns.filter(({ column_name }) => /address|agent|_ip$|serial/.test(column_name))).toEqual([]);
  });
});
