/** A real catalogue of figures counted over completers: quoted with its source, and never compared with anybody (method.md 2.12, 3). */
import { readFileSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { rows, type Db, type OpenDatabase } from '#db/client.ts';
import { loadRegisters } from '#features/regions/commands/load-registers.ts';
import { releaseResults } from '#features/results/commands/release-results.ts';
import { groupsToChoose } from '#features/results/like-you.ts';
import { profileResults, type ProfileResults } from '#features/results/profile-queries.ts';
import { comparisonSummary, funnelPoints, publishedResults } from '#features/results/queries.ts';
import { gradesIn } from '#features/results/tables.ts';
import { countText, headlineRow } from '#features/results/view.ts';
import { loadRegister } from '#features/regions/register.ts';
import { askedLikeYou } from '#features/search/like-you.ts';
import { pickedProviders } from '#features/search/picked.ts';
import { contextOf, take } from '#tests/support/catalogue.ts';
import { ENGINES, freshDatabase } from '#tests/support/database.ts';

interface Reported {
  providers: { id: { value: string }; results?: { outcomes: { of?: number; placed: number; notPlaced: number; unknown: number }[] }[] }[];
}

const text = readFileSync('db/seed/catalogue-new-jersey-a.json', 'utf8');
const QUOTE_FROM = 5;

describe.each(ENGINES)('New Jersey on %s', (engine) => {
  let open: OpenDatabase;
  let db: Db;
  const pages = new Map<number, ProfileResults>();

  beforeAll(async () => {
    open = await freshDatabase(engine);
    db = open.db;
    await loadRegisters(db);
    await take(db, text, { verifiedEvidence: true });
    await releaseResults(contextOf(db), { dryRun: false, day: '2026-11-01' });
    const withRows = await rows<{ id: number }>(db, sql`select distinct provider_id as id from published_result order by 1`);
    for (const { id } of withRows) pages.set(id, await profileResults(db, id));
  }, 240_000);
  afterAll(() => open.close());

  it('quotes every figure of at least five people, and no other', () => {
    const outcomes = (JSON.parse(text) as Reported).providers.flatMap((each) => each.results ?? []).flatMap((each) => each.outcomes);
    const expected = outcomes.filter(({ placed, notPlaced, unknown }) => placed + notPlaced + unknown >= QUOTE_FROM);
    const quoted = [...pages.values()].flatMap((page) => page.rows);
    expect(expected.length).toBeGreaterThan(100);
    expect(quoted).toHaveLength(expected.length);
    for (const row of quoted) {
      expect(row).toMatchObject({ kind: 'quoted', grade: 'D', countedOver: 'completers', measure: 'other', count: { state: 'quoted' } });
      expect(row.source.publisher.length).toBeGreaterThan(3);
      expect(countText('da', row.count)).toEqual({ short: expect.stringMatching(/^[\d.]+ af [\d.]+$/), number: true });
    }
  });

  it('says grade D, has no headline of ours, no verdict, no expected number, no table and no estimate', () => {
    expect(pages.size).toBeGreaterThan(50);
    for (const page of pages.values()) {
      expect(gradesIn(page.rows)).toEqual(['D']);
      expect(headlineRow(page.rows)).toBeNull();
      expect(page).toMatchObject({ comparisons: [], table: null, estimates: [], corrections: [] });
      expect(groupsToChoose(page.estimates, page.table, page.summaries.E6 ?? null, [])).toEqual([]);
    }
  });

  it('has no part in what is expected of others', async () => {
    for (const measure of ['E6', 'S12'] as const) {
      expect(await funnelPoints(db, measure)).toEqual([]);
      const summary = await comparisonSummary(db, measure);
      expect([summary?.peers ?? 0, summary?.strata ?? [], summary?.areas ?? []]).toEqual([0, [], []]);
    }
    expect(await rows(db, sql`select 1 from published_estimate`)).toEqual([]);
  });

  it('the page asks at most four questions after the provider itself, whatever its address holds', async () => {
    const register = await loadRegister(db);
    const asked = [vi.spyOn(db, 'execute'), vi.spyOn(db, 'select')];
    const params = new URLSearchParams({ group: 'dk-dagpenge', place: '5000', p: 'someone' });
    await pickedProviders(db, params);
    await profileResults(db, 1);
    expect(await askedLikeYou({ db, register }, params, 'da')).toMatchObject({ group: 'dk-dagpenge', typed: '5000', place: { region: 'dk-kommune:0461' }, question: null });
    await funnelPoints(db, 'E6', { own: 1 });
    expect(asked.reduce((sum, spy) => sum + spy.mock.calls.length, 0)).toBe(4);
    vi.restoreAllMocks();
  });

  it('the page reads the same rows as every other reader', async () => {
    const [id, page] = [...pages][0] ?? [];
    if (id === undefined || !page) throw new Error('nothing was published');
    expect(page.rows).toEqual(await publishedResults(db, [id]));
  });
});
