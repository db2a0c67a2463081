import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rows, schema, type OpenDatabase } from '#db/client.ts';
import { loadRegisters } from '#features/regions/commands/load-registers.ts';
import { loadRegister } from '#features/regions/register.ts';
import { ENGINES, freshDatabase } from '#tests/support/database.ts';

describe.each(ENGINES)('loading the registers on %s', (engine) => {
  let open: OpenDatabase;
  const counts = () =>
    rows<Record<string, number>>(
      open.db,
      sql`select (select count(*)::int from region) as region, (select count(*)::int from postcode) as postcode,
          (select count(*)::int from target_group) as target_group, (select count(*)::int from sector) as sector`,
    ).then(([first]) => first);
  const contents = () =>
    rows<{ digest: string }>(
      open.db,
      sql`select md5((select string_agg(r::text, ',' order by code) from region r) || (select string_agg(p::text, ',' order by country, code, region) from postcode p)
          || (select string_agg(t::text, ',' order by code) from target_group t) || (select string_agg(s::text, ',' order by code) from sector s)) as digest`,
    ).then(([first]) => first?.digest);
  const forget = () => open.db.execute(sql`update shipped_data set hash = 'of earlier files' where name = 'registers'`);

  beforeAll(async () => {
    open = await freshDatabase(engine);
  });
  afterAll(() => open.close());

  it('fills an empty database within a second and a half of work, once however many ask', async () => {
    const before = process.cpuUsage();
    const answers = await Promise.all([loadRegisters(open.db), loadRegisters(open.db)]);
    const spent = process.cpuUsage(before);
    expect(answers.map((each) => each.loaded).sort()).toEqual([false, true]);
    expect(answers[0]?.rows).toBe(answers[1]?.rows);
    expect((spent.user + spent.system) / 1000).toBeLessThan(1500);
    expect(await counts()).toEqual({ region: 1099, postcode: 27_903, target_group: 31, sector: 64 });
    expect(answers[0]?.rows).toBe(1099 + 27_903 + 31 + 64);
  });

  it('writes nothing the second time', async () => {
    const before = await contents();
    expect(await loadRegisters(open.db)).toEqual({ loaded: false, rows: 29_097 });
    expect(await contents()).toBe(before);
  });

  it('brings an older register up to date: same rows as a fresh one, the places of catalogues untouched', async () => {
    const fresh = await contents();
    await open.db.execute(sql`update region set names = '{"da":"Gammelby"}', population = 1 where code = 'dk-kommune:0101'`);
    await open.db.execute(sql`delete from region where code = 'dk-kommune:0751'`);
    await open.db.execute(sql`insert into region (code, scheme, country, names) values ('dk-kommune:0001', 'dk-kommune', 'dk', '{"da":"Nedlagt"}')`);
    await open.db.execute(sql`insert into postcode (country, code, region, main) values ('dk', '0001', 'dk-kommune:0001', true)`);
    await open.db.execute(sql`update target_group set names = '{"da":"Andre"}' where code = 'unge'`);
    await forget();
    expect(await loadRegisters(open.db)).toEqual({ loaded: true, rows: 29_097 });
    expect(await contents()).toBe(fresh);

    await open.db.execute(sql`insert into region (code, scheme, country, names, source_id) values ('us-county:34013', 'us-county', 'us', '{"en":"Essex"}', 7)`);
    await open.db.execute(sql`
      insert into target_group (code, kind, list_version, names, sensitive, primary_outcome, position, source_id)
      values ('veterans', 'catalogue', 'x', '{"en":"Veterans"}', true, 'job', 999, 7)`);
    await forget();
    await loadRegisters(open.db);
    const register = await loadRegister(open.db);
    expect(register.name('us-county:34013', 'da')).toEqual({ text: 'Essex', lang: 'en' });
    expect(register.targetGroup('veterans')?.kind).toBe('catalogue');
  });

  it('leaves everything as it was when it fails half-way', async () => {
    const before = await contents();
    await forget();
    await open.db.execute(sql`alter table sector add constraint fails check (classification <> 'isco-08') not valid`);
    await expect(loadRegisters(open.db)).rejects.toThrow();
    await open.db.execute(sql`alter table sector drop constraint fails`);
    expect(await contents()).toBe(before);
  });

  it('is read back whole', async () => {
    const register = await loadRegister(open.db);
    expect(['dk', 'se', 'nl', 'fi'].map((country) => register.municipalities(country).length)).toEqual([98, 290, 342, 308]);
    expect(register.region('dk-kommune:0101')).toMatchObject({
      scheme: 'dk-kommune', country: 'dk', parent: 'dk-region:1084', population: 623_404, lat: 55.68084, lon: 12.57556,
      names: { da: 'København', en: 'Copenhagen', sv: 'Köpenhamn', nl: 'Kopenhagen', fi: 'Kööpenhamina' },
    });
    expect(register.region('dk-kommune:0101')?.neighbours).toContain('dk-kommune:0147');
    expect(register.districts).toHaveLength(607);
    expect(register.districts.find((each) => each.name === 'Glostrup')).toMatchObject({ postcodes: ['2600'], regions: ['dk-kommune:0161', 'dk-kommune:0165'] });
    expect(register.targetGroups().filter((group) => group.kind === 'legal-dk')).toHaveLength(14);
    expect(register.targetGroup('dk-dagpenge')).toMatchObject({ sensitive: false, primaryOutcome: 'job', hoursThreshold: 20 });
    expect(register.targetGroup('dk-fleksjob')).toMatchObject({ sensitive: true, hoursThreshold: null });
    expect(register.targetGroup('unge')).toMatchObject({ kind: 'cross-cutting', primaryOutcome: 'job', hoursThreshold: 20 });
    expect(register.targetGroups()[0]?.code).toBe('dk-dagpenge');
    expect(register.sectors().map((sector) => sector.code).slice(0, 3)).toEqual(['A', 'B', 'C']);
    expect(register.sector('43')?.classification).toBe('isco-08');
    expect(register.sector('Q')?.short?.da).toBeTruthy();
  });

  it('stores every postcode under a municipality that exists', async () => {
    expect(await rows(open.db, sql`select p.code from postcode p left join region r on r.code = p.region where r.code is null`)).toEqual([]);
    const [read] = await open.db.select().from(schema.shippedData);
    expect(read).toMatchObject({ name: 'registers', rows: 29_097 });
  });
});
