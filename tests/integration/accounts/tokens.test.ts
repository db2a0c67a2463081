/** Tokens of organisations, and what a system reports with one. */
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rows, type Db, type OpenDatabase } from '#db/client.ts';
import { now, setClockOffset } from '#platform/clock.ts';
import { NOBODY } from '#platform/permissions.ts';
import { actorOf } from '#src/boot/gate.ts';
import { can } from '#features/accounts/policy.ts';
import { makeToken, revokeToken } from '#features/accounts/tokens/commands.ts';
import { bearerOf, MOST_TOKENS } from '#features/accounts/tokens/model.ts';
import { actorByToken, tokenOwner, tokensOf } from '#features/accounts/tokens/queries.ts';
import { loadRegisters } from '#features/regions/commands/load-registers.ts';
import { deskProvider, toldRows, type DeskProvider } from '#features/results/desk/queries.ts';
import { reportByRequest } from '#features/results/desk/report-request.ts';
import { aFile, aProvider } from '#tests/factories/catalogue.ts';
import { clearCatalogue, contextOf, take } from '#tests/support/catalogue.ts';
import { ENGINES, freshDatabase } from '#tests/support/database.ts';

const DAY = 86_400_000;

describe('the header of a token', () => {
  const token = `vv_${'a'.repeat(43)}`;
  it.each([
    [`Bearer ${token}`, token],
    [` bearer ${token} `, token],
    [token, null],
    [`Basic ${token}`, null],
    [`Bearer ${token}x`, null],
    ['Bearer vv_short', null],
    [null, null],
  ])('%s', (header, expected) => expect(bearerOf(header)).toBe(expected));
});

