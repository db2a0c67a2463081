/** `npm run log:verify` against a small server that answers as the site does, and as one that cheats. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { OpenDatabase } from '#db/client.ts';
import { signingKey, verifierLine } from '#platform/audit/note.ts';
import { appendPublic } from '#platform/public-log/append.ts';
import { lastSigned, signLog } from '#platform/public-log/checkpoint.ts';
import { bundleOf, logEntries } from '#platform/public-log/queries.ts';
import { contextOf } from '#tests/support/catalogue.ts';
import { freshDatabase } from '#tests/support/database.ts';

const folder = mkdtempSync(join(tmpdir(), 'vejviser-log-verify-'));
const key = signingKey('localhost/decisions/log', Buffer.alloc(32, 6));
const kept = join(folder, 'public-log.txt');
let open: OpenDatabase;
let server: Server;
let site: string;
/** How the server cheats. */
let cheat: (index: number, entry: string) => string = (_index, entry) => entry;

async function answer(url: URL): Promise<string> {
  if (url.pathname === '/decisions/log/key') return `${verifierLine(key)}\n`;
  if (url.pathname === '/decisions/log/checkpoint') return (await lastSigned(open.db))?.note ?? '';
  const from = Number(url.searchParams.get('from') ?? 0);
  if (url.pathname === '/decisions/log/proof') return JSON.stringify(await bundleOf(open.db, Number(url.searchParams.get('entry'))));
  const entries = await logEntries(open.db, from, 5);
  const next = from + entries.length;
  return JSON.stringify({ entries: entries.map(({ index, entry, document, salt }) => ({ entry: cheat(index, entry), document, salt })), next: entries.length === 5 ? next : null });
}

beforeAll(async () => {
  open = await freshDatabase('embedded');
  for (let n = 0; n < 13; n++) {
    await open.db.transaction((tx) => appendPublic(contextOf(tx), tx, { kind: 'decision', subject: `decision:${n}`, document: { n } }));
    if (n % 4 === 0) await signLog(open.db, key, kept);
  }
  server = createServer((request, response) => void answer(new URL(request.url ?? '', 'http://x')).then((text) => response.end(text), () => response.writeHead(404).end()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  await open.close();
  rmSync(folder, { recursive: true, force: true });
});

async function verify(...args: string[]): Promise<{ code: number | null; text: string }> {
  const child = spawn(process.execPath, ['scripts/log-verify.ts', ...args], { env: { ...process.env, NODE_OPTIONS: '' }, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += String(chunk)));
  const code = await new Promise<number | null>((done) => child.once('close', done));
  return { code, text };
}

it('says how it is called', { timeout: 60_000 }, async () => {
  expect(await verify('--help')).toMatchObject({ code: 0, text: expect.stringContaining('Usage: npm run log:verify') as string });
  expect(await verify()).toMatchObject({ code: 2 });
  expect(await verify('file.json')).toMatchObject({ code: 2, text: expect.stringContaining('needs --key') as string });
});

it('checks an entry from an address or a file, and tells when it was tampered with', { timeout: 60_000 }, async () => {
  const good = await verify(`${site}/decisions/log/proof?entry=7`);
  expect(good.text).toContain('is number 7 in the log of 13 entries');
  expect(good.code).toBe(0);
  const file = join(folder, 'entry.json');
  const bundle = await bundleOf(open.db, 7);
  writeFileSync(file, JSON.stringify(bundle));
  expect((await verify(file, '--key', verifierLine(key))).code).toBe(0);
  expect(await verify(file, '--key', verifierLine(signingKey('localhost/decisions/log', Buffer.alloc(32, 7))))).toMatchObject({ code: 1, text: expect.stringContaining('NOT GOOD') as string });
  writeFileSync(file, JSON.stringify({ ...bundle, document: '{"n":8}' }));
  expect(await verify(file, '--key', verifierLine(key))).toMatchObject({ code: 1, text: expect.stringContaining('NOT the one that the entry commits to') as string });
  writeFileSync(file, '{}');
  expect((await verify(file, '--key', verifierLine(key))).code).toBe(2);
});

it('works the whole log out again, and finds it written anew or cut off by checkpoints that were kept', { timeout: 60_000 }, async () => {
  const whole = () => verify(site, '--key', verifierLine(key), '--checkpoints', kept);
  expect(await whole()).toMatchObject({ code: 0, text: '13 entries read, 4 kept checkpoints: the log is whole.\n' });
  cheat = (index, entry) => (index === 3 ? entry.replace('decision:3', 'decision:9') : entry);
  const rewritten = await whole();
  expect(rewritten.code).toBe(1);
  expect(rewritten.text).toContain('Kept checkpoint 2 (5 entries) is of other entries: the log was written anew.');
  expect(rewritten.text).not.toContain('Kept checkpoint 1 ');
  cheat = (_index, entry) => entry;
  writeFileSync(kept, readFileSync(kept, 'utf8').replace('\n13\n', '\n14\n'));
  expect(await whole()).toMatchObject({ code: 1, text: expect.stringContaining('is not signed with this key') as string });
});
