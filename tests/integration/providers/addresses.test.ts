/** What the sitemap lists: published, real providers, each in exactly one slice. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eq } from 'drizzle-orm';
import { schema, type OpenDatabase } from '#db/client.ts';
import { providerSlices, SLICE, slugsOfSlice } from '#features/providers/addresses.ts';
import { ENGINES, freshDatabase } from '#tests/support/database.ts';

const AT = new Date('2026-11-25T10:00:00Z');

describe.each(ENGINES)('provider addresses on %s', (engine) => {
  let open: OpenDatabase;

  beforeAll(async () => {
    open = await freshDatabase(engine);
    const { db } = open;
    const names = Array.from({ length: SLICE + 3 }, (_, index) => ({ scheme: index === 1 ? 'demo' : 'dk-cvr', value: `${index}`, name: `No ${index}`, createdAt: AT }));
    const organisations = await db.insert(schema.organisation).values(names).returning({ id: schema.organisation.id });
    await db.insert(schema.provider).values(
      organisations.map(({ id }, index) => ({ organisationId: id, slug: `no-${index}`, versionId: index === 2 ? null : 1, createdAt: AT })),
    );
  });
  afterAll(() => open.close());

  it('leaves out invented and unpublished providers, and repeats none', async () => {
    const slices = await providerSlices(open.db);
    const slugs = (await Promise.all(slices.map((slice) => slugsOfSlice(open.db, slice)))).flat();
    expect(slices).toEqual([0, 1]);
    expect(new Set(slugs).size).toBe(slugs.length);
    expect(slugs).toHaveLength(SLICE + 1);
    expect(slugs).not.toContain('no-1');
    expect(slugs).not.toContain('no-2');
  });

  it('names no slice that has become empty', async () => {
    await open.db.update(schema.provider).set({ versionId: null }).where(eq(schema.provider.slug, 'no-0'));
    for (let index = SLICE - 1; index < SLICE + 3; index++) await open.db.update(schema.provider).set({ versionId: null }).where(eq(schema.provider.slug, `no-${index}`));
    expect(await providerSlices(open.db)).toEqual([0]);
    expect(await slugsOfSlice(open.db, 1)).toEqual([]);
  });
});
