/** From the author's text to the last appeal: what is done to the text, what is written down, and what the database refuses. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eq } from 'drizzle-orm';
import type { Db, OpenDatabase } from '#db/client.ts';
import { sqlState } from '#db/client.ts';
import { auditEntry, mail, moderationCase, moderationEntry, moderationNotice, moderationStatement, moderationWords, organisation, provider, review, reviewBatch, reviewReply } from '#db/schema/index.ts';
import { setClockOffset, today } from '#platform/clock.ts';
import { problemsOf } from '#platform/form.ts';
import { formatDay } from '#i18n/index.ts';
import { unseal, useSecrets } from '#platform/seal.ts';
import { addDays } from '#features/enquiries/working-days.ts';
import { lockedReview } from '#features/reviews/commands/review-rows.ts';
import { appealAsNotifier, appealAsProvider } from '#features/moderation/commands/appeal-case.ts';
import { answerRemoval } from '#features/moderation/commands/confirm-removal.ts';
import { decideCase, type DecisionInput } from '#features/moderation/commands/decide-case.ts';
import { eraseOldWords } from '#features/moderation/commands/erase-old-words.ts';
import { fileNotice, type NewNotice } from '#features/moderation/commands/file-notice.ts';
import { warnSender } from '#features/moderation/commands/warn-sender.ts';
import { ledger } from '#features/moderation/ledger.ts';
import { APPEAL_DAYS, WORDS_DAYS } from '#features/moderation/model.ts';
import { moderationPort } from '#features/moderation/port.ts';
import { caseOnDesk, noticeOfLink, noticesOfProvider, queue } from '#features/moderation/queries.ts';
import { replyStatements } from '#features/moderation/statements.ts';
import { replyToReview } from '#features/reviews/commands/reply-review.ts';
import { replyModeration } from '#src/actions/reply-moderation.ts';
import { contextOf, type SentEvent } from '#tests/support/catalogue.ts';
import { ENGINES, freshDatabase } from '#tests/support/database.ts';
import { makePool, reviewGround, type ReviewGround } from '#tests/support/pools.ts';
import { addReview } from '#tests/support/reviews.ts';

useSecrets(['0123456789abcdef0123456789abcdef']);
const SITE = 'https://site.example';

describe.each(ENGINES)('cases (%s)', (engine) => {
  let open: OpenDatabase;
  let db: Db;
  let ground: ReviewGround;
  let pool: string;
  let events: SentEvent[];

  beforeAll(async () => {
    open = await freshDatabase(engine);
    ({ db } = open);
    ground = await reviewGround(db);
    pool = await makePool(db, ground);
  });
  afterAll(async () => {
    setClockOffset(0);
    await open.close();
  });

  const as = (actor: string) => ({ ...contextOf(db, (events = [])), actor });
  const moderator = (name: string) => as(`person:${name}`);

  /** As redemption does it. */
  async function received(text: string | null, state: 'waiting' | 'published' = 'waiting'): Promise<string> {
    const batch = state === 'published' ? await batchOf() : {};
    const id = await addReview(db, pool, 4, { state, text, shownText: text, ...batch });
    if (state === 'waiting') await db.transaction((tx) => moderationPort.received(as('author'), tx, { reviewId: id, providerId: ground.providerId, revision: 1, text, language: 'da' }));
    return id;
  }
  async function batchOf(): Promise<{ batchId: string }> {
    const id = Math.random().toString(16).slice(2);
    await db.insert(reviewBatch).values({ id, providerId: ground.providerId, poolId: pool, publishedOn: today(), quarter: '2026Q4', size: 5, counts: {} });
    return { batchId: id };
  }
  const caseAbout = async (id: string) => {
    const rows = await db.select().from(moderationCase).where(eq(moderationCase.subjectId, id));
    const row = rows.find((each) => each.state === 'open' || each.state === 'second') ?? rows.at(-1);
    if (!row) throw new Error('no case');
    return row;
  };
  async function decide(id: string, actor: string, input: Partial<DecisionInput>) {
    const row = await caseAbout(id);
    return decideCase(moderator(actor), { caseId: row.id, version: row.version, outcome: 'keep', reason: null, facts: '', findings: [], passages: [], unfounded: false, ...input }, SITE);
  }
  async function second(id: string, actor: string, agrees = true) {
    const row = await caseAbout(id);
    return answerRemoval(moderator(actor), { caseId: row.id, version: row.version, agrees, words: '' }, SITE);
  }
  const reviewNow = async (id: string) => db.transaction((tx) => lockedReview(tx, id));
  const statements = (id: string) => moderationPort.statements(db, id, 'da');
  const appealed = async (id: string, words = 'Det er ikke rigtigt, synes jeg.') => {
    const last = (await statements(id)).findLast((each) => each.appealable);
    return db.transaction((tx) => moderationPort.appeal(as('author'), tx, { reviewId: id, statementId: last?.id ?? 'none', words }));
  };
  const refusal = async (work: Promise<unknown>) => problemsOf(await work.catch((error: unknown) => error))[0]?.reason;
  const notice = (changes: Partial<NewNotice> = {}): NewNotice => ({
    path: '/providers/tenant/reviews', reason: 'privacy', sentence: null, explanation: 'Det er ikke i orden.', illegal: false, name: 'Navn', email: 'melder@example.test', from: null, locale: 'da', siteUrl: SITE, ...changes,
  });

  it('a harmless text passes by itself; nothing is written about it', async () => {
    const id = await received('God kaffe og gode råd.');
    expect(await reviewNow(id)).toMatchObject({ state: 'ready' });
    expect(await db.select().from(moderationCase).where(eq(moderationCase.subjectId, id))).toEqual([]);
    expect(await reviewNow(await received(null))).toMatchObject({ state: 'ready' });
  });

  it('what a detector sees is held, told to its author, and never changed or removed', async () => {
    const id = await received('Mette Hansen hjalp mig, ring 20 30 40 51.');
    expect(await reviewNow(id)).toMatchObject({ state: 'held', shown: 'Mette Hansen hjalp mig, ring 20 30 40 51.' });
    const row = await caseAbout(id);
    expect(row).toMatchObject({ requester: 'detector', rule: 'named-person', held: true, priority: 0, state: 'open' });
    expect(row.findings.map((each) => each.detector)).toEqual(['name', 'phone']);
    const [told] = await statements(id);
    expect(told).toMatchObject({ madeOn: today(), appealable: false });
    expect(told?.sentences.join(' ')).toContain('Et program fandt det og holdt det tilbage.');
  });

  it('leaves no time of day and no order of authors', async () => {
    await received('Jeg taler med Torben.');
    const columns = (row: object) => Object.values(row).filter((value) => value instanceof Date);
    for (const table of [moderationCase, moderationEntry, moderationStatement, moderationWords]) for (const row of await db.select().from(table)) expect(columns(row)).toEqual([]);
    expect((await db.select().from(auditEntry)).filter(({ action }) => action.startsWith('moderation'))).toEqual([]);
  });

  it('redacting takes out what was chosen and what was typed, visibly; ratings stay; the original comes back by an appeal', async () => {
    const text = 'Mette Hansen hjalp mig, ring 20 30 40 51. Hun bor i det gule hus.';
    const id = await received(text);
    expect(await refusal(decide(id, 'a', { outcome: 'redact', reason: 'named-person', facts: 'x' }))).toBe('moderation-nothing-chosen');
    expect(await refusal(decide(id, 'a', { outcome: 'redact', reason: 'privacy', facts: 'x', passages: ['står her ikke'] }))).toBe('moderation-passage');
    await decide(id, 'a', { outcome: 'redact', reason: 'named-person', facts: 'Et navn og et nummer.', findings: [0, 1], passages: ['Hun bor i det gule hus.'] });
    const shown = '[navn udeladt] hjalp mig, ring [kontakt udeladt]. [navn udeladt]';
    expect(await reviewNow(id)).toMatchObject({ state: 'ready', shown, content: { text, ratings: { fit: 4 } } });
    expect((await statements(id)).at(-1)).toMatchObject({ appealable: true, appealed: false });

    await appealed(id);
    expect((await statements(id)).at(-1)).toMatchObject({ appealable: false, appealed: true });
    expect(await refusal(decide(id, 'a', { outcome: 'restore' }))).toBe('moderation-decided-before');
    await decide(id, 'b', { outcome: 'restore', facts: 'Det var et firma.' });
    expect(await reviewNow(id)).toMatchObject({ state: 'ready', shown: text });
    expect(await caseAbout(id)).toMatchObject({ state: 'decided', outcome: 'restore', round: 2 });
  });

  it('an appeal that changes nothing leaves the redaction one', async () => {
    const id = await received('Torben var der ikke.');
    await decide(id, 'a', { outcome: 'redact', reason: 'named-person', facts: 'Et navn.', findings: [0] });
    await appealed(id);
    await decide(id, 'b', { outcome: 'keep', facts: 'Det er stadig et navn.' });
    expect(await caseAbout(id)).toMatchObject({ outcome: 'redact', reason: 'named-person' });
    expect(await reviewNow(id)).toMatchObject({ shown: '[navn udeladt] var der ikke.' });
    expect((await statements(id)).at(-1)?.sentences.join(' ')).toContain('Noget i teksten er taget ud.');
  });

  it('two people remove, and a third decides the appeal', async () => {
    const id = await received('Jeg slår dig ihjel.');
    expect(await caseAbout(id)).toMatchObject({ priority: 2 });
    expect(await refusal(decide(id, 'a', { outcome: 'remove', reason: 'named-person', facts: 'Et navn.' }))).toBe('moderation-reason');
    expect(await decide(id, 'a', { outcome: 'remove', reason: 'threat', facts: 'En trussel.' })).toBe('second');
    expect(await reviewNow(id)).toMatchObject({ state: 'held' });
    expect(await refusal(second(id, 'a'))).toBe('moderation-own-proposal');
    await second(id, 'b', false);
    expect(await caseAbout(id)).toMatchObject({ state: 'open' });
    await decide(id, 'b', { outcome: 'remove', reason: 'threat', facts: 'En trussel mod en person.' });
    await second(id, 'a');
    expect(await reviewNow(id)).toMatchObject({ state: 'removed', content: { ratings: { fit: 4 } } });
    expect((await statements(id)).at(-1)?.sentences).toEqual(expect.arrayContaining(['Det så vi: En trussel mod en person.', 'Det følger af loven: Straffeloven § 266.']));
    await appealed(id);
    for (const name of ['a', 'b']) expect(await refusal(decide(id, name, { outcome: 'restore' }))).toBe('moderation-decided-before');
    await decide(id, 'c', { outcome: 'restore' });
    expect(await reviewNow(id)).toMatchObject({ state: 'ready' });
  });

  it('the database itself refuses a lone remover, a remover who agrees with themselves, a machine, and a judge in their own appeal', async () => {
    const id = await received('Jeg slår dig ihjel, siger jeg.');
    const { id: caseId } = await caseAbout(id);
    const put = (seq: number, values: Partial<typeof moderationEntry.$inferInsert>) =>
      db.insert(moderationEntry).values({ caseId, seq, round: 1, on: today(), actor: 'person:a', kind: 'decided', outcome: 'remove', reason: 'threat', reasonsVersion: 1, detail: {}, ...values });
    const state = async (work: PromiseLike<unknown>) => {
      try {
        await work;
        return null;
      } catch (error) {
        return sqlState(error);
      }
    };
    expect(await state(put(3, {}))).toBe('23514');
    expect(await state(put(3, { actor: 'system', outcome: 'redact' }))).toBe('23514');
    expect(await state(put(4, { kind: 'proposed' }))).toBe('23514');
    await put(3, { kind: 'proposed' });
    expect(await state(put(4, { kind: 'confirmed' }))).toBe('23514');
    expect(await state(put(4, { kind: 'confirmed', actor: 'person:b', reason: 'hate' }))).toBe('23514');
    await put(4, { kind: 'confirmed', actor: 'person:b' });
    await put(5, { kind: 'appealed', actor: 'author', round: 2, outcome: null, reason: null });
    expect(await state(put(6, { round: 2, actor: 'person:b', outcome: 'restore', reason: null }))).toBe('23514');
    expect(await state(put(6, { round: 1, actor: 'person:c', outcome: 'restore', reason: null }))).toBe('23514');
    await put(6, { round: 2, actor: 'person:c', outcome: 'restore', reason: null });
    expect(await state(db.update(moderationEntry).set({ actor: 'person:d' }).where(eq(moderationEntry.caseId, caseId)))).toBe('23001');
    expect(await state(db.delete(moderationEntry).where(eq(moderationEntry.caseId, caseId)))).toBe('23001');
    expect(await state(db.update(moderationStatement).set({ facts: 'x' }))).toBe('23001');
  });

  it('an author who takes out what was seen is not waited for; one who withdraws leaves nothing to decide', async () => {
    const id = await received('Mit nummer er 010190-1234.');
    expect(await caseAbout(id)).toMatchObject({ rule: 'person-number', priority: 1 });
    await db.update(review).set({ text: 'Det var godt.', shownText: 'Det var godt.', revision: 2, state: 'waiting' }).where(eq(review.id, id));
    await db.transaction((tx) => moderationPort.received(as('author'), tx, { reviewId: id, providerId: ground.providerId, revision: 2, text: 'Det var godt.', language: 'da' }));
    expect(await caseAbout(id)).toMatchObject({ state: 'gone' });
    expect(await reviewNow(id)).toMatchObject({ state: 'ready' });

    const other = await received('Spørg Torben.');
    await db.transaction((tx) => moderationPort.withdrawn(as('author'), tx, other));
    expect(await caseAbout(other)).toMatchObject({ state: 'gone' });
    expect(await refusal(decide(other, 'a', {}))).toBe('moderation-not-open');
  });

  it('a notice is received, looked at while the text stands, answered with its reason, and can be appealed by its sender', async () => {
    const id = await received('De var dovne.', 'published');
    const token = await fileNotice(as('nobody'), notice({ path: `/providers/tenant/reviews#review-${id}`, reason: 'not-about-help' }));
    expect(await reviewNow(id)).toMatchObject({ state: 'published' });
    expect(events.filter(({ name }) => name === 'mail.queued')).toHaveLength(1);
    expect((await noticeOfLink(db, token))?.row).toMatchObject({ decidedOn: null, stars: 4, sender: 'person' });
    const [row] = await db.select().from(moderationNotice).orderBy(moderationNotice.id);
    expect(`${row?.words} ${row?.contact}`).not.toMatch(/orden|melder/);
    await decide(id, 'a', { outcome: 'keep', facts: 'En mening må være hård.' });
    expect((await noticeOfLink(db, token))?.row).toMatchObject({ upheld: false, decidedOn: today() });
    const letters = (await db.select().from(mail)).map(({ sealed }) => unseal('mail', sealed ?? ''));
    expect(letters.at(-1)).toContain('Vi lader det stå.');

    await appealAsNotifier(as('nobody'), token, 'I har ikke læst det.');
    expect(await refusal(appealAsNotifier(as('nobody'), token, 'I har ikke læst det.'))).toBe('moderation-appealed-before');
    expect(await refusal(decide(id, 'a', { outcome: 'keep' }))).toBe('moderation-decided-before');
    await decide(id, 'b', { outcome: 'remove', reason: 'not-about-help', facts: 'Det handler om noget andet.' });
    await second(id, 'c');
    expect((await noticeOfLink(db, token))?.row.upheld).toBe(true);
    expect(await reviewNow(id)).toMatchObject({ state: 'removed' });
  });

  it('only what a detector sees too, or what is about children, is held at once', async () => {
    const plain = await received('De var onde.', 'published');
    await fileNotice(as('nobody'), notice({ path: `/providers/tenant/reviews#review-${plain}`, reason: 'threat', email: null, name: null }));
    expect(await reviewNow(plain)).toMatchObject({ state: 'published' });
    expect((await queue(db, 'danger')).find(({ row }) => row.subjectId === plain)).toMatchObject({ providerName: 'tenant provider', notices: 1 });
    const threat = await received('Jeg smadrer jer.', 'published');
    await fileNotice(as('nobody'), notice({ path: `/en/providers/tenant/reviews#review-${threat}`, reason: 'threat', email: null, name: null }));
    expect(await reviewNow(threat)).toMatchObject({ state: 'held' });
    await decide(threat, 'a', { outcome: 'keep' });
    expect(await reviewNow(threat)).toMatchObject({ state: 'published' });
  });

  it('what a notice calls defamation: its author may answer for fourteen days, and the decision waits', async () => {
    const id = await received('Godt hold. Lederen er en tyv.', 'published');
    await fileNotice(as('nobody'), notice({ path: `/providers/tenant/reviews#review-${id}`, reason: 'defamation', sentence: 'Lederen er en tyv.' }));
    const [asked] = await statements(id);
    expect(asked).toMatchObject({ appealable: true });
    expect(asked?.sentences.join(' ')).toContain(formatDay('da', addDays(today(), 14)));
    expect(await refusal(decide(id, 'a', { outcome: 'remove', reason: 'defamation', facts: 'x' }))).toBe('moderation-author-may-answer');
    await db.transaction((tx) => moderationPort.appeal(as('author'), tx, { reviewId: id, statementId: asked?.id ?? '', words: 'Han tog min cykel.' }));
    const desk = await caseOnDesk(db, (await caseAbout(id)).id);
    expect([...(desk?.words.values() ?? [])]).toEqual(['Han tog min cykel.']);
    await decide(id, 'a', { outcome: 'redact', reason: 'defamation', facts: 'Ikke vist.', passages: ['Lederen er en tyv.'] });
    expect(await reviewNow(id)).toMatchObject({ state: 'published', shown: 'Godt hold. [udeladt]' });
  });

  it('a provider’s answer goes the same way: held, redacted, and appealed by the provider', async () => {
    const id = await received('De var rare.', 'published');
    const { providerId } = ground;
    await replyToReview(moderator('editor'), replyModeration, { providerId, reviewId: id, revision: 0, text: 'Spørg Torben, han ved det.' });
    const answer = async () => (await db.select().from(reviewReply).where(eq(reviewReply.reviewId, id)))[0];
    expect(await answer()).toMatchObject({ state: 'held' });
    await decide(id, 'a', { outcome: 'redact', reason: 'named-person', facts: 'Et navn.', findings: [0] });
    expect(await answer()).toMatchObject({ state: 'published', shownText: 'Spørg [navn udeladt], han ved det.' });
    const [told] = await replyStatements(db, providerId, 'da');
    expect(told).toMatchObject({ reviewId: id });
    expect(told?.statements.at(-1)).toMatchObject({ appealable: true });
    await appealAsProvider(moderator('editor'), { reviewId: id, providerId, words: 'Torben er et firma.' });
    expect(await refusal(appealAsProvider(moderator('editor'), { reviewId: id, providerId, words: 'Igen.' }))).toBe('moderation-not-decided');
    await decide(id, 'b', { outcome: 'restore' });
    expect(await answer()).toMatchObject({ state: 'published', shownText: 'Spørg Torben, han ved det.' });
    expect(await refusal(appealAsProvider(moderator('editor'), { reviewId: 'x', providerId, words: 'Hvad?' }))).toBe('moderation-not-decided');
  });

  it('a notice about a page is answered too, and nothing there is touched', async () => {
    const token = await fileNotice(as('nobody'), notice({ path: '/providers/tenant', reason: 'factual-error', email: null, name: null }));
    const found = await noticeOfLink(db, token);
    expect(found?.case).toMatchObject({ subjectKind: 'profile', subjectId: 'tenant', providerId: ground.providerId });
    await decide('tenant', 'a', { outcome: 'redact', reason: 'factual-error', facts: 'Forkert adresse.' });
    expect((await noticeOfLink(db, token))?.row.upheld).toBe(true);
    await fileNotice(as('nobody'), notice({ path: '/method', reason: 'factual-error', email: null, name: null }));
    expect(await caseAbout('/method')).toMatchObject({ subjectKind: 'page', providerId: null });
  });

  it('a sender of notices without any ground is warned, then read last', async () => {
    const email = 'igen@example.test';
    const send = async () => {
      const id = await received('De var fine.', 'published');
      const token = await fileNotice(as('nobody'), notice({ path: `/providers/tenant/reviews#review-${id}`, reason: 'advertising', email }));
      await decide(id, 'a', { outcome: 'keep', unfounded: true });
      return (await noticeOfLink(db, token))?.row.id ?? 0;
    };
    const first = await send();
    await send();
    expect(await refusal(warnSender(moderator('a'), first))).toBe('moderation-not-misuse');
    const third = await send();
    await warnSender(moderator('a'), third);
    for (let n = 0; n < 3; n += 1) await send();
    await warnSender(moderator('b'), third);
    const id = await received('De var ok.', 'published');
    await fileNotice(as('nobody'), notice({ path: `/providers/tenant/reviews#review-${id}`, reason: 'advertising', email }));
    expect((await caseOnDesk(db, (await caseAbout(id)).id))?.notices[0]?.suspendedUntil).toBe(addDays(today(), 183));
  });

  it('the open list counts what was done; a provider’s notices are counted by stars', async () => {
    const all = await ledger(db, today());
    expect(all.decided).toBeGreaterThan(8);
    expect(all.decided).toBe(Object.values(all.outcomes).reduce((sum, n) => sum + n, 0));
    expect(all.byRule.reduce((sum, { cases }) => sum + cases, 0)).toBe(all.decided);
    expect(all.waiting).toMatchObject({ cases: all.decided, median: 0, most: 0, inTime: all.decided });
    expect(all.appeals).toMatchObject({ changed: 4 });
    // What detectors held in this quarter is told of no provider.
    const shown = all.byProvider.find(({ slug }) => slug === 'tenant');
    const byDetectors = all.byRequester.find(({ key }) => key === 'detector')?.cases ?? 0;
    const elsewhere = (await db.select().from(moderationCase)).filter((each) => each.state === 'decided' && each.providerId === null).length;
    expect(shown?.cases).toBe(all.decided - byDetectors - elsewhere);

    const [own] = await db.select({ id: organisation.id }).from(provider).innerJoin(organisation, eq(organisation.id, provider.organisationId)).where(eq(provider.id, ground.providerId));
    const id = await received('De var fine nok.', 'published');
    await fileNotice(as('nobody'), notice({ path: `/providers/tenant/reviews#review-${id}`, reason: 'advertising', from: { organisationId: own?.id ?? 0, as: 'provider' } }));
    expect(await noticesOfProvider(db, ground.providerId)).toMatchObject({ filed: 1, decided: 0, upheld: 0, byStars: [{ stars: 1, filed: 0 }, { stars: 2 }, { stars: 3 }, { stars: 4, filed: 1, upheld: 0 }, { stars: 5 }] });
  });

  it('after half a year the words are gone, and what was redacted is not put back', async () => {
    const id = await received('Torben hjalp mig godt.');
    await decide(id, 'a', { outcome: 'redact', reason: 'named-person', facts: 'Et navn.', findings: [0] });
    setClockOffset((WORDS_DAYS + 2) * 86_400_000);
    await eraseOldWords(as('system'));
    expect(await reviewNow(id)).toMatchObject({ content: { text: '[navn udeladt] hjalp mig godt.' } });
    const decidedIds = new Set((await db.select().from(moderationCase)).filter((each) => each.state === 'decided').map((each) => each.id));
    expect((await db.select().from(moderationWords)).filter(({ caseId }) => decidedIds.has(caseId))).toEqual([]);
    expect((await db.select().from(moderationNotice)).filter((each) => decidedIds.has(each.caseId)).map(({ words, contact }) => [words, contact])).toEqual(expect.arrayContaining([[null, null]]));
    expect(APPEAL_DAYS).toBeLessThanOrEqual(WORDS_DAYS);
    expect(await refusal(appealed(id))).toBeUndefined();
  });
});