describe.each(ENGINES)('tokens on %s', (engine) => {
  let open: OpenDatabase;
  let db: Db;
  let provider: DeskProvider;
  const ctx = () => ({ ...contextOf(db), actor: 'person:owner' });
  const make = (changes: Partial<Parameters<typeof makeToken>[1]> = {}) => makeToken(ctx(), { organisationId: provider.organisationId, name: 'System', scopes: ['results:write'], days: 30, ...changes });

  beforeAll(async () => {
    open = await freshDatabase(engine);
    db = open.db;
    await loadRegisters(db);
  });
  afterAll(async () => {
    setClockOffset(0);
    await open.close();
  });
  beforeEach(async () => {
    await db.execute(sql`truncate api_token`);
    await clearCatalogue(db);
    await take(db, aFile({ providers: [aProvider({ results: [] })] }));
    const [found] = await rows<{ slug: string }>(db, sql`select slug from provider`);
    const desk = await deskProvider(db, found?.slug ?? '');
    if (!desk) throw new Error('no provider');
    provider = desk;
    setClockOffset(0);
  });

  it('act for their organisation, by their scopes, and are kept nowhere', async () => {
    const token = await make();
    const actor = await actorByToken(db, token);
    expect(actor).toMatchObject({ personId: null, roles: [], token: { organisationId: provider.organisationId, scopes: ['results:write'], organisationSuspended: false } });
    const may = (action: Parameters<typeof can>[1], organisationId: number) => can(actor, action, { organisationId }, now());
    expect(may('results.report', provider.organisationId)).toEqual({ allowed: true });
    expect(may('provider.edit', provider.organisationId)).toMatchObject({ outcome: 'forbidden', reason: 'scope' });
    expect(may('results.report', provider.organisationId + 1)).toMatchObject({ outcome: 'not-found' });
    const stored = JSON.stringify([await rows(db, sql`select * from api_token`), await rows(db, sql`select * from audit_entry`)]);
    expect(stored).not.toContain(token);
    expect(stored).not.toContain(token.slice(3));
  });

  it('stop at once when they are closed, when their time is over, and when they never were', async () => {
    const [closed, over] = [await make(), await make({ days: 90 })];
    const [row] = await tokensOf(db, provider.organisationId);
    const [, first] = await tokensOf(db, provider.organisationId);
    expect(await tokenOwner(db, row?.id ?? 0)).toEqual({ organisationId: provider.organisationId });
    await revokeToken(ctx(), first?.id ?? 0);
    await revokeToken(ctx(), first?.id ?? 0);
    expect(await actorByToken(db, closed)).toEqual(NOBODY);
    expect((await actorByToken(db, over)).token).not.toBeNull();
    setClockOffset(91 * DAY);
    expect(await actorByToken(db, over)).toEqual(NOBODY);
    expect(await actorByToken(db, `vv_${'x'.repeat(43)}`)).toEqual(NOBODY);
    expect((await rows<{ action: string }>(db, sql`select action from audit_entry where object = ${`token:${first?.id ?? 0}`} order by id`)).map(({ action }) => action).slice(-2)).toEqual(['tokens.make', 'tokens.revoke']);
  });

  it('tell when they were last used, and that their organisation is suspended', async () => {
    const token = await make();
    await actorByToken(db, token);
    const [row] = await tokensOf(db, provider.organisationId);
    expect(row?.lastUsedAt?.getTime()).toBeLessThanOrEqual(now().getTime());
    expect((row?.lastUsedAt?.getTime() ?? 1) % 3_600_000).toBe(0);
    await db.execute(sql`update organisation set suspended_at = ${now().toISOString()}::timestamptz where id = ${provider.organisationId}`);
    const actor = await actorByToken(db, token);
    expect(can(actor, 'results.report', { organisationId: provider.organisationId }, now())).toMatchObject({ outcome: 'suspended' });
    await db.execute(sql`update organisation set suspended_at = null`);
  });

  it('count for what writes in the API alone, and there a session counts for nothing', async () => {
    const token = await make();
    const by = async (method: string, path: string) => {
      const request = new Request(`http://localhost${path}`, { method, headers: { authorization: `Bearer ${token}`, cookie: 'vejviser=x' } });
      const identity = { actorFor: async () => null, cookie: { name: 'vejviser', attributes: {} } };
      return (await actorOf({ request, url: new URL(request.url), cookies: { has: () => false }, locals: { runtime: { db, identity } } } as unknown as Parameters<typeof actorOf>[0])).token?.organisationId ?? null;
    };
    expect([await by('POST', '/api/v1/providers/x/results'), await by('PUT', '/api/v1/providers/x')]).toEqual([provider.organisationId, provider.organisationId]);
    expect([await by('GET', '/api/v1/providers/x'), await by('POST', '/desk'), await by('PUT', '/api/suggest')]).toEqual([null, null, null]);
  });

  it('are marked once whoever made and saw them is an owner no more', async () => {
    await make();
    await db.execute(sql`insert into person (id, name, email, email_verified, locale, created_at, updated_at) values ('owner', 'O', 'owner@example.test', true, 'da', now(), now()) on conflict do nothing`);
    await db.execute(sql`insert into membership (person_id, organisation_id, role, since) values ('owner', ${provider.organisationId}, 'owner', now())`);
    const left = async () => (await tokensOf(db, provider.organisationId)).map((each) => each.makerLeft);
    expect(await left()).toEqual([false]);
    await db.execute(sql`update membership set ended_at = now()`);
    expect(await left()).toEqual([true]);
    await db.execute(sql`delete from membership`);
  });

  it('are no more than can be looked after', async () => {
    for (let n = 0; n < MOST_TOKENS; n++) await make({ name: `System ${n}` });
    await expect(make()).rejects.toMatchObject({ problems: [{ reason: 'too-many-tokens' }] });
    setClockOffset(31 * DAY);
    await make();
  });

  describe('a report', () => {
    const send = (body: unknown, type = 'application/json', query = '') =>
      reportByRequest(ctx(), provider, new Request(`https://site.example/api/v1/providers/x/results${query}`, { method: 'POST', headers: { 'content-type': type }, body: typeof body === 'string' ? body : JSON.stringify(body) }));
    const row = (changes: object = {}) => ({ programme: 'course', from: '2025-01-01', to: '2025-06-30', started: 40, outcomes: [{ measure: 'E6', placed: 15, notPlaced: 24, unknown: 1 }], ...changes });
    const source = 'Fra vores system';

    it('comes as JSON or as a table, and counts as the provider’s own word', async () => {
      expect(await send({ source, dryRun: true, results: [row()] })).toMatchObject({ outcome: 'dry-run', new: 1 });
      expect(await toldRows(db, provider.providerId)).toEqual([]);
      expect(await send({ source, results: [row({ evidence: 'register' })] })).toEqual({ outcome: 'reported', halfYears: ['2025H1'], new: 1, changed: 0, unchanged: 0, withdrawn: 0, gaps: [] });
      expect((await toldRows(db, provider.providerId)).map(({ evidence }) => evidence)).toEqual(['self-reported']);
      const csv = 'half_year,programme,started,e6_placed,e6_not_placed,e6_unknown\n2025H2,course,40,15,24,1\n';
      expect(await send(csv, 'text/csv; charset=utf-8', `?source=${encodeURIComponent(source)}`)).toMatchObject({ outcome: 'reported', new: 1, halfYears: ['2025H2'] });
      expect(await toldRows(db, provider.providerId)).toHaveLength(2);
    });

    it('is taken whole or not at all, with every fault named', async () => {
      const faulty = send({ source, results: [row(), row({ started: 39, from: '2025-07-01', to: '2025-12-31' }), row({ programme: 'none', from: '2024-01-01', to: '2024-05-31' }), row()] });
      await expect(faulty).rejects.toMatchObject({
        domainCode: 'invalid',
        faults: [
          { pointer: '/results/1/outcomes/0', expected: 'placed + notPlaced + unknown + excluded = started = 39' },
          { pointer: '/results/2/programme', value: 'none' }, { pointer: '/results/2/from' }, { pointer: '/results/3', expected: expect.stringContaining('row 0') },
        ],
      });
      await expect(send('half_year,started\n2025H1,4\n2025,x\n', 'text/csv', '?source=Abc')).rejects.toMatchObject({ faults: [{ pointer: '/3/half_year', field: 'half_year', value: '2025' }, { pointer: '/3/started', value: 'x' }] });
      expect(await toldRows(db, provider.providerId)).toEqual([]);
    });

    it.each([
      ['not JSON', () => send('{'), 'bad-request'],
      ['another type', () => send('x', 'text/plain'), 'bad-request'],
      ['a field nobody knows', () => send({ source, results: [row()], extra: 1 }), 'invalid'],
      ['nothing', () => send({ source, results: [] }), 'invalid'],
      ['a table without its source', () => send('half_year,started\n2025H1,4\n', 'text/csv'), 'invalid'],
    ])('is refused as %s', async (_, sent, domainCode) => expect(sent()).rejects.toMatchObject({ domainCode }));

    it('that changes figures says why', async () => {
      await send({ source, results: [row()] });
      const changed = row({ outcomes: [{ measure: 'E6', placed: 16, notPlaced: 23, unknown: 1 }] });
      await expect(send({ source, results: [changed] })).rejects.toMatchObject({ domainCode: 'invalid', faults: [{ pointer: '/reason' }] });
      expect(await send({ source, reason: 'Talt forkert.', results: [changed] })).toMatchObject({ changed: 1 });
    });
  });
});
