import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collator } from '#i18n/format.ts';
import type { Register } from '#features/regions/register.ts';
import { SORTS, TIERS, type ProviderSummary, type SearchHit, type SearchQuery } from '#features/search/model.ts';
import { tierPlaces } from '#features/search/tiers.ts';
import { shippedRegister } from '#tests/support/shipped-register.ts';
import { ENGINE_NAMES, testEngine, type TestEngine } from './engines.ts';
import { fitKey, oracle } from './oracle.ts';
import { randomSummaries, seeded } from './random-summaries.ts';

const base: SearchQuery = {
  text: '', locale: 'da', country: 'all', place: null, filters: {}, sort: 'fit', page: 1, pageSize: 100, day: '2026-11-25',
};
const copenhagen = { region: 'dk-kommune:0101', point: { lat: 55.68, lon: 12.57 } };

const neverTiers = (): never => {
  throw new Error('no tiers');
};

const isAscending = (values: readonly (readonly number[])[]) =>
  values.every((value, i) => {
    const before = values[i - 1];
    if (!before) return true;
    const differs = value.findIndex((each, k) => each !== before[k]);
    return differs === -1 || (value[differs] ?? 0) > (before[differs] ?? 0);
  });

describe.each(ENGINE_NAMES)('order and pages on %s', (name) => {
  let register: Register;
  let test: TestEngine;
  let summaries: ProviderSummary[];

  beforeAll(async () => {
    register = await shippedRegister();
    summaries = randomSummaries(140, seeded(3), register);
    test = await testEngine(name, register);
    await test.engine.upsert(summaries);
  });
  afterAll(() => test.close());

  const byId = (hit: SearchHit) => summaries.find((each) => each.id === hit.id) as ProviderSummary;
  const found = async (query: SearchQuery) => {
    const first = await test.engine.search(query);
    const pages = [first.hits];
    for (let page = 2; pages.flat().length < first.total; page++) pages.push((await test.engine.search({ ...query, page })).hits);
    return pages.flat();
  };

  it.each([
    ['nothing asked', base],
    ['a place', { ...base, place: copenhagen }],
    ['a place and a group', { ...base, place: copenhagen, filters: { group: ['unge', 'handicap'] } }],
    ['a whole region', { ...base, place: { region: 'dk-region:1084', point: null } }],
  ])('sorts by fit: place, group, open soon, distance (%s)', async (_, query) => {
    const hits = await found(query);
    expect(hits.length).toBe(oracle(summaries, query, register).ids.length);
    expect(isAscending(hits.map((hit) => fitKey(byId(hit), query, register)))).toBe(true);
  });

  it('says of each hit what put it there', async () => {
    const query = { ...base, place: copenhagen, filters: { group: ['unge'] } };
    for (const hit of await found(query)) {
      const [place, group, open, distance] = fitKey(byId(hit), query, register);
      expect(hit.why).toEqual({ words: false, local: place === 0, groupSpecific: group === 0, openSoon: open === 0 });
      expect(hit.distanceKm).toBe(distance === Infinity ? null : distance);
    }
  });

  it('draws another order each day, the same for everybody, and gives each provider the top in turn', async () => {
    const first = (await found({ ...base, day: '2026-11-25' })).map((hit) => hit.id);
    expect((await found({ ...base, day: '2026-11-25' })).map((hit) => hit.id)).toEqual(first);
    expect((await found({ ...base, day: '2026-11-26' })).map((hit) => hit.id)).not.toEqual(first);
    const days = Array.from({ length: 20 }, (_, i) => `2027-02-${String(i + 1).padStart(2, '0')}`);
    const tops = await Promise.all(days.map(async (day) => (await test.engine.search({ ...base, day, pageSize: 1 })).hits[0]?.id));
    expect(new Set(tops).size).toBeGreaterThan(10);
  }, 180_000);

  it('sorts by distance; where it is not known, last', async () => {
    const query: SearchQuery = { ...base, place: copenhagen, sort: 'distance' };
    const distances = (await found(query)).map((hit) => hit.distanceKm ?? Infinity);
    expect(distances).toEqual([...distances].sort((a, b) => a - b));
    expect(distances.includes(Infinity)).toBe(true);
  });

  it('sorts names as Danish does', async () => {
    const names = (await found({ ...base, sort: 'name' })).map((hit) => byId(hit).name);
    const compare = collator('da').compare;
    expect(names.every((each, i) => i === 0 || compare(names[i - 1] as string, each) <= 0)).toBe(true);
  });

  it.each(['waiting', 'price'] as const)('sorts by %s; the unknown are a list of their own, last', async (sort) => {
    const hits = await found({ ...base, country: 'dk', sort });
    const lists = hits.map((hit) => hit.list);
    expect(new Set(lists)).toEqual(new Set(['known', 'unknown']));
    expect(lists.lastIndexOf('known')).toBeLessThan(lists.indexOf('unknown'));
    const values = hits.filter((hit) => hit.list === 'known').map((hit) => {
      const { waitingWeeks, lowestPrice } = byId(hit);
      if (sort === 'waiting') return waitingWeeks ?? NaN;
      // Swedish kronor are never weighed against Danish ones: they follow.
      return (lowestPrice?.currency === 'DKK' ? 0 : 1e9) + (lowestPrice?.amount ?? NaN);
    });
    expect(values).toEqual([...values].sort((a, b) => a - b));
  });

  it.each(['results', 'experiences'] as const)('sorts %s by tier, and “cannot tell” is a list of its own', async (sort) => {
    const lists = (await found({ ...base, sort })).map((hit) => hit.list);
    expect([...new Set(lists)]).toEqual([...TIERS]);
    expect(lists).toEqual([...lists].sort((a, b) => TIERS.indexOf(a as never) - TIERS.indexOf(b as never)));
  });

  it.each([
    ['everybody', base],
    ['a place, a group and words', { ...base, place: copenhagen, filters: { group: ['unge', 'handicap'] }, text: 'job' }],
    ['a filter that nobody meets', { ...base, filters: { language: ['xx'] } }],
  ])('counts all hits by tier, wherever the page is: %s', async (_, query) => {
    for (const sort of ['results', 'experiences'] as const) {
      const all = await found({ ...query, sort });
      const counts = Object.fromEntries(TIERS.map((tier) => [tier, all.filter((hit) => byId(hit).tiers[sort] === tier).length]));
      expect((await test.engine.search({ ...query, sort })).tiers).toEqual(counts);
      expect((await test.engine.search({ ...query, sort, page: 2, pageSize: 3 })).tiers).toEqual(counts);
    }
    expect((await test.engine.search(query)).tiers).toBeNull();
  });

  it('pages run through the tiers without a gap', async () => {
    for (const pageSize of [9, 25]) {
      const query: SearchQuery = { ...base, sort: 'results', pageSize };
      const places = tierPlaces((await test.engine.search(query)).tiers ?? neverTiers(), query);
      for (const { tier, count, page } of places) {
        expect(count).toBeGreaterThan(0);
        expect((await test.engine.search({ ...query, page })).hits.some((hit) => hit.list === tier)).toBe(true);
        if (page > 1) expect((await test.engine.search({ ...query, page: page - 1 })).hits.some((hit) => hit.list === tier)).toBe(false);
      }
    }
  });

  it('inside a tier the default order rules, and results never enter the default order', async () => {
    const alike = summaries.map((each) => ({ ...each, tiers: { results: 'cannot-tell', experiences: 'cannot-tell' } as const }));
    const other = await testEngine(name, register);
    await other.engine.upsert(alike);
    const query = { ...base, place: copenhagen };
    const byFit = (await other.engine.search(query)).hits.map((hit) => hit.id);
    expect((await other.engine.search({ ...query, sort: 'results' })).hits.map((hit) => hit.id)).toEqual(byFit);
    expect((await test.engine.search(query)).hits.map((hit) => hit.id)).toEqual(byFit);
    await other.close();
  });

  it.each(SORTS)('pages by %s hold every hit once, whatever their size', async (sort) => {
    const query: SearchQuery = { ...base, sort, place: copenhagen };
    const { ids } = oracle(summaries, query, register);
    const whole = (await found({ ...query, pageSize: 100 })).map((hit) => hit.id);
    expect([...whole].sort((a, b) => a - b)).toEqual(ids);
    for (const pageSize of name === 'embedded' ? [1, 7, 20] : [20, 37]) expect((await found({ ...query, pageSize })).map((hit) => hit.id)).toEqual(whole);
    expect((await test.engine.search({ ...query, page: 1_000 })).hits).toEqual([]);
  }, 180_000);
});

