import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rows, type OpenDatabase } from '#db/client.ts';
import { person, personAccount, personSession, rateLimit } from '#db/schema/index.ts';
import { ensurePerson } from '#features/accounts/commands/ensure-person.ts';
import { ENGINES, freshDatabase } from '#tests/support/database.ts';
import { newestToken, SITE_URL, testIdentity, Visitor } from '#tests/support/identity.ts';
import { CLIENT, NSIS, startBroker, type Broker } from '#tests/support/oidc-broker.ts';

const ADDRESS = '192.0.2.1';
const SUBSTANTIAL = `${NSIS}Substantial`;

describe.each(ENGINES)('OpenID Connect on %s', (engine) => {
  let open: OpenDatabase;
  let broker: Broker;
  let site: ReturnType<typeof testIdentity>;

  beforeAll(async () => {
    open = await freshDatabase(engine);
    broker = await startBroker(`${SITE_URL}/api/auth/callback/oidc`);
    site = testIdentity(open, { OIDC_ISSUER: broker.issuer, OIDC_CLIENT_ID: CLIENT.id, OIDC_CLIENT_SECRET: CLIENT.secret, OIDC_MIN_ACR: 'substantial', OIDC_ACR_VALUES: `${SUBSTANTIAL} ${NSIS}High ${NSIS}Low` });
  });
  beforeEach(async () => void (await open.db.delete(rateLimit)));
  afterAll(async () => {
    await broker.stop();
    await open.close();
  });

  async function begin(visitor: Visitor, link = false): Promise<URL> {
    const started = await site.identity.startOidc(visitor.request('/sign-in/oidc'), { next: '/desk', errorPath: '/sign-in', link, address: ADDRESS });
    if (!started) throw new Error('It did not begin.');
    visitor.take(started.cookies);
    return new URL(started.url);
  }
  async function comeBack(visitor: Visitor, callback: string): Promise<URL> {
    const { pathname, search } = new URL(callback);
    const answer = await site.identity.handle(visitor.request(`${pathname}${search}`), ADDRESS);
    expect(answer.status).toBe(303);
    visitor.take(answer.headers.getSetCookie());
    return new URL(answer.headers.get('location') ?? '');
  }
  async function whole(visitor = new Visitor(), link = false): Promise<URL> {
    return comeBack(visitor, await broker.walk((await begin(visitor, link)).href));
  }
  const actor = (visitor: Visitor) => site.identity.actorFor(visitor.request('/'));

  it('asks with PKCE, state, nonce and levels, and never for the civil registration number', async () => {
    const url = await begin(new Visitor());
    const asked = Object.fromEntries(url.searchParams);
    expect(asked).toMatchObject({ client_id: CLIENT.id, response_type: 'code', code_challenge_method: 'S256', redirect_uri: `${SITE_URL}/api/auth/callback/oidc`, acr_values: `${SUBSTANTIAL} ${NSIS}High ${NSIS}Low` });
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked[name]?.length).toBeGreaterThanOrEqual(32);
    expect(asked['scope']?.split(' ').sort()).toEqual(['email', 'openid', 'profile']);
    expect(url.search).not.toContain('ssn');
  });

  it('lets in at the level, with level and method on the session; keeps no token of the broker', async () => {
    broker.person = { sub: 'dk-0001', acr: SUBSTANTIAL, name: 'Erik Eid' };
    const visitor = new Visitor();
    expect((await whole(visitor)).pathname).toBe('/desk');
    const signedIn = await actor(visitor);
    expect(signedIn).toMatchObject({ name: 'Erik Eid', session: { method: 'oidc', acr: SUBSTANTIAL } });
    const [account] = await open.db.select().from(personAccount).where(eq(personAccount.userId, signedIn?.personId ?? ''));
    expect(account).toMatchObject({ providerId: 'oidc', accountId: 'dk-0001', accessToken: null, idToken: null, refreshToken: null });
    expect(visitor.cookies.size).toBe(1);
  });

  it('no address from the eID: sub@mitid.invalid, unverified, the same person again, never written to', async () => {
    broker.person = { sub: 'dk-0002', acr: SUBSTANTIAL };
    const first = new Visitor();
    await whole(first);
    const second = new Visitor();
    await whole(second);
    const [one, two] = [await actor(first), await actor(second)];
    expect(one).toMatchObject({ email: 'dk-0002@mitid.invalid', emailVerified: false });
    expect(two?.personId).toBe(one?.personId);
    await site.identity.requestLink({ email: 'dk-0002@mitid.invalid', locale: 'da', address: ADDRESS, next: null });
    expect(await newestToken(site, 'dk-0002@mitid.invalid')).toBeNull();
  });

  it('an address that the broker has not verified counts as none', async () => {
    broker.person = { sub: 'dk-0003', acr: SUBSTANTIAL, email: 'claimed@example.test', email_verified: false };
    const visitor = new Visitor();
    await whole(visitor);
    expect(await actor(visitor)).toMatchObject({ email: 'dk-0003@mitid.invalid' });
    broker.person = { sub: 'dk-0004', acr: SUBSTANTIAL, email: 'Proven@example.test', email_verified: true };
    await whole(visitor);
    expect(await actor(visitor)).toMatchObject({ email: 'proven@example.test', emailVerified: true });
  });

  it.each([`${NSIS}Low`, 'urn:unheard-of'])('refuses a level that is too low or unknown: %s', async (acr) => {
    broker.person = { sub: `low-${acr.length}`, acr };
    const before = await open.db.select({ id: person.id }).from(person);
    const visitor = new Visitor();
    const to = await whole(visitor);
    expect(`${to.pathname}?error=${to.searchParams.get('error')}`).toBe('/sign-in?error=level-too-low');
    expect(await actor(visitor)).toBeNull();
    expect(await open.db.select({ id: person.id }).from(person)).toEqual(before);
  });

  it('refuses a callback that is played again, belongs to another browser, or has another state', async () => {
    broker.person = { sub: 'dk-0005', acr: SUBSTANTIAL };
    const visitor = new Visitor();
    const callback = await broker.walk((await begin(visitor)).href);
    const stolen = new Visitor();
    expect((await comeBack(stolen, callback)).searchParams.get('error')).toBeTruthy();
    const forged = new URL(callback);
    forged.searchParams.set('state', 'x'.repeat(32));
    expect((await comeBack(visitor, forged.href)).searchParams.get('error')).toBeTruthy();
    const again = new Visitor();
    for (const [name, value] of visitor.cookies) again.cookies.set(name, value);
    expect((await comeBack(visitor, callback)).pathname).toBe('/desk');
    expect((await comeBack(again, callback)).searchParams.get('error')).toBeTruthy();
    expect([await actor(stolen), await actor(again)]).toEqual([null, null]);
    expect(await open.db.select().from(personSession).where(eq(personSession.userId, (await actor(visitor))?.personId ?? ''))).toHaveLength(1);
  });

  it('refuses a code that was made for another request: nonce and PKCE', async () => {
    broker.person = { sub: 'dk-0006', acr: SUBSTANTIAL };
    for (const [name, value] of [['nonce', 'n'.repeat(32)], ['code_challenge', 'c'.repeat(43)]] as const) {
      const visitor = new Visitor();
      const url = await begin(visitor);
      url.searchParams.set(name, value);
      expect((await comeBack(visitor, await broker.walk(url.href))).searchParams.get('error')).toBeTruthy();
      expect(await actor(visitor)).toBeNull();
    }
  });

  it('an equal address ties nothing together; a signed-in person who asks for it does', async () => {
    await open.db.transaction((tx) => ensurePerson(tx, { email: 'staff@example.test', name: 'Staff', locale: 'da' }));
    await site.identity.requestLink({ email: 'staff@example.test', locale: 'da', address: ADDRESS, next: null });
    const staff = new Visitor();
    const redeemed = await site.identity.redeemLink((await newestToken(site, 'staff@example.test')) ?? '', staff.request('/'), ADDRESS);
    if (redeemed.ok) staff.take(redeemed.cookies);

    broker.person = { sub: 'dk-0007', acr: SUBSTANTIAL, email: 'staff@example.test', email_verified: true };
    const stranger = new Visitor();
    expect((await whole(stranger)).searchParams.get('error')).toBe('account_not_linked');
    expect(await actor(stranger)).toBeNull();

    expect((await whole(staff, true)).pathname).toBe('/desk');
    const byEid = new Visitor();
    await whole(byEid);
    expect(await actor(byEid)).toMatchObject({ email: 'staff@example.test', session: { method: 'oidc' } });
    expect((await actor(staff))?.session.method).toBe('link');
  });

  it('somebody who is not signed in cannot tie an eID to an account', async () => {
    const started = await site.identity.startOidc(new Visitor().request('/'), { next: '/desk', errorPath: '/sign-in', link: true, address: ADDRESS });
    expect(started).toBeNull();
  });

  it('a broker that is down harms no other way in, and is used again when it is back', async () => {
    const elsewhere = testIdentity(open, { OIDC_ISSUER: 'http://127.0.0.1:9', OIDC_CLIENT_ID: 'x' });
    expect(await elsewhere.identity.startOidc(new Visitor().request('/'), { next: '/', errorPath: '/sign-in', link: false, address: ADDRESS })).toBeNull();
    expect(await elsewhere.identity.actorFor(new Visitor().request('/'))).toBeNull();
    expect((await begin(new Visitor())).searchParams.get('state')).toBeTruthy();
  });

  it('leaves no session of an unknown origin', async () => {
    expect(await rows(open.db, sql`select id from person_session where method not in ('link', 'passkey', 'oidc')`)).toEqual([]);
  });
});
