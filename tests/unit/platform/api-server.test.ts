/** What the server itself answers to callers of the API: in the API's own form, before Astro is asked. */
import { request, type IncomingMessage, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PageCache } from '#platform/http/page-cache.ts';
import { makeServer, stopServer } from '#platform/http/server.ts';

let server: Server;
let asked: string[] = [];

beforeAll(async () => {
  server = makeServer({
    async handler(incoming, response) {
      asked.push(incoming.method ?? '');
      if (incoming.url === '/api/v1/broken') throw new Error('secret detail');
      const cors = (incoming.url ?? '').startsWith('/api/') ? { 'access-control-allow-origin': '*' } : {};
      response.writeHead(200, { 'content-type': 'application/json', ...cors });
      response.end('{"a":1}');
    },
    cache: new PageCache(1_000_000), allowedHosts: new Set(['127.0.0.1']), https: false, ready: async () => {}, metrics: async () => '',
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => stopServer(server));

interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  body: string;
}

function ask(method: string, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  asked = [];
  const { port } = server.address() as { port: number };
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += String(chunk)));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    }).on('error', reject).end();
  });
}

function expectProblem({ headers, body }: Answer, status: number): void {
  expect(headers['content-type']).toMatch(/^application\/problem\+json/);
  expect(headers['access-control-allow-origin']).toBe('*');
  expect(JSON.parse(body)).toMatchObject({ type: 'about:blank', status });
}

describe('the reading API', () => {
  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND'])('answers %s with 405 and what is allowed', async (method) => {
    for (const path of ['/api/v1/providers', '/api/v1', '/api/v1/none?q=a']) {
      const answer = await ask(method, path, { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://other.example' });
      expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD, OPTIONS']);
      expectProblem(answer, 405);
      expect(asked).toEqual([]);
    }
  });

  it('answers the preflight of another site', async () => {
    const { status, headers, body } = await ask('OPTIONS', '/api/v1/providers', { origin: 'https://other.example', 'access-control-request-method': 'GET' });
    expect([status, body]).toEqual([204, '']);
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(headers['access-control-allow-methods']).toBe('GET, HEAD, OPTIONS');
    expect(headers['access-control-allow-headers']).toBe('if-none-match');
  });

  it('leaves other addresses to Astro, but for a method that Astro cannot take', async () => {
    expect((await ask('POST', '/_actions/x')).status).toBe(200);
    expect((await ask('POST', '/api/v10')).status).toBe(200);
    expect((await ask('TRACE', '/')).status).toBe(405);
  });

  it('has its own form for errors of the server', async () => {
    expectProblem(await ask('GET', '/api/v1/a%00b'), 400);
    expectProblem(await ask('GET', '/api/v1/providers', { host: 'evil.example' }), 421);
    const failed = await ask('GET', '/api/v1/broken');
    expectProblem(failed, 500);
    expect(failed.body).not.toContain('secret');
    expect((await ask('GET', '/a%00b')).headers['content-type']).toMatch(/^text\/plain/);
    expect((await ask('HEAD', '/api/v1/broken')).body).toBe('');
  });
});

describe('a known answer', () => {
  it('is 304 for its tag in any form, and may be read by other sites', async () => {
    const { headers: { etag = '' } } = await ask('GET', '/api/v1/x');
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const { status, headers } = await ask('GET', '/api/v1/x', { 'if-none-match': known });
      expect([known, status, headers['access-control-allow-origin']]).toEqual([known, 304, '*']);
    }
    expect((await ask('GET', '/api/v1/x', { 'if-none-match': '"other"' })).status).toBe(200);
  });

  it('of a page is not opened to other sites', async () => {
    const { headers: { etag = '' } } = await ask('GET', '/page');
    expect((await ask('GET', '/page', { 'if-none-match': etag })).headers['access-control-allow-origin']).toBeUndefined();
  });
});
