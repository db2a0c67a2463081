import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rows, type Db, type OpenDatabase } from '#db/client.ts';
import { loadRegisters } from '#features/regions/commands/load-registers.ts';
import { aFile, aFullFile, aProgramme, aProvider, aResult, type ProviderInput } from '#tests/factories/catalogue.ts';
import { clearCatalogue, everything, exported, take, type SentEvent } from '#tests/support/catalogue.ts';
import { ENGINES, freshDatabase } from '#tests/support/database.ts';

const named = (value: string, name = `Provider ${value}`): ProviderInput => aProvider({ id: { scheme: 'test', value }, name });

describe.each(ENGINES)('import on %s', (engine) => {
  let open: OpenDatabase;
  let db: Db;

  beforeAll(async () => {
    open = await freshDatabase(engine);
    db = open.db;
    await loadRegisters(db);
  });
  afterAll(() => open.close());
  beforeEach(() => clearCatalogue(db));

  const versions = () =>
    rows<{ name: string; state: string; shown: boolean }>(
      db,
      sql`select v.profile->>'name' as name, v.state, p.version_id = v.id as shown from provider_version v join provider p on p.id = v.provider_id order by v.id`,
    );
  const results = () =>
    rows<{ state: string; started: number; reason: string | null; replaced: boolean; evidence: string }>(
      db,
      sql`select state, (result->>'started')::int as started, reason, replaced_at is not null as replaced, evidence from reported_result_version order by id`,
    );
  const slugs = async () => (await rows<{ slug: string }>(db, sql`select slug from provider order by id`)).map((each) => each.slug);

  it('takes a file in and tells what follows', async () => {
    const events: SentEvent[] = [];
    const report = await take(db, aFullFile(), {}, events);
    expect(report).toMatchObject({
      outcome: 'imported', source: { title: 'Full catalogue' }, faultCount: 0,
      counts: {
        providers: { read: 2, new: 2, refused: 0 }, programmes: { read: 2 }, results: { read: 3, new: 3 },
        regions: { new: 2 }, targetGroups: { new: 1 }, source: { changed: 1 },
      },
    });
    expect(await versions()).toMatchObject([{ state: 'current', shown: true }, { state: 'current', shown: true }]);
    expect(events).toEqual([
      { name: 'providers.changed', data: { providerIds: [1, 2] } },
      { name: 'results.reported', data: { importId: report.importId } },
    ]);
    expect(await rows(db, sql`select state, counts->>'providersNew' as n, activated_at is not null as active from catalogue_import`)).toEqual([{ state: 'active', n: '2', active: true }]);
    expect(await rows(db, sql`select object, detail->>'resultsNew' as n from audit_entry order by id desc limit 1`)).toEqual([{ object: `import:${report.importId}`, n: '3' }]);
  });

  it('stores regions and target groups as the catalogue brings them, groups as sensitive', async () => {
    await take(db, aFullFile());
    expect(await rows(db, sql`select code, scheme, country, parent, names, lat, population from region where source_id is not null order by code`)).toEqual([
      { code: 'dk-own:all', scheme: 'dk-own', country: 'dk', parent: null, names: { en: 'All' }, lat: null, population: null },
      { code: 'dk-own:north', scheme: 'dk-own', country: 'dk', parent: 'dk-own:all', names: { da: 'Nord' }, lat: -56.1, population: 0 },
    ]);
    expect(await rows(db, sql`select code, kind, sensitive, primary_outcome, hours_threshold from target_group where source_id is not null`)).toEqual([
      { code: 'own:graduates', kind: 'catalogue', sensitive: true, primary_outcome: 'job', hours_threshold: null },
    ]);
  });

  it('changes nothing when the same file comes again, however it is written', async () => {
    await take(db, aFullFile());
    const before = await everything(db);
    const events: SentEvent[] = [];
    const again = await take(db, JSON.stringify(Object.fromEntries(Object.entries(aFullFile()).reverse()), null, 4), {}, events);
    expect(again).toMatchObject({ outcome: 'unchanged', importId: null, counts: { providers: { unchanged: 2 }, results: { unchanged: 3 } } });
    expect(events).toEqual([]);
    expect(await everything(db)).toBe(before);
  });

  it('changes nothing in a dry run, and reports what would change', async () => {
    await take(db, aFile({ providers: [named('1'), named('2')] }));
    const before = await everything(db);
    const change = aFile({ providers: [{ ...named('1'), name: 'Renamed', results: [] }, named('3')], source: { ...aFile().source, licence: 'MIT' } });
    expect(await take(db, change, { dryRun: true })).toMatchObject({
      outcome: 'imported', dryRun: true, importId: null,
      counts: { providers: { new: 1, changed: 1 }, results: { new: 1, withdrawn: 1 }, source: { changed: 1 } },
    });
    expect(await take(db, aFile({ providers: [aProvider({ kind: 'x' as never })] }), { dryRun: true })).toMatchObject({ outcome: 'refused', faultCount: 1 });
    expect(await everything(db)).toBe(before);
  });

  it('takes all or nothing, and leaves no trace of what it staged', async () => {
    await take(db, aFile());
    const before = await everything(db);
    const good = Array.from({ length: 900 }, (_, n) => named(`g${n}`));
    const file = aFile({
      source: { title: 'Another', publisher: 'One' }, regions: [{ code: 'dk-own:a', name: { en: 'A' } }],
      providers: [...good, { ...named('bad'), kind: 'firm' as never }, { ...named('worse'), coverage: ['dk-kommune:9999'] }],
    });
    const events: SentEvent[] = [];
    const report = await take(db, file, {}, events);
    expect(report).toMatchObject({ outcome: 'refused', importId: null, counts: { providers: { read: 902, new: 0, refused: 2 } }, faultCount: 2 });
    expect(report.faults.map((each) => each.pointer)).toEqual(['/providers/900/kind', '/providers/901/coverage/0']);
    expect(events).toEqual([]);
    // The attempt itself is remembered; nothing else is.
    expect(await rows(db, sql`delete from catalogue_import where state = 'abandoned' returning source_id`)).toEqual([{ source_id: null }]);
    expect(await everything(db)).toBe(before);
  });

  it('takes good providers whole with partial, and refuses faulty ones whole', async () => {
    const bad = aProvider({ id: { scheme: 'test', value: 'bad' }, results: [aResult(), aResult({ from: '2024-01-01', to: '2024-06-30', started: 1 })] });
    const report = await take(db, aFile({ providers: [named('1'), bad, named('2'), named('1')] }), { partial: true });
    expect(report).toMatchObject({ outcome: 'imported', counts: { providers: { read: 4, new: 2, refused: 2 }, results: { new: 2 } } });
    expect(report.faults.map((each) => each.pointer)).toEqual(expect.arrayContaining(['/providers/1/results/1/completed', '/providers/3/id']));
    expect((await versions()).map((each) => each.name)).toEqual(['Provider 1', 'Provider 2']);
    expect(await take(db, aFile({ providers: [bad] }), { partial: true })).toMatchObject({ outcome: 'refused' });
  });

  it('refuses a file whose own fields are at fault, partial or not', async () => {
    for (const file of [{ ...aFile(), extra: 1 }, { ...aFile(), source: { title: 'x' } }, { ...aFile(), providers: {} }, { ...aFile(), targetGroups: [{ code: '\ud800', name: { en: 'A' } }] }, { ...aFile(), source: { title: 'a\0', publisher: 'b' } }, { ...aFile(), regions: [{ code: 'dk-own:a', name: { en: 'A' }, parent: 'dk-own:b' }] }]) {
      expect((await take(db, file, { partial: true })).outcome).toBe('refused');
    }
    expect(await versions()).toEqual([]);
  });

  it('keeps the earlier version of a provider, and its address, when it is renamed', async () => {
    await take(db, aFile());
    await take(db, aFile({ providers: [aProvider({ name: 'Nyt navn', legalName: 'Nyt Navn A/S' })] }));
    expect(await versions()).toEqual([{ name: 'Vejen til job', state: 'past', shown: false }, { name: 'Nyt navn', state: 'current', shown: true }]);
    expect(await slugs()).toEqual(['vejen-til-job']);
    expect(await rows(db, sql`select name from organisation`)).toEqual([{ name: 'Nyt Navn A/S' }]);
  });

  it('clears what a field no longer says', async () => {
    await take(db, aFile({ providers: [aProvider({ remote: true, summary: { da: 'x' } })] }));
    await take(db, aFile({ providers: [aProvider({ remote: null })] }));
    expect(await rows(db, sql`select v.profile->'remote' as remote, v.profile->'summary' as summary from provider p join provider_version v on v.id = p.version_id`)).toEqual([{ remote: null, summary: null }]);
  });

  it('sees a change of a programme alone', async () => {
    await take(db, aFile());
    const changed = aFile({ providers: [aProvider({ programmes: [aProgramme({ waitingWeeks: 0 })] })] });
    expect(await take(db, changed)).toMatchObject({ counts: { providers: { changed: 1 }, results: { unchanged: 1 } } });
    expect(await rows(db, sql`select m.programme->'waitingWeeks' as weeks from provider p join programme_version m on m.provider_version_id = p.version_id`)).toEqual([{ weeks: 0 }]);
  });

  it('leaves a provider alone that the file no longer has', async () => {
    await take(db, aFile({ providers: [named('1'), named('2')] }));
    expect(await take(db, aFile({ providers: [named('2')] }))).toMatchObject({ outcome: 'unchanged' });
    expect(await versions()).toMatchObject([{ state: 'current' }, { state: 'current' }]);
  });

  it('keeps a changed result with when and why', async () => {
    await take(db, aFile());
    await take(db, aFile({ providers: [aProvider({ results: [aResult({ started: 42, outcomes: [] })] })] }));
    await take(db, aFile({ providers: [aProvider({ results: [aResult({ started: 43, outcomes: [], note: { en: 'one more found', da: 'en mere fundet' } })] })] }));
    expect(await results()).toEqual([
      { state: 'past', started: 40, reason: 'test.json, retrieved 2026-01-15', replaced: true, evidence: 'self-reported' },
      { state: 'past', started: 42, reason: 'en mere fundet', replaced: true, evidence: 'self-reported' },
      { state: 'current', started: 43, reason: null, replaced: false, evidence: 'self-reported' },
    ]);
    expect(await rows(db, sql`select count(*)::int as n from reported_result`)).toEqual([{ n: 1 }]);
  });

  it('withdraws results that a provider in the file no longer has, and takes them back', async () => {
    const other = aResult({ from: '2025-07-01', to: '2025-12-31' });
    await take(db, aFile({ providers: [aProvider({ results: [aResult(), other] }), named('2')] }));
    const events: SentEvent[] = [];
    const report = await take(db, aFile({ providers: [aProvider({ results: [other] })] }), {}, events);
    expect(report).toMatchObject({ outcome: 'imported', counts: { results: { withdrawn: 1, unchanged: 1 }, providers: { unchanged: 1 } } });
    expect(events).toEqual([{ name: 'results.reported', data: { importId: report.importId } }]);
    expect((await results()).map((each) => [each.state, each.reason])).toEqual([
      ['withdrawn', 'no longer in test.json, retrieved 2026-01-15'], ['current', null], ['current', null],
    ]);
    expect(await take(db, aFile({ providers: [aProvider({ results: [aResult(), other] })] }))).toMatchObject({ counts: { results: { new: 1 } } });
    expect(await take(db, aFile({ providers: [aProvider({ results: null })] }))).toMatchObject({ counts: { results: { withdrawn: 2 } } });
  });

  it('counts evidence as self-reported, unless the caller vouches for it', async () => {
    const providers = [aProvider({ results: [aResult({ evidence: 'register' })] })];
    await take(db, aFile({ providers }));
    await take(db, aFile({ providers, source: { title: 'Verified', publisher: 'Authority' } }), { verifiedEvidence: true });
    expect((await results()).map((each) => each.evidence)).toEqual(['self-reported', 'register']);
    expect(await rows(db, sql`select result->>'evidence' as said from reported_result_version`)).toEqual([{ said: 'register' }, { said: 'register' }]);
  });

  it('makes a proposal to a claimed profile and leaves the profile as it is', async () => {
    await take(db, aFile({ providers: [aProvider({ results: [] })] }));
    await db.execute(sql`update provider set claimed_at = '2026-01-01T00:00:00Z'`);
    const file = aFile({ providers: [aProvider({ name: 'As the file says' })] });
    const events: SentEvent[] = [];
    expect(await take(db, file, {}, events)).toMatchObject({ counts: { providers: { proposals: 1, changed: 0 }, results: { new: 1 } } });
    expect(events.map((each) => each.name)).toEqual(['results.reported']);
    expect(await versions()).toEqual([{ name: 'Vejen til job', state: 'current', shown: true }, { name: 'As the file says', state: 'proposal', shown: false }]);
    expect(await take(db, file)).toMatchObject({ outcome: 'unchanged' });
    await take(db, aFile({ providers: [aProvider({ name: 'Once more' })] }));
    expect((await versions()).map((each) => each.state)).toEqual(['current', 'abandoned', 'proposal']);
    expect(await rows(db, sql`select name from organisation`)).toEqual([{ name: 'Vejen til job' }]);
  });

  it('shows the source added last where several describe one provider', async () => {
    const second = { title: 'Second', publisher: 'Second' };
    await take(db, aFile());
    await take(db, aFile({ source: second, providers: [aProvider({ name: 'By the second' })] }));
    expect(await versions()).toEqual([{ name: 'Vejen til job', state: 'current', shown: false }, { name: 'By the second', state: 'current', shown: true }]);
    await take(db, aFile({ providers: [aProvider({ name: 'By the first, again' })] }));
    expect((await versions()).filter((each) => each.shown)).toEqual([{ name: 'By the second', state: 'current', shown: true }]);
    expect(await rows(db, sql`select count(*)::int as n from reported_result`)).toEqual([{ n: 2 }]);
    expect(await rows(db, sql`select name from organisation`)).toEqual([{ name: 'By the second' }]);
  });

  it('sees one provider in two spellings of its number', async () => {
    await take(db, aFile({ providers: [aProvider({ id: { scheme: 'se-orgnr', value: '556016-0680' } })] }));
    const other = aFile({ source: { title: 'B', publisher: 'B' }, providers: [aProvider({ id: { scheme: 'se-orgnr', value: '5560160680' } })] });
    expect(await take(db, other)).toMatchObject({ counts: { providers: { new: 1 } } });
    expect(await slugs()).toHaveLength(1);
  });

  it('numbers equal names, and never takes an address that was somebody’s', async () => {
    await take(db, aFile({ providers: [named('1', 'Ås'), named('2', 'ÅS'), named('3', 'aas 2'), named('4', 'aas'), named('5', '就労'), named('6', '支援')] }));
    expect(await slugs()).toEqual(['aas', 'aas-2', 'aas-2-2', 'aas-3', 'provider', 'provider-2']);
    await db.execute(sql`insert into former_slug values ('other', 1), ('other-2', 1)`);
    await take(db, aFile({ source: { title: 'B', publisher: 'B' }, providers: [named('7', 'Other'), named('8', 'aas')] }));
    expect((await slugs()).slice(6)).toEqual(['other-3', 'aas-4']);
  });

  it('numbers a great many equal names', async () => {
    await take(db, aFile({ providers: Array.from({ length: 1_200 }, (_, n) => named(`${n}`, 'Same name')) }));
    await take(db, aFile({ source: { title: 'B', publisher: 'B' }, providers: Array.from({ length: 30 }, (_, n) => named(`b${n}`, 'Same name')) }));
    const all = await slugs();
    expect([all[0], all[1], all[1_199], all[1_200], all[1_229]]).toEqual(['same-name', 'same-name-2', 'same-name-1200', 'same-name-1201', 'same-name-1230']);
  });

  it('keeps every letter there is', async () => {
    const name = 'Æøå — “𝒰nicode” 🦊 \u202e العربية \\u0041 \'";--';
    await take(db, aFile({ providers: [aProvider({ name, summary: { fi: name } })] }));
    expect((await versions())[0]?.name).toBe(name);
    expect(Object.values(await exported(db, true))[0]).toContain(JSON.stringify(name));
  });

  it('leaves regions and groups of the register and of other sources as they are, and says so', async () => {
    await take(db, aFile({ regions: [{ code: 'dk-own:a', name: { en: 'A' } }] }));
    const other = aFile({
      source: { title: 'B', publisher: 'B' }, regions: [{ code: 'dk-own:a', name: { en: 'Not A' } }, { code: 'dk-kommune:0265', name: { en: 'Not Roskilde' } }],
      targetGroups: [{ code: 'dk-sygedagpenge', name: { en: 'Not that' } }], providers: [],
    });
    const report = await take(db, other);
    expect(report.counts).toMatchObject({ regions: { new: 0, changed: 0 }, targetGroups: { new: 0, changed: 0 } });
    expect(report.notes).toEqual([expect.stringContaining('belong to the register or to another source')]);
    expect(await rows(db, sql`select names->>'en' as name from region where code = 'dk-own:a'`)).toEqual([{ name: 'A' }]);
    await take(db, aFile({ regions: [{ code: 'dk-own:a', name: { en: 'A2' }, population: 5 }] }));
    expect(await rows(db, sql`select names->>'en' as name, population from region where code = 'dk-own:a'`)).toEqual([{ name: 'A2', population: 5 }]);
  });

  it('follows what a source says of itself', async () => {
    await take(db, aFile());
    expect(await take(db, aFile({ source: { ...aFile().source, retrieved: '2026-03-01' } }))).toMatchObject({ outcome: 'imported', counts: { source: { changed: 1 } } });
    expect(await rows(db, sql`select retrieved::text as retrieved, licence from source`)).toEqual([{ retrieved: '2026-03-01', licence: null }]);
  });

  it('sends events in parts of at most 500', async () => {
    const events: SentEvent[] = [];
    await take(db, aFile({ providers: Array.from({ length: 1_001 }, (_, n) => ({ ...named(`${n}`), programmes: [], results: [] })) }), {}, events);
    expect(events.map((each) => (each.data as { providerIds: number[] }).providerIds.length)).toEqual([500, 500, 1]);
  });

  it('stops when asked, and keeps nothing', async () => {
    const before = await everything(db);
    const stop = new AbortController();
    const file = aFile({ providers: Array.from({ length: 1_200 }, (_, n) => named(`${n}`)) });
    await expect(take(db, file, { signal: stop.signal, onProgress: ({ done }) => done > 0 && stop.abort() })).rejects.toThrow('The import was stopped.');
    await db.execute(sql`delete from catalogue_import where state = 'abandoned'`);
    expect(await everything(db)).toBe(before);
  });

  it('lets a second import wait for the first', async () => {
    const phases: string[] = [];
    const many = Array.from({ length: 400 }, (_, n) => named(`${n}`));
    const first = take(db, aFile({ providers: many }));
    const second = take(db, aFile({ providers: many }), { onProgress: ({ phase }) => phases.push(phase) });
    expect((await Promise.all([first, second])).map((each) => each.outcome).sort()).toEqual(['imported', 'unchanged']);
    expect(await rows(db, sql`select count(*)::int as n from provider_version`)).toEqual([{ n: 400 }]);
  });
});
