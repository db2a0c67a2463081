import { createRequestFromNodeRequest } from 'astro/app/node';
import fc from 'fast-check';
import { get, type IncomingMessage, type Server } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { PageCache, pickEncoding } from '#platform/http/page-cache.ts';
import { cleanUrl, makeServer, stopServer } from '#platform/http/server.ts';
import type { NodeHandler } from '#platform/http/capture.ts';

describe('cleanUrl', () => {
  it.each([
    ['/providers?q=mentor&utm_source=x', '/providers?q=mentor'],
    ['/providers?place=&q=', '/providers'],
    ['/compare?p=b&p=a', '/compare?p=b&p=a'],
    ['/providers?q=%', '/providers?q=%25'],
    ['/providers?q=a%00b&place=x', '/providers?place=x'],
    ['//evil.example/x', null],
    ['/%zz', null],
    ['/a%00b', null],
    ['/a\\b', null],
    ['/api/v1/../../desk', null],
    ['/_astro/%2E./desk', null],
    ['/.//evil.example/', null],
    ['/desk/..', null],
    ['/a..b/.well-known/c.', '/a..b/.well-known/c.'],
    [`/${'a'.repeat(5000)}`, null],
    ['*', null],
  ])('%s becomes %s', (raw, expected) => expect(cleanUrl(raw)).toBe(expected));

  it('takes any text and is idempotent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = cleanUrl(`/${text}`);
        if (once !== null) expect(cleanUrl(once)).toBe(once);
      }),
    );
  });
});

describe('pickEncoding', () => {
  it.each([
    [undefined, 'identity'],
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0.5', 'br'],
    ['identity', 'identity'],
  ] as const)('%s gives %s', (accept, expected) => expect(pickEncoding(accept)).toBe(expected));
});

