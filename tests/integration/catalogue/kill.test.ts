import { sql } from 'drizzle-orm';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openEmbedded, openPostgres, rows, type Db, type OpenDatabase } from '#db/client.ts';
import { abandonStaleImports, importCatalogue } from '#features/catalogue/commands/import-catalogue.ts';
import { fileSource } from '#features/catalogue/remote.ts';
import { loadRegisters } from '#features/regions/commands/load-registers.ts';
import { writeBigCatalogue } from '#tests/support/big-catalogue.ts';
import { contextOf } from '#tests/support/catalogue.ts';
import { ENGINES } from '#tests/support/database.ts';

const PROVIDERS = 900;
const ROUNDS = 15;
const script = join(import.meta.dirname, '../../support/import-process.ts');

interface Step {
  phase: string;
}

/** Starts an import and kills it `delay` ms after the first step that is chosen; resolves when the process is gone. */
async function killedImport(engine: string, place: string, file: string, chosen: (step: Step, n: number) => boolean, delay: number): Promise<void> {
  const child = spawn(process.execPath, [script, engine, place, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  let n = 0;
  let waiting = true;
  for await (const line of createInterface({ input: child.stdout })) {
    if (!waiting || !chosen(JSON.parse(line) as Step, n++)) continue;
    waiting = false;
    setTimeout(() => child.kill('SIGKILL'), delay);
  }
  child.kill('SIGKILL');
  await gone;
}

describe.each(ENGINES)('an import that is killed on %s', (engine) => {
  const folder = mkdtempSync(join(tmpdir(), 'vejviser-kill-'));
  const file = join(folder, 'file.json');
  let place = join(folder, 'data');
  const open = (): Promise<OpenDatabase> => (engine === 'postgres' ? openPostgres(place) : openEmbedded(place));
  const admin = engine === 'postgres' ? postgres(inject('postgresUrl'), { max: 1, onnotice: () => {} }) : null;

  beforeAll(async () => {
    if (admin) {
      await admin.unsafe('create database kill_test');
      place = Object.assign(new URL(inject('postgresUrl')), { pathname: '/kill_test' }).href;
    }
    const first = await open();
    await loadRegisters(first.db);
    await first.close();
  });
  afterAll(async () => {
    await admin?.unsafe('drop database kill_test with (force)');
    await admin?.end();
    rmSync(folder, { recursive: true, force: true });
  });

  const write = (edition: string) => writeBigCatalogue(file, { providers: PROVIDERS, programmesEach: 1, resultsEach: 2, edition, words: 5 });
  /** What a visitor sees: edition and number of providers, edition and number of results. */
  const visible = async (db: Db) => ({
    providers: await rows(db, sql`select split_part(v.profile->'summary'->>'da', ':', 1) as edition, count(*)::int as n from provider p join provider_version v on v.id = p.version_id group by 1`),
    results: await rows(db, sql`select result->'note'->>'da' as edition, count(*)::int as n from reported_result_version where state = 'current' group by 1`),
  });
  const whole = (edition: string) => ({ providers: [{ edition, n: PROVIDERS }], results: [{ edition, n: 2 * PROVIDERS }] });
  const nothing = { providers: [], results: [] };
  const leftovers = (db: Db) =>
    rows<{ n: number }>(
      db,
      sql`select (select count(*) from provider_version where state = 'staged')::int + (select count(*) from reported_result_version where state = 'staged')::int
            + (select count(*) from provider where version_id is null)::int + (select count(*) from catalogue_import where state = 'staging')::int
            + (select count(*) from organisation o where not exists (select 1 from provider p where p.organisation_id = o.id))::int as n`,
    );

  it('leaves all of it or nothing, at fifteen moments, and can be repeated', { timeout: 900_000 }, async () => {
    let before: unknown = nothing;
    const seen = new Set<string>();
    for (let round = 0; round < ROUNDS; round++) {
      const edition = `e${round}`;
      await write(edition);
      // Every third is cut while it makes itself visible, the others while they stage.
      const early = 1 + Math.floor(Math.random() * 6);
      const chosen = (step: Step, n: number) => (round % 3 === 2 ? step.phase === 'activating' : n >= early);
      await killedImport(engine, place, file, chosen, Math.random() * (round % 3 === 2 ? 250 : 60));
      const after = await open();
      try {
        const found = await visible(after.db);
        expect([before, whole(edition)]).toContainEqual(found);
        seen.add(JSON.stringify(found) === JSON.stringify(before) ? 'nothing' : 'all');
        if (round % 2 === 0) {
          // The dead session's lock may outlive it by a moment.
          await expect.poll(async () => (await abandonStaleImports(after.db), (await leftovers(after.db))[0]?.n), { timeout: 60_000 }).toBe(0);
        }
        const again = await importCatalogue(contextOf(after.db), fileSource(file), { dryRun: false, partial: false });
        expect(['imported', 'unchanged']).toContain(again.outcome);
        expect(await visible(after.db)).toEqual(whole(edition));
        expect(await leftovers(after.db)).toEqual([{ n: 0 }]);
        before = whole(edition);
      } finally {
        await after.close();
      }
    }
    expect(seen).toContain('nothing');
  });
});
