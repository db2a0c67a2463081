import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { eq, sql } from 'drizzle-orm';
import { rows, type OpenDatabase } from '#db/client.ts';
import { person, personSession, rateLimit, verification } from '#db/schema/index.ts';
import { log } from '#platform/log.ts';
import { ensurePerson } from '#features/accounts/commands/ensure-person.ts';
import { RECENT_MINUTES, SESSION_DAYS } from '#features/accounts/identity/model.ts';
import { ENGINES, freshDatabase } from '#tests/support/database.ts';
import { newestToken, OTHER_SECRET, SECRET, testIdentity, Visitor } from '#tests/support/identity.ts';

const KNOWN = 'known@example.test';
const ADDRESS = '192.0.2.1';

describe.each(ENGINES)('sign-in link on %s', (engine) => {
  let open: OpenDatabase;
  let site: ReturnType<typeof testIdentity>;
  const person_ = (email: string) => open.db.transaction((tx) => ensurePerson(tx, { email, name: 'Known Person', locale: 'da' }));

  async function tokenFor(email: string, next: string | null = null): Promise<string> {
    expect(await site.identity.requestLink({ email, locale: 'da', address: ADDRESS, next })).toBeNull();
    const token = await newestToken(site, email.toLowerCase());
    if (token === null) throw new Error('No letter came.');
    return token;
  }
  async function signedIn(email: string): Promise<Visitor> {
    const visitor = new Visitor();
    const redeemed = await site.identity.redeemLink(await tokenFor(email), visitor.request('/sign-in/link'), ADDRESS);
    if (!redeemed.ok) throw new Error(redeemed.why);
    visitor.take(redeemed.cookies);
    return visitor;
  }

  beforeAll(async () => {
    open = await freshDatabase(engine);
    site = testIdentity(open);
    await person_(KNOWN);
  });
  /** Limits are tested for themselves. */
  beforeEach(async () => void (await open.db.delete(rateLimit)));
  afterAll(async () => {
    await site.identity.settled();
    await open.close();
  });

  it('leads a known person in, with how and when on the session', async () => {
    const visitor = await signedIn(KNOWN);
    const actor = await site.identity.actorFor(visitor.request('/'));
    expect(actor).toMatchObject({ email: KNOWN, name: 'Known Person', locale: 'da', emailVerified: true, suspended: false, session: { method: 'link', acr: null } });
    expect(Date.now() - Number(actor?.session.authenticatedAt)).toBeLessThan(60_000);
    const [session] = await open.db.select().from(personSession).where(eq(personSession.id, actor?.session.id ?? ''));
    expect(session?.ipAddress).toBeNull();
    expect(Number(session?.expiresAt) - Date.now()).toBeLessThanOrEqual(SESSION_DAYS * 86_400_000);
    const audited = await rows<{ action: string; actor: string }>(open.db, sql`select action, actor from audit_entry where object = ${`session:${actor?.session.id}`}`);
    expect(audited).toEqual([{ action: 'identity.sign-in', actor: `person:${actor?.personId}` }]);
    expect(RECENT_MINUTES).toBeLessThan(60);
  });

  it('is the same for a stranger: same answer, no letter, no person, nothing stored', async () => {
    const before = await open.db.select({ id: person.id }).from(person);
    const answers = [];
    for (const email of [KNOWN, 'stranger@example.test']) answers.push(await site.identity.requestLink({ email, locale: 'da', address: ADDRESS, next: null }));
    expect(answers).toEqual([null, null]);
    expect(await newestToken(site, 'stranger@example.test')).toBeNull();
    expect(await open.db.select({ id: person.id }).from(person)).toEqual(before);
    expect(JSON.stringify(await open.db.select().from(verification))).not.toContain('stranger');
  });

  it('takes no longer for a known address than for a strange one', async () => {
    const release = Promise.withResolvers<void>();
    const slow = vi.spyOn(site.post, 'sendNow').mockImplementation(() => release.promise);
    await person_('timed@example.test');
    const took: Record<string, number[]> = { 'timed@example.test': [], 'nobody@example.test': [] };
    for (let round = 0; round < 5; round++) {
      for (const [email, times] of Object.entries(took)) {
        const began = performance.now();
        // Comes although no letter has been taken yet: what is only done for known people is not waited for.
        await site.identity.requestLink({ email, locale: 'da', address: ADDRESS, next: null });
        times.push(performance.now() - began);
      }
    }
    release.resolve();
    await site.identity.settled();
    expect(slow).toHaveBeenCalledTimes(5);
    slow.mockRestore();
    const [known = 0, strange = 0] = Object.values(took).map((times) => times.sort((one, two) => one - two)[2]);
    expect(Math.abs(known - strange)).toBeLessThan(100);
  });

  it('stores the token hashed', async () => {
    await person_('hashed@example.test');
    const token = await tokenFor('hashed@example.test');
    const stored = JSON.stringify(await open.db.select().from(verification));
    expect(stored).toContain('hashed@example.test');
    expect(stored).not.toContain(token);
    expect(JSON.stringify(await rows(open.db, sql`select * from mail`))).not.toContain(token);
  });

  it('works once: of twenty at the same time one gets a session', async () => {
    const { personId } = await person_('race@example.test');
    const token = await tokenFor('race@example.test');
    // As two processes: each has what it remembers for itself.
    const both = [site, testIdentity(open)];
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => both[index % 2]?.identity.redeemLink(token, new Visitor().request('/'), ADDRESS)));
    expect(answers.filter((each) => each?.ok)).toHaveLength(1);
    expect(await open.db.select().from(personSession).where(eq(personSession.userId, personId))).toHaveLength(1);
    expect((await site.identity.redeemLink(token, new Visitor().request('/'), ADDRESS)).ok).toBe(false);
  });

  it('is over after its minutes, and nothing for made-up tokens', async () => {
    await person_('late@example.test');
    const token = await tokenFor('late@example.test');
    await open.db.update(verification).set({ expiresAt: new Date(Date.now() - 1_000) });
    for (const each of [token, 'a'.repeat(32), '', '../..', `${token}x`]) {
      expect(await site.identity.redeemLink(each, new Visitor().request('/'), ADDRESS)).toMatchObject({ ok: false, why: 'not-valid' });
    }
  });

  it('takes from an unverified person whatever was tied to the account before the address was proven', async () => {
    const { personId } = await person_('hijack@example.test');
    const at = new Date();
    await open.db.execute(sql`insert into person_account (id, account_id, provider_id, person_id, created_at, updated_at) values ('early', 'attacker', 'oidc', ${personId}, ${at.toISOString()}::timestamptz, ${at.toISOString()}::timestamptz)`);
    await signedIn('hijack@example.test');
    expect(await rows(open.db, sql`select id from person_account where person_id = ${personId}`)).toEqual([]);
  });

  it('writes to nobody at .invalid', async () => {
    await person_('somebody@mitid.invalid');
    expect(await site.identity.requestLink({ email: 'somebody@mitid.invalid', locale: 'da', address: ADDRESS, next: null })).toBeNull();
    expect(await newestToken(site, 'somebody@mitid.invalid')).toBeNull();
  });

  it('goes on only to paths of this site', async () => {
    await person_('next@example.test');
    for (const [next, expected] of [['/desk?x=1', '/desk?x=1'], ['//evil.example', null], ['https://evil.example', null], ['/\\evil.example', null]] as const) {
      await site.identity.requestLink({ email: 'next@example.test', locale: 'en', address: ADDRESS, next });
      await site.identity.settled();
      const [letter] = (await site.post.outbox?.()) ?? [];
      expect(new URL(letter?.letter.action?.url ?? '').searchParams.get('next')).toBe(expected);
      expect(letter?.letter.action?.url).toMatch(/^http:\/\/localhost:4000\/en\/sign-in\/link\?token=/);
    }
  });

  it('the cookie: HttpOnly, Lax, host only, path /; __Host- and Secure on https', async () => {
    const visitor = new Visitor();
    const redeemed = await site.identity.redeemLink(await tokenFor(KNOWN), visitor.request('/'), ADDRESS);
    const cookies = redeemed.ok ? redeemed.cookies : [];
    expect(cookies).toHaveLength(1);
    expect(cookies[0]).toMatch(/^vejviser=/);
    expect(cookies[0]).toMatch(/; HttpOnly; SameSite=Lax/);
    expect(cookies[0]).not.toMatch(/Domain|Secure/);

    const https = testIdentity(open, { SITE_URL: 'https://vejviser.example' });
    await person_('https@example.test');
    await https.identity.requestLink({ email: 'https@example.test', locale: 'da', address: ADDRESS, next: null });
    const token = (await newestToken(https, 'https@example.test')) ?? '';
    const secure = await https.identity.redeemLink(token, new Visitor('https://vejviser.example').request('/'), ADDRESS);
    expect(secure.ok && secure.cookies).toEqual([expect.stringMatching(/^__Host-vejviser=[^;]+; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Lax$/)]);
  });

  it('an unsigned or altered session token is nobody', async () => {
    const visitor = await signedIn(KNOWN);
    const whole = decodeURIComponent(visitor.cookies.get('vejviser') ?? '');
    const [token = '', signature = ''] = whole.split('.');
    const [{ token: stored } = { token: '' }] = await open.db.select({ token: personSession.token }).from(personSession).where(eq(personSession.token, token));
    expect(stored).toBe(token);
    for (const each of [token, `${token}.`, `${token}.${signature.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))}`, `x${whole}`]) {
      visitor.cookies.set('vejviser', encodeURIComponent(each));
      expect(await site.identity.actorFor(visitor.request('/'))).toBeNull();
    }
  });

  it('ends by signing out, by being revoked and by its time', async () => {
    const first = await signedIn(KNOWN);
    first.take(await site.identity.signOut(first.request('/')));
    expect(first.cookies.size).toBe(0);
    for (const end of [sql`delete from person_session where id = `, sql`update person_session set expires_at = '2020-01-01' where id = `]) {
      const visitor = await signedIn(KNOWN);
      const id = (await site.identity.actorFor(visitor.request('/')))?.session.id ?? '';
      await open.db.execute(sql`${end}${id}`);
      expect(await site.identity.actorFor(visitor.request('/'))).toBeNull();
    }
  });

  it('a suspended person is known to be', async () => {
    const { personId } = await person_('suspended@example.test');
    const visitor = await signedIn('suspended@example.test');
    await open.db.update(person).set({ suspendedAt: new Date() }).where(eq(person.id, personId));
    expect(await site.identity.actorFor(visitor.request('/'))).toMatchObject({ suspended: true });
  });

  it('nobody is signed out when the secret changes, and everybody is when the old one is taken away', async () => {
    const visitor = await signedIn(KNOWN);
    const rotated = testIdentity(open, {}, [OTHER_SECRET, SECRET]);
    expect(await rotated.identity.actorFor(visitor.request('/'))).toMatchObject({ email: KNOWN });
    const gone = testIdentity(open, {}, [OTHER_SECRET]);
    expect(await gone.identity.actorFor(visitor.request('/'))).toBeNull();
    site = testIdentity(open);
  });

  it('logs neither address nor token', async () => {
    const lines: string[] = [];
    const spies = (['info', 'warn', 'error'] as const).map((level) => vi.spyOn(log, level).mockImplementation((...given: unknown[]) => void lines.push(JSON.stringify(given))));
    await person_('logged@example.test');
    const token = await tokenFor('logged@example.test');
    const refuse = vi.spyOn(site.post, 'sendNow').mockRejectedValue(new Error('550 logged@example.test unknown'));
    await site.identity.requestLink({ email: 'logged@example.test', locale: 'da', address: ADDRESS, next: null });
    await site.identity.settled();
    refuse.mockRestore();
    await site.identity.redeemLink(token, new Visitor().request('/'), ADDRESS);
    await site.identity.redeemLink(token, new Visitor().request('/'), ADDRESS);
    for (const spy of spies) spy.mockRestore();
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.join('\n')).not.toContain('logged@example.test');
    expect(lines.join('\n')).not.toContain(token);
  });
});
