import { request, type Server } from 'node:http';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { bodyLimit, MAX_BODY, refuseBody } from '#platform/http/body-limit.ts';
import { PageCache } from '#platform/http/page-cache.ts';
import { makeServer, stopServer } from '#platform/http/server.ts';

const MB = 1024 * 1024;

describe('how much an address takes', () => {
  it.each([
    ['/desk', 64 * 1024],
    ['/desk/organisation/3/members', 64 * 1024],
    ['/desk/provider/x/results/upload', MAX_BODY],
    ['/fi/desk/provider/x/results/evidence', MAX_BODY],
    ['/desk/provider/x/approvals/draft/3', MAX_BODY],
    ['/sv/desk/authority/3/cases/4', MAX_BODY],
    ['/desk/authority/3/confirmations/4', 64 * 1024],
    ['/desk/provider/x/resultsx', 64 * 1024],
    ['/xx/desk/provider/x/results', 64 * 1024],
    ['/api/v1/providers/x/results', 20 * MB],
    ['/api/v1/providers/x', MB],
    ['/api/suggest', 64 * 1024],
  ])('%s: %d', (path, limit) => expect(bodyLimit(path)).toBe(limit));
});

describe('a server that is sent too much', () => {
  let server: Server | null = null;
  const held: (() => void)[] = [];
  afterEach(async () => {
    for (const each of held.splice(0)) each();
    if (server) await stopServer(server, 100);
    server = null;
  });

  async function open(hold = false): Promise<{ port: number; seen: () => number }> {
    let seen = 0;
    const handler = async (message: NodeJS.ReadableStream, response: { end(text: string): void }) => {
      for await (const chunk of message) seen += (chunk as Buffer).length;
      if (hold) await new Promise<void>((resolve) => held.push(resolve));
      response.end('taken');
    };
    server = makeServer({ handler: handler as never, cache: new PageCache(1_000_000), allowedHosts: new Set(['127.0.0.1']), https: false, ready: async () => {}, metrics: async () => '' });
    const listening = server;
    await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
    return { port: (listening.address() as { port: number }).port, seen: () => seen };
  }

  const post = (port: number, path: string, size: number, headers: Record<string, string> = {}) =>
    new Promise<{ status: number; type: string }>((resolve, reject) => {
      const call = request({ host: '127.0.0.1', port, path, method: 'POST', headers: { 'content-length': String(size), ...headers } }, (response) => {
        response.resume();
        response.once('end', () => resolve({ status: response.statusCode ?? 0, type: String(response.headers['content-type']) }));
      });
      call.once('error', reject);
      call.end(Buffer.alloc(Math.min(size, 2 * MB)));
    });

  it('refuses by what is announced, before it reads', async () => {
    const { port, seen } = await open();
    expect(await post(port, '/desk', 64 * 1024)).toMatchObject({ status: 200 });
    const before = seen();
    const refused = await new Promise<string>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => socket.write('POST /desk HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 65537\r\n\r\n'));
      socket.once('data', (chunk) => resolve(String(chunk)));
      socket.on('error', () => {});
    });
    expect(refused).toMatch(/^HTTP\/1\.1 413 /);
    expect(refused.toLowerCase()).toContain('connection: close');
    expect(seen()).toBe(before);
    const chunked = await new Promise<string>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => socket.write('POST /desk/provider/x/results HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n'));
      socket.once('data', (chunk) => resolve(String(chunk)));
      socket.on('error', () => {});
    });
    expect(chunked).toMatch(/^HTTP\/1\.1 411 /);
  });

  it('reads a few large ones at a time and asks others to wait', async () => {
    const { port } = await open(true);
    const first = Array.from({ length: 4 }, () => post(port, '/desk/provider/x/results/evidence', 2 * MB));
    while (held.length < 4) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await post(port, '/desk/provider/x/results/evidence', 2 * MB)).toMatchObject({ status: 503 });
    for (const each of held.splice(0)) each();
    expect((await Promise.all(first)).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const again = post(port, '/desk/provider/x/results/evidence', 2 * MB);
    while (held.length < 1) await new Promise((resolve) => setTimeout(resolve, 5));
    held.splice(0)[0]?.();
    expect(await again).toMatchObject({ status: 200 });
  });
});

describe('a server with a host of its own for files', () => {
  it('answers files there and nothing else, and no files elsewhere', async () => {
    const handler = (_message: unknown, response: { end(text: string): void }) => response.end('file');
    const server = makeServer({ handler: handler as never, cache: new PageCache(1_000_000), allowedHosts: new Set(['site.example']), filesHost: 'files.example', https: false, ready: async () => {}, metrics: async () => '' });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const status = (host: string, path: string) =>
      new Promise<number>((resolve) => {
        request({ host: '127.0.0.1', port, path, headers: { host } }, (response) => {
          response.resume();
          resolve(response.statusCode ?? 0);
        }).end();
      });
    expect([await status('files.example', '/files/abc?until=1&key=2'), await status('files.example', '/desk'), await status('site.example', '/files/abc'), await status('site.example', '/')]).toEqual([200, 404, 404, 200]);
    await stopServer(server);
  });
});

describe('what a system sends', () => {
  it.each([
    ['application/json', null],
    ['application/json; charset=utf-8', null],
    ['text/csv', null],
    ['text/plain', 415],
    ['application/x-www-form-urlencoded', 415],
    ['multipart/form-data; boundary=x', 415],
    ['application/jsonp', 415],
    [undefined, 415],
  ])('as %s: %s', (type, status) => {
    expect(refuseBody({ headers: { ...(type === undefined ? {} : { 'content-type': type }), 'content-length': '10' } }, '/api/v1/providers/x/results')?.status ?? null).toBe(status);
  });
});
