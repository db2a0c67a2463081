import { sql, type SQL } from 'drizzle-orm';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rows, sqlState, type Db, type OpenDatabase } from '#db/client.ts';
import { audit } from '#platform/audit.ts';
import { checkAudit } from '#platform/audit/check.ts';
import { chainHead, makeCheckpoint } from '#platform/audit/checkpoint.ts';
import { findNotes, signingKey } from '#platform/audit/note.ts';
import { ENGINES, freshDatabase } from '#tests/support/database.ts';

const folder = mkdtempSync(join(tmpdir(), 'vejviser-audit-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const key = signingKey('test', Buffer.alloc(32, 5));
const deed = (db: Db, n: number) => audit(db, { actor: `person:${n}`, action: 'test.do', object: `thing:${n}`, detail: { n, text: 'æøå €', nested: { deep: [1, null] } } });

/** What a superuser can do who turns the triggers off. */
async function behindTheBack(db: Db, ...statements: SQL[]): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    for (const statement of statements) await tx.execute(statement);
  });
}

/** Everything from an entry on, with links that fit. */
const WRITTEN_ANEW = sql`
  do $$
  declare entry audit_entry; next bigint := 0; previous text := repeat('0', 64);
  begin
    delete from audit_link;
    for entry in select * from audit_entry order by id loop
      next := next + 1;
      previous := encode(sha256(convert_to(previous || audit_canonical(next, entry), 'UTF8')), 'hex');
      insert into audit_link (seq, entry_id, hash) values (next, entry.id, previous);
    end loop;
  end $$`;

