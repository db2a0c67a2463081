import { asc, desc, eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Db, OpenDatabase } from '#db/client.ts';
import type { OpenIssuerDatabase } from '#db/issuer/client.ts';
import { auditEntry, authority, mail, membership, programmeVersion, provider, publicLogDocument, publicLogEntry, reviewCode, reviewPool } from '#db/schema/index.ts';
import { setClockOffset } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { DomainError } from '#platform/errors.ts';
import { codeHash } from '#features/reviews/codes.ts';
import { unseal } from '#platform/seal.ts';
import { askAboutStays } from '#features/reviews/commands/pools/ask-about-stays.ts';
import { advancePools } from '#features/reviews/commands/pools/advance-pools.ts';
import { announcePool } from '#features/reviews/commands/pools/announce-pool.ts';
import { answerStays } from '#features/reviews/commands/pools/answer-stays.ts';
import { openPool } from '#features/reviews/commands/pools/open-pool.ts';
import { printCodes } from '#features/reviews/commands/pools/print-codes.ts';
import { registerStays } from '#features/reviews/commands/pools/register-stays.ts';
import type { IssuerPort } from '#features/reviews/issuer-port.ts';
import { poolById, poolsOfAuthority, poolsOfProvider } from '#features/reviews/pools/queries.ts';
import { openLedger } from '#src/issuer/ledger.ts';
import { makeList, spendByCode } from '#src/issuer/notices.ts';
import { sign } from '#src/issuer/sign.ts';
import { contextOf } from '#tests/support/catalogue.ts';
import { ENGINES, freshDatabase } from '#tests/support/database.ts';
import { anyBlinded, freshIssuer, PASSPHRASE, REVIEW_ORIGIN, secretOf, staysFrom } from '#tests/support/issuer.ts';
import { testIdentity } from '#tests/support/identity.ts';
import { makeAuthority, makePerson, makeProvider } from '#tests/support/tenants.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A quarter that has just begun, in any test's time. */
const FROM = new Date(Date.now() - 60 * DAY).toISOString().slice(0, 10);
const TO = new Date(Date.now() + 40 * DAY).toISOString().slice(0, 10);
const BEGUN = new Date(Date.now() - 40 * DAY).toISOString().slice(0, 10);

async function makePersonOf(db: Db, organisationId: number): Promise<void> {
  await db.insert(membership).values({ personId: await makePerson(db, `owner-of-${organisationId}`), organisationId, role: 'owner', since: new Date() });
}

