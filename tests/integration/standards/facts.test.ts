/** What machine checks read is what everybody can see: published figures, profiles, prices and pools, and nothing that is held back. */
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenDatabase } from '#db/client.ts';
import { programmeVersion, resultRelease } from '#db/schema/index.ts';
import { today } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { createRegister, type Register } from '#features/regions/register.ts';
import { simulateVersion } from '#features/standards/commands/simulate-version.ts';
import { changeDocument } from '#features/standards/commands/change-document.ts';
import { providersInArea, readCheckFacts, type FactsFor } from '#features/standards/facts.ts';
import { simulationsOf } from '#features/standards/queries.ts';
import { contextOf } from '#tests/support/catalogue.ts';
import { ENGINES, freshDatabase } from '#tests/support/database.ts';
import { draftedStandard } from '#tests/support/standards.ts';
import { makeAuthority, makeProvider } from '#tests/support/tenants.ts';

const region = (code: string, parent: string | null, scheme: string) => ({ code, scheme, country: 'dk', parent, names: { da: code }, aliases: [], lat: null, lon: null, population: null, neighbours: [] });
const register: Register = createRegister({
  regions: [region('dk', null, 'dk'), region('dk-region:1', 'dk', 'dk-region'), region('dk-region:2', 'dk', 'dk-region'), region('dk-kommune:01', 'dk-region:1', 'dk-kommune'), region('dk-kommune:02', 'dk-region:1', 'dk-kommune'), region('dk-kommune:03', 'dk-region:2', 'dk-kommune')],
  targetGroups: [], sectors: [], districts: [],
});
const AREA: FactsFor = { area: 'dk-region:1', register, day: '2026-11-26' };
const AT = new Date('2026-11-25T10:00:00Z');
const WINDOW = { from: '2024-07-01', to: '2025-06-30', halfYears: ['2024H2', '2025H1'] };

