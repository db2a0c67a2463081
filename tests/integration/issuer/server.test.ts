import { request as httpRequest, type Server } from 'node:http';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { OpenIssuerDatabase } from '#db/issuer/client.ts';
import { pool, staffTicket as ticketTable } from '#db/issuer/schema.ts';
import { setClockOffset } from '#platform/clock.ts';
import { stopServer } from '#platform/http/server.ts';
import { remoteIssuer } from '#features/reviews/issuer-client.ts';
import { requestHeaders, staffTicket } from '#features/reviews/issuer-wire.ts';
import type { IssuerPort } from '#features/reviews/issuer-port.ts';
import { verifyToken } from '#features/reviews/rv1/sign.ts';
import { makeIssuerServer } from '#src/issuer/server.ts';
import { anyBlinded, blindFor, freshIssuer, ISSUER_SECRET, markOf, PASSPHRASE, REVIEW_ORIGIN, secretOf, staysFrom } from '#tests/support/issuer.ts';

const HOUR = 3_600_000;
const ORIGIN = 'http://issuer.localhost:9';
const FACTS = { authority: 'Jobcenter <b>', provider: 'Skridt & Co', programme: 'Forløb', from: '2026-01-01', to: '2026-03-31' };
const BEGUN = new Date(Date.now() - 40 * 24 * HOUR).toISOString().slice(0, 10);

