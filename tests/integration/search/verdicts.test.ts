/** From a release to the list: tiers are what was published, and a release reaches every list and every kept page. */
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rows, type OpenDatabase } from '#db/client.ts';
import { REFERENCE_DAY } from '#db/seed/demo/index.ts';
import { loadRegisters } from '#features/regions/commands/load-registers.ts';
import { loadRegister, type Register } from '#features/regions/register.ts';
import { releaseResults } from '#features/results/commands/release-results.ts';
import { releaseInfo } from '#features/results/queries.ts';
import { rebuildSummaries, refreshSummaries } from '#features/search/commands/refresh-summaries.ts';
import { EmbeddedEngine } from '#features/search/engines/embedded.ts';
import { followSummaries, type Follower } from '#features/search/follower.ts';
import { TIERS, type ProviderSummary, type SearchQuery } from '#features/search/model.ts';
import { allSummaries } from '#features/search/queries.ts';
import { seedNewDatabase } from '#src/boot/demo.ts';
import { contextOf, type SentEvent } from '#tests/support/catalogue.ts';
import { ENGINES, freshDatabase } from '#tests/support/database.ts';

const query: SearchQuery = { text: '', locale: 'da', country: 'all', place: null, filters: {}, sort: 'results', page: 1, pageSize: 1_000, day: '2026-11-25' };

describe.each(ENGINES)('verdicts in the search on %s', (name) => {
  let open: OpenDatabase;
  let register: Register;
  let engine: EmbeddedEngine;
  let follower: Follower;
  const events: SentEvent[] = [];
  const told: (readonly number[] | null)[] = [];

  beforeAll(async () => {
    open = await freshDatabase(name);
    await loadRegisters(open.db);
    register = await loadRegister(open.db);
    await seedNewDatabase(contextOf(open.db), 'demo', REFERENCE_DAY);
    await rebuildSummaries(open.db, register);
    engine = new EmbeddedEngine(() => register);
    follower = await followSummaries(open.db, engine, { onChange: (ids) => void told.push(ids), stamp: async () => String((await releaseInfo(open.db))?.id) }, 60_000);
  }, 240_000);
  afterAll(async () => {
    await follower.stop();
    await open.close();
  });

  /** Straight from what is published, by another way than the projection's: E6, or S12 where E6 has nothing to compare. */
  async function published(): Promise<Map<number, string>> {
    const found = await rows<{ id: number; code: string }>(
      open.db,
      sql`select p.id, case when e.provider_id is null or (s.provider_id is not null and e.document->>'withheld' is null and e.document->'reasons' ? 'no_stratum')
            then coalesce(s.document->>'code', 'no_verdict') else e.document->>'code' end as code
          from provider p left join published_comparison e on e.provider_id = p.id and e.measure = 'E6' left join published_comparison s on s.provider_id = p.id and s.measure = 'S12'`,
    );
    return new Map(found.map(({ id, code }) => [id, code]));
  }
  const summaries = async () => {
    const all: ProviderSummary[] = [];
    for await (const batch of allSummaries(open.db)) all.push(...batch);
    return all;
  };
  const tierOf: Record<string, string> = { better: 'better', as_expected: 'as-expected', worse: 'worse', no_verdict: 'cannot-tell' };

  it('are those of the release, in tiers and in counts', async () => {
    const codes = await published();
    const { hits, tiers, total } = await engine.search(query);
    expect(hits).toHaveLength(total);
    for (const hit of hits) expect([hit.id, hit.list]).toEqual([hit.id, tierOf[codes.get(hit.id) ?? '']]);
    expect(tiers).toEqual(Object.fromEntries(TIERS.map((tier) => [tier, hits.filter((hit) => hit.list === tier).length])));
    expect(TIERS.every((tier) => (tiers?.[tier] ?? 0) > 0)).toBe(true);
  });

  it('say why there is none, and never show one that is withheld', async () => {
    const all = await summaries();
    const untold = all.filter(({ compared }) => compared?.code === 'no_verdict');
    expect(untold.length).toBeGreaterThan(10);
    expect(untold.filter(({ compared }) => compared?.reasons.length === 0 && compared.withheld === null)).toEqual([]);
    const withheld = all.filter(({ compared }) => compared !== null && compared.withheld !== null);
    expect(withheld.length).toBeGreaterThan(0);
    expect(new Set(withheld.map(({ tiers }) => tiers.results))).toEqual(new Set(['cannot-tell']));
  });

  it('follow a release: it names everybody whose comparison became another, and drops every kept page', async () => {
    const before = await published();
    told.length = 0;
    const report = await releaseResults(contextOf(open.db, events), { dryRun: false, day: '2027-06-01' });
    expect(report.published).toBe(true);
    await follower.catchUp();
    expect(told).toEqual([null]);
    const after = await published();
    expect([...after].filter(([id, code]) => before.get(id) !== code).length).toBeGreaterThan(0);
    await refreshSummaries(open.db, register, events.flatMap(({ data }) => (data as { providerIds?: number[] }).providerIds ?? []));
    expect(await rebuildSummaries(open.db, register)).toEqual([]);
    await follower.catchUp();
    expect(told.slice(1).every((ids) => ids !== null && ids.length > 0)).toBe(true);
    const { hits } = await engine.search(query);
    for (const hit of hits) expect([hit.id, hit.list]).toEqual([hit.id, tierOf[after.get(hit.id) ?? '']]);
    await follower.catchUp();
    const last = told.length;
    await follower.catchUp();
    expect(told).toHaveLength(last);
  }, 120_000);
});
