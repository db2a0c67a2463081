import { sql } from 'drizzle-orm';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rows, sqlState, type Db, type OpenDatabase } from '#db/client.ts';
import { signedBy, signingKey } from '#platform/audit/note.ts';
import { appendPublic } from '#platform/public-log/append.ts';
import { lastSigned, mailLog, signLog } from '#platform/public-log/checkpoint.ts';
import { commitmentTo, type LogEntry } from '#platform/public-log/entry.ts';
import { leafHash } from '#platform/public-log/merkle.ts';
import { findHeads } from '#platform/public-log/note.ts';
import { consistencyProof, inclusionProof, logSize, rootAt } from '#platform/public-log/tree.ts';
import { provesConsistency, provesInclusion } from '#platform/public-log/verify.ts';
import { useSecrets } from '#platform/seal.ts';
import { contextOf, type SentEvent } from '#tests/support/catalogue.ts';
import { ENGINES, freshDatabase } from '#tests/support/database.ts';

const folder = mkdtempSync(join(tmpdir(), 'vejviser-log-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const key = signingKey('example.test/decisions/log', Buffer.alloc(32, 7));

const append = (db: Db, n: number, events: SentEvent[] = []) =>
  db.transaction((tx) => appendPublic(contextOf(tx, events), tx, { kind: 'decision', subject: `decision:${n}`, document: { title: 'Æøå €', n, z: [1, null], a: { b: true } } }));

interface Stored {
  entry: string;
  leaf_hash: string;
  document: string;
  salt: string;
}
const stored = (db: Db): Promise<Stored[]> => rows<Stored>(db, sql`select e.entry, e.leaf_hash, d.document, d.salt from public_log_entry e join public_log_document d on d.index = e.index order by e.index`);

const refusal = (deed: Promise<unknown>): Promise<string | null> => deed.then(() => 'done', (error: unknown) => sqlState(error));

describe.each(ENGINES)('the public log on %s', (engine) => {
  let open: OpenDatabase;
  const file = join(folder, `${engine}.txt`);
  beforeAll(async () => {
    useSecrets(['a secret that is at least 32 bytes long']);
    open = await freshDatabase(engine);
  });
  afterAll(() => open.close());

  it('appends without gaps, commits to the document and tells that it grew', async () => {
    const events: SentEvent[] = [];
    for (let n = 0; n < 11; n++) expect(await append(open.db, n, events)).toEqual({ index: n });
    expect(events).toHaveLength(11);
    expect(events[0]?.name).toBe('public-log.grew');
    for (const [n, { entry, leaf_hash, document, salt }] of (await stored(open.db)).entries()) {
      const parsed = JSON.parse(entry) as LogEntry;
      expect(parsed).toMatchObject({ index: n, kind: 'decision', subject: `decision:${n}`, commitment: commitmentTo(salt, document) });
      expect(document).toBe(`{"a":{"b":true},"n":${n},"title":"Æøå €","z":[1,null]}`);
      expect(leaf_hash).toBe(leafHash(Buffer.from(entry)));
    }
  });

  it('what a rolled-back transaction appended leaves no gap', async () => {
    const before = await logSize(open.db);
    await expect(open.db.transaction(async (tx) => {
      await appendPublic(contextOf(tx), tx, { kind: 'decision', subject: 'decision:x', document: {} });
      throw new Error('no');
    })).rejects.toThrow('no');
    expect(await append(open.db, before)).toEqual({ index: before });
  });

  it('proves every entry in every size, and every size to be the beginning of every later one', async () => {
    const size = await logSize(open.db);
    const leaves = (await stored(open.db)).map(({ leaf_hash }) => leaf_hash);
    const roots = [''];
    for (let n = 1; n <= size; n++) roots.push(await rootAt(open.db, n));
    for (let n = 1; n <= size; n++) {
      for (const [index, leaf] of leaves.slice(0, n).entries()) expect(await provesInclusion(leaf, index, n, await inclusionProof(open.db, index, n), roots[n] ?? '')).toBe(true);
      for (let first = 1; first <= n; first++) expect(await provesConsistency(first, roots[first] ?? '', n, roots[n] ?? '', await consistencyProof(open.db, first, n))).toBe(true);
    }
    await expect(inclusionProof(open.db, size, size)).rejects.toMatchObject({ domainCode: 'not-found' });
    await expect(inclusionProof(open.db, 0, size + 1)).rejects.toMatchObject({ domainCode: 'not-found' });
    await expect(consistencyProof(open.db, 0, size)).rejects.toMatchObject({ domainCode: 'not-found' });
  });

  it('is signed where it stands, in a file outside the database, once', async () => {
    const [first, again] = [await signLog(open.db, key, file), await signLog(open.db, key, file)];
    expect(again).toBeNull();
    const size = await logSize(open.db);
    expect(first).toEqual({ size, root: await rootAt(open.db, size) });
    await append(open.db, 100);
    await signLog(open.db, key, file);
    const kept = findHeads(readFileSync(file, 'utf8'));
    expect(kept.map((head) => head.size)).toEqual([size, size + 1]);
    for (const head of kept) expect(signedBy(head, [key])).toBe(key);
    expect((await lastSigned(open.db))?.size).toBe(size + 1);
  });

  it('posts the last checkpoint once', async () => {
    await mailLog(contextOf(open.db), undefined);
    await mailLog(contextOf(open.db), 'trail@example.test');
    await mailLog(contextOf(open.db), 'trail@example.test');
    expect(await rows(open.db, sql`select id from mail where kind = 'log-checkpoint'`)).toHaveLength(1);
  });

  it.each([
    sql`update public_log_entry set kind = 'x' where index = 3`,
    sql`delete from public_log_entry where index = 3`,
    sql`truncate public_log_entry cascade`,
    sql`update public_log_node set hash = 'x'`,
    sql`delete from public_log_node`,
    sql`delete from public_log_document where index = 3`,
    sql`update public_log_document set document = '{}' where index = 3`,
    sql`update public_log_checkpoint set note = 'x'`,
    sql`insert into public_log_entry (index, kind, subject, at, entry, leaf_hash) values (900, 'x', 'x', '2026-01-01', 'x', encode(sha256(decode('0078', 'hex')), 'hex'))`,
    sql`insert into public_log_entry (index, kind, subject, at, entry, leaf_hash) select max(index) + 1, 'x', 'x', '2026-01-01', 'x', 'y' from public_log_entry`,
  ])('the database refuses %#', async (statement) => {
    expect(await refusal(open.db.execute(statement))).toBe('23001');
  });

  it('a document is taken out with its ground alone, and never comes back', async () => {
    const takeOut = (ground: string | null) => open.db.execute(sql`update public_log_document set document = null, salt = null, shown = '{"title":"…"}', withheld_at = '2026-11-26T00:00:00Z', ground = ${ground} where index = 2`);
    expect(await refusal(takeOut(null))).toBe('23514');
    await takeOut('Named a person');
    expect(await refusal(open.db.execute(sql`update public_log_document set document = '{}', salt = '00', shown = null, withheld_at = null, ground = null where index = 2`))).toBe('23001');
    const size = await logSize(open.db);
    const [entry] = await rows<{ leaf_hash: string }>(open.db, sql`select leaf_hash from public_log_entry where index = 2`);
    expect(await provesInclusion(entry?.leaf_hash ?? '', 2, size, await inclusionProof(open.db, 2, size), await rootAt(open.db, size))).toBe(true);
  });

  it('a log that was written anew is not signed again', async () => {
    await append(open.db, 101);
    await open.db.transaction(async (tx) => {
      await tx.execute(sql`set local session_replication_role = replica`);
      await tx.execute(sql`update public_log_node set hash = repeat('0', 64) where level = 3 and place = 0`);
    });
    await expect(signLog(open.db, key, file)).rejects.toThrow('no longer begins');
  });
});

it('writers at once, some of whom give up, wait for each other and leave no gap', { timeout: 60_000 }, async () => {
  const open = await freshDatabase('postgres');
  try {
    const one = (n: number) => open.db.transaction(async (tx) => {
      const { index } = await appendPublic(contextOf(tx), tx, { kind: 'approval-entry', subject: `approval:${n}`, document: { n } });
      if (n % 4 === 0) throw new Error('gives up');
      return index;
    });
    const told = await Promise.allSettled(Array.from({ length: 200 }, (_, n) => one(n)));
    const places = told.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    expect(places.sort((a, b) => a - b)).toEqual(Array.from({ length: 150 }, (_, n) => n));
    const root = await rootAt(open.db, 150);
    for (const { leaf_hash, entry } of await stored(open.db)) {
      const { index } = JSON.parse(entry) as LogEntry;
      expect(await provesInclusion(leaf_hash, index, 150, await inclusionProof(open.db, index, 150), root)).toBe(true);
    }
  } finally {
    await open.close();
  }
});
