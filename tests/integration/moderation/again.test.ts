/** What its author may do with a text that moderation has decided about, and what everybody learns of it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { and, eq, inArray } from 'drizzle-orm';
import type { Db, OpenDatabase } from '#db/client.ts';
import { moderationCase, moderationWords, review, reviewBatch, reviewPool } from '#db/schema/index.ts';
import { setClockOffset, today } from '#platform/clock.ts';
import { problemsOf } from '#platform/form.ts';
import { unseal, useSecrets } from '#platform/seal.ts';
import { decideCase, type DecisionInput } from '#features/moderation/commands/decide-case.ts';
import { fileNotice } from '#features/moderation/commands/file-notice.ts';
import { ledgerNow } from '#features/moderation/ledger.ts';
import { moderationPort } from '#features/moderation/port.ts';
import type { Author } from '#features/reviews/authors.ts';
import { editReview, withdrawReview } from '#features/reviews/commands/author-acts.ts';
import { lockedReview } from '#features/reviews/commands/review-rows.ts';
import { contextOf } from '#tests/support/catalogue.ts';
import { ENGINES, freshDatabase } from '#tests/support/database.ts';
import { makePool, reviewGround, type ReviewGround } from '#tests/support/pools.ts';
import { addReview } from '#tests/support/reviews.ts';

useSecrets(['0123456789abcdef0123456789abcdef']);
const SITE = 'https://site.example';

describe.each(ENGINES)('after a decision (%s)', (engine) => {
  let open: OpenDatabase;
  let db: Db;
  let ground: ReviewGround;
  let pool: string;

  beforeAll(async () => {
    open = await freshDatabase(engine);
    ({ db } = open);
    ground = await reviewGround(db);
    pool = await makePool(db, ground);
    await db.insert(reviewBatch).values({ id: 'batch', providerId: ground.providerId, poolId: pool, publishedOn: today(), quarter: '2026Q3', size: 5, counts: {} });
  });
  afterAll(async () => {
    setClockOffset(0);
    await open.close();
  });

  const as = (actor: string) => ({ ...contextOf(db), actor });
  const reviewNow = (id: string) => db.transaction((tx) => lockedReview(tx, id));
  const present = async (id: string) => (await db.select().from(moderationCase).where(and(eq(moderationCase.subjectId, id), inArray(moderationCase.state, ['open', 'second']))))[0];
  const statements = (id: string) => moderationPort.statements(db, id, 'da');
  const refusal = async (work: Promise<unknown>) => problemsOf(await work.catch((error: unknown) => error))[0]?.reason;

  const report = (id: string) =>
    fileNotice(as('visitor'), { path: `/providers/tenant/reviews#review-${id}`, reason: 'privacy', sentence: null, explanation: 'Det handler om min datter.', illegal: false, name: 'Navn', email: 'a@example.test', from: null, locale: 'da', siteUrl: SITE });
  async function decide(id: string, actor: string, input: Partial<DecisionInput>): Promise<void> {
    const row = await present(id);
    if (!row) throw new Error('no case');
    await decideCase(as(`person:${actor}`), { caseId: row.id, version: row.version, outcome: 'keep', reason: null, facts: '', findings: [], passages: [], unfounded: false, ...input }, SITE);
  }
  /** In public, reported, and a passage taken out by a person that no detector sees. */
  async function redacted(): Promise<string> {
    const text = 'Kurset var godt. Naboens datter drikker for meget.';
    const id = await addReview(db, pool, 4, { state: 'published', batchId: 'batch', text, shownText: text });
    await report(id);
    await decide(id, 'a', { outcome: 'redact', reason: 'privacy', facts: 'Det handlede om en anden.', passages: ['Naboens datter drikker for meget.'] });
    return id;
  }
  async function authorOf(id: string): Promise<Author> {
    const [found] = await db.select({ pool: reviewPool, pk: review.pk }).from(review).innerJoin(reviewPool, eq(reviewPool.id, review.poolId)).where(eq(review.id, id));
    if (!found) throw new Error('no review');
    return { proof: 'token', pool: found.pool, keyId: 'k', pk: found.pk ?? '' };
  }
  async function edit(id: string, text: string | null): Promise<void> {
    const now = await reviewNow(id);
    if (now.state === 'withdrawn') throw new Error('no review');
    const revision = now.state === 'published' && now.pending ? now.pending.revision : now.revision;
    await editReview(as('author'), moderationPort, await authorOf(id), revision, { ...now.content, text });
  }

  it('what people took out does not come back by a change of its author before somebody has looked', async () => {
    const id = await redacted();
    await edit(id, 'Kurset var godt! Naboens datter drikker for meget.');
    expect(await reviewNow(id)).toMatchObject({ state: 'published', shown: 'Kurset var godt. [navn udeladt]', pending: { state: 'held' } });
    expect(await present(id)).toMatchObject({ requester: 'own', rule: 'privacy', held: true });
    const told = await statements(id);
    expect(told.some((each) => each.appealable)).toBe(false);
    expect(told.flatMap((each) => each.sentences)).toContain('Et program holdt det tilbage, til et menneske har set på det. Et program fjerner aldrig noget.');
    await decide(id, 'b', { outcome: 'redact', reason: 'privacy', facts: 'Stadig.', passages: ['Naboens datter drikker for meget.'] });
    expect(await reviewNow(id)).toMatchObject({ state: 'published', shown: 'Kurset var godt! [navn udeladt]', pending: null });
  });

  it('nor while an appeal about it waits; a change without words passes', async () => {
    const id = await redacted();
    const last = (await statements(id)).at(-1);
    await db.transaction((tx) => moderationPort.appeal(as('author'), tx, { reviewId: id, statementId: last?.id ?? '', words: 'Det er min egen datter.' }));
    await edit(id, 'Naboens datter drikker for meget.');
    expect(await reviewNow(id)).toMatchObject({ shown: 'Kurset var godt. [navn udeladt]', pending: { state: 'held' } });

    const other = await redacted();
    await edit(other, null);
    expect(await reviewNow(other)).toMatchObject({ state: 'published', shown: null, pending: null });
  });

  it('only the decision that holds can be appealed, and only while it takes something away', async () => {
    const id = await redacted();
    const first = (await statements(id)).at(-1)?.id ?? '';
    const appeal = (statementId: string) => db.transaction((tx) => moderationPort.appeal(as('author'), tx, { reviewId: id, statementId, words: 'Det er min egen datter.' }));
    await appeal(first);
    await decide(id, 'b', { outcome: 'restore', facts: 'Det er så.' });
    expect(await refusal(appeal(first))).toBe('moderation-not-decided');
    expect(await refusal(appeal((await statements(id)).at(-1)?.id ?? ''))).toBe('moderation-not-decided');
  });

  it('each party appeals once, and is not offered a second time', async () => {
    const id = await redacted();
    const appeal = async () => db.transaction(async (tx) => moderationPort.appeal(as('author'), tx, { reviewId: id, statementId: (await moderationPort.statements(tx, id, 'da')).at(-1)?.id ?? '', words: 'Det er min egen datter.' }));
    await appeal();
    await decide(id, 'b', { outcome: 'redact', reason: 'privacy', facts: 'Stadig.', passages: ['Naboens datter drikker for meget.'] });
    expect((await statements(id)).some((each) => each.appealable)).toBe(false);
    expect(await refusal(appeal())).toBe('moderation-appealed-before');
  });

  it('one person alone cannot take out all of the words: that is to remove them', async () => {
    const text = 'Naboens datter drikker.';
    const id = await addReview(db, pool, 4, { state: 'published', batchId: 'batch', text, shownText: text });
    await report(id);
    expect(await refusal(decide(id, 'a', { outcome: 'redact', reason: 'privacy', facts: 'Det handler om en anden.', passages: ['Naboens datter', 'drikker'] }))).toBe('moderation-nothing-left');
    // What may only be redacted may go as far as it has to.
    await decide(id, 'a', { outcome: 'redact', reason: 'profanity', facts: 'Skældsord.', passages: [text] });
    expect(await reviewNow(id)).toMatchObject({ shown: '[skældsord udeladt]' });
  });

  it('with a text that its author deletes goes what they said in its cases, and what others said stays', async () => {
    const id = await redacted();
    const last = (await statements(id)).at(-1);
    await db.transaction((tx) => moderationPort.appeal(as('author'), tx, { reviewId: id, statementId: last?.id ?? '', words: 'Det er min egen datter.' }));
    await decide(id, 'b', { outcome: 'remove', reason: 'privacy', facts: 'Det handler om et barn.' });
    const said = async () => {
      const found = await db.select({ sealed: moderationWords.sealed }).from(moderationWords).innerJoin(moderationCase, eq(moderationCase.id, moderationWords.caseId)).where(eq(moderationCase.subjectId, id));
      return found.map(({ sealed }) => unseal('moderation', sealed)).sort();
    };
    expect(await said()).toEqual(['Det er min egen datter.', 'Det handler om et barn.']);
    await withdrawReview(as('author'), moderationPort, await authorOf(id));
    expect(await said()).toEqual(['Det handler om et barn.']);
  });

  it('how many cases are open is told of those before today: one more would tell when somebody writes', async () => {
    const before = (await ledgerNow(db)).open;
    const text = 'Jeg taler med Torben.';
    const id = await addReview(db, pool, 4, { state: 'waiting', text, shownText: text });
    await db.transaction((tx) => moderationPort.received(as('author'), tx, { reviewId: id, providerId: ground.providerId, revision: 1, text, language: 'da' }));
    expect(await present(id)).toMatchObject({ state: 'open' });
    expect((await ledgerNow(db)).open).toBe(before);
    setClockOffset(86_400_000);
    expect((await ledgerNow(db)).open).toBeGreaterThan(before);
    setClockOffset(0);
  });
});
