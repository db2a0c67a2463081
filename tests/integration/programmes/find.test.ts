import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { schema, type OpenDatabase } from '#db/client.ts';
import { findProvider } from '#features/programmes/find.ts';
import { visibleVersions } from '#features/programmes/queries.ts';
import { ENGINES, freshDatabase } from '#tests/support/database.ts';

const at = (day: string) => new Date(`${day}T12:00:00Z`);

describe.each(ENGINES)('a provider by its address (%s)', (engine) => {
  let open: OpenDatabase;
  let providerId = 0;

  beforeAll(async () => {
    open = await freshDatabase(engine);
    const { organisation, provider, providerVersion, formerSlug, source } = schema;
    const [own] = await open.db.insert(organisation).values({ scheme: 'demo', value: '1', name: 'Uglen', createdAt: at('2026-01-01') }).returning();
    const [from] = await open.db.insert(source).values({ title: 'Kilde', publisher: 'Udgiver', createdAt: at('2026-01-01') }).returning();
    if (!own || !from) throw new Error('not inserted');
    const [made] = await open.db.insert(provider).values({ organisationId: own.id, slug: 'uglen', createdAt: at('2026-01-01') }).returning();
    providerId = made?.id ?? 0;
    const version = (state: string, hash: string, name: string, activatedAt: Date | null) => ({
      providerId, sourceId: from.id, state, hash, createdAt: at('2026-01-01'), activatedAt,
      profile: { id: { scheme: 'demo', value: '1' }, name, kind: 'private', coverage: [] },
    });
    await open.db.insert(providerVersion).values([version('past', 'a', 'Ugle', at('2026-01-02')), version('abandoned', 'b', 'Aldrig set', null)]);
    const [current] = await open.db.insert(providerVersion).values(version('current', 'c', 'Uglen', at('2026-02-02'))).returning();
    await open.db.update(provider).set({ versionId: current?.id ?? null });
    await open.db.insert(formerSlug).values({ slug: 'ugle', providerId });
  });
  afterAll(() => open.close());

  test('its present slug finds it, with how many versions were ever visible', async () => {
    const { page, movedTo } = await findProvider(open.db, 'uglen');
    expect([page?.profile.name, page?.demo, page?.versions, movedTo]).toEqual(['Uglen', true, 2, null]);
    expect((await visibleVersions(open.db, providerId)).map((version) => version.profile.name)).toEqual(['Uglen', 'Ugle']);
  });
  test('a former slug says where it is now', async () => expect(await findProvider(open.db, 'ugle')).toEqual({ page: null, movedTo: 'uglen' }));
  test.each(['findes-ikke', '', "'; drop table provider; --", undefined])('%s finds nothing', async (slug) => {
    expect(await findProvider(open.db, slug)).toEqual({ page: null, movedTo: null });
  });
});
