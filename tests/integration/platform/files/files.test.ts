import { spawn } from 'node:child_process';
import { sql } from 'drizzle-orm';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEmbedded, rows, type Db, type OpenDatabase } from '#db/client.ts';
import { organisation } from '#db/schema/index.ts';
import { setClockOffset } from '#platform/clock.ts';
import { fileAddress, mayFetch } from '#platform/files/address.ts';
import { fileHeaders } from '#platform/files/answer.ts';
import { releaseFile, removeFile } from '#platform/files/commands/decide-file.ts';
import { scanFile, scanWaiting } from '#platform/files/commands/scan-file.ts';
import { sweepFiles } from '#platform/files/commands/sweep-files.ts';
import { takeFile } from '#platform/files/commands/take-file.ts';
import { diskStore } from '#platform/files/disk.ts';
import { inspectApart } from '#platform/files/inspect/run.ts';
import { QUOTA_BYTES } from '#platform/files/model.ts';
import { fileById, quarantinedFiles, quotaOf } from '#platform/files/queries.ts';
import type { Files } from '#platform/files/service.ts';
import { useSecrets } from '#platform/seal.ts';
import { aPdf } from '#tests/factories/files.ts';
import { contextOf, type SentEvent } from '#tests/support/catalogue.ts';
import { ENGINES, freshDatabase } from '#tests/support/database.ts';

