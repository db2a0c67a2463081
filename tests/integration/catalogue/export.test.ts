import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { sql } from 'drizzle-orm';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rows, type Db, type OpenDatabase } from '#db/client.ts';
import { exportCatalogue } from '#features/catalogue/commands/export-catalogue.ts';
import { writeTogether } from '#features/catalogue/new-files.ts';
import { loadRegisters } from '#features/regions/commands/load-registers.ts';
import { aFile, aFullFile, aProgramme, aProvider, aResult } from '#tests/factories/catalogue.ts';
import { clearCatalogue, exported, take } from '#tests/support/catalogue.ts';
import { ENGINES, freshDatabase } from '#tests/support/database.ts';

const NEW_JERSEY = readFileSync('db/seed/catalogue-new-jersey-a.json');
const other = { title: 'Æbler & Pærer', publisher: 'B' };

describe.each(ENGINES)('export on %s', (engine) => {
  let open: OpenDatabase;
  let db: Db;

  beforeAll(async () => {
    open = await freshDatabase(engine);
    db = open.db;
    await loadRegisters(db);
  });
  afterAll(() => open.close());
  beforeEach(() => clearCatalogue(db));

  /** Exports, empties the database, imports what was exported, exports again. */
  async function roundTrip(): Promise<{ before: Record<string, string>; after: Record<string, string> }> {
    const before = await exported(db, true);
    await clearCatalogue(db);
    for (const [name, content] of Object.entries(before)) {
      const report = await take(db, content);
      expect(report, name).toMatchObject({ outcome: 'imported', faultCount: 0 });
    }
    return { before, after: await exported(db, true) };
  }
  const slugs = () => rows(db, sql`select o.value, p.slug from provider p join organisation o on o.id = p.organisation_id order by 1`);

  it('gives back 977 real providers, byte for byte the second time', async () => {
    await take(db, NEW_JERSEY);
    const addresses = await slugs();
    const { before, after } = await roundTrip();
    expect(Object.keys(before)).toEqual(['001-new-jersey-eligible-training-providers-and-outcomes-2020.json']);
    expect(after).toEqual(before);
    expect(await slugs()).toEqual(addresses);
    const [text = ''] = Object.values(before);
    expect((JSON.parse(text) as { providers: unknown[] }).providers).toEqual((JSON.parse(NEW_JERSEY.toString()) as { providers: unknown[] }).providers);
    expect(await take(db, NEW_JERSEY)).toMatchObject({ outcome: 'unchanged' });
  });

  it('gives back every field of the format', async () => {
    await take(db, aFullFile());
    const { before, after } = await roundTrip();
    expect(after).toEqual(before);
    const file = JSON.parse(before['001-full-catalogue.json'] ?? '') as ReturnType<typeof aFullFile>;
    const given = aFullFile();
    const [full, plain] = given.providers;
    expect(file.providers[0]).toEqual(full);
    // The default is written out.
    expect(file.providers[1]).toEqual({ ...plain, results: [{ ...aResult(), countedOver: 'starters' }] });
    expect({ ...file, providers: [], regions: [] }).toEqual({ ...given, providers: [], regions: [] });
    expect(file.regions).toHaveLength(2);
  });

  it('is the same after changes, renames and withdrawals', async () => {
    const provider = (value: string, changes = {}) => aProvider({ id: { scheme: 'test', value }, ...changes });
    await take(db, aFile({ providers: [provider('1'), provider('2'), provider('3', { results: [aResult(), aResult({ from: null, to: null })] })] }));
    await take(db, aFile({ source: other, providers: [provider('3', { name: 'C' }), provider('4')] }));
    await take(db, aFile({ providers: [provider('5'), provider('1', { name: 'Changed' }), provider('3', { results: [aResult({ from: null, to: null, started: 41, outcomes: [] })] }), provider('4')] }));
    const { before, after } = await roundTrip();
    expect(Object.keys(before)).toEqual(['001-test-catalogue.json', '002-aebler-paerer.json']);
    expect(after).toEqual(before);
    const values = (name: string) => (JSON.parse(before[name] ?? '') as ReturnType<typeof aFile>).providers.map((each) => each.id.value);
    expect(values('001-test-catalogue.json')).toEqual(['1', '2', '3', '5', '4']);
    expect(values('002-aebler-paerer.json')).toEqual(['3', '4']);
  });

  it('writes files that can each be read alone, with the regions and groups they lean on', async () => {
    await take(db, aFullFile());
    const leaning = aProvider({
      id: { scheme: 'test', value: 'x' }, targetGroups: [{ code: 'own:graduates' }],
      programmes: [aProgramme({ coverage: ['dk-own:north'] })], results: [],
    });
    await take(db, aFile({ source: other, providers: [leaning] }));
    await take(db, aFile({ source: { title: 'Alone', publisher: 'C' }, providers: [] }));
    const { before, after } = await roundTrip();
    expect(after).toEqual(before);
    await clearCatalogue(db);
    expect(await take(db, before['002-aebler-paerer.json'])).toMatchObject({ outcome: 'imported', counts: { regions: { new: 2 }, targetGroups: { new: 1 } } });
    expect(before['003-alone.json']).not.toContain('regions');
    expect(before['003-alone.json']).toContain('"providers": []');
  });

  it('has the results of a claimed provider, with what the source says of it', async () => {
    await take(db, aFile({ providers: [aProvider({ results: [] })] }));
    await db.execute(sql`update provider set claimed_at = '2026-01-01T00:00:00Z'`);
    await take(db, aFile({ source: other, providers: [aProvider({ name: 'By another' })] }));
    const files = await exported(db, true);
    const file = JSON.parse(files['002-aebler-paerer.json'] ?? '') as ReturnType<typeof aFile>;
    expect(file.providers[0]).toMatchObject({ name: 'By another', results: [{ started: 40 }] });
  });

  describe('of the open data', () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    (addFormats as unknown as (ajv: Ajv2020) => void)(ajv);

    async function release(): Promise<void> {
      await db.execute(sql`insert into result_release (method_version, input_hash, released_at, rows) values ('1.0', 'h', '2026-05-01T10:00:00Z', 1)`);
      const document = {
        kind: 'cohort', programme: 'course', measure: 'E6', measureName: null, countedOver: 'starters', attendance: null, from: '2025-01-01', to: '2025-06-30', grade: 'C',
        count: { state: 'shown', n: 40, placed: 12, notPlaced: 26, unknown: 2, lower: 0.18, upper: 0.45 }, funnel: { referred: null, started: 40, completed: 30 }, note: { da: '=cmd' },
      };
      await db.execute(sql`insert into published_result (release_id, provider_id, source_id, document, position) select 1, p.id, 1, ${JSON.stringify(document)}::jsonb, 0 from provider p where slug = 'vejen-til-job'`);
    }

    it('holds profiles, programmes and published results, valid by its own schemas', async () => {
      await take(db, aFullFile());
      await release();
      await db.execute(sql`insert into opening (provider_id, programme_code, starts_on, free_places, language, note, revision, created_at, confirmed_at, closed_at)
        select p.id, 'course', d.day, 4, 'da', '{"da": "Hver formiddag"}'::jsonb, 1, '2026-05-01T10:00:00Z', '2026-05-01T23:30:00Z', d.closed from provider p,
          (values ('2099-03-03'::date, null::timestamptz), ('2020-03-03', null), ('2099-04-04', '2026-05-02T10:00:00Z')) as d(day, closed) where p.slug = 'vejen-til-job'`);
      const files = await exported(db, false);
      expect(Object.keys(files)).toEqual(['README.md', 'catalogue.v1.schema.json', 'openings.csv', 'programmes.csv', 'providers.csv', 'providers.json', 'providers.schema.json', 'results-release.json', 'results-release.schema.json', 'results.csv', 'results.json', 'results.schema.json', 'reviews.json', 'reviews.schema.json']);
      const json = (name: string) => JSON.parse(files[name] ?? '') as Record<string, unknown[]>;
      for (const name of ['providers', 'results', 'results-release', 'reviews']) {
        const validate = ajv.compile(json(`${name}.schema.json`));
        expect(validate(json(`${name}.json`)), JSON.stringify(validate.errors)).toBe(true);
      }
      expect(json('providers.json')['providers']).toMatchObject([{ slug: 'fuld-beskrivelse-aps', source: 1 }, { slug: 'vejen-til-job', programmes: [{ code: 'course' }] }]);
      expect(json('results.json')['results']).toMatchObject([{ provider: 'vejen-til-job', programme: 'course', note: { da: '=cmd' } }]);
      expect(files['results.csv']).toContain("'=cmd");
      expect(files['programmes.csv']?.trim().split('\r\n')).toHaveLength(3);
      // Neither what is over nor what was taken away; the day is Denmark's.
      expect(files['openings.csv']?.trim().split('\r\n').slice(1)).toEqual(['vejen-til-job,course,2099-03-03,4,da,,,Hver formiddag,da,2026-05-02']);
      expect(files['README.md']).toContain('Licence: CC BY 4.0');
    });

    it('holds nothing that was only reported', async () => {
      const secret = aResult({ started: 4_711, completed: null, outcomes: [], note: { da: 'Fortroligt 4711' }, evidenceUrl: 'https://example.org/4711' });
      await take(db, aFile({ providers: [aProvider({ results: [secret] })] }));
      expect(Object.values(await exported(db, false)).join('')).not.toContain('4711');
      expect(Object.values(await exported(db, true)).join('')).toContain('4711');
    });

    it('shows of a provider what its page shows, and none that has no page', async () => {
      await take(db, aFile());
      await take(db, aFile({ source: other, providers: [aProvider({ name: 'Last word' })] }));
      await db.execute(sql`insert into organisation (scheme, value, name, created_at) values ('test', 'hidden', 'Hidden', '2026-01-01T00:00:00Z')`);
      await db.execute(sql`insert into provider (organisation_id, slug, created_at) select id, 'hidden', created_at from organisation where value = 'hidden'`);
      const { providers } = JSON.parse((await exported(db, false))['providers.json'] ?? '') as { providers: { name: string; source: number }[] };
      expect(providers).toMatchObject([{ name: 'Last word', source: 2 }]);
    });

    it('is whole and well-formed when there is nothing', async () => {
      const files = await exported(db, false);
      expect(JSON.parse(files['providers.json'] ?? '')).toMatchObject({ providers: [], sources: [] });
      expect(JSON.parse(files['results.json'] ?? '')).toMatchObject({ results: [], release: null });
    });
  });
});