describe.each(ENGINES)('pools on %s', (engine) => {
  let open: OpenDatabase;
  let there: OpenIssuerDatabase;
  let db: Db;
  let ctx: Context;
  let issuer: IssuerPort;
  let authorityId: number;
  let made: { organisationId: number; providerId: number; slug: string };
  const codes = Array.from({ length: 40 }, (_, n) => `p${n}`);
  let next = 0;

  beforeAll(async () => {
    open = await freshDatabase(engine);
    testIdentity(open);
    there = await freshIssuer(engine);
    db = open.db;
    ctx = contextOf(db);
    issuer = openLedger(there.db, PASSPHRASE);
    authorityId = (await makeAuthority(db, 'jobcentre')).organisationId;
    made = await makeProvider(db, 'skridt');
    const [{ versionId } = { versionId: null }] = await db.select({ versionId: provider.versionId }).from(provider).where(eq(provider.id, made.providerId));
    await db.insert(programmeVersion).values(codes.map((code, position) => ({ providerVersionId: versionId ?? 0, code, position, programme: { code, title: { da: `Forløb ${code}` } } })));
  });
  afterAll(async () => {
    await open.close();
    await there.close();
  });
  afterEach(() => setClockOffset(0));

  const fresh = (changes = {}) => ({ authorityId, issuerId: authorityId, slug: made.slug, programme: codes[next++] ?? '', from: FROM, to: TO, ...changes });
  const row = async (poolId: string) => (await db.select().from(reviewPool).where(eq(reviewPool.id, poolId)))[0];
  const logged = async (poolId: string) =>
    (await db.select({ kind: publicLogEntry.kind, document: publicLogDocument.document }).from(publicLogEntry).innerJoin(publicLogDocument, eq(publicLogDocument.index, publicLogEntry.index)).where(eq(publicLogEntry.subject, `review-pool:${poolId}`)).orderBy(asc(publicLogEntry.index))).map(({ kind, document }) => ({ kind, ...(JSON.parse(document ?? '{}') as Record<string, unknown>) }));
  async function announced(stays: number): Promise<string> {
    const poolId = await openPool(ctx, issuer, fresh());
    await registerStays(ctx, issuer, poolId, staysFrom(BEGUN, stays));
    await announcePool(ctx, issuer, { poolId, openDays: 60 });
    return poolId;
  }
  /** So many of those who are due take a token. */
  async function collect(poolId: string, count: number): Promise<void> {
    const { keyId } = (await row(poolId)) ?? {};
    for (const { link } of (await makeList(there.db, poolId, REVIEW_ORIGIN)).slice(0, count)) {
      expect((await sign(there.db, PASSPHRASE, { keyId: keyId ?? '', secret: secretOf(link), blinded: anyBlinded() })).outcome).toBe('signed');
    }
  }
  const atDay = async (poolId: string, moment: 'issueUntil' | 'redeemFrom' | 'redeemUntil', more: number) => {
    const pool = await row(poolId);
    setClockOffset((pool?.[moment]?.getTime() ?? 0) - Date.now() + more * HOUR);
  };

  it('go their whole way, and the public log tells each step of it', { timeout: 120_000 }, async () => {
    const poolId = await announced(20);
    expect(await row(poolId)).toMatchObject({ state: 'announced', stays: 20, issued: 0 });
    await advancePools(ctx, issuer);
    expect((await row(poolId))?.state).toBe('announced');
    setClockOffset(25 * HOUR);
    await advancePools(ctx, issuer);
    expect((await row(poolId))?.state).toBe('issuing');
    await collect(poolId, 13);
    await advancePools(ctx, issuer);
    // Who has collected is told by nobody while it goes on.
    expect(await row(poolId)).toMatchObject({ invited: 20, issued: 0 });
    await answerStays(ctx, { poolId, stays: 20, own: null });
    await atDay(poolId, 'issueUntil', 1);
    await advancePools(ctx, issuer);
    const closed = await row(poolId);
    expect(closed).toMatchObject({ state: 'closed', issued: 13, invited: 20, extended: 0 });
    expect((closed?.redeemFrom?.getTime() ?? 0) - ((closed?.issueUntil?.getTime() ?? 0) + HOUR)).toBeGreaterThanOrEqual(7 * DAY - 60_000);
    await atDay(poolId, 'redeemFrom', 1);
    await advancePools(ctx, issuer);
    expect((await row(poolId))?.state).toBe('redeeming');
    await atDay(poolId, 'redeemUntil', 1);
    await advancePools(ctx, issuer);
    expect((await row(poolId))?.state).toBe('ended');
    await atDay(poolId, 'redeemUntil', 31 * 24);
    await advancePools(ctx, issuer);
    expect((await row(poolId))?.state).toBe('expired');
    expect(await issuer.stateOf([poolId])).toMatchObject({ [poolId]: { expired: true } });
    const told = await logged(poolId);
    expect(told.map((each) => `${each.kind} ${String((each as Record<string, unknown>)['event'])}`)).toEqual([
      'review-pool announced', 'review-pool stays-confirmed', 'review-pool-closed closed', 'review-pool-closed ended', 'review-pool-expired expired',
    ]);
    const { keyId, spki } = closed ?? {};
    expect(told[0]).toMatchObject({ pool: poolId, keyId, spki, stays: 20 });
    expect(told[2]).toMatchObject({ issued: 13, stays: 20 });
    const entries = await db.select({ index: publicLogEntry.index }).from(publicLogEntry).where(eq(publicLogEntry.subject, `review-pool:${poolId}`)).orderBy(asc(publicLogEntry.index));
    expect(closed?.logIndex).toBe(entries[0]?.index);
  });

  it('with fewer than ten are made longer, not split, and close after a year with what they have', { timeout: 120_000 }, async () => {
    const poolId = await announced(20);
    setClockOffset(25 * HOUR);
    await advancePools(ctx, issuer);
    await collect(poolId, 9);
    const before = await row(poolId);
    await atDay(poolId, 'issueUntil', 1);
    await advancePools(ctx, issuer);
    const longer = await row(poolId);
    expect(longer).toMatchObject({ state: 'issuing', extended: 1, issued: 0 });
    expect(longer && before && longer.toDay > before.toDay).toBe(true);
    expect((longer?.issueUntil?.getTime() ?? 0) - (before?.issueUntil?.getTime() ?? 0)).toBe(91 * DAY);
    // Those who come meanwhile are in the same pool, and count from their own entry in the log.
    await registerStays(ctx, issuer, poolId, staysFrom(BEGUN, 2, null, 200));
    expect(await row(poolId)).toMatchObject({ stays: 22 });
    for (let guard = 0; guard < 8 && (await row(poolId))?.state === 'issuing'; guard++) {
      await atDay(poolId, 'issueUntil', 1);
      await advancePools(ctx, issuer);
    }
    const closed = await row(poolId);
    expect(closed).toMatchObject({ state: 'closed', issued: 9 });
    expect((closed?.issueUntil?.getTime() ?? 0) - (closed?.issueFrom?.getTime() ?? 0)).toBeLessThanOrEqual(366 * DAY);
    expect((await logged(poolId)).map((each) => String((each as Record<string, unknown>)['event']))).toEqual(expect.arrayContaining(['announced', 'extended', 'raised', 'closed']));
  });

  it('made longer, take no stays that a later pool has: nobody is in two', { timeout: 60_000 }, async () => {
    const poolId = await announced(20);
    const before = await row(poolId);
    setClockOffset(25 * HOUR);
    await advancePools(ctx, issuer);
    await atDay(poolId, 'issueUntil', -1);
    const day = (at: string, days: number) => new Date(Date.parse(at) + days * DAY).toISOString().slice(0, 10);
    const laterId = await openPool(ctx, issuer, { ...fresh(), programme: before?.programmeCode ?? '', from: day(TO, 1), to: day(TO, 100) });
    await atDay(poolId, 'issueUntil', 1);
    await advancePools(ctx, issuer);
    const longer = await row(poolId);
    expect(longer).toMatchObject({ extended: 1, toDay: before?.toDay });
    expect((longer?.issueUntil?.getTime() ?? 0) - (before?.issueUntil?.getTime() ?? 0)).toBe(91 * DAY);
    expect((await row(laterId))?.fromDay).toBe(day(TO, 1));
  });

  it('are never issued by whoever is reviewed', async () => {
    await expect(openPool(ctx, issuer, fresh({ issuerId: made.organisationId }))).rejects.toThrow('pool-own-issuer');
    // An authority's own service: it counts the stays, another authority signs.
    await db.insert(authority).values({ organisationId: made.organisationId, since: new Date('2026-01-01') });
    await expect(openPool(ctx, issuer, fresh({ authorityId: made.organisationId, issuerId: made.organisationId }))).rejects.toThrow('pool-own-issuer');
    const poolId = await openPool(ctx, issuer, fresh({ authorityId: made.organisationId, issuerId: authorityId }));
    expect(await poolById(db, poolId)).toMatchObject({ authorityId: made.organisationId, issuerId: authorityId });
    expect((await poolsOfAuthority(db, authorityId)).some(({ id }) => id === poolId)).toBe(true);
    // Nor by a stranger to both.
    await expect(openPool(ctx, issuer, fresh({ issuerId: 999_999 }))).rejects.toThrow('issuer');
  });

  it('never hold a stay twice: no two of one programme in one time, also when two people open them at once', async () => {
    const given = fresh();
    const [a, b] = await Promise.allSettled([openPool(ctx, issuer, given), openPool(ctx, issuer, given)]);
    expect([a.status, b.status].sort()).toEqual(['fulfilled', 'rejected']);
    await expect(openPool(ctx, issuer, { ...given, from: new Date(Date.parse(FROM) - 30 * DAY).toISOString().slice(0, 10) })).rejects.toThrow('pool-overlaps');
    await expect(openPool(ctx, issuer, { ...given, from: BEGUN })).rejects.toThrow('pool-period');
    await expect(openPool(ctx, issuer, { ...given, slug: 'no-such' })).rejects.toThrow('pool-provider');
    await expect(openPool(ctx, issuer, { ...given, programme: 'no-such' })).rejects.toThrow('programme');
  });

  it('ask the provider anew when the number grows, and publish what it says', async () => {
    const poolId = await announced(12);
    await answerStays(ctx, { poolId, stays: 12, own: 15 });
    expect(await row(poolId)).toMatchObject({ staysDisputed: 15, staysConfirmedAt: null });
    await expect(answerStays(ctx, { poolId, stays: 12, own: 12 })).rejects.toThrow('pool-same-number');
    await registerStays(ctx, issuer, poolId, staysFrom(BEGUN, 3, null, 100));
    expect(await row(poolId)).toMatchObject({ stays: 15, staysDisputed: null, staysDisputedAt: null });
    await expect(answerStays(ctx, { poolId, stays: 12, own: null })).rejects.toThrow('changed-meanwhile');
    await answerStays(ctx, { poolId, stays: 15, own: null });
    expect((await row(poolId))?.staysConfirmedAt).not.toBeNull();
    expect((await poolsOfProvider(db, made.providerId)).some(({ id }) => id === poolId)).toBe(true);
    expect((await logged(poolId)).map((each) => (each as Record<string, unknown>)['event'])).toEqual(['announced', 'stays-disputed', 'raised', 'stays-confirmed']);
  });

  it('ask the provider’s owners by letter, as long as they have not answered', async () => {
    const poolId = await announced(12);
    const sent: Record<string, unknown>[] = [];
    const asking: Context = { ...ctx, outbox: { send: async (_tx, name, data) => void sent.push({ name, ...data }) } };
    await asking.db.transaction((tx) => makePersonOf(tx, made.organisationId));
    const letters = async () => (await db.select().from(mail).where(eq(mail.kind, 'pool-stays'))).length;
    const before = await letters();
    await askAboutStays(asking, 'https://site.example', poolId);
    expect(await letters()).toBe(before + 1);
    const [last] = await db.select().from(mail).where(eq(mail.kind, 'pool-stays')).orderBy(desc(mail.id)).limit(1);
    const written = unseal('mail', last?.sealed ?? '');
    expect(written).toContain(`https://site.example/desk/provider/${made.slug}/pools`);
    expect(written).toContain('har meldt, at 12 begyndte');
    await registerStays(asking, issuer, poolId, staysFrom(BEGUN, 1, null, 300));
    expect(sent).toContainEqual({ name: 'pool.declared', poolId });
    await answerStays(ctx, { poolId, stays: 13, own: null });
    await askAboutStays(asking, 'https://site.example', poolId);
    expect(await letters()).toBe(before + 1);
  });

  it('come right again after a crash between site and issuer, on whichever side', async () => {
    const poolId = await openPool(ctx, issuer, fresh());
    // The issuer took the stays and the site did not hear of it.
    await issuer.register(poolId, staysFrom(BEGUN, 11));
    await advancePools(ctx, issuer);
    expect(await row(poolId)).toMatchObject({ stays: 11, state: 'registering' });
    // The log has the pool, and the issuer did not hear of it.
    const deaf: IssuerPort = { ...issuer, announce: () => Promise.reject(new DomainError('unavailable', 'away')) };
    await expect(announcePool(ctx, deaf, { poolId, openDays: 60 })).rejects.toThrow('away');
    expect(await row(poolId)).toMatchObject({ state: 'announced', stays: 11 });
    await advancePools(ctx, issuer);
    expect((await issuer.stateOf([poolId]))[poolId]).toMatchObject({ announced: 11 });
    // Closed there and not here.
    setClockOffset(50 * HOUR);
    await advancePools(ctx, issuer);
    await collect(poolId, 11);
    await issuer.close(poolId, 10);
    await atDay(poolId, 'issueUntil', 1);
    await advancePools(ctx, issuer);
    expect(await row(poolId)).toMatchObject({ state: 'closed', issued: 11 });
    // A key that could not be made is made by the next act.
    const away: IssuerPort = { ...issuer, makePool: () => Promise.reject(new DomainError('unavailable', 'away')) };
    setClockOffset(0);
    const given = fresh();
    await expect(openPool(ctx, away, given)).rejects.toThrow('away');
    const [keyless] = (await poolsOfAuthority(db, authorityId)).filter(({ programmeCode }) => programmeCode === given.programme);
    expect(keyless?.keyId).toBeNull();
    await registerStays(ctx, issuer, keyless?.id ?? '', staysFrom(BEGUN, 1));
    expect((await row(keyless?.id ?? ''))?.keyId).toMatch(/^[0-9a-f]{64}$/);
  });

  it('two workers at once take each step once', { timeout: 60_000 }, async () => {
    const poolId = await announced(10);
    setClockOffset(25 * HOUR);
    await Promise.all([advancePools(ctx, issuer), advancePools(ctx, issuer)]);
    await collect(poolId, 10);
    await atDay(poolId, 'issueUntil', 1);
    await Promise.all([advancePools(ctx, issuer), advancePools(ctx, issuer), advancePools(ctx, issuer)]);
    expect(await row(poolId)).toMatchObject({ state: 'closed', issued: 10 });
    expect((await logged(poolId)).map((each) => (each as Record<string, unknown>)['event'])).toEqual(['announced', 'closed']);
  });

  it('print codes once, as many as there are stays at most, and keep nothing but their hashes', async () => {
    const poolId = await announced(12);
    const printed = await printCodes(ctx, { poolId, count: 10 });
    expect(new Set(printed).size).toBe(10);
    await expect(printCodes(ctx, { poolId, count: 3 })).rejects.toThrow('too-large');
    const kept = await db.select().from(reviewCode).where(eq(reviewCode.poolId, poolId));
    expect(kept.map(({ hash }) => hash).sort()).toEqual(printed.map((code) => codeHash(code)).sort());
    const trail = JSON.stringify(await db.select().from(auditEntry));
    for (const code of printed) expect(trail).not.toContain(code);
    setClockOffset(25 * HOUR);
    await advancePools(ctx, issuer);
    const stays = staysFrom(BEGUN, 12);
    await collect(poolId, 9);
    const outcomes = await Promise.all(stays.map(({ stay }) => spendByCode(there.db, poolId, stay)));
    expect(outcomes.filter((each) => each === 'spent')).toHaveLength(3);
    await atDay(poolId, 'issueUntil', 1);
    await advancePools(ctx, issuer);
    expect(await row(poolId)).toMatchObject({ state: 'closed', issued: 12 });
    await expect(printCodes(ctx, { poolId, count: 1 })).rejects.toThrow('pool-closed');
  });

  it('keep no mark of a stay on the site', async () => {
    const poolId = await announced(10);
    const [first] = staysFrom(BEGUN, 1);
    const everything = JSON.stringify([await db.select().from(auditEntry), await row(poolId), await logged(poolId)]);
    expect(everything).not.toContain(first?.stay);
  });

  it('are announced with stays, time and consent only', async () => {
    const poolId = await openPool(ctx, issuer, fresh());
    await expect(announcePool(ctx, issuer, { poolId, openDays: 60 })).rejects.toThrow('pool-no-stays');
    await registerStays(ctx, issuer, poolId, staysFrom(BEGUN, 2));
    await expect(announcePool(ctx, issuer, { poolId, openDays: 10 })).rejects.toThrow('too-small');
    await announcePool(ctx, issuer, { poolId, openDays: 60 });
    await expect(announcePool(ctx, issuer, { poolId, openDays: 60 })).rejects.toThrow('changed-meanwhile');
    const pool = await row(poolId);
    expect((pool?.issueFrom?.getTime() ?? 0) - Date.now()).toBeGreaterThan(24 * HOUR - 60_000);
  });
});