describe.each(ENGINES)('facts for machine checks on %s', (engine) => {
  let open: OpenDatabase;
  let ctx: Context;
  let releaseId = 0;

  beforeAll(async () => {
    open = await freshDatabase(engine);
    ctx = contextOf(open.db);
    const [release] = await open.db.insert(resultRelease).values({ methodVersion: '1', inputHash: 'x', releasedAt: AT, rows: 0, parameters: { windows: { E6: WINDOW, S12: null } } }).returning({ id: resultRelease.id });
    releaseId = release?.id ?? 0;
  }, 120_000);
  afterAll(() => open.close());

  async function provider(name: string, profile: Record<string, unknown> = {}): Promise<number> {
    const { providerId } = await makeProvider(open.db, name);
    await open.db.execute(sql`update provider_version set profile = profile || ${JSON.stringify(profile)}::jsonb where provider_id = ${providerId}`);
    return providerId;
  }
  async function results(providerId: number, documents: object[]): Promise<void> {
    await open.db.execute(sql`insert into published_result (release_id, provider_id, source_id, document, position) select ${releaseId}, ${providerId}, v.source_id, d.document, d.n::int
      from provider_version v, jsonb_array_elements(${JSON.stringify(documents)}::jsonb) with ordinality d(document, n) where v.provider_id = ${providerId}`);
  }
  const programme = (providerId: number, code: string, more: object) =>
    open.db.execute(sql`insert into ${programmeVersion} (provider_version_id, position, code, programme) select v.id, ${code.charCodeAt(0)}, ${code}, ${JSON.stringify({ code, ...more })}::jsonb from provider_version v where v.provider_id = ${providerId}`);
  const row = (from: string, to: string, grade: string, more: object = {}) => ({ kind: 'cohort', programme: null, measure: 'E6', attendance: null, from, to, grade, count: { state: 'shown' }, funnel: null, ...more });
  const facts = async (id: number, about: FactsFor = AREA) => (await readCheckFacts(open.db, [id], about)).get(id);

  it('half-years of the whole provider with their weakest grade; not of a programme, not quoted, not unreported', async () => {
    const id = await provider('results');
    await results(id, [
      row('2025-01-01', '2025-06-30', 'A'), row('2025-01-01', '2025-06-30', 'C', { measure: 'S12' }), row('2024-07-01', '2024-12-31', 'B', { count: { state: 'small' } }),
      row('2024-01-01', '2024-06-30', 'A', { count: { state: 'unreported' } }), row('2023-07-01', '2023-12-31', 'D', { count: { state: 'quoted' } }), row('2023-01-01', '2023-06-30', 'A', { programme: 'x' }),
      row(WINDOW.from, WINDOW.to, 'A', { kind: 'window', funnel: { referred: 40, started: 30, completed: 20 } }), row(WINDOW.from, WINDOW.to, 'A', { kind: 'window', attendance: 'mandated' }),
    ]);
    const found = await facts(id);
    expect([...(found?.halfYears ?? [])].sort((a, b) => (a.half < b.half ? -1 : 1))).toEqual([{ half: '2024H2', grade: 'B' }, { half: '2025H1', grade: 'C' }]);
    expect([found?.window, found?.funnel]).toEqual([['2024H2', '2025H1'], 'whole']);
  });

  it.each([
    ['part', [{ funnel: { referred: null, started: 30, completed: 20 } }]], ['withheld', [{ funnel: null }]], [null, []], [null, [{ to: '2024-06-30', funnel: { referred: 1, started: 1, completed: 1 } }]],
  ] as const)('a funnel that is %s', async (expected, windows) => {
    const id = await provider(`funnel-${String(expected)}-${windows.length}`);
    await results(id, windows.map((each) => row(WINDOW.from, WINDOW.to, 'A', { kind: 'window', ...each })));
    expect((await facts(id))?.funnel).toBe(expected);
  });

  it('prices of programmes that run; an empty list says nothing', async () => {
    const id = await provider('prices');
    await programme(id, 'a', { prices: [{ amount: 0, currency: 'DKK', paidBy: 'citizen' }] });
    await programme(id, 'b', { prices: [] });
    await programme(id, 'c', { endedOn: '2026-01-01' });
    expect((await facts(id))?.programmes).toEqual([{ code: 'a', priced: true }, { code: 'b', priced: false }]);
  });

  it('when it was confirmed, by the days of Denmark', async () => {
    const id = await provider('confirmed');
    expect((await facts(id))?.confirmedOn).toBeNull();
    await open.db.execute(sql`update provider set confirmed_at = '2026-05-31T22:30:00Z' where id = ${id}`);
    expect((await facts(id))?.confirmedOn).toBe('2026-06-01');
  });

  it('present by address, by coverage, in a part of the area, not at all', async () => {
    const present = async (name: string, profile: object, about = AREA) => {
      const found = await facts(await provider(name, profile as Record<string, unknown>), about);
      return [found?.location, found?.coverage];
    };
    expect(await present('whole', { coverage: ['dk-region:1'], locations: [{ region: 'dk-kommune:02' }] })).toEqual([true, true]);
    expect(await present('part', { coverage: ['dk-kommune:01', 'dk-kommune:03'], locations: [{ region: 'dk-kommune:03' }] })).toEqual([false, null]);
    expect(await present('elsewhere', { coverage: ['dk-region:2'] })).toEqual([false, false]);
    expect(await present('nowhere', { coverage: ['dk'] }, { ...AREA, area: null })).toEqual([false, false]);
  });

  it('invitations of pools that are closed, and of no others', async () => {
    const id = await provider('pools');
    const authority = await makeAuthority(open.db, 'pools-authority');
    const pool = (key: string, state: string, stays: number, invited: number) =>
      open.db.execute(sql`insert into review_pool (id, provider_id, authority_id, issuer_id, programme_code, from_day, to_day, state, stays, invited, created_at)
        values (${key}, ${id}, ${authority.organisationId}, ${authority.organisationId}, 'a', '2026-01-01', '2026-06-30', ${state}, ${stays}, ${invited}, '2026-01-01')`);
    expect((await facts(id))?.invitations).toBeNull();
    await pool('one', 'closed', 20, 15);
    await pool('two', 'ended', 10, 9);
    await pool('three', 'issuing', 50, 1);
    expect((await facts(id))?.invitations).toEqual({ stays: 30, invited: 24 });
  });

  it('who is not published has none, and who is closed is not looked at', async () => {
    const gone = await provider('unpublished');
    await open.db.execute(sql`update provider set version_id = null where id = ${gone}`);
    const closed = await provider('closed', { coverage: ['dk-region:1'], closedOn: '2026-01-01' });
    const there = await provider('there', { coverage: ['dk-kommune:01'] });
    expect(await facts(gone)).toBeUndefined();
    const looked = await providersInArea(open.db, AREA);
    expect([looked.includes(gone), looked.includes(closed), looked.includes(there)]).toEqual([false, false, true]);
    expect(await readCheckFacts(open.db, [], AREA)).toEqual(new Map());
  });

  it('a trial run is kept with the text that it was run with, and names nobody', async () => {
    const { organisationId } = await makeAuthority(open.db, 'simulating');
    const versionId = await draftedStandard(ctx, organisationId);
    await simulateVersion(ctx, { versionId, area: AREA.area, register });
    await changeDocument(ctx, { versionId, detail: {}, change: (document) => ({ ...document, validMonths: 12 }) });
    await simulateVersion(ctx, { versionId, area: null, register });
    const [second, first] = await simulationsOf(open.db, versionId);
    expect([first?.area, second?.area, first?.day]).toEqual(['dk-region:1', null, today()]);
    expect(first?.hash).not.toBe(second?.hash);
    expect(first?.simulation.criteria.map(({ code }) => code)).toEqual(['2.1', '2.2', '2.3', '2.4', '4.2', '5.4']);
    expect(JSON.stringify([first, second])).not.toMatch(/there|results|prices|slug/);
  });
});