describe.each(ENGINES)('the audit trail on %s', (engine) => {
  let open: OpenDatabase;
  let db: Db;
  const file = join(folder, engine, 'checkpoints.txt');
  const outside = () => readFileSync(file, 'utf8');

  beforeAll(async () => {
    open = await freshDatabase(engine);
    db = open.db;
    for (let n = 1; n <= 5; n++) await deed(db, n);
    await db.transaction(async (tx) => {
      await deed(tx, 6);
      await deed(tx, 7);
    });
  });
  afterAll(() => open.close());

  it('is chained when a transaction commits, and not when it is rolled back', async () => {
    await expect(db.transaction(async (tx) => {
      await deed(tx, 99);
      throw new Error('rolled back');
    })).rejects.toThrow('rolled back');
    expect(await checkAudit(db, null, [key])).toMatchObject({ links: 7, faults: [], unchained: { count: 0 }, sound: true });
    expect((await chainHead(db))?.seq).toBe(7);
  });

  it('refuses to change, delete and truncate entries, links and checkpoints', async () => {
    await makeCheckpoint(db, key, file);
    for (const table of ['audit_entry', 'audit_link', 'audit_checkpoint']) {
      const column = { audit_entry: 'actor', audit_link: 'hash', audit_checkpoint: 'note' }[table] ?? '';
      for (const statement of [`update ${table} set ${column} = 'y'`, `delete from ${table}`, `truncate ${table}`, `truncate ${table} cascade`]) {
        const error = await db.execute(sql.raw(statement)).then(() => null, (each: unknown) => each);
        expect(sqlState(error), statement).toBe('23001');
      }
    }
  });

  it('chains two hundred writers at the same time without a gap', async () => {
    await Promise.all(Array.from({ length: 200 }, (_, n) => db.transaction((tx) => deed(tx, 1_000 + n))));
    expect(await checkAudit(db, outside(), [key])).toMatchObject({ links: 207, unchained: { count: 0 }, misfits: [], sound: true });
  }, 120_000);

  it('is signed once for each state, in the database and outside', async () => {
    const posted: string[] = [];
    const first = await makeCheckpoint(db, key, file, async (_tx, note) => void posted.push(note));
    expect(first?.seq).toBe(207);
    expect(findNotes(posted.join('\n')).map(({ seq, hash }) => ({ seq, hash }))).toEqual([await chainHead(db)]);
    expect(await makeCheckpoint(db, key, file)).toBeNull();
    const report = await checkAudit(db, outside(), [key]);
    expect(report).toMatchObject({ checkpoints: { database: 2, outside: 2 }, misfits: [], sound: true });
    expect(outside()).toMatch(/^Checkpoints of the audit trail.*\nKey: test\+/);
  });

  it('tells a checkpoint that another key has signed', async () => {
    const report = await checkAudit(db, null, [signingKey('test', Buffer.alloc(32, 6))]);
    expect(report.misfits.map(({ source, fault }) => [source, fault])).toEqual([['database', 'unknown-key'], ['database', 'unknown-key']]);
    expect(report.sound).toBe(false);
  });

  it('keeps no checkpoint that could not be written outside', async () => {
    await deed(db, 300);
    await expect(makeCheckpoint(db, key, join(file, 'not-a-folder', 'x.txt'))).rejects.toThrow();
    expect((await makeCheckpoint(db, key, file))?.seq).toBe(208);
  });

  it('finds an altered entry by its number', async () => {
    const [hit] = await rows<{ id: string; actor: string }>(db, sql`select id::text as id, actor from audit_entry where object = 'thing:4'`);
    await behindTheBack(db, sql`update audit_entry set actor = 'person:innocent' where object = 'thing:4'`);
    const report = await checkAudit(db, outside(), [key]);
    expect(report).toMatchObject({ faults: [{ kind: 'altered-entry', entryId: hit?.id }], faultCount: 1, sound: false });
    await behindTheBack(db, sql`update audit_entry set actor = ${hit?.actor} where object = 'thing:4'`);
    expect((await checkAudit(db, outside(), [key])).sound).toBe(true);
  });

  it('finds an entry past the chain', async () => {
    await behindTheBack(db, sql`insert into audit_entry (id, at, actor, action, object) values (900001, '2026-01-01T00:00:00Z', 'x', 'y', 'z')`);
    expect(await checkAudit(db, outside(), [key])).toMatchObject({ unchained: { count: 1, firstId: '900001' }, faultCount: 0, sound: false });
    await behindTheBack(db, sql`delete from audit_entry where id = 900001`);
  });

  it('finds entries that were cut off at the end, by a checkpoint', async () => {
    const kept = await rows<{ seq: string; entry_id: string; hash: string }>(db, sql`select seq::text as seq, entry_id::text as entry_id, hash from audit_link where seq = 208`);
    await behindTheBack(db, sql`delete from audit_link where seq = 208`, sql`create table kept_entry as select * from audit_entry where id = ${kept[0]?.entry_id}::bigint`, sql`delete from audit_entry where id = ${kept[0]?.entry_id}::bigint`);
    const report = await checkAudit(db, outside(), [key]);
    expect(report).toMatchObject({ links: 207, faultCount: 0, sound: false });
    expect(report.misfits).toEqual([
      expect.objectContaining({ source: 'database', seq: 208, fault: 'beyond-the-end' }),
      expect.objectContaining({ source: 'outside', seq: 208, fault: 'beyond-the-end' }),
    ]);
    await behindTheBack(db, sql`insert into audit_entry select * from kept_entry`, sql`insert into audit_link values (208, ${kept[0]?.entry_id}::bigint, ${kept[0]?.hash})`, sql`drop table kept_entry`);
    expect((await checkAudit(db, outside(), [key])).sound).toBe(true);
  });

  it('finds a deleted entry', async () => {
    await behindTheBack(db, sql`delete from audit_entry where object = 'thing:2'`);
    const report = await checkAudit(db, outside(), [key]);
    expect(report.faults).toEqual([expect.objectContaining({ kind: 'missing-entry', seq: 2 })]);
    expect(report.sound).toBe(false);
  });

  it('finds a whole chain written anew only by a checkpoint from outside', async () => {
    await behindTheBack(db, sql`update audit_entry set actor = 'person:innocent' where object = 'thing:3'`, sql`delete from audit_checkpoint`, WRITTEN_ANEW);
    expect(await checkAudit(db, null, [key])).toMatchObject({ links: 207, faultCount: 0, misfits: [], sound: true });
    const report = await checkAudit(db, outside(), [key]);
    expect(report).toMatchObject({ faultCount: 0, sound: false });
    expect(report.misfits.map(({ source, seq, fault }) => [source, seq, fault])).toEqual([['outside', 7, 'other-hash'], ['outside', 207, 'other-hash'], ['outside', 208, 'beyond-the-end']]);
  });
});
