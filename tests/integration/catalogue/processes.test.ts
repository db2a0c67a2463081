import { sql } from 'drizzle-orm';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { Readable } from 'node:stream';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPostgres, rows, type OpenDatabase } from '#db/client.ts';
import { ADVISORY_LOCK } from '#db/advisory-locks.ts';
import { holdExclusive } from '#db/exclusive.ts';
import { abandonStaleImports, importCatalogue } from '#features/catalogue/commands/import-catalogue.ts';
import type { CatalogueFileSource } from '#features/catalogue/read-file.ts';
import { loadRegisters } from '#features/regions/commands/load-registers.ts';
import { aFile, aProvider } from '#tests/factories/catalogue.ts';
import { writeBigCatalogue } from '#tests/support/big-catalogue.ts';
import { contextOf } from '#tests/support/catalogue.ts';
import { ENGINES, freshDatabase } from '#tests/support/database.ts';

const PATIENT = { timeout: 30_000 };

/** A file whose last piece comes only when the test lets it. */
function slowFile(content: unknown): { source: CatalogueFileSource; reached: Promise<void>; letGo: () => void } {
  const bytes = Buffer.from(JSON.stringify(content));
  const gate = Promise.withResolvers<void>();
  const arrived = Promise.withResolvers<void>();
  let pass = 0;
  const open = () =>
    Readable.from((async function* () {
      const second = ++pass === 2;
      yield bytes.subarray(0, -10);
      if (second) arrived.resolve();
      if (second) await gate.promise;
      yield bytes.subarray(-10);
    })());
  return { source: { fileName: 'slow.json', open }, reached: arrived.promise, letGo: gate.resolve };
}

describe.each(ENGINES)('one import at a time on %s', (engine) => {
  let open: OpenDatabase;
  beforeAll(async () => {
    open = await freshDatabase(engine);
    await loadRegisters(open.db);
  });
  afterAll(() => open.close());

  it('is left in peace by a process that starts meanwhile', async () => {
    const other = engine === 'postgres' && open.url ? await openPostgres(open.url) : open;
    const providers = Array.from({ length: 700 }, (_, n) => aProvider({ id: { scheme: 'test', value: `${n}` } }));
    const { source, reached, letGo } = slowFile(aFile({ providers }));
    const running = importCatalogue(contextOf(open.db), source, { dryRun: false, partial: false });
    try {
      await reached;
      await expect.poll(async () => (await rows<{ n: number }>(other.db, sql`select count(*)::int as n from provider_version where state = 'staged'`))[0]?.n, PATIENT).toBeGreaterThan(0);
      expect(await rows(other.db, sql`select count(*)::int as n from provider where version_id is not null`)).toEqual([{ n: 0 }]);
      expect(await abandonStaleImports(other.db)).toBe(0);
      expect(await holdExclusive(other.db, ADVISORY_LOCK.catalogue, 0)).toBeNull();
    } finally {
      letGo();
    }
    expect(await running).toMatchObject({ outcome: 'imported', counts: { providers: { new: 700 } } });
    const held = await holdExclusive(other.db, ADVISORY_LOCK.catalogue, 0);
    expect(held).not.toBeNull();
    await held?.release();
    if (other !== open) await other.close();
  });

  it('gives way when another process has taken it back', async () => {
    const providers = Array.from({ length: 700 }, (_, n) => aProvider({ id: { scheme: 'lost', value: `${n}` } }));
    const { source, reached, letGo } = slowFile(aFile({ source: { title: 'Lost', publisher: 'L' }, providers }));
    const running = importCatalogue(contextOf(open.db), source, { dryRun: false, partial: false });
    try {
      await reached;
      await expect.poll(async () => (await rows(open.db, sql`update catalogue_import set state = 'abandoned' where state = 'staging' returning id`)).length, PATIENT).toBe(1);
    } finally {
      letGo();
    }
    await expect(running).rejects.toThrow('Another process took this import back.');
    expect(await rows(open.db, sql`select count(*)::int as n from provider_version where state = 'staged'`)).toEqual([{ n: 0 }]);
    expect(await rows(open.db, sql`select count(*)::int as n from source where title = 'Lost'`)).toEqual([{ n: 0 }]);
  });
});

describe('a file of 150 MB', () => {
  it('is read in bounded memory', { timeout: 600_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'vejviser-large-'));
    const file = join(folder, 'large.json');
    const open = await freshDatabase('postgres');
    try {
      await loadRegisters(open.db);
      await writeBigCatalogue(file, { providers: 7_300, programmesEach: 1, words: 1_000 });
      expect(statSync(file).size).toBeGreaterThan(150_000_000);
      const script = join(import.meta.dirname, '../../support/import-process.ts');
      const said = execFileSync(process.execPath, ['--max-old-space-size=300', script, 'postgres', open.url ?? '', file], { encoding: 'utf8' });
      const last = JSON.parse(said.trim().split('\n').at(-1) ?? '') as { outcome: string; peakMb: number };
      expect(last.outcome).toBe('imported');
      expect(last.peakMb).toBeLessThan(550);
    } finally {
      await open.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
