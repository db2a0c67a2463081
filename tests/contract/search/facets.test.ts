import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Register } from '#features/regions/register.ts';
import { FILTER_FACETS, type FilterFacet, type SearchQuery } from '#features/search/model.ts';
import { shippedRegister } from '#tests/support/shipped-register.ts';
import { ENGINE_NAMES, testEngine, type TestEngine } from './engines.ts';
import { oracle } from './oracle.ts';
import { AREAS, GROUPS, LANGUAGES, randomSummaries, randomSummary, seeded, WIDE } from './random-summaries.ts';

const CHOICES: Record<FilterFacet, string[]> = {
  group: GROUPS,
  kind: ['private', 'municipality', 'association'],
  service: ['job-club', 'individual-counselling'],
  language: LANGUAGES,
  accessibility: ['wheelchair', 'sign-language'],
  delivery: ['onsite', 'remote'],
  approved: ['yes'],
  price: ['free'],
};

const everything: SearchQuery = {
  text: '', locale: 'da', country: 'all', place: null, filters: {}, sort: 'fit', page: 1, pageSize: 100, day: '2026-11-25',
};

describe.each(ENGINE_NAMES)('totals and facet counts on %s', (name) => {
  let register: Register;
  let test: TestEngine;
  const random = seeded(7);
  let summaries: ReturnType<typeof randomSummaries>;

  beforeAll(async () => {
    register = await shippedRegister();
    summaries = randomSummaries(90, random, register);
    test = await testEngine(name, register);
    await test.engine.upsert(summaries);
  });
  afterAll(() => test.close());

  const check = async (query: SearchQuery) => {
    const answer = await test.engine.search(query);
    const expected = oracle(summaries, query, register);
    expect({ total: answer.total, facets: answer.facets, ids: answer.hits.map((hit) => hit.id).sort((a, b) => a - b) })
      .toEqual({ total: expected.ids.length, facets: expected.facets, ids: expected.ids });
  };

  it('counts everything when nothing is asked for', () => check(everything));

  const parts = [...FILTER_FACETS, 'place', 'country'] as const;
  const pairs = parts.flatMap((first, i) => parts.slice(i + 1).map((second) => [first, second] as const));
  const withPart = (query: SearchQuery, part: (typeof parts)[number], values: number): SearchQuery => {
    if (part === 'place') return { ...query, place: { region: values === 1 ? 'dk-kommune:0101' : 'dk-region:1084', point: null } };
    if (part === 'country') return { ...query, country: values === 1 ? 'dk' : 'se' };
    return { ...query, filters: { ...query.filters, [part]: CHOICES[part].slice(0, values) } };
  };

  it.each(pairs)('is right with %s and %s together, one value or two each', async (first, second) => {
    for (const [a, b] of [[1, 1], [1, 2], [2, 1], [2, 2]] as const) await check(withPart(withPart(everything, first, a), second, b));
  });

  it('ignores a facet’s own filter in its own counts', async () => {
    const { facets } = await test.engine.search({ ...everything, filters: { kind: ['private'] } });
    expect(facets.kind).toEqual((await test.engine.search(everything)).facets.kind);
    expect(Object.keys(facets.kind).length).toBeGreaterThan(1);
  });

  it('answers a value that nobody has with nothing, and still counts the others', async () => {
    const answer = await test.engine.search({ ...everything, filters: { group: ['tidligere-indsatte'] } });
    expect(answer.total).toBe(0);
    expect(answer.facets.kind).toEqual({});
    expect(answer.facets.group['unge']).toBeGreaterThan(0);
  });

  it('is right for any data and filters, after changes and removals', async () => {
    const values = (facet: FilterFacet) => fc.option(fc.uniqueArray(fc.constantFrom(...CHOICES[facet]), { minLength: 1 }), { nil: undefined });
    const filters = fc.record(Object.fromEntries(FILTER_FACETS.map((facet) => [facet, values(facet)])) as Record<FilterFacet, ReturnType<typeof values>>);
    const place = fc.option(fc.constantFrom(...AREAS, ...WIDE), { nil: null });
    const change = fc.array(fc.record({ id: fc.integer({ min: 1, max: 120 }), drop: fc.boolean(), seed: fc.integer() }), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(filters, place, fc.constantFrom('all', 'dk', 'se'), change, async (chosen, where, country, changes) => {
        const fresh = changes.filter((each) => !each.drop).map(({ id, seed }) => randomSummary(id, seeded(seed), register));
        const gone = changes.filter((each) => each.drop).map((each) => each.id);
        if (fresh.length > 0) await test.engine.upsert(fresh);
        if (gone.length > 0) await test.engine.remove(gone);
        const replaced = new Map([...summaries, ...fresh].map((each) => [each.id, each]));
        summaries = [...replaced.values()].filter((each) => !gone.includes(each.id)).sort((a, b) => a.id - b.id);
        const given = Object.fromEntries(Object.entries(chosen).filter(([, each]) => each !== undefined)) as SearchQuery['filters'];
        await check({ ...everything, country, filters: given, place: where === null ? null : { region: where, point: null } });
      }),
      // Shrinking would start from other data: what failed first is shown as it was.
      { numRuns: name === 'embedded' ? 150 : 15, seed: 11, endOnFailure: true },
    );
    expect(await test.engine.size()).toBe(summaries.length);
  }, 180_000);
});