describe('files that are written together', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'vejviser-together-'))));
  const clean = () => rmSync(folder, { recursive: true, force: true });

  it('appear together', async () => {
    const deep = join(folder, 'a', 'b');
    const files = await writeTogether(deep, 0o600, async (make) => {
      await (await make('x')).write('æ');
      await (await make('y')).write('z'.repeat(1_000_000));
      expect(readdirSync(deep).filter((name) => !name.startsWith('.'))).toEqual([]);
    });
    expect(files).toEqual([{ name: 'x', bytes: 2 }, { name: 'y', bytes: 1_000_000 }]);
    expect(readdirSync(deep)).toEqual(['x', 'y']);
    expect(statSync(join(deep, 'x')).mode & 0o777).toBe(0o600);
    clean();
  });

  it('leave the old ones when something goes wrong', async () => {
    writeFileSync(join(folder, 'x'), 'old');
    await expect(writeTogether(folder, 0o644, async (make) => {
      await (await make('x')).write('new');
      throw new Error('out of luck');
    })).rejects.toThrow('out of luck');
    expect([readdirSync(folder), readFileSync(join(folder, 'x'), 'utf8')]).toEqual([['x'], 'old']);
    clean();
  });

  it('refuse a folder that is none', async () => {
    writeFileSync(join(folder, 'x'), '');
    await expect(writeTogether(join(folder, 'x'), 0o644, async () => {})).rejects.toThrow(/is not a folder/);
    expect(existsSync(join(folder, 'x'))).toBe(true);
    clean();
  });
});

it('waits for nobody when nobody holds the catalogue, and writes what is confidential for its owner alone', async () => {
  const open = await freshDatabase('embedded');
  const folder = mkdtempSync(join(tmpdir(), 'vejviser-export-'));
  const phases = new Set<string>();
  await loadRegisters(open.db);
  await take(open.db, aFile());
  await exportCatalogue(open.db, folder, { full: true, onProgress: ({ phase }) => phases.add(phase) });
  expect([...phases]).toEqual(['writing']);
  expect(statSync(join(folder, '001-test-catalogue.json')).mode & 0o077).toBe(0);
  rmSync(folder, { recursive: true, force: true });
  await open.close();
});
