/** The API's own reads, on both engines. */
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rows, type OpenDatabase } from '#db/client.ts';
import { organisationNumbers, regionSchemes, regionsPage } from '#features/catalogue/api/queries.ts';
import { loadRegisters } from '#features/regions/commands/load-registers.ts';
import { aFullFile } from '#tests/factories/catalogue.ts';
import { take } from '#tests/support/catalogue.ts';
import { ENGINES, freshDatabase } from '#tests/support/database.ts';

describe.each(ENGINES)('reads on %s', (engine) => {
  let open: OpenDatabase;
  beforeAll(async () => {
    open = await freshDatabase(engine);
    await loadRegisters(open.db);
    await take(open.db, aFullFile());
  });
  afterAll(() => open.close());

  it('regions by all of the filter, in order of code, a page at a time', async () => {
    const filter = { country: 'dk', scheme: 'dk-kommune', parent: 'dk-region:1084' };
    const whole = await regionsPage(open.db, filter, { page: 1, pageSize: 100 });
    expect(whole.total).toBe(29);
    const codes = whole.regions.map((region) => region.code);
    expect(codes).toEqual(codes.toSorted());
    const second = await regionsPage(open.db, filter, { page: 2, pageSize: 10 });
    expect([second.total, second.regions.map((region) => region.code)]).toEqual([29, codes.slice(10, 20)]);
    expect(await regionsPage(open.db, filter, { page: 100_000, pageSize: 100 })).toEqual({ total: 29, regions: [] });
    expect(whole.regions[0]).toMatchObject({ code: 'dk-kommune:0101', scheme: 'dk-kommune', country: 'dk', parent: 'dk-region:1084', names: { da: 'København' }, neighbours: expect.arrayContaining(['dk-kommune:0147']) });
  });

  it('regions and kinds that a catalogue brought', async () => {
    expect((await regionSchemes(open.db)).filter((scheme) => scheme.startsWith('dk'))).toEqual(['dk', 'dk-kommune', 'dk-own', 'dk-region']);
    const { regions } = await regionsPage(open.db, { scheme: 'dk-own' }, { page: 1, pageSize: 100 });
    expect(regions.map(({ code, population, neighbours }) => ({ code, population, neighbours }))).toEqual([
      { code: 'dk-own:all', population: null, neighbours: [] }, { code: 'dk-own:north', population: 0, neighbours: [] },
    ]);
  });

  it('organisation numbers of those asked for', async () => {
    const [full] = await rows<{ id: number }>(open.db, sql`select id from provider where slug = 'fuld-beskrivelse-aps'`);
    const id = full?.id ?? 0;
    expect(await organisationNumbers(open.db, [id, 999_999])).toEqual(new Map([[id, { scheme: 'dk-cvr', value: '13748136' }]]));
    expect(await organisationNumbers(open.db, [])).toEqual(new Map());
  });
});
