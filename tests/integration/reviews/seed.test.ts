/** Invented reviews: as many as asked for, the same again in a new database, and figures that come out of them. */
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rows, type OpenDatabase } from '#db/client.ts';
import { providerReviews } from '#features/reviews/showing/page.ts';
import { seedFigures, seedReviews } from '#src/boot/seed-reviews.ts';
import { contextOf } from '#tests/support/catalogue.ts';
import { freshDatabase } from '#tests/support/database.ts';
import { makeProvider } from '#tests/support/tenants.ts';

describe('invented reviews', () => {
  const opened: OpenDatabase[] = [];
  async function seeded(): Promise<OpenDatabase> {
    const open = await freshDatabase('embedded');
    opened.push(open);
    for (const name of ['first', 'second']) {
      const { providerId } = await makeProvider(open.db, name);
      await open.db.execute(sql`insert into programme_version (provider_version_id, code, position, programme) select version_id, 'course', 0, '{"code": "course"}'::jsonb from provider where id = ${providerId}`);
    }
    expect(await seedReviews(contextOf(open.db), { reviews: 100 })).toBe(100);
    return open;
  }
  let open: OpenDatabase;
  beforeAll(async () => {
    open = await seeded();
  }, 180_000);
  afterAll(async () => {
    for (const each of opened) await each.close();
  });

  test('are published, counted and shown', async () => {
    const [target] = await rows<{ id: number }>(open.db, sql`select provider_id as id from review group by 1 order by count(*) desc limit 1`);
    const { figures, written, filter } = await providerReviews(open.db, target?.id ?? 0, new URLSearchParams({ year: '1999', page: '900' }));
    expect(figures?.total.reviewers).toBeGreaterThanOrEqual(50);
    expect(figures?.total.dimensions.again?.answers).toBe(figures?.total.reviewers);
    expect(filter).toEqual({ programme: null, year: null });
    expect(written.reviews.length).toBeGreaterThan(0);
    expect(written.reviews.every((each) => (each.text ?? '').length > 20)).toBe(true);
  });

  test('come out the same in a new database', { timeout: 120_000 }, async () => {
    const other = await seeded();
    const all = (db: OpenDatabase['db']) => rows(db, sql`select id, quarter, fit, heard, able, contacts, closer, again, attendance, text from review order by id`);
    expect(await all(other.db)).toEqual(await all(open.db));
  });

  test('in several goes, scores are drawn towards what all of them say', { timeout: 120_000 }, async () => {
    const several = await freshDatabase('embedded');
    opened.push(several);
    const ids: number[] = [];
    for (const name of ['glad', 'sad']) {
      const { providerId } = await makeProvider(several.db, name);
      await several.db.execute(sql`insert into programme_version (provider_version_id, code, position, programme) select version_id, 'course', 0, '{"code": "course"}'::jsonb from provider where id = ${providerId}`);
      await seedReviews(contextOf(several.db), { reviews: 40, providers: [providerId], figures: false, temper: () => ({ mean: name === 'glad' ? 4.5 : 1.5, divided: false }) });
      ids.push(providerId);
    }
    await seedFigures(contextOf(several.db), ids);
    const [reference] = await rows<{ again: number[] }>(several.db, sql`select counts->'again' as again from review_reference`);
    const [said] = await rows<{ n: number }>(several.db, sql`select count(again)::int as n from review where provider_id in (${ids[0]}, ${ids[1]})`);
    expect(reference?.again.reduce((sum, each) => sum + each, 0)).toBe(said?.n);
    expect(said?.n).toBeGreaterThan(60);
  });

  test('a second time there are others', async () => {
    await seedReviews(contextOf(open.db), { reviews: 600 });
    const [counted] = await rows<{ n: number; codes: number }>(open.db, sql`select count(*)::int as n, (count(*) filter (where proof = 'code'))::int as codes from review`);
    expect(counted?.n).toBe(700);
    expect(counted?.codes).toBeGreaterThan(0);
  });
});
