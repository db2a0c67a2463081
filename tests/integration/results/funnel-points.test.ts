/** The marks of the funnel plot out of the database: those with a place only, and an even part where they are many. */
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Db, OpenDatabase } from '#db/client.ts';
import { funnelPoints } from '#features/results/queries.ts';
import { ENGINES, freshDatabase } from '#tests/support/database.ts';

const PROVIDERS = 60;

/** Every fourth has no place; each is named so that its order by name is not that of its number. */
async function fill(db: Db): Promise<void> {
  await db.execute(sql`insert into organisation (scheme, value, name, created_at) select 'test', i, 'Bro ' || (1000 - i), now() from generate_series(1, ${PROVIDERS}::int) i`);
  await db.execute(sql`insert into source (title, publisher, created_at) values ('Opgørelse', 'Prøve', now())`);
  await db.execute(sql`insert into provider (organisation_id, slug, created_at) select id, 'bro-' || value, now() from organisation order by id`);
  await db.execute(sql`
    insert into provider_version (provider_id, source_id, state, hash, profile, created_at)
    select p.id, 1, 'current', md5(p.slug), jsonb_build_object('name', o.name), now() from provider p join organisation o on o.id = p.organisation_id`);
  await db.execute(sql`update provider p set version_id = v.id from provider_version v where v.provider_id = p.id`);
  await db.execute(sql`insert into result_release (method_version, input_hash, released_at, rows) values ('1.0.0', 'test', now(), 0)`);
  await db.execute(sql`
    insert into published_comparison (provider_id, measure, release_id, document)
    select p.id, 'E6', 1, jsonb_build_object('measure', 'E6', 'grade', 'A', 'code', 'as_expected', 'band', 'inside', 'figures',
      jsonb_build_object('n', p.id, 'point', case when p.id % 4 = 0 then null else json_build_object('x', p.id + 0.5, 'y', 0.25) end))
    from provider p`);
  await db.execute(sql`insert into comparison_summary (release_id, measure, document) values (1, 'E6', ${JSON.stringify({ codes: { better: 1, as_expected: PROVIDERS - 2, worse: 1, no_verdict: 0 } })}::jsonb)`);
}

describe.each(ENGINES)('marks on %s', (engine) => {
  let open: OpenDatabase;
  let db: Db;
  beforeAll(async () => {
    open = await freshDatabase(engine);
    db = open.db;
    await fill(db);
  }, 120_000);
  afterAll(() => open.close());

  it('all of those that have a place, in order of name', async () => {
    const points = await funnelPoints(db, 'E6');
    expect(points).toHaveLength(45);
    expect(points[0]).toEqual({ providerId: 59, slug: 'bro-59', name: 'Bro 941', code: 'as_expected', band: 'inside', grade: 'A', n: 59, x: 59.5, y: 0.25, oneIn: 1 });
    expect(points.map(({ name }) => name)).toEqual(points.map(({ name }) => name).toSorted());
  });

  it('one in so many where they are many, the reader’s own always, and the same every time', async () => {
    const points = await funnelPoints(db, 'E6', { own: 7, most: 20 });
    const ids = points.map(({ providerId }) => providerId).sort((a, b) => a - b);
    expect(new Set(points.map(({ oneIn }) => oneIn))).toEqual(new Set([3]));
    expect(ids).toEqual([3, 6, 7, 9, 15, 18, 21, 27, 30, 33, 39, 42, 45, 51, 54, 57]);
    expect(await funnelPoints(db, 'E6', { own: 7, most: 20 })).toEqual(points);
    expect((await funnelPoints(db, 'E6', { own: 8, most: 20 })).some(({ providerId }) => providerId === 8)).toBe(false);
  });

  it('none of a comparison that nobody is in', async () => {
    expect(await funnelPoints(db, 'S12', { own: 1 })).toEqual([]);
  });
});
