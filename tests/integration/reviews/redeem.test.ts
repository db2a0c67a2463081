/** From a token or a code to a review, and all its author may do with it later, on both engines. */
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rows, type OpenDatabase } from '#db/client.ts';
import { review, reviewBatch, reviewCode } from '#db/schema/index.ts';
import type { Context } from '#platform/context.ts';
import { answerAuthor } from '#features/reviews/author-request.ts';
import { codeHash, newCode } from '#features/reviews/codes.ts';
import { holdReview, redactReview, releaseReview, removeReview, restoreReview } from '#features/reviews/commands/moderate-review.ts';
import type { Receipt } from '#features/reviews/rv1/format.ts';
import type { Statement } from '#features/reviews/statement.ts';
import { eq } from 'drizzle-orm';
import { ENGINES, freshDatabase } from '#tests/support/database.ts';
import { makePool, reviewGround, type ReviewGround } from '#tests/support/pools.ts';
import { goodContent, makeReceipt, noModeration, poolKey, saying, type TestKey } from '#tests/support/receipts.ts';

const days = (n: number) => new Date(Date.now() + n * 86_400_000);

describe.each(ENGINES)('on %s', (engine) => {
  let open: OpenDatabase;
  let ctx: Context;
  let ground: ReviewGround;
  let key: TestKey;
  let poolId = '';
  const moderation = noModeration();
  const events: string[] = [];
  const spare: TestKey[] = [];

  beforeAll(async () => {
    open = await freshDatabase(engine);
    ctx = { db: open.db, actor: 'author', outbox: { send: async (_tx, name) => void events.push(name) } };
    ground = await reviewGround(open.db);
    key = poolKey();
    spare.push(poolKey(), poolKey());
    poolId = await makePool(open.db, ground, { keyId: key.keyId, spki: key.spki, stays: 12, invited: 12, issued: 10 });
  }, 120_000);
  afterAll(() => open.close());

  const say = async (receipt: Receipt, said: Statement) => answerAuthor(ctx, moderation, await saying(receipt, said), 'da');
  const write = (receipt: Receipt, changes = {}) => say(receipt, { act: 'write', key: receipt.token.keyId, content: goodContent(changes) });
  const read = async (receipt: Receipt) => (await say(receipt, { act: 'read', key: receipt.token.keyId })).view;
  const reasons = ({ form: { problems } }: Awaited<ReturnType<typeof say>>) => problems.map(({ field, reason }) => (field === null ? reason : `${field}: ${reason}`));
  const counted = async (of = poolId) => (await rows<{ redeemed: number; spent: number; reviews: number }>(open.db, sql`
    select redeemed, (select count(*)::int from review_spent s where s.key_id = p.key_id) as spent, (select count(*)::int from review r where r.pool_id = p.id) as reviews from review_pool p where id = ${of}`))[0];
  const idOf = async (receipt: Receipt) => {
    const { publicKey } = await import('#features/reviews/browser/review-key.ts').then(({ reviewKeyFrom }) => reviewKeyFrom(receipt.seed));
    return (await rows<{ id: string }>(open.db, sql`select id from review where pk = ${Buffer.from(publicKey).toString('hex')}`))[0]?.id ?? '';
  };
  const batch = (id: string): typeof reviewBatch.$inferInsert => ({ id, poolId, providerId: ground.providerId, publishedOn: '2026-11-26', quarter: '2026Q4', size: 5, counts: {}, byAttendance: {} });
  const moderate = <T>(work: (tx: Context['db']) => Promise<T>) => open.db.transaction(work);

  test('a valid token becomes a review, once', async () => {
    const receipt = await makeReceipt(key);
    expect(await read(receipt)).toMatchObject({ window: 'open', provider: 'tenant provider', programmeCode: 'job', review: null });
    const first = await write(receipt);
    expect(first).toMatchObject({ status: 200, done: 'written', view: { review: { state: 'waiting', content: goodContent(), revision: 1, choices: ['edit', 'withdraw'] } } });
    const second = await write(receipt, { text: 'Noget andet' });
    expect([second.status, reasons(second), second.view?.review?.content?.text]).toEqual([409, ['token-spent'], goodContent().text]);
    expect(await counted()).toEqual({ redeemed: 1, spent: 1, reviews: 1 });
  });

  test('leaves no entry in the audit trail, no event, and of the time a day alone', async () => {
    expect(await rows(open.db, sql`select 1 from audit_entry`)).toEqual([]);
    expect(events).toEqual([]);
    expect((await rows<{ day: string }>(open.db, sql`select received_on::text as day from review`))[0]?.day).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  test.each([
    ['a token of another key', async () => ({ ...(await makeReceipt(spare[0] as TestKey)) }), 404],
    ['a token that names this key and was signed by another', async () => ({ ...(await makeReceipt({ ...(spare[0] as TestKey), keyId: key.keyId })) }), 403],
    ['a signature with one bit changed', async () => {
      const receipt = await makeReceipt(key);
      receipt.token.signature[200] = (receipt.token.signature[200] ?? 0) ^ 1;
      return receipt;
    }, 403],
  ] as const)('refuses %s', async (_what, make, status) => {
    const before = await counted();
    expect(await write(await make())).toMatchObject({ status, view: null, done: null });
    expect(await counted()).toEqual(before);
  });

  test('refuses what another key has signed, and what was changed after signing', async () => {
    const [receipt, other] = [await makeReceipt(key), await makeReceipt(key)];
    const said: Statement = { act: 'write', key: key.keyId, content: goodContent() };
    const stolen = await saying({ token: receipt.token, seed: other.seed }, said);
    expect(await answerAuthor(ctx, moderation, stolen, 'da')).toMatchObject({ status: 403, view: null });
    const changed = await saying(receipt, said);
    changed.set('statement', String(changed.get('statement')).replace('lyttede', 'lyttede ikke'));
    expect(await answerAuthor(ctx, moderation, changed, 'da')).toMatchObject({ status: 403, view: null });
  });

  test('refuses a message of any other form, though the pool key has signed it', async () => {
    for (const message of [new Uint8Array(36), Buffer.from(`rv2|${'x'.repeat(32)}`), Buffer.from(`rv1|${'x'.repeat(31)}`), Buffer.from(`rv1|${'x'.repeat(33)}`)]) {
      const receipt = await makeReceipt(key, message);
      const form = new FormData();
      for (const [name, value] of Object.entries({ token: Buffer.concat([Buffer.from(key.keyId, 'hex'), receipt.token.prepared, receipt.token.signature]).toString('base64url'), statement: '{}', signature: Buffer.alloc(64).toString('base64url') })) form.set(name, value);
      expect(reasons(await answerAuthor(ctx, moderation, form, 'da'))).toEqual(['receipt-refused']);
    }
  });

  test('a statement for one pool is worth nothing in another', async () => {
    const receipt = await makeReceipt(key);
    expect(await say(receipt, { act: 'write', key: (spare[1] as TestKey).keyId, content: goodContent() })).toMatchObject({ status: 403, done: null, view: { review: null } });
  });

  test('says what is missing, and gives back what was typed', async () => {
    const receipt = await makeReceipt(key);
    const none = goodContent({ ratings: { fit: null, heard: null, able: null, contacts: null, closer: null, again: null }, attendance: '' as 'chosen', text: 'Ring til mig' });
    const answer = await say(receipt, { act: 'write', key: key.keyId, content: none });
    expect([answer.status, reasons(answer).sort()]).toEqual([422, ['attendance: choose', 'ratings: review-empty']]);
    expect(answer.view?.window).toBe('open');
    expect([answer.form.value('text'), answer.form.value('finished')]).toEqual(['Ring til mig', 'yes']);
    const number = await write(receipt, { text: 'Mit nummer er 010190-1234' });
    expect(reasons(number)).toEqual(['text: personal-number']);
    expect(await read(receipt)).toMatchObject({ review: null });
  });

  test.each([
    ['before it opens', { redeemFrom: days(1) }, 'window-soon', 'soon'],
    ['while others still collect', { state: 'issuing' as const }, 'window-soon', 'soon'],
    ['after it has closed', { redeemUntil: days(-1) }, 'window-over', 'over'],
    ['of a pool that has ended', { state: 'ended' as const }, 'window-over', 'over'],
  ])('%s nothing is taken', async (_when, changes, reason, window) => {
    const own = spare.pop() ?? poolKey();
    await makePool(open.db, ground, { keyId: own.keyId, spki: own.spki, ...changes });
    const receipt = await makeReceipt(own);
    const answer = await write(receipt);
    expect([answer.status, reasons(answer), answer.view?.window, answer.view?.review]).toEqual([409, [reason], window, null]);
  });

  test('no more than were issued', async () => {
    const own = poolKey();
    const small = await makePool(open.db, ground, { keyId: own.keyId, spki: own.spki, stays: 3, issued: 2 });
    const answers = [await write(await makeReceipt(own)), await write(await makeReceipt(own)), await write(await makeReceipt(own))];
    expect(answers.map(reasons)).toEqual([[], [], ['pool-full']]);
    expect(await counted(small)).toEqual({ redeemed: 2, spent: 2, reviews: 2 });
  });

  test('its author changes it silently before it is in public, and nobody with an older receipt page changes it back', async () => {
    const receipt = await makeReceipt(key);
    await write(receipt);
    const edited = await say(receipt, { act: 'edit', key: key.keyId, revision: 1, content: goodContent({ text: 'Nyt', outcome: 'unsaid' }) });
    expect(edited).toMatchObject({ done: 'edited', view: { review: { state: 'waiting', revision: 2, content: { text: 'Nyt', outcome: 'unsaid' } } } });
    const old = await say(receipt, { act: 'edit', key: key.keyId, revision: 1, content: goodContent({ text: 'Gammelt' }) });
    expect([old.status, reasons(old), old.view?.review?.content?.text]).toEqual([409, ['changed-meanwhile'], 'Nyt']);
    expect(await rows(open.db, sql`select 1 from review_revision where review_id = ${await idOf(receipt)}`)).toEqual([]);
    expect(moderation.asked.slice(-1)).toEqual(['received 2 Nyt']);
  });

  test('moderation, batch, change in public, redaction, removal, appeal and withdrawal', async () => {
    const receipt = await makeReceipt(key);
    await write(receipt, { text: 'Mette hjalp mig' });
    const reviewId = await idOf(receipt);
    await moderate((tx) => holdReview(ctx, tx, { reviewId, revision: 1 }));
    expect((await read(receipt))?.review?.state).toBe('held');
    await moderate((tx) => redactReview(ctx, tx, { reviewId, revision: 1, shown: '[navn udeladt] hjalp mig' }));
    await moderate((tx) => releaseReview(ctx, tx, { reviewId, revision: 1 }));
    expect((await read(receipt))?.review).toMatchObject({ state: 'ready', redacted: '[navn udeladt] hjalp mig', content: { text: 'Mette hjalp mig' } });
    await expect(moderate((tx) => restoreReview(ctx, tx, { reviewId, revision: 1 }))).rejects.toMatchObject({ domainCode: 'conflict' });

    await open.db.insert(reviewBatch).values(batch(`b-${reviewId}`));
    await open.db.update(review).set({ state: 'published', batchId: `b-${reviewId}` }).where(eq(review.id, reviewId));
    events.length = 0;
    await say(receipt, { act: 'edit', key: key.keyId, revision: 1, content: goodContent({ text: 'En rådgiver hjalp mig' }) });
    const waits = (await read(receipt))?.review;
    expect(waits).toMatchObject({ state: 'published', pending: true, inPublic: true, revision: 2, content: { text: 'En rådgiver hjalp mig' }, redacted: null });
    expect(await rows(open.db, sql`select shown_text, revision from review where id = ${reviewId}`)).toEqual([{ shown_text: '[navn udeladt] hjalp mig', revision: 1 }]);
    await expect(moderate((tx) => releaseReview(ctx, tx, { reviewId, revision: 7 }))).rejects.toMatchObject({ domainCode: 'conflict' });
    await moderate((tx) => releaseReview(ctx, tx, { reviewId, revision: 2 }));
    expect(await rows(open.db, sql`select shown_text, revision, pending_revision, state from review where id = ${reviewId}`)).toEqual([{ shown_text: 'En rådgiver hjalp mig', revision: 2, pending_revision: null, state: 'published' }]);
    expect(events).toEqual(['providers.changed']);

    await moderate((tx) => removeReview(ctx, tx, { reviewId, revision: 2 }));
    expect((await read(receipt))?.review).toMatchObject({ state: 'removed', choices: ['withdraw'] });
    expect(reasons(await say(receipt, { act: 'edit', key: key.keyId, revision: 2, content: goodContent() }))).toEqual(['review-over']);
    expect((await say(receipt, { act: 'appeal', key: key.keyId, decision: 's1', words: 'Det er min mening.' })).done).toBe('appealed');
    expect(moderation.asked.slice(-1)).toEqual(['appeal s1 Det er min mening.']);
    await moderate((tx) => restoreReview(ctx, tx, { reviewId, revision: 2 }));
    expect((await read(receipt))?.review?.state).toBe('published');

    expect((await say(receipt, { act: 'withdraw', key: key.keyId })).done).toBe('withdrawn');
    expect((await say(receipt, { act: 'withdraw', key: key.keyId })).status).toBe(200);
    expect((await read(receipt))?.review).toMatchObject({ state: 'withdrawn', content: null, choices: [] });
    expect(await rows(open.db, sql`select text, shown_text, fit, outcome from review where id = ${reviewId}`)).toEqual([{ text: null, shown_text: null, fit: null, outcome: null }]);
    expect(await rows(open.db, sql`select 1 from review_revision where review_id = ${reviewId}`)).toEqual([]);
    const again = await write(receipt);
    expect([again.status, reasons(again)]).toEqual([409, ['token-spent']]);
  });

  test('a change that may not stand is refused alone', async () => {
    const receipt = await makeReceipt(key);
    await write(receipt, { text: 'Først' });
    const reviewId = await idOf(receipt);
    await moderate((tx) => releaseReview(ctx, tx, { reviewId, revision: 1 }));
    await open.db.insert(reviewBatch).values(batch(`c-${reviewId}`));
    await open.db.update(review).set({ state: 'published', batchId: `c-${reviewId}` }).where(eq(review.id, reviewId));
    await say(receipt, { act: 'edit', key: key.keyId, revision: 1, content: goodContent({ text: 'Trusler' }) });
    await moderate((tx) => holdReview(ctx, tx, { reviewId, revision: 2 }));
    await moderate((tx) => removeReview(ctx, tx, { reviewId, revision: 2 }));
    expect((await read(receipt))?.review).toMatchObject({ state: 'published', pending: false, content: { text: 'Først' } });
    expect((await say(receipt, { act: 'edit', key: key.keyId, revision: 1, content: goodContent({ text: 'Anden gang' }) })).done).toBe('edited');
    expect((await read(receipt))?.review).toMatchObject({ pending: true, content: { text: 'Anden gang' } });
  });

  describe('with a printed code', () => {
    const post = (fields: Record<string, string>) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.set(name, value);
      return answerAuthor(ctx, moderation, form, 'da');
    };
    const answers = { 'ratings.fit': '4', attendance: 'chosen', finished: 'still', outcome: 'neither', text: 'Fint' };
    let code = '';
    beforeAll(async () => {
      code = newCode();
      await open.db.insert(reviewCode).values({ hash: codeHash(code) ?? '', poolId });
    });

    test('opens, writes once, changes and deletes', async () => {
      expect(await post({ code: code.toLowerCase().replaceAll('-', ' '), step: 'open' })).toMatchObject({ status: 200, view: { proof: 'code', window: 'open', review: null } });
      expect(await post({ code, step: 'write', ...answers })).toMatchObject({ done: 'written', view: { review: { state: 'waiting', content: { text: 'Fint', ratings: { fit: 4, heard: null }, finished: 'still' } } } });
      expect(reasons(await post({ code, step: 'write', ...answers }))).toEqual(['token-spent']);
      expect(await post({ code, step: 'edit', revision: '1', ...answers, text: 'Bedre' })).toMatchObject({ done: 'edited', view: { review: { content: { text: 'Bedre' } } } });
      expect(await post({ code, step: 'withdraw' })).toMatchObject({ done: 'withdrawn' });
    });

    test('says what is missing, and what is no code', async () => {
      const fresh = newCode();
      await open.db.insert(reviewCode).values({ hash: codeHash(fresh) ?? '', poolId });
      const answer = await post({ code: fresh, step: 'write', text: 'Uden svar', 'ratings.fit': '' });
      expect([answer.status, reasons(answer).sort(), answer.form.value('text')]).toEqual([422, ['attendance: required', 'finished: required', 'outcome: required'], 'Uden svar']);
      expect(reasons(await post({ code: fresh, step: 'write', attendance: 'chosen', finished: 'yes', outcome: 'job' }))).toEqual(['ratings: review-empty']);
      expect(reasons(await post({ code: newCode(), step: 'open' }))).toEqual(['code: code-unknown']);
      expect(reasons(await post({ code: 'hej', step: 'open' }))).toEqual(['code: code-unknown']);
      expect(await post({ token: 'x' })).toMatchObject({ view: null });
    });
  });
});
