import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { Meilisearch } from 'meilisearch';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordset, type OpenDatabase } from '#db/client.ts';
import type { Register } from '#features/regions/register.ts';
import { openMeilisearch, type MeilisearchEngine } from '#features/search/engines/meilisearch.ts';
import { followSummaries } from '#features/search/follower.ts';
import type { ProviderSummary, SearchQuery } from '#features/search/model.ts';
import { lastChange } from '#features/search/queries.ts';
import { aProviderSummary } from '#tests/factories/summary.ts';
import { freshDatabase } from '#tests/support/database.ts';
import { shippedRegister } from '#tests/support/shipped-register.ts';
import { ENGINE_NAMES, inBatches, MEILI_KEY, MEILI_URL, testEngine, type TestEngine } from './engines.ts';
import { randomSummaries, randomSummary, seeded } from './random-summaries.ts';

const everything: SearchQuery = {
  text: '', locale: 'da', country: 'all', place: null, filters: {}, sort: 'fit', page: 1, pageSize: 5, day: '2026-11-25',
};

describe.each(ENGINE_NAMES)('life of an index on %s', (name) => {
  let register: Register;
  let test: TestEngine;
  let summaries: ProviderSummary[];

  beforeAll(async () => {
    register = await shippedRegister();
    summaries = randomSummaries(300, seeded(9), register);
    test = await testEngine(name, register);
  });
  afterAll(() => test.close());

  const total = async () => (await test.engine.search(everything)).total;

  it('knows nothing at first, and not where it stands', async () => {
    expect(await test.engine.position()).toBeNull();
    expect(await test.engine.size()).toBe(0);
    expect(await total()).toBe(0);
  });

  it('keeps one document a provider', async () => {
    await test.engine.upsert(summaries);
    await test.engine.upsert(summaries.slice(0, 20));
    expect(await test.engine.size()).toBe(300);
    await test.engine.remove([1, 2, 2, 9_999]);
    expect(await test.engine.size()).toBe(298);
    await test.engine.upsert(summaries.slice(0, 2));
    expect(await total()).toBe(await test.engine.size());
  }, 180_000);

  it('swaps a new index in: nobody ever finds less than before, and changes made meanwhile are kept', async () => {
    const seen = new Set<number>();
    let done = false;
    const watch = (async () => {
      while (!done) {
        seen.add(await total());
        await pause(name === 'embedded' ? 1 : 50);
      }
    })();
    watch.catch(() => {});
    const late = randomSummary(500, seeded(1), register);
    await test.engine.rebuild(
      (async function* () {
        for await (const batch of inBatches(summaries, 60)) {
          yield batch;
          await pause(5);
        }
        await test.engine.upsert([late]);
        await test.engine.remove([3]);
      })(),
      42,
    );
    done = true;
    await watch;
    expect([...seen].every((count) => count >= 299)).toBe(true);
    expect(await test.engine.size()).toBe(300);
    expect((await test.engine.search({ ...everything, pageSize: 400 })).hits.map((hit) => hit.id)).toContain(500);
    expect(await test.engine.position()).toBe(42);
  }, 300_000);

  it('forgets what a rebuild does not bring, and keeps its position without one', async () => {
    await test.engine.rebuild(inBatches(summaries.slice(0, 10)));
    expect(await test.engine.size()).toBe(10);
    expect(await test.engine.position()).toBe(42);
    await test.engine.moveTo(43);
    expect(await test.engine.position()).toBe(43);
  }, 180_000);

  it('stays as it was when a rebuild fails', async () => {
    await expect(
      test.engine.rebuild(
        (async function* () {
          yield summaries.slice(0, 2);
          throw new Error('the database went away');
        })(),
        50,
      ),
    ).rejects.toThrow('the database went away');
    expect(await test.engine.size()).toBe(10);
    expect(await test.engine.position()).toBe(43);
    await test.engine.rebuild(inBatches(summaries.slice(0, 12)), 51);
    expect(await test.engine.size()).toBe(12);
  }, 180_000);
});

