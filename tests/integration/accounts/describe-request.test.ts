/** What a provider's own system sends about it: all of it holds, or nothing is taken. */
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rows, type Db, type OpenDatabase } from '#db/client.ts';
import { describeByRequest } from '#features/catalogue/api/describe-request.ts';
import { changeProgramme } from '#features/programmes/commands/change-programme.ts';
import { deskProvider, type DeskProvider } from '#features/programmes/desk-queries.ts';
import { loadRegisters } from '#features/regions/commands/load-registers.ts';
import { aFile, aProvider } from '#tests/factories/catalogue.ts';
import { clearCatalogue, contextOf, take } from '#tests/support/catalogue.ts';
import { ENGINES, freshDatabase } from '#tests/support/database.ts';

describe.each(ENGINES)('a description sent by a system, on %s', (engine) => {
  let open: OpenDatabase;
  let db: Db;
  let provider: DeskProvider;
  const ctx = () => ({ ...contextOf(db), actor: 'token:1' });
  const own = () => {
    const { results: _, ...description } = aProvider({ results: [] });
    return description;
  };
  const send = (body: unknown, type = 'application/json') => describeByRequest(ctx(), provider, new Request('http://localhost/', { method: 'PUT', headers: { 'content-type': type }, body: typeof body === 'string' ? body : JSON.stringify(body) }));
  const shownName = async () => (await rows<{ name: string }>(db, sql`select v.profile->>'name' as name from provider p join provider_version v on v.id = p.version_id`))[0]?.name;
  const versions = async () => (await rows<{ n: number }>(db, sql`select count(*)::int as n from provider_version`))[0]?.n;

  beforeAll(async () => {
    open = await freshDatabase(engine);
    db = open.db;
    await loadRegisters(db);
  });
  afterAll(() => open.close());
  beforeEach(async () => {
    await clearCatalogue(db);
    await take(db, aFile({ providers: [aProvider({ results: [] })] }));
    const [found] = await rows<{ slug: string }>(db, sql`select slug from provider`);
    const desk = await deskProvider(db, found?.slug ?? '');
    if (!desk) throw new Error('no provider');
    provider = desk;
  });

  it('is shown as the provider’s own words, once, and told to the trail', async () => {
    expect(await send({ ...own(), name: 'A new name' })).toEqual({ outcome: 'published' });
    expect(await shownName()).toBe('A new name');
    const before = await versions();
    expect(await send({ ...own(), name: 'A new name' })).toEqual({ outcome: 'unchanged' });
    expect(await versions()).toBe(before);
    const [entry] = await rows<{ actor: string; object: string }>(db, sql`select actor, object from audit_entry where action = 'provider.publish' order by id desc limit 1`);
    expect(entry).toEqual({ actor: 'token:1', object: `provider:${provider.id}` });
    // A file that comes afterwards is a proposal.
    await take(db, aFile({ providers: [aProvider({ name: 'What a file says', results: [] })] }));
    expect(await shownName()).toBe('A new name');
  });

  it.each([
    ['another number', () => ({ ...own(), id: { scheme: 'x-made-up', value: '999' } }), '/id'],
    ['a place that there is not', () => ({ ...own(), coverage: ['dk-kommune:9999'] }), '/coverage/0'],
    ['results, which have an address of their own', () => ({ ...own(), results: [] }), '/results'],
    ['a text with U+0000', () => ({ ...own(), name: 'a\u0000b' }), '/name'],
    ['a programme twice', () => ({ ...own(), programmes: [...(own().programmes ?? []), ...(own().programmes ?? [])] }), '/programmes/1/code'],
  ])('changes nothing with %s', async (_, body, pointer) => {
    const before = [await shownName(), await versions()];
    await expect(send(body())).rejects.toMatchObject({ domainCode: 'invalid', faults: expect.arrayContaining([expect.objectContaining({ pointer })]) });
    expect([await shownName(), await versions()]).toEqual(before);
  });

  it.each([['no JSON', '{', 'application/json'], ['another type', '{}', 'text/csv']])('%s is told apart', async (_, body, type) => {
    await expect(send(body, type)).rejects.toMatchObject({ domainCode: 'bad-request' });
  });

  it('does not pass over what somebody is writing', async () => {
    const code = own().programmes?.[0]?.code ?? '';
    await changeProgramme(ctx(), { providerId: provider.id, code, how: 'duplicate', revision: 0 });
    await expect(send({ ...own(), name: 'Over it' })).rejects.toMatchObject({ domainCode: 'conflict' });
    expect(await shownName()).not.toBe('Over it');
  });
});
