import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from 'drizzle-orm';
import { rows, type OpenDatabase } from '#db/client.ts';
import { personSession, rateLimit, verification } from '#db/schema/index.ts';
import { ensurePerson } from '#features/accounts/commands/ensure-person.ts';
import { forgetExpired } from '#features/accounts/commands/forget-expired.ts';
import { RECENT_MINUTES } from '#features/accounts/identity/model.ts';
import { LIMITS } from '#features/accounts/identity/limits.ts';
import { ENGINES, freshDatabase } from '#tests/support/database.ts';
import { newestToken, SITE_URL, testIdentity, Visitor } from '#tests/support/identity.ts';

const ADDRESS = '192.0.2.1';
const JSON_POST = { method: 'POST', headers: { origin: SITE_URL, 'content-type': 'application/json' } };

/** Every address that the library knows, read from its own sources. */
function pathsOfLibrary(): string[] {
  const folders = ['better-auth/dist/api/routes', 'better-auth/dist/plugins/magic-link', '@better-auth/passkey/dist'];
  const text = folders.flatMap((folder) => readdirSync(`node_modules/${folder}`).filter((each) => each.endsWith('.mjs')).map((each) => readFileSync(`node_modules/${folder}/${each}`, 'utf8'))).join('\n');
  return [...new Set([...text.matchAll(/createAuthEndpoint\("(\/[^"]+)"/g)].map(([, path = '']) => path))];
}

describe.each(ENGINES)('addresses under /api/auth on %s', (engine) => {
  let open: OpenDatabase;
  let site: ReturnType<typeof testIdentity>;
  const handle = (request: Request) => site.identity.handle(request, ADDRESS);

  beforeAll(async () => {
    open = await freshDatabase(engine);
    site = testIdentity(open);
    await open.db.transaction((tx) => ensurePerson(tx, { email: 'known@example.test', name: 'Known', locale: 'da' }));
  });
  beforeEach(async () => void (await open.db.delete(rateLimit)));
  afterAll(() => open.close());

  async function signedIn(): Promise<Visitor> {
    const visitor = new Visitor();
    await site.identity.requestLink({ email: 'known@example.test', locale: 'da', address: ADDRESS, next: null });
    const redeemed = await site.identity.redeemLink((await newestToken(site, 'known@example.test')) ?? '', visitor.request('/'), ADDRESS);
    if (redeemed.ok) visitor.take(redeemed.cookies);
    return visitor;
  }

  it('are the few that browsers need: every other address of the library is not there', async () => {
    const known = pathsOfLibrary();
    expect(known.length).toBeGreaterThan(25);
    expect(known).toEqual(expect.arrayContaining(['/get-session', '/sign-in/magic-link', '/magic-link/verify', '/sign-out', '/passkey/delete-passkey']));
    const visitor = await signedIn();
    const answered: string[] = [];
    for (const path of [...known, '/get-session/', '/passkey/../get-session', '/%67et-session', '/ok', '/error', '/sign-up/email']) {
      for (const method of ['GET', 'POST']) {
        const answer = await handle(visitor.request(`/api/auth${path}`, method === 'GET' ? {} : { ...JSON_POST, body: '{}' }));
        if (answer.status !== 404) answered.push(`${method} ${path}`);
      }
    }
    expect(answered.sort()).toEqual([
      'GET /passkey/generate-authenticate-options', 'GET /passkey/generate-register-options', 'POST /passkey/verify-authentication', 'POST /passkey/verify-registration',
    ]);
  });

  it('refuse what another site sends', async () => {
    const visitor = await signedIn();
    for (const headers of [{ origin: 'https://evil.example', 'content-type': 'application/json' }, { 'content-type': 'application/json' }, { origin: SITE_URL, 'content-type': 'text/plain' }, { origin: 'null', 'content-type': 'application/json' }]) {
      const answer = await handle(visitor.request('/api/auth/passkey/verify-registration', { method: 'POST', headers: headers as Record<string, string>, body: '{"response":{}}' }));
      expect(answer.status).toBe(403);
    }
  });

  it('never send a session token as JSON, whatever is asked', async () => {
    const visitor = await signedIn();
    const tokens = (await open.db.select({ token: personSession.token }).from(personSession)).map((each) => each.token);
    for (const [path, body] of [['verify-registration', { response: {}, createSession: true }], ['verify-authentication', { response: { id: 'x' } }]] as const) {
      await handle(visitor.request('/api/auth/passkey/generate-register-options')).then((answer) => visitor.take(answer.headers.getSetCookie()));
      const answer = await handle(visitor.request(`/api/auth/passkey/${path}`, { ...JSON_POST, body: JSON.stringify(body) }));
      const text = await answer.text();
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(Object.keys(JSON.parse(text) as object)).toEqual(['error']);
      for (const token of tokens) expect(text).not.toContain(token);
    }
  });

  it('passkeys: only with finger, face or PIN; made only by somebody who has just signed in', async () => {
    const stranger = new Visitor();
    const asked = await handle(stranger.request('/api/auth/passkey/generate-authenticate-options'));
    expect(await asked.json()).toMatchObject({ userVerification: 'required', rpId: 'localhost' });
    expect((await handle(stranger.request('/api/auth/passkey/generate-register-options'))).status).toBe(401);

    const visitor = await signedIn();
    const made = await handle(visitor.request('/api/auth/passkey/generate-register-options'));
    expect(await made.json()).toMatchObject({ rp: { id: 'localhost' }, authenticatorSelection: { residentKey: 'required', userVerification: 'required' } });
    await open.db.execute(sql`update person_session set created_at = ${new Date(Date.now() - (RECENT_MINUTES + 1) * 60_000).toISOString()}::timestamptz`);
    const late = await handle(visitor.request('/api/auth/passkey/generate-register-options'));
    expect([late.status, await late.json()]).toEqual([403, { error: 'session-not-fresh' }]);
  });

  it('passkeys: somebody on hold adds none', async () => {
    const visitor = await signedIn();
    await open.db.execute(sql`update person set suspended_at = now() where email = 'known@example.test'`);
    for (const [path, init] of [['generate-register-options', {}], ['verify-registration', { ...JSON_POST, body: '{"response":{}}' }]] as const) {
      const answer = await handle(visitor.request(`/api/auth/passkey/${path}`, init));
      expect([answer.status, await answer.json()]).toEqual([403, { error: 'suspended' }]);
    }
    await open.db.execute(sql`update person set suspended_at = null where email = 'known@example.test'`);
  });

  it('a challenge is spent by one answer, right or wrong', async () => {
    const visitor = new Visitor();
    visitor.take((await handle(visitor.request('/api/auth/passkey/generate-authenticate-options'))).headers.getSetCookie());
    const send = () => handle(visitor.request('/api/auth/passkey/verify-authentication', { ...JSON_POST, body: JSON.stringify({ response: { id: 'unknown' } }) }));
    expect([(await send()).status, (await send()).status]).toEqual([401, 400]);
  });

  it('an answer that is no JSON is refused', async () => {
    const visitor = new Visitor();
    visitor.take((await handle(visitor.request('/api/auth/passkey/generate-authenticate-options'))).headers.getSetCookie());
    const answer = await handle(visitor.request('/api/auth/passkey/verify-authentication', { ...JSON_POST, body: 'not json' }));
    expect([answer.status, await answer.json()]).toEqual([400, { error: 'not-json' }]);
  });

  it('rate limits by account and by address', async () => {
    const ask = (email: string, address: string) => site.identity.requestLink({ email, locale: 'da', address, next: null });
    // Six addresses, one mailbox: written in any way it is one account.
    for (let count = 1; count <= LIMITS.linkByAccount.points; count++) expect(await ask(count % 2 ? 'victim@example.test' : ' Victim@Example.test', `198.51.100.${count}`)).toBeNull();
    expect(await ask('victim@example.test', '198.51.100.200')).toMatchObject({ retryAfterSeconds: expect.any(Number) });
    expect(await ask('other@example.test', '198.51.100.200')).toBeNull();
    // One address, many mailboxes.
    let passed = 0;
    while (passed < 500 && (await ask(`n${passed}@example.test`, '203.0.113.7')) === null) passed++;
    expect(passed).toBe(LIMITS.linkByAddress.points);
    // Guessing links.
    let guessed = 0;
    while (guessed < 200 && (await site.identity.redeemLink('a'.repeat(32), new Visitor().request('/'), '203.0.113.8').then((each) => !each.ok && each.why === 'not-valid'))) guessed++;
    expect(guessed).toBe(LIMITS.redeemByAddress.points);
    const kept = JSON.stringify(await rows(open.db, sql`select key from rate_limit`));
    for (const each of ['victim', '203.0.113', '198.51']) expect(kept).not.toContain(each);
  });

  it('what is over is forgotten', async () => {
    await signedIn();
    await open.db.update(personSession).set({ expiresAt: new Date('2020-01-01') });
    await open.db.update(rateLimit).set({ expire: new Date('2020-01-01') });
    await open.db.update(verification).set({ expiresAt: new Date('2020-01-01') });
    await forgetExpired(open.db);
    expect([await open.db.select().from(personSession), await open.db.select().from(rateLimit), await open.db.select().from(verification)]).toEqual([[], [], []]);
  });
});