const folder = mkdtempSync(join(tmpdir(), 'vejviser-evidence-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const everyFile = (at: string): string[] => (existsSync(at) ? readdirSync(at, { recursive: true, encoding: 'utf8' }).filter((each) => statSync(join(at, each)).isFile()) : []);
const newOrganisation = async (db: Db, value = '1'): Promise<number> => {
  const [row] = await db.insert(organisation).values({ scheme: 'test', value, name: 'A', createdAt: new Date('2026-01-01T00:00:00Z') }).returning({ id: organisation.id });
  return row?.id ?? 0;
};

describe.each(ENGINES)('evidence files on %s', (engine) => {
  let open: OpenDatabase;
  let db: Db;
  let own = 0;
  const at = join(folder, engine);
  const store = diskStore(at);
  const files: Files = { store, scan: null, inspect: inspectApart };
  /** Where the inspection itself is not what is tested. */
  const quick: Files = { ...files, inspect: async (bytes) => ({ ok: true, kind: 'csv', bytes }) };
  const take = (name: string, bytes: Uint8Array | string, by: Files = quick, organisationId = own) =>
    takeFile(contextOf(db), by, { organisationId, name, bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes });
  const audited = async (id: string) => (await rows<{ action: string }>(db, sql`select action from audit_entry where object = ${`file:${id}`} order by id`)).map(({ action }) => action);

  beforeAll(async () => {
    open = await freshDatabase(engine);
    db = open.db;
    own = await newOrganisation(db);
  });
  afterAll(async () => {
    setClockOffset(0);
    await open.close();
  });

  it('are inspected in another process, kept under a random name and wait in quarantine', async () => {
    const events: SentEvent[] = [];
    const attached: string[] = [];
    const bytes = aPdf();
    const taken = await takeFile(contextOf(db, events), files, { organisationId: own, name: '../Bilag.PDF', bytes }, async (_tx, { id }) => void attached.push(id));
    expect(taken).toMatchObject({ name: 'Bilag.pdf', kind: 'pdf', size: bytes.length, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(taken.id).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect(await fileById(db, taken.id)).toMatchObject({ state: 'quarantined', organisationId: own });
    expect(Buffer.from(await new Response(await store.get(taken.id)).arrayBuffer())).toEqual(Buffer.from(bytes));
    expect(attached).toEqual([taken.id]);
    expect(events).toEqual([{ name: 'file.taken', data: { fileId: taken.id } }]);
    expect(await audited(taken.id)).toEqual(['files.take']);
  });

  it('leave nothing when they are refused, or when what belongs to them fails', async () => {
    const before = [everyFile(at).length, (await rows(db, sql`select 1 from stored_file`)).length];
    await expect(take('x.pdf', aPdf({ catalogue: '/OpenAction[3 0 R/Fit]' }), files)).rejects.toMatchObject({ problems: [{ field: 'file', reason: 'file-pdf-active' }] });
    await expect(take('x.csv', new Uint8Array(20 * 1024 * 1024 + 1))).rejects.toMatchObject({ domainCode: 'too-large' });
    await expect(takeFile(contextOf(db), quick, { organisationId: own, name: 'x.csv', bytes: new Uint8Array([65]) }, async () => { throw new Error('no'); })).rejects.toThrow('no');
    await expect(take('x.csv', 'a', { ...quick, store: { ...store, put: async () => { throw new Error('disk full'); } } })).rejects.toThrow('disk full');
    expect([everyFile(at).length, (await rows(db, sql`select 1 from stored_file`)).length]).toEqual(before);
  });

  it('stay in quarantine where there is no scanner, until an operator releases them with reasons', async () => {
    const { id } = await take('a.csv', 'a');
    await scanFile(contextOf(db), quick, id);
    await scanWaiting(contextOf(db), quick);
    expect((await fileById(db, id))?.state).toBe('quarantined');
    expect((await quarantinedFiles(db)).map((each) => each.id)).toContain(id);
    await releaseFile({ ...contextOf(db), actor: 'person:operator' }, { fileId: id, reason: 'Opened on a machine apart.' });
    expect(await fileById(db, id)).toMatchObject({ state: 'released', reason: 'Opened on a machine apart.' });
    expect(await audited(id)).toEqual(['files.take', 'files.released']);
    await expect(releaseFile(contextOf(db), { fileId: id, reason: 'Once more, please.' })).rejects.toMatchObject({ domainCode: 'not-found' });
  });

  it('are released or refused by a scanner, and wait while it does not answer', async () => {
    const [clean, bad, later] = [await take('a.csv', 'clean'), await take('b.csv', 'EVIL'), await take('c.csv', 'later')];
    const scan: Files['scan'] = async (file) => {
      const text = await new Response(file).text();
      if (text === 'later') throw new Error('no answer');
      return text === 'EVIL' ? 'Evil.Test' : null;
    };
    await expect(scanFile(contextOf(db), { ...quick, scan }, later.id)).rejects.toThrow('no answer');
    await scanWaiting(contextOf(db), { ...quick, scan });
    expect(await fileById(db, clean.id)).toMatchObject({ state: 'released', fault: null });
    expect(await fileById(db, bad.id)).toMatchObject({ state: 'refused', fault: 'Evil.Test' });
    expect(await fileById(db, later.id)).toMatchObject({ state: 'quarantined' });
    expect(await store.get(bad.id)).toBeNull();
    expect(await audited(bad.id)).toEqual(['files.take', 'files.refused']);
  });

  it('can be taken away: the bytes go, the trace stays', async () => {
    const taken = await take('a.csv', 'x');
    await removeFile(contextOf(db), quick, taken.id);
    expect(await fileById(db, taken.id)).toMatchObject({ state: 'removed', sha256: taken.sha256 });
    expect(await store.get(taken.id)).toBeNull();
    await expect(removeFile(contextOf(db), quick, taken.id)).rejects.toMatchObject({ domainCode: 'not-found' });
  });

  it('have a room of their own for each organisation, also when two come at once', async () => {
    const other = await newOrganisation(db, '2');
    await db.execute(sql`insert into stored_file (id, organisation_id, kind, name, size, sha256, state, uploaded_by, uploaded_at)
      values (${`fill-${engine}-0000000000`}, ${other}, 'csv', 'x', ${QUOTA_BYTES - 150}, '', 'released', 'x', '2026-01-01T00:00:00Z')`);
    const both = await Promise.allSettled([take('a.csv', 'x'.repeat(100), quick, other), take('b.csv', 'x'.repeat(100), quick, other)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((each) => each.status === 'rejected')?.reason).toMatchObject({ problems: [{ reason: 'file-quota' }] });
    expect(await quotaOf(db, other)).toEqual({ used: QUOTA_BYTES - 50, allowed: QUOTA_BYTES });
  });

  it('that were still arriving an hour later are swept away', async () => {
    const id = `arriving-${engine}-000000`;
    await store.put(id, new Uint8Array([1]));
    await db.execute(sql`insert into stored_file (id, organisation_id, kind, name, size, sha256, state, uploaded_by, uploaded_at)
      values (${id}, ${own}, 'csv', 'x', 1, '', 'arriving', 'x', ${new Date().toISOString()}::timestamptz)`);
    expect(await fileById(db, id)).toBeNull();
    expect(await sweepFiles(db, store, { all: false })).toBe(0);
    setClockOffset(3_700_000);
    expect(await sweepFiles(db, store, { all: false })).toBe(1);
    setClockOffset(0);
    expect(await store.get(id)).toBeNull();
  });
});

describe('a process that is killed while files arrive', { timeout: 120_000 }, () => {
  it('leaves nothing half, at any point, once the site has started again', async () => {
    const dataDir = join(folder, 'killed');
    const first = await openEmbedded(dataDir);
    const own = await newOrganisation(first.db);
    await first.close();
    for (const after of [5, 25, 60]) {
      const child = spawn(process.execPath, ['tests/support/take-file-process.ts', dataDir, String(own)], { env: { ...process.env, NODE_OPTIONS: '' }, stdio: ['ignore', 'pipe', 'inherit'] });
      const ended = new Promise((resolve) => child.once('close', resolve));
      await new Promise<void>((resolve) => child.stdout.once('data', () => resolve()));
      await new Promise((resolve) => setTimeout(resolve, after));
      child.kill('SIGKILL');
      await ended;
      const open = await openEmbedded(dataDir);
      const store = diskStore(join(dataDir, 'files'));
      await sweepFiles(open.db, store, { all: true });
      const kept = await rows<{ id: string; state: string }>(open.db, sql`select id, state from stored_file order by id`);
      expect(new Set(kept.map(({ state }) => state)).size).toBeLessThanOrEqual(1);
      expect(everyFile(join(dataDir, 'files')).map((each) => each.split('/').at(-1)).sort()).toEqual(kept.map(({ id }) => id).sort());
      for (const { id } of kept) expect(statSync(join(dataDir, 'files', id.slice(0, 2), id)).size).toBe(3_000_000);
      await open.close();
    }
  });
});

describe('the address of a file', () => {
  useSecrets(['a secret that is at least 32 bytes long']);
  afterAll(() => setClockOffset(0));

  it('is good for its file and some minutes', () => {
    const url = new URL(fileAddress('https://files.example', 'abc'));
    expect(`${url.origin}${url.pathname}`).toBe('https://files.example/files/abc');
    expect(mayFetch('abc', url.searchParams)).toBe(true);
    expect(mayFetch('abd', url.searchParams)).toBe(false);
    for (const [name, value] of [['until', String(Number(url.searchParams.get('until')) + 1)], ['key', 'x'], ['key', ''], ['until', '']] as const) {
      const changed = new URLSearchParams(url.searchParams);
      changed.set(name, value);
      expect(mayFetch('abc', changed)).toBe(false);
    }
    setClockOffset(6 * 60_000);
    expect(mayFetch('abc', url.searchParams)).toBe(false);
  });

  it('is answered with a file to save, in a box', () => {
    expect(fileHeaders({ name: 'Årsrapport (1).pdf', kind: 'pdf', size: 12, sha256: 'ab'.repeat(32) })).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="_rsrapport__1_.pdf"; filename*=UTF-8''%C3%85rsrapport%20%281%29.pdf`,
      'content-security-policy': expect.stringMatching(/^sandbox;/),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
  });
});
