import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { PGlite } from '@electric-sql/pglite';
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openEmbedded } from '#db/client.ts';
import { audit } from '#platform/audit.ts';
import { checkAudit } from '#platform/audit/check.ts';
import { makeCheckpoint } from '#platform/audit/checkpoint.ts';
import { auditFile, auditKey } from '#platform/audit/key.ts';
import { verifierLine } from '#platform/audit/note.ts';
import { auditCommands } from '#platform/audit/remote.ts';
import { serveCommands } from '#platform/command-socket.ts';
import { readEnv } from '#platform/env.ts';
import { contextOf } from '#tests/support/catalogue.ts';

const folder = mkdtempSync(join(tmpdir(), 'vejviser-audit-check-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function check(dataDir: string, ...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, ['scripts/audit-check.ts', ...args], {
    env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: '', DATA_DIR: dataDir, LOG_LEVEL: 'error' }, stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk) => (out += String(chunk)));
  child.stderr.on('data', (chunk) => (err += String(chunk)));
  const code = await new Promise<number | null>((done) => child.once('close', done));
  return { code, out, err };
}

describe('npm run audit:check', { timeout: 120_000 }, () => {
  const dataDir = join(folder, 'data');
  const env = readEnv({ DATA_DIR: dataDir });

  it('says how it is called', async () => {
    expect(await check(dataDir, '--help')).toMatchObject({ code: 0, out: expect.stringContaining('Usage: npm run audit:check') });
    expect(await check(dataDir, 'x')).toMatchObject({ code: 2, err: expect.stringContaining('Usage:') });
  });

  it('works beside the process that has the database open, and finds what was altered', async () => {
    const open = await openEmbedded(dataDir);
    if (!open.lock) throw new Error('A database in a folder has a lock.');
    const server = await serveCommands(open.lock, auditCommands(() => contextOf(open.db), env));
    try {
      for (const n of [1, 2, 3]) await audit(open.db, { actor: 'system', action: 'test', object: `x:${n}` });
      await makeCheckpoint(open.db, auditKey(env), auditFile(env));
      expect(await check(dataDir)).toMatchObject({ code: 0, out: expect.stringMatching(/^3 entries \(\d+ a second\), 1 checkpoints in the database, 1 outside: sound\.\n$/) });

      const copy = join(folder, 'copy.txt');
      writeFileSync(copy, readFileSync(auditFile(env), 'utf8'));
      expect(await check(dataDir, '--checkpoints', copy, '--key', verifierLine(auditKey(env)))).toMatchObject({ code: 0 });
      expect(await check(dataDir, '--checkpoints', join(folder, 'none.txt'))).toMatchObject({ code: 1, err: expect.stringContaining('cannot be read (ENOENT)') });
      expect(await check(dataDir, '--key', 'nonsense')).toMatchObject({ code: 1, err: expect.stringContaining('Not a key: nonsense') });

      await open.db.transaction(async (tx) => {
        await tx.execute(sql`set local session_replication_role = replica`);
        await tx.execute(sql`update audit_entry set object = 'x:9' where object = 'x:2'`);
      });
      expect(await check(dataDir)).toMatchObject({ code: 1, err: expect.stringContaining('link 2 (entry 2): it does not fit'), out: expect.stringContaining('NOT SOUND') });
    } finally {
      await server.close();
      await open.close();
    }
  });

  it('works on a stopped site, and says when no checkpoint is at hand', async () => {
    const empty = join(folder, 'empty');
    expect(await check(empty)).toMatchObject({ code: 0, out: expect.stringContaining('No checkpoint from outside the database was at hand') });
  });
});

describe('a database of an older version', () => {
  it('has its entries chained when it is migrated', async () => {
    const older = join(folder, 'older');
    cpSync('db/migrations', older, { recursive: true });
    const journal = join(older, 'meta', '_journal.json');
    const parsed = JSON.parse(readFileSync(journal, 'utf8')) as { entries: { tag: string }[] };
    const before = parsed.entries.slice(0, parsed.entries.findIndex(({ tag }) => tag.endsWith('audit-chain')));
    expect(before.length).toBeGreaterThan(1);
    writeFileSync(journal, JSON.stringify({ ...parsed, entries: before }));

    const pglite = await PGlite.create();
    const db = drizzle(pglite);
    await migrate(db, { migrationsFolder: older });
    for (const n of [1, 2, 3]) await db.execute(sql`insert into audit_entry (at, actor, action, object, detail) values ('2026-01-01T10:00:00.123456Z', 'command', 'catalogue.import', ${`import:${n}`}, '{"b": 1, "a": "æ"}')`);
    await migrate(db, { migrationsFolder: resolve('db/migrations') });
    await db.execute(sql`insert into audit_entry (at, actor, action, object) values ('2026-01-02T10:00:00Z', 'command', 'x', 'y')`);
    expect(await checkAudit(db as never, null, [])).toMatchObject({ links: 4, sound: true });
    await pglite.close();
  });
});