describe('server', () => {
  let server: Server | null = null;
  afterEach(async () => {
    if (server) await stopServer(server);
    server = null;
  });

  async function serve(handler: NodeHandler, cache = new PageCache(10_000_000), https = false) {
    server = makeServer({ handler, cache, allowedHosts: new Set(['127.0.0.1', 'vejviser.example']), https, ready: async () => {}, metrics: async () => 'x 1' });
    const listening = server;
    await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
    const { port } = listening.address() as { port: number };
    return {
      cache,
      ask: (path: string, headers: Record<string, string> = {}, method = 'GET') =>
        new Promise<{ status: number; headers: IncomingMessage['headers']; body: Buffer }>((resolve, reject) => {
          get({ host: '127.0.0.1', port, path, headers, method }, (response) => {
            const chunks: Buffer[] = [];
            response.on('data', (chunk: Buffer) => chunks.push(chunk));
            response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }));
          }).on('error', reject);
        }),
    };
  }

  const page = (text: string, headers: Record<string, string> = {}): { handler: NodeHandler; count: () => number } => {
    let count = 0;
    return {
      count: () => count,
      handler: async (request, response) => {
        count++;
        await new Promise((resolve) => setTimeout(resolve, 5));
        response.writeHead(200, { 'content-type': 'text/html', 'x-cache-tags': 'provider:1', ...headers });
        response.end(`${text} ${request.url} ${'x'.repeat(2000)}`);
      },
    };
  };

  it('renders once for many at the same time, and again after its tag is dropped', async () => {
    const { handler, count } = page('a');
    const { ask, cache } = await serve(handler);
    await Promise.all(Array.from({ length: 20 }, () => ask('/x')));
    expect(count()).toBe(1);
    cache.invalidate(['provider:2']);
    await ask('/x');
    expect(count()).toBe(1);
    cache.invalidate(['provider:1']);
    expect((await ask('/x')).headers['x-cache-tags']).toBeUndefined();
    expect(count()).toBe(2);
  });

  it('does not keep an answer that was rendered before an invalidation', async () => {
    let value = 'old';
    const { ask, cache } = await serve(async (_request, response) => {
      const rendered = value;
      await new Promise((resolve) => setTimeout(resolve, 30));
      response.writeHead(200, { 'content-type': 'text/plain', 'x-cache-tags': 'a' });
      response.end(rendered);
    });
    const first = ask('/x');
    await new Promise((resolve) => setTimeout(resolve, 10));
    value = 'new';
    cache.invalidate(['a']);
    await first;
    expect(String((await ask('/x')).body)).toBe('new');
  });

  it('sends the same bytes in each encoding, 304 for a known etag, and HEAD without a body', async () => {
    const { ask } = await serve(page('b').handler);
    const plain = await ask('/y');
    expect(brotliDecompressSync((await ask('/y', { 'accept-encoding': 'br' })).body)).toEqual(plain.body);
    expect(gunzipSync((await ask('/y', { 'accept-encoding': 'gzip' })).body)).toEqual(plain.body);
    expect((await ask('/y', { 'if-none-match': String(plain.headers.etag) })).status).toBe(304);
    const head = await ask('/y', {}, 'HEAD');
    expect([head.status, head.body.length, Number(head.headers['content-length'])]).toEqual([200, 0, plain.body.length]);
  });

  it('keeps nothing that is private, sets a cookie or failed', async () => {
    for (const headers of [{ 'cache-control': 'private' }, { 'cache-control': 'no-store' }, { 'set-cookie': 'a=1' }]) {
      const { handler, count } = page('c', headers as unknown as Record<string, string>);
      const { ask } = await serve(handler);
      await ask('/z');
      await ask('/z');
      expect(count()).toBe(2);
      if (server) await stopServer(server);
    }
  });

  it('renders for signed-in people alone, and never hands one visitor’s cookie to another', async () => {
    const shared = page('public');
    const { ask } = await serve(shared.handler);
    await ask('/');
    for (const cookie of ['vejviser=a.b', 'x=1; __Host-vejviser=a.b', 'vejviser.state=a.b']) {
      const answer = await ask('/', { cookie });
      expect(answer.headers['cache-control']).toBe('no-store');
      expect(answer.headers['etag']).toBeUndefined();
    }
    expect(shared.count()).toBe(4);
    await ask('/', { cookie: 'other=1' });
    await ask('/_astro/x.js', { cookie: 'vejviser=a.b' });
    expect((await ask('/_astro/x.js')).headers['cache-control']).not.toBe('no-store');
    expect(shared.count()).toBe(5);
    await stopServer(server as Server);

    let visitors = 0;
    const { ask: begin } = await serve(async (_request, response) => {
      const number = ++visitors;
      await new Promise((resolve) => setTimeout(resolve, 10));
      response.writeHead(200, { 'set-cookie': `vejviser.ceremony=${number}`, 'cache-control': 'no-store' });
      response.end('x');
    });
    for (const path of ['/sign-in/oidc', '/api/auth/passkey/generate-authenticate-options']) {
      const answers = await Promise.all(Array.from({ length: 5 }, () => begin(path)));
      expect(new Set(answers.map((each) => String(each.headers['set-cookie']))).size).toBe(5);
    }
  });

  it.each([[true, 'https://vejviser.example/sign-in'], [false, 'http://vejviser.example/sign-in']] as const)('pages see their own origin behind a proxy that ends TLS (%s)', async (https, expected) => {
    // As the adapter of Astro makes its request, whose origin forms are held to.
    const { ask } = await serve((request, response) => void response.end(createRequestFromNodeRequest(request).url), undefined, https);
    expect((await ask('/sign-in', { host: 'vejviser.example' })).body.toString()).toBe(expected);
    expect((await ask('/sign-in', { host: 'vejviser.example', 'x-forwarded-proto': 'gopher', 'x-forwarded-host': 'evil.example' })).body.toString()).toBe(expected);
  });

  it('leaves what a sign-in broker sends back as it is', () => {
    expect(cleanUrl('/api/auth/callback/oidc?code=a&state=b&session_state=c')).toBe('/api/auth/callback/oidc?code=a&state=b&session_state=c');
    expect(cleanUrl('/sign-in?code=a&session_state=b')).toBe('/sign-in');
  });

  it('refuses other hosts, answers health to any, and never lets a handler’s error out', async () => {
    const { ask } = await serve(async () => {
      throw new Error('secret detail');
    });
    expect((await ask('/', { host: 'evil.example' })).status).toBe(421);
    expect((await ask('/healthz', { host: 'evil.example' })).status).toBe(200);
    const failed = await ask('/');
    expect(failed.status).toBe(500);
    expect(String(failed.body)).not.toContain('secret');
    expect((await ask('/readyz')).status).toBe(200);
    expect(String((await ask('/metrics')).body)).toContain('vejviser_requests_total{status="500"} 1');
  });

  it('finishes running answers when it stops', async () => {
    const { ask } = await serve(async (_request, response) => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      response.end('late');
    });
    const running = ask('/slow');
    await new Promise((resolve) => setTimeout(resolve, 30));
    if (server) await stopServer(server);
    server = null;
    expect(String((await running).body)).toBe('late');
  });

  it('holds its byte cap', async () => {
    const cache = new PageCache(400_000);
    const { ask } = await serve(page('d').handler, cache);
    for (let at = 0; at < 100; at++) await ask(`/page${at}`);
    expect(cache.bytes).toBeLessThanOrEqual(400_000);
    expect(cache.bytes).toBeGreaterThan(0);
  });
});

