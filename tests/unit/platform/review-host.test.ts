/** The host where reviews are written: what it serves, and what it lets neither in nor out. */
import { request, type IncomingHttpHeaders, type IncomingMessage, type Server } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { PageCache } from '#platform/http/page-cache.ts';
import { isReviewPath, makeAnonymous, quietError, reviewRoute } from '#platform/http/review-host.ts';
import { makeServer, stopServer } from '#platform/http/server.ts';
import type { NodeHandler } from '#platform/http/capture.ts';

test.each([
  ['/review', 'review'], ['/review/write', 'review'], ['/fi/review/anonymity', 'review'], ['/en/review', 'review'], ['/_astro/a.js', 'static'], ['/favicon.svg', 'static'], ['/robots.txt', 'static'],
  ['/', 'site'], ['/reviews', 'site'], ['/review.html', 'site'], ['/de/review', 'site'], ['/desk/review', 'site'], ['/api/auth/x', 'site'], ['/metrics', 'site'], ['/readyz', 'site'], ['/files/1', 'site'],
])('%s is %s', (path, route) => {
  expect(reviewRoute(path)).toBe(route);
  expect(isReviewPath(path)).toBe(route === 'review');
});

test('of a request nothing stays that tells who sends it', () => {
  const sent = { method: 'POST', headers: { host: 'r', cookie: 'a=b', 'user-agent': 'X', 'x-forwarded-for': '192.0.2.1', forwarded: 'for=192.0.2.1', 'x-real-ip': '192.0.2.1', authorization: 'Bearer x', referer: 'https://a/', 'accept-language': 'fi', 'content-type': 'application/json', 'content-length': '2', origin: 'null' } as IncomingHttpHeaders };
  makeAnonymous(sent as IncomingMessage, 'https://review.example');
  expect(sent.headers).toEqual({ host: 'r', 'content-type': 'application/json', 'content-length': '2', origin: 'https://review.example' });
});

test('of an error only its kind is told: its message may hold what somebody wrote', () => {
  const cause = Object.assign(new Error('Failed query … params: Mette'), { name: 'PostgresError', code: '23505' });
  expect(quietError(new Error('Failed query … params: Mette', { cause }))).toEqual({ error: 'PostgresError', code: '23505' });
  expect(quietError('Mette')).toEqual({ error: 'Error', code: '' });
});

describe('the server', () => {
  let server: Server | null = null;
  afterEach(async () => {
    if (server) await stopServer(server);
    server = null;
  });

  async function serve(handler: NodeHandler, review: { origin: string; siteUrl: string } | null = { origin: 'http://review.localhost:1', siteUrl: 'http://localhost:1' }) {
    server = makeServer({ handler, cache: new PageCache(1_000_000), allowedHosts: new Set(['localhost']), https: false, review, ready: async () => {}, metrics: async () => '' });
    const listening = server;
    await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
    const { port } = listening.address() as { port: number };
    return (host: string, path: string, { method = 'GET', headers = {}, body = '' }: { method?: string; headers?: Record<string, string>; body?: string } = {}) =>
      new Promise<{ status: number; headers: IncomingHttpHeaders; body: string }>((resolve, reject) => {
        const sent = request({ port, host: '127.0.0.1', path, method, headers: { host, ...(method === 'POST' ? { 'content-length': String(Buffer.byteLength(body)) } : {}), ...headers } }, (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks).toString() }));
        });
        sent.on('error', reject).end(body);
      });
  }
  const seen: IncomingHttpHeaders[] = [];
  const page: NodeHandler = (incoming, response) => {
    seen.push({ ...incoming.headers });
    response.writeHead(200, { 'content-type': 'text/html', 'set-cookie': 'vejviser=x' }).end(`page ${incoming.url}`);
  };
  const REVIEW = 'review.localhost:1';

  test('serves these pages, without cookies, to everybody the same', async () => {
    const ask = await serve(page);
    seen.length = 0;
    const answers = [await ask(REVIEW, '/review/write?x=1', { headers: { cookie: 'vejviser=1' } }), await ask(REVIEW, '/review/write', { headers: { 'x-forwarded-for': '192.0.2.9' } })];
    expect(answers.map(({ status, body }) => [status, body])).toEqual([[200, 'page /review/write'], [200, 'page /review/write']]);
    expect(answers[0]?.headers['set-cookie']).toBeUndefined();
    expect(answers[0]?.headers['referrer-policy']).toBe('no-referrer');
    expect(seen).toEqual([{ host: REVIEW }]);
  });

  test('a form is taken without cookies, and its answer is kept nowhere', async () => {
    const ask = await serve(page);
    seen.length = 0;
    const answer = await ask(REVIEW, '/en/review/statement', { method: 'POST', body: '{}', headers: { 'content-type': 'application/json', cookie: 'vejviser=1', 'user-agent': 'X', origin: 'null' } });
    expect([answer.status, answer.headers['cache-control'], answer.headers['set-cookie']]).toEqual([200, 'no-store', undefined]);
    expect(seen).toEqual([{ host: REVIEW, 'content-type': 'application/json', 'content-length': '2', origin: 'http://review.localhost:1' }]);
  });

  test('takes no more than a review may have', async () => {
    const ask = await serve(page);
    expect((await ask(REVIEW, '/review/statement', { method: 'POST', body: 'x'.repeat(33_000) })).status).toBe(413);
  });

  test('is in no count that everybody can read: a step of one would tell when somebody writes', async () => {
    const ask = await serve(page);
    await ask('localhost', '/');
    const before = (await ask('localhost', '/metrics')).body;
    await ask(REVIEW, '/review/write');
    await ask(REVIEW, '/review/write');
    await ask(REVIEW, '/review/write', { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'a=b' });
    const told = (text: string) => text.split('\n').filter((line) => /requests_total|cache_hits|cache_misses/.test(line));
    // One more for the reading itself.
    expect(told((await ask('localhost', '/metrics')).body)).toEqual(told(before).map((line) => (line.startsWith('vejviser_requests_total{status="200"}') ? 'vejviser_requests_total{status="200"} 2' : line)));
  });

  test.each(['/', '/providers?q=mentor', '/desk', '/metrics', '/readyz'])('sends %s to the site', async (path) => {
    const ask = await serve(page);
    const { status, headers } = await ask(REVIEW, path);
    expect([status, headers.location]).toEqual([307, `http://localhost:1${path}`]);
  });

  test('on the site itself there is nothing of it but the way there', async () => {
    const ask = await serve(page);
    const { status, headers } = await ask('localhost', '/sv/review/write');
    expect([status, headers.location, headers['cache-control']]).toEqual([307, 'http://review.localhost:1/sv/review/write', 'no-store']);
    expect((await ask('localhost', '/review/statement', { method: 'POST', body: '{}' })).status).toBe(404);
  });

  test('a site that takes no reviews has none of these pages', async () => {
    const ask = await serve(page, null);
    expect((await ask('localhost', '/review')).status).toBe(404);
    expect((await ask(REVIEW, '/review')).status).toBe(421);
  });
});
