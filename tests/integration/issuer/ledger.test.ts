import { sql } from 'drizzle-orm';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { IssuerDb, OpenIssuerDatabase } from '#db/issuer/client.ts';
import { invitation, pool, stay } from '#db/issuer/schema.ts';
import { setClockOffset } from '#platform/clock.ts';
import type { IssuerPort } from '#features/reviews/issuer-port.ts';
import { verifyToken } from '#features/reviews/rv1/sign.ts';
import { openLedger } from '#src/issuer/ledger.ts';
import { dueCounts, madeLists, makeList, repeatList, spendByCode } from '#src/issuer/notices.ts';
import { sign } from '#src/issuer/sign.ts';
import { ENGINES } from '#tests/support/database.ts';
import { anyBlinded, blindFor, freshIssuer, markOf, PASSPHRASE, REVIEW_ORIGIN, secretOf, staysFrom } from '#tests/support/issuer.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const FACTS = { authority: 'Jobcenter', provider: 'Skridt', programme: 'Forløb', from: '2026-01-01', to: '2026-03-31' };
const dayBefore = (days: number) => new Date(Date.now() - days * DAY).toISOString().slice(0, 10);

describe.each(ENGINES)('the ledger on %s', (engine) => {
  let open: OpenIssuerDatabase;
  let db: IssuerDb;
  let ledger: IssuerPort;
  let n = 0;
  beforeAll(async () => {
    open = await freshIssuer(engine);
    db = open.db;
    ledger = openLedger(db, PASSPHRASE);
  });
  afterAll(() => open.close());
  afterEach(() => setClockOffset(0));

  /** Announced now, open for a hundred days. */
  async function announced(count: number, { startedAgo = 40 }: { startedAgo?: number } = {}) {
    const poolId = `pool-${engine}-${n++}`;
    const key = await ledger.makePool({ poolId, issuerId: 1, facts: FACTS });
    const stays = staysFrom(dayBefore(startedAgo), count);
    await ledger.register(poolId, stays);
    await ledger.announce({ poolId, stays: count, issueFrom: new Date().toISOString(), issueUntil: new Date(Date.now() + 100 * DAY).toISOString(), facts: FACTS });
    return { poolId, ...key, stays };
  }

  it('makes one key a pool, however often it is asked', async () => {
    const given = { poolId: `key-${engine}`, issuerId: 1, facts: FACTS };
    const [first, ...more] = await Promise.all([1, 2, 3].map(() => ledger.makePool(given)));
    expect(new Set([first, ...more].map((each) => each?.keyId)).size).toBe(1);
    const [row] = await db.select().from(pool).where(eq(pool.id, given.poolId));
    expect(row?.privateKey).toMatch(/^-----BEGIN ENCRYPTED PRIVATE KEY-----/);
  });

  it('counts a stay once, however often it is sent, and learns when it ended', async () => {
    const poolId = `count-${engine}`;
    await ledger.makePool({ poolId, issuerId: 1, facts: FACTS });
    const stays = staysFrom('2026-01-05', 30);
    expect(await ledger.register(poolId, stays)).toEqual({ registered: 30, added: 30, known: 0, changed: 0 });
    const ended = stays.slice(0, 10).map((each) => ({ ...each, endedOn: '2026-02-20' }));
    expect(await ledger.register(poolId, [...ended, ...staysFrom('2026-01-06', 5)])).toEqual({ registered: 35, added: 5, known: 10, changed: 10 });
    expect(await ledger.register(poolId, stays)).toEqual({ registered: 35, added: 0, known: 30, changed: 0 });
    const [first] = await db.select({ endedOn: stay.endedOn }).from(stay).where(eq(stay.mark, stays[0]?.stay ?? ''));
    expect(first?.endedOn).toBe('2026-02-20');
    // At once from two systems: no stay is lost, none counts twice.
    await Promise.all([ledger.register(poolId, staysFrom('2026-01-07', 50)), ledger.register(poolId, [...staysFrom('2026-01-07', 50)].reverse())]);
    expect((await ledger.stateOf([poolId]))[poolId]).toMatchObject({ registered: 85 });
  });

  it('lets nobody collect before a day has passed, and only those that the log counts', async () => {
    const { poolId, keyId, spki } = await announced(3);
    setClockOffset(2 * HOUR);
    expect(await makeList(db, poolId, REVIEW_ORIGIN)).toEqual([]);
    await ledger.register(poolId, staysFrom(dayBefore(39), 1));
    setClockOffset(25 * HOUR);
    const list = await makeList(db, poolId, REVIEW_ORIGIN);
    expect(list).toHaveLength(3);
    const request = { keyId, secret: secretOf(list[0]?.link ?? '') };
    const mine = await blindFor(spki);
    setClockOffset(23 * HOUR);
    expect(await sign(db, PASSPHRASE, { ...request, blinded: mine.blinded })).toEqual({ outcome: 'not-yet' });
    setClockOffset(25 * HOUR);
    const answer = await sign(db, PASSPHRASE, { ...request, blinded: mine.blinded });
    const token = await mine.finish(answer.outcome === 'signed' ? answer.signature : '');
    expect(verifyToken(Buffer.from(spki, 'base64'), token)).not.toBeNull();
    // What is registered later waits a day from its own entry in the log.
    await expect(ledger.announce({ poolId, stays: 5, issueFrom: new Date().toISOString(), issueUntil: new Date().toISOString(), facts: FACTS })).rejects.toThrow('More stays are announced');
    await ledger.announce({ poolId, stays: 4, issueFrom: new Date().toISOString(), issueUntil: new Date().toISOString(), facts: FACTS });
    expect(await dueCounts(db, poolId)).toMatchObject({ first: 0 });
    setClockOffset(50 * HOUR);
    expect(await dueCounts(db, poolId)).toMatchObject({ first: 1 });
  });

  it('signs once: the same message again, nothing else, and nothing for strangers', async () => {
    const { poolId, keyId, spki } = await announced(2);
    const other = await announced(1);
    setClockOffset(25 * HOUR);
    const [first] = await makeList(db, poolId, REVIEW_ORIGIN);
    const secret = secretOf(first?.link ?? '');
    const mine = await blindFor(spki);
    const signed = await sign(db, PASSPHRASE, { keyId, secret, blinded: mine.blinded });
    expect(signed.outcome).toBe('signed');
    expect(await sign(db, PASSPHRASE, { keyId, secret, blinded: mine.blinded })).toEqual(signed);
    expect(await sign(db, PASSPHRASE, { keyId, secret, blinded: anyBlinded() })).toEqual({ outcome: 'used' });
    expect(await sign(db, PASSPHRASE, { keyId: other.keyId, secret, blinded: mine.blinded })).toEqual({ outcome: 'unknown' });
    expect(await sign(db, PASSPHRASE, { keyId, secret: Buffer.alloc(15, 7).toString('base64url'), blinded: mine.blinded })).toEqual({ outcome: 'unknown' });
    for (const wrong of [{ keyId: 'x', secret, blinded: mine.blinded }, { keyId, secret: `${secret}A`, blinded: mine.blinded }, { keyId, secret, blinded: mine.blinded.slice(4) }]) expect(await sign(db, PASSPHRASE, wrong)).toEqual({ outcome: 'malformed' });
    // Not smaller than the modulus: the stay is not spent by it.
    const [, second] = await repeatList(db, poolId, (await madeLists(db, poolId))[0]?.listedOn ?? '', REVIEW_ORIGIN);
    const fresh = { keyId, secret: secretOf(second?.link ?? '') };
    expect(await sign(db, PASSPHRASE, { ...fresh, blinded: Buffer.alloc(384, 255).toString('base64url') })).toEqual({ outcome: 'malformed' });
    expect((await sign(db, PASSPHRASE, { ...fresh, blinded: anyBlinded() })).outcome).toBe('signed');
    // Another link of the same stay is worth nothing more.
    const [again] = await repeatList(db, poolId, (await madeLists(db, poolId))[0]?.listedOn ?? '', REVIEW_ORIGIN);
    expect(await sign(db, PASSPHRASE, { keyId, secret: secretOf(again?.link ?? ''), blinded: anyBlinded() })).toEqual({ outcome: 'used' });
    expect(await sign(db, PASSPHRASE, { keyId, secret: secretOf(again?.link ?? ''), blinded: mine.blinded })).toEqual(signed);
  });

  it('of a thousand tries at once with a thousand messages answers one', { timeout: 120_000 }, async () => {
    const { poolId, keyId } = await announced(1);
    setClockOffset(25 * HOUR);
    const [only] = await makeList(db, poolId, REVIEW_ORIGIN);
    const secret = secretOf(only?.link ?? '');
    const answers = await Promise.all(Array.from({ length: 1_000 }, () => sign(db, PASSPHRASE, { keyId, secret, blinded: anyBlinded() })));
    expect(answers.filter(({ outcome }) => outcome === 'signed')).toHaveLength(1);
    expect(answers.filter(({ outcome }) => outcome === 'used')).toHaveLength(999);
  });

  it('counts at closing, never below the minimum, and signs nothing afterwards but what it has signed', async () => {
    const { poolId, keyId, spki } = await announced(12);
    setClockOffset(25 * HOUR);
    const list = await makeList(db, poolId, REVIEW_ORIGIN);
    const mine = await blindFor(spki);
    const asked = list.map(({ link }, index) => ({ keyId, secret: secretOf(link), blinded: index === 0 ? mine.blinded : anyBlinded() }));
    const signed = await Promise.all(asked.slice(0, 9).map((each) => sign(db, PASSPHRASE, each)));
    expect(await ledger.close(poolId, 10)).toEqual({ closed: false, issued: null, invited: 12 });
    // While it closes somebody collects: they are counted or come too late.
    const [late, closed] = await Promise.all([Promise.all(asked.slice(9).map((each) => sign(db, PASSPHRASE, each))), ledger.close(poolId, 9)]);
    expect(closed.issued).toBe(9 + late.filter(({ outcome }) => outcome === 'signed').length);
    expect(await ledger.close(poolId, 100)).toEqual({ closed: true, issued: closed.issued, invited: 12 });
    expect(await sign(db, PASSPHRASE, asked[0] ?? { keyId, secret: '', blinded: '' })).toEqual(signed[0]);
    await expect(ledger.register(poolId, staysFrom('2026-01-09', 1))).rejects.toThrow('closed');
    expect(await dueCounts(db, poolId)).toEqual({ first: 0, second: 0, reminder: 12 });
    // Everybody is reminded, and nobody gets anything to collect with.
    const links = await db.$count(invitation);
    expect((await makeList(db, poolId, REVIEW_ORIGIN)).map(({ link }) => link)).toEqual(Array.from({ length: 12 }, () => `${REVIEW_ORIGIN}/review`));
    expect(await db.$count(invitation)).toBe(links);
    await expect(db.update(pool).set({ issued: 99 }).where(eq(pool.id, poolId))).rejects.toThrow();
  });

  it('refuses after its own last day, also when the site is away', async () => {
    const { poolId, keyId } = await announced(1);
    setClockOffset(25 * HOUR);
    const [only] = await makeList(db, poolId, REVIEW_ORIGIN);
    setClockOffset(101 * DAY);
    expect(await sign(db, PASSPHRASE, { keyId, secret: secretOf(only?.link ?? ''), blinded: anyBlinded() })).toEqual({ outcome: 'closed' });
  });

  it('forgets key, stays and links when the pool expires, and not before it is closed', async () => {
    const { poolId, keyId } = await announced(3);
    setClockOffset(25 * HOUR);
    const [first] = await makeList(db, poolId, REVIEW_ORIGIN);
    await expect(ledger.expire(poolId)).rejects.toThrow('keeps its key');
    await ledger.close(poolId, 0);
    await ledger.expire(poolId);
    await ledger.expire(poolId);
    const [row] = await db.select().from(pool).where(eq(pool.id, poolId));
    expect(row).toMatchObject({ privateKey: null, issued: 0 });
    expect(await db.$count(stay, eq(stay.poolId, poolId))).toBe(0);
    expect(await sign(db, PASSPHRASE, { keyId, secret: secretOf(first?.link ?? ''), blinded: anyBlinded() })).toEqual({ outcome: 'unknown' });
    expect((await ledger.stateOf([poolId]))[poolId]).toMatchObject({ expired: true });
    await expect(db.update(pool).set({ privateKey: 'again', expiredOn: null }).where(eq(pool.id, poolId))).rejects.toThrow();
  });

  it('lists everybody who is due and asks nobody twice, whether or not they have collected', async () => {
    const { poolId, keyId } = await announced(6, { startedAgo: 10 });
    setClockOffset(17 * DAY);
    expect(await dueCounts(db, poolId)).toEqual({ first: 0, second: 0, reminder: 0 });
    setClockOffset(19 * DAY);
    const list = await makeList(db, poolId, REVIEW_ORIGIN);
    expect(list.map(({ occasion }) => occasion)).toEqual(Array.from({ length: 6 }, () => 'first'));
    expect(list.map(({ mark }) => mark)).toEqual([...list.map(({ mark }) => mark)].sort());
    expect(await makeList(db, poolId, REVIEW_ORIGIN)).toEqual([]);
    await sign(db, PASSPHRASE, { keyId, secret: secretOf(list[0]?.link ?? ''), blinded: anyBlinded() });
    // Still there: 14 days before the pool closes those are written to whose stay goes on.
    setClockOffset(87 * DAY);
    const second = await makeList(db, poolId, REVIEW_ORIGIN);
    expect(second.map(({ mark }) => mark)).toEqual(list.map(({ mark }) => mark));
    expect((await ledger.stateOf([poolId]))[poolId]?.invited).toBe(6);
    expect(new Set([...list, ...second].map(({ link }) => link)).size).toBe(12);
    const kept = await db.select({ hash: invitation.hash }).from(invitation);
    for (const { link } of list) expect(JSON.stringify(kept)).not.toContain(secretOf(link));
  });

  it('makes links again for a list that was lost, but not without end', async () => {
    const { poolId } = await announced(1);
    setClockOffset(25 * HOUR);
    await makeList(db, poolId, REVIEW_ORIGIN);
    const day = (await madeLists(db, poolId))[0]?.listedOn ?? '';
    for (let times = 0; times < 11; times++) expect(await repeatList(db, poolId, day, REVIEW_ORIGIN)).toHaveLength(1);
    await expect(repeatList(db, poolId, day, REVIEW_ORIGIN)).rejects.toThrow('too often');
  });

  it('an envelope spends the row as a token does', async () => {
    const { poolId, keyId, stays } = await announced(3);
    const [a, b] = [stays[0]?.stay ?? '', stays[1]?.stay ?? ''];
    expect(await spendByCode(db, poolId, a)).toBe('not-yet');
    setClockOffset(25 * HOUR);
    const list = await makeList(db, poolId, REVIEW_ORIGIN);
    const linkOf = (mark: string) => secretOf(list.find((each) => each.mark === mark)?.link ?? '');
    expect(await spendByCode(db, poolId, markOf('nobody'))).toBe('unknown');
    expect(await spendByCode(db, poolId, a)).toBe('spent');
    expect(await spendByCode(db, poolId, a)).toBe('used');
    expect(await sign(db, PASSPHRASE, { keyId, secret: linkOf(a), blinded: anyBlinded() })).toEqual({ outcome: 'used' });
    const both = await Promise.all([spendByCode(db, poolId, b), sign(db, PASSPHRASE, { keyId, secret: linkOf(b), blinded: anyBlinded() })]);
    expect(both.filter((each) => each === 'spent' || (typeof each === 'object' && each.outcome === 'signed'))).toHaveLength(1);
    expect(await ledger.close(poolId, 0)).toMatchObject({ issued: 2 });
  });

  it('keeps of a signature the day, a hash and the answer, and what is spent cannot be undone in the database itself', async () => {
    const { poolId, keyId } = await announced(1);
    setClockOffset(25 * HOUR);
    const [only] = await makeList(db, poolId, REVIEW_ORIGIN);
    await sign(db, PASSPHRASE, { keyId, secret: secretOf(only?.link ?? ''), blinded: anyBlinded() });
    const [row] = await db.select().from(stay).where(eq(stay.poolId, poolId));
    expect(row?.spentOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    for (const change of [sql`spent_on = null, spent_by = null, blinded_hash = null, answer = null`, sql`answer = 'x'`, sql`spent_on = '2020-01-01'`]) {
      await expect(db.execute(sql`update stay set ${change} where pool_id = ${poolId}`)).rejects.toThrow();
    }
  });
});
