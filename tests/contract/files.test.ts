/** Both stores keep the same promises. S3 is a real server of that protocol, on this machine. */
import { createRequire } from 'node:module';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diskStore } from '#platform/files/disk.ts';
import { s3Store } from '#platform/files/s3.ts';
import type { FileStore } from '#platform/files/store.ts';

interface S3rver {
  run(): Promise<{ port: number }>;
  close(): Promise<void>;
}
const Server = createRequire(import.meta.url)('s3rver') as new (options: object) => S3rver;

const folder = mkdtempSync(join(tmpdir(), 'vejviser-files-'));
const server = new Server({ port: 0, address: '127.0.0.1', silent: true, directory: join(folder, 's3'), configureBuckets: [{ name: 'evidence', configs: [] }] });
let port = 0;

beforeAll(async () => void ({ port } = await server.run()));
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const settings = (keyId = 'S3RVER') => ({ endpoint: `http://127.0.0.1:${port}/evidence`, region: 'us-east-1', keyId, secret: 'S3RVER' });
const text = async (stream: ReadableStream<Uint8Array> | null) => (stream ? new Response(stream).text() : null);
const KEY = 'abcdefghijklmnop_-01';

describe.each<[string, () => FileStore]>([
  ['disk', () => diskStore(join(folder, 'disk'))],
  ['S3', () => s3Store(settings())],
])('the file store on %s', (_, open) => {
  it('gives back what was put, until it is removed', async () => {
    const store = open();
    expect(await store.get(KEY)).toBeNull();
    await store.put(KEY, new TextEncoder().encode('æøå'));
    expect(await text(await store.get(KEY))).toBe('æøå');
    await store.put(KEY, new TextEncoder().encode('another'));
    expect(await text(await store.get(KEY))).toBe('another');
    await store.remove(KEY);
    expect(await store.get(KEY)).toBeNull();
    await store.remove(KEY);
  });

  it('takes twenty megabytes and loses no byte', async () => {
    const store = open();
    const bytes = Uint8Array.from({ length: 20 * 1024 * 1024 }, (__, at) => (at * 31) & 255);
    await store.put('large_large_large_1', bytes);
    const back = new Uint8Array(await new Response(await store.get('large_large_large_1')).arrayBuffer());
    expect(Buffer.compare(back, bytes)).toBe(0);
    await store.remove('large_large_large_1');
  });
});

describe('on disk', () => {
  it('no key leads out of the folder', async () => {
    for (const key of ['../../../etc/passwd', 'a/b', '', `${'a'.repeat(20)}/..`]) await expect(diskStore(join(folder, 'disk')).get(key)).rejects.toThrow('Not a key');
  });

  it('what an interrupted write left goes with its key', async () => {
    const store = diskStore(join(folder, 'disk'));
    await store.put(KEY, new Uint8Array([1]));
    const path = join(folder, 'disk', KEY.slice(0, 2));
    writeFileSync(join(path, `${KEY}.part`), 'half');
    await store.remove(KEY);
    expect(existsSync(path) ? readdirSync(path) : []).toEqual([]);
  });
});

describe('on S3', () => {
  it('a key that the store does not know is an error and not an empty answer', async () => {
    await expect(s3Store(settings('NOBODY')).put(KEY, new Uint8Array([1]))).rejects.toThrow();
    await expect(s3Store(settings('NOBODY')).get(KEY)).rejects.toThrow();
  });
});