describe.each(ENGINE_NAMES.filter((name) => name === 'meilisearch'))('lists too long to be ordered in this process, on %s', (name) => {
  let register: Register;
  let few: TestEngine;
  let many: TestEngine;
  let summaries: ProviderSummary[];

  beforeAll(async () => {
    register = await shippedRegister();
    summaries = randomSummaries(140, seeded(5), register);
    many = await testEngine(name, register, 1);
    few = await testEngine('embedded', register);
    await many.engine.upsert(summaries);
    await many.engine.newDay('2026-11-25');
    await few.engine.upsert(summaries);
  });
  afterAll(() => Promise.all([few.close(), many.close()]));

  const queries: [string, SearchQuery][] = [
    ['nothing', base],
    ['place', { ...base, place: copenhagen }],
    ['place and group', { ...base, place: copenhagen, filters: { group: ['unge'] } }],
    ['name', { ...base, sort: 'name' }],
    ['results', { ...base, sort: 'results' }],
  ];

  it.each(queries)('gives the very same order by %s', async (_, query) => {
    for (let page = 1; page <= 4; page++) {
      const asked = { ...query, page, pageSize: 40 };
      expect((await many.engine.search(asked)).hits).toEqual((await few.engine.search(asked)).hits);
    }
  });

  it('loses and repeats nobody who has the words', async () => {
    const cut = await testEngine(name, register, 7);
    await cut.engine.upsert(summaries);
    const asked: SearchQuery = { ...base, text: 'job', country: 'all' };
    const expected = (await few.engine.search(asked)).hits.map((hit) => hit.id).sort((a, b) => a - b);
    expect(expected.length).toBeGreaterThan(7);
    for (const pageSize of [3, 5, 100]) {
      const ids: number[] = [];
      for (let page = 1; page <= Math.ceil(expected.length / pageSize); page++) ids.push(...(await cut.engine.search({ ...asked, page, pageSize })).hits.map((hit) => hit.id));
      expect(ids.sort((a, b) => a - b)).toEqual(expected);
    }
    await cut.close();
  }, 180_000);

  it.each(SORTS)('loses and repeats nobody by %s', async (sort) => {
    const query: SearchQuery = { ...base, sort, place: copenhagen };
    const ids: number[] = [];
    for (let page = 1; page <= 6; page++) ids.push(...(await many.engine.search({ ...query, page, pageSize: 30 })).hits.map((hit) => hit.id));
    expect(ids.sort((a, b) => a - b)).toEqual(oracle(summaries, query, register).ids);
  });
});