interface Sent {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

describe('the issuer as a server', () => {
  let open: OpenIssuerDatabase;
  let server: Server;
  let port: number;
  let site: IssuerPort;
  beforeAll(async () => {
    open = await freshIssuer('embedded');
    server = makeIssuerServer({ db: open.db, passphrase: PASSPHRASE, secret: ISSUER_SECRET, origin: ORIGIN, reviewOrigin: REVIEW_ORIGIN });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    ({ port } = server.address() as { port: number });
    site = remoteIssuer(`http://127.0.0.1:${port}`, ISSUER_SECRET);
  });
  afterAll(async () => {
    await stopServer(server, 500);
    await open.close();
  });
  afterEach(() => setClockOffset(0));

  /** Not `fetch`: it sends neither Host nor Cookie of one's own. */
  const call = (method: string, path: string, { body, headers = {} }: { body?: string; headers?: Record<string, string> } = {}): Promise<Sent> =>
    new Promise((resolve, reject) => {
      const sending = httpRequest({ host: '127.0.0.1', port, method, path, headers: { host: 'issuer.localhost:9', ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }), ...headers } }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk)).on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
      });
      sending.on('error', reject);
      sending.end(body);
    });
  const json = { 'content-type': 'application/json' };
  const asking = (given: object) => call('POST', '/sign', { body: JSON.stringify(given), headers: json });

  async function announced(poolId: string, count: number, issuerId = 7) {
    const key = await site.makePool({ poolId, issuerId, facts: FACTS });
    await site.register(poolId, staysFrom(BEGUN, count));
    await site.announce({ poolId, stays: count, issueFrom: new Date().toISOString(), issueUntil: new Date(Date.now() + 2_400 * HOUR).toISOString(), facts: FACTS });
    return key;
  }
  /** Goes over from the desk. @returns the cookie */
  async function entered(organisationId = 7): Promise<string> {
    const { status, headers } = await call('GET', `/staff?ticket=${staffTicket(ISSUER_SECRET, organisationId, 'en')}`);
    expect([status, headers['location']]).toEqual([303, '/staff']);
    return String(headers['set-cookie']).split(';')[0] ?? '';
  }
  const linksIn = (csv: string) => csv.split('\r\n').slice(1).filter(Boolean).map((line) => line.split(';')[2] ?? '');

  it('takes the site by its signature and nobody else', async () => {
    const { keyId, spki } = await announced('first', 3);
    expect(keyId).toMatch(/^[0-9a-f]{64}$/);
    expect(Buffer.from(spki, 'base64')).toHaveLength(422);
    const body = JSON.stringify({ poolId: 'first' });
    for (const headers of [json, requestHeaders('another secret', '/site/expire', body), requestHeaders(ISSUER_SECRET, '/site/close', body)]) expect((await call('POST', '/site/expire', { body, headers })).status).toBe(401);
    await expect(site.expire('no-such')).rejects.toMatchObject({ domainCode: 'not-found' });
    await expect(site.expire('first')).rejects.toMatchObject({ domainCode: 'conflict' });
    await expect(site.register('first', [{ stay: '0101901234', startedOn: BEGUN, endedOn: null }])).rejects.toMatchObject({ domainCode: 'invalid', message: 'personal-number' });
    expect((await call('POST', '/site/nonsense', { body: '{}', headers: requestHeaders(ISSUER_SECRET, '/site/nonsense', '{}') })).status).toBe(404);
    await expect(remoteIssuer('http://127.0.0.1:1', ISSUER_SECRET).stateOf(['x'])).rejects.toMatchObject({ domainCode: 'unavailable' });
  });

  it('takes thousands of stays in batches', { timeout: 60_000 }, async () => {
    await site.makePool({ poolId: 'many', issuerId: 7, facts: FACTS });
    expect(await site.register('many', staysFrom(BEGUN, 2_500))).toEqual({ registered: 2_500, added: 2_500, known: 0, changed: 0 });
    expect(await site.register('many', staysFrom(BEGUN, 2_500))).toEqual({ registered: 2_500, added: 0, known: 2_500, changed: 0 });
  });

  it('tells everybody the same of a key, and nothing before it is announced', async () => {
    const { keyId } = await announced('public', 3);
    const hidden = await site.makePool({ poolId: 'hidden', issuerId: 7, facts: FACTS });
    const answers = await Promise.all(['a', 'b'].map((agent) => call('GET', `/pools/${keyId}`, { headers: { 'user-agent': agent, cookie: `x=${agent}` } })));
    expect(answers[0]?.body).toBe(answers[1]?.body);
    expect(JSON.parse(answers[0]?.body ?? '')).toMatchObject({ keyId, pool: 'public', stays: 3, state: 'announced', issued: null, facts: FACTS });
    expect(answers[0]?.headers).toMatchObject({ 'access-control-allow-origin': REVIEW_ORIGIN, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    expect(answers[0]?.headers['access-control-allow-credentials']).toBeUndefined();
    for (const path of [`/pools/${hidden.keyId}`, '/pools/x', '/pools', `/pools/${'0'.repeat(64)}`]) expect((await call('GET', path)).status).toBe(404);
  });

  it('signs for whoever has the link, in the words that its page needs', async () => {
    const { keyId, spki } = await announced('sign', 2);
    const cookie = await entered();
    setClockOffset(25 * HOUR);
    const list = await call('POST', '/staff/pools/sign/list', { body: '', headers: { cookie: await entered(), origin: ORIGIN } });
    const [link = '', second = ''] = linksIn(list.body);
    const mine = await blindFor(spki);
    const answer = await asking({ keyId, secret: secretOf(link), blinded: mine.blinded });
    expect([answer.status, answer.headers['access-control-allow-origin'], answer.headers['set-cookie']]).toEqual([200, REVIEW_ORIGIN, undefined]);
    expect(verifyToken(Buffer.from(spki, 'base64'), await mine.finish((JSON.parse(answer.body) as { signature: string }).signature))).not.toBeNull();
    expect((await asking({ keyId, secret: secretOf(link), blinded: mine.blinded })).body).toBe(answer.body);
    const statuses = [
      await asking({ keyId, secret: secretOf(link), blinded: anyBlinded() }), await asking({ keyId, secret: Buffer.alloc(15).toString('base64url'), blinded: anyBlinded() }), await asking({ keyId, secret: secretOf(link) }),
      await asking({ keyId, secret: secretOf(link), blinded: mine.blinded, more: 1 }), await call('POST', '/sign', { body: 'x=1', headers: { 'content-type': 'application/x-www-form-urlencoded' } }), await asking({ blinded: 'x'.repeat(3_000) }),
    ];
    expect(statuses.map(({ status }) => status)).toEqual([409, 404, 400, 400, 404, 413]);
    setClockOffset(2_401 * HOUR);
    expect((await asking({ keyId, secret: secretOf(second), blinded: anyBlinded() })).status).toBe(410);
    expect(cookie).toMatch(/^vejviser-issuer=/);
  });

  it('answers preflights of the review origin, and other hosts not at all', async () => {
    const preflight = await call('OPTIONS', '/sign', { headers: { origin: REVIEW_ORIGIN, 'access-control-request-method': 'POST' } });
    expect([preflight.status, preflight.headers['access-control-allow-origin'], preflight.headers['access-control-allow-headers']]).toEqual([204, REVIEW_ORIGIN, 'content-type']);
    expect((await call('OPTIONS', '/staff')).headers['access-control-allow-origin']).toBeUndefined();
    expect((await call('GET', '/staff', { headers: { host: 'evil.example' } })).status).toBe(421);
    expect((await call('GET', '/healthz', { headers: { host: 'evil.example' } })).status).toBe(200);
    expect((await call('GET', '/elsewhere')).status).toBe(404);
  });

  it('lets staff in once a ticket, and each to their own pools', async () => {
    await announced('theirs', 2, 8);
    const ticket = staffTicket(ISSUER_SECRET, 7, 'en');
    expect((await call('GET', `/staff?ticket=${ticket}`)).status).toBe(303);
    expect((await call('GET', `/staff?ticket=${ticket}`)).status).toBe(403);
    expect((await call('GET', '/staff')).status).toBe(403);
    const cookie = await entered(7);
    const front = await call('GET', '/staff', { headers: { cookie } });
    expect(front.body).toContain('Skridt &#38; Co');
    expect(front.body).not.toContain('/staff/pools/theirs');
    expect(front.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'/);
    for (const path of ['/staff/pools/theirs', '/staff/pools/nothing', '/staff/elsewhere']) expect((await call('GET', path, { headers: { cookie } })).status).toBe(404);
    for (const name of ['list', 'again', 'code']) expect((await call('POST', `/staff/pools/theirs/${name}`, { body: '', headers: { cookie, origin: ORIGIN } })).status).toBe(404);
    const set = await call('GET', `/staff?ticket=${staffTicket(ISSUER_SECRET, 7, 'en')}`);
    expect(String(set.headers['set-cookie'])).toMatch(/Path=\/staff; HttpOnly; SameSite=Lax/);
    setClockOffset(HOUR);
    expect((await call('GET', '/staff', { headers: { cookie } })).status).toBe(403);
    // What has run out is forgotten with the next one that comes.
    await entered(7);
    const kept = await open.db.select().from(ticketTable);
    expect(kept.every(({ until }) => until.getTime() > Date.now() + HOUR)).toBe(true);
  });

  it('gives lists by a form of its own page only, tells nobody who has collected, and marks rows for envelopes', async () => {
    const { keyId } = await announced('lists', 4);
    setClockOffset(25 * HOUR);
    const cookie = await entered();
    const own = { cookie, origin: ORIGIN };
    expect((await call('POST', '/staff/pools/lists/list', { body: '', headers: { cookie, origin: 'https://evil.example' } })).status).toBe(403);
    expect((await call('POST', '/staff/pools/lists/list', { body: '', headers: { cookie } })).status).toBe(403);
    const list = await call('POST', '/staff/pools/lists/list', { body: '', headers: own });
    expect(list.headers).toMatchObject({ 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="links-lists.csv"' });
    const links = linksIn(list.body);
    expect(links).toHaveLength(4);
    const before = (await call('GET', '/staff/pools/lists', { headers: { cookie } })).body;
    await asking({ keyId, secret: secretOf(links[0] ?? ''), blinded: anyBlinded() });
    expect((await call('GET', '/staff/pools/lists', { headers: { cookie } })).body).toBe(before);
    const day = /name="day" value="([^"]+)"/.exec(before)?.[1] ?? '';
    expect(linksIn((await call('POST', '/staff/pools/lists/again', { body: `day=${day}`, headers: own })).body)).toHaveLength(4);
    expect((await call('POST', '/staff/pools/lists/list', { body: '', headers: own })).status).toBe(409);
    const code = (stay: string) => call('POST', '/staff/pools/lists/code', { body: `stay=${encodeURIComponent(stay)}`, headers: own });
    const statuses = [await code(markOf(`${BEGUN} 3`)), await code(markOf(`${BEGUN} 3`)), await code(markOf('nobody')), await code('0101901234'), await code('<script>')];
    expect(statuses.map(({ status }) => status)).toEqual([200, 409, 409, 422, 422]);
    expect(statuses[3]?.body).toContain('looks like a CPR number');
    expect(await site.close('lists', 0)).toMatchObject({ issued: 2, invited: 4 });
    expect((await call('GET', '/staff/pools/lists', { headers: { cookie } })).body).not.toContain('name="stay"');
  });

  it('is busy for everybody alike, and counts by no address', async () => {
    const answers = await Promise.all(Array.from({ length: 160 }, (_, n) => call('POST', '/sign', { body: '{}', headers: { ...json, 'x-forwarded-for': `192.0.2.${n}` } })));
    const busy = answers.filter(({ status }) => status === 429);
    expect(busy.length).toBeGreaterThan(0);
    expect(busy[0]?.headers).toMatchObject({ 'retry-after': '1', 'access-control-allow-origin': REVIEW_ORIGIN });
    expect((await call('GET', `/pools/${'0'.repeat(64)}`)).status).toBe(404);
  });

  it('closes and expires at the site’s word', async () => {
    const { keyId } = await announced('over', 1);
    expect(await site.close('over', 10)).toEqual({ closed: false, issued: null, invited: 0 });
    expect(await site.close('over', 0)).toEqual({ closed: true, issued: 0, invited: 0 });
    await site.expire('over');
    expect(JSON.parse((await call('GET', `/pools/${keyId}`)).body)).toMatchObject({ state: 'expired', issued: 0 });
    const [row] = await open.db.select().from(pool).where(eq(pool.id, 'over'));
    expect(row?.privateKey).toBeNull();
    expect((await call('GET', '/staff/pools/over', { headers: { cookie: await entered() } })).status).toBe(200);
  });
});