/** The newest state of a provider wins, whoever comes last. */
describe.each(ENGINE_NAMES.filter((name) => name === 'meilisearch'))('one index, two processes, on %s', (name) => {
  let open: OpenDatabase;
  let register: Register;
  let test: TestEngine;
  let other: MeilisearchEngine;

  beforeAll(async () => {
    register = await shippedRegister();
    open = await freshDatabase('postgres');
    await open.db.execute(sql`insert into organisation (scheme, value, name, created_at) select 'demo', n::text, n::text, '2026-01-01' from generate_series(1, 6) n`);
    await open.db.execute(sql`insert into provider (organisation_id, slug, created_at) select id, value, '2026-01-01' from organisation`);
    test = await testEngine(name, register);
    other = await openMeilisearch(() => register, { url: MEILI_URL, key: MEILI_KEY, prefix: test.prefix });
  });
  afterAll(async () => {
    await test.close();
    await open.close();
  });

  const write = (summaries: ProviderSummary[]) =>
    open.db.execute(sql`
      insert into provider_summary (provider_id, seq, removed, hash, document)
      select r.id, nextval('provider_summary_change'), false, 'x', r.document from ${recordset(summaries.map((each) => ({ id: each.id, document: each })), 'id int, document jsonb')}
      on conflict (provider_id) do update set seq = excluded.seq, document = excluded.document`);
  const named = (id: number, word: string) => aProviderSummary(register, { id, name: `Hus ${word}`, covers: ['dk'] });
  const total = async (text: string) =>
    (await other.search({ text, locale: 'da', country: 'dk', place: null, filters: {}, sort: 'fit', page: 1, pageSize: 20, day: '2026-11-25' })).total;

  it('both follow, neither undoes the other, and both tell their own caches', async () => {
    const told: (readonly number[] | null)[][] = [[], []];
    await write([1, 2, 3, 4, 5, 6].map((id) => named(id, 'gran')));
    const first = await followSummaries(open.db, test.engine, { onChange: (ids) => void told[0]?.push(ids) }, 3_600_000);
    const second = await followSummaries(open.db, other, { onChange: (ids) => void told[1]?.push(ids) }, 3_600_000);
    expect(await total('gran')).toBe(6);
    for (const word of ['birk', 'eg', 'lind']) {
      await write([1, 2, 3].map((id) => named(id, word)));
      await Promise.all([first.catchUp(), second.catchUp(), first.catchUp()]);
    }
    expect([await total('lind'), await total('birk'), await total('gran')]).toEqual([3, 0, 3]);
    expect(await test.engine.position()).toBe(await lastChange(open.db));
    for (const own of told) expect(new Set(own.flat())).toEqual(new Set([1, 2, 3]));
    await first.stop();
    await second.stop();
  }, 300_000);

  it('an index filled by another version of the analysis is made anew by the next process that opens it', async () => {
    const client = new Meilisearch({ host: MEILI_URL, ...(MEILI_KEY === null ? {} : { apiKey: MEILI_KEY }) });
    const seq = await lastChange(open.db);
    await client.index(`${test.prefix}_words`).addDocuments([{ id: 'state', seq, analysis: 'older' }]).waitTask({ timeout: 60_000 });
    expect(await test.engine.position()).toBe(seq);
    const newer = await openMeilisearch(() => register, { url: MEILI_URL, key: MEILI_KEY, prefix: test.prefix });
    expect(await newer.position()).toBeNull();
    const follower = await followSummaries(open.db, newer, {}, 3_600_000);
    expect(await newer.position()).toBe(seq);
    expect(await newer.size()).toBe(6);
    await follower.stop();
  }, 300_000);

  it('a server that does not answer is no empty index', async () => {
    await expect(openMeilisearch(() => register, { url: 'http://127.0.0.1:1', key: null })).rejects.toMatchObject({ domainCode: 'unavailable' });
  });
});
