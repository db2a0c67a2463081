/**
 * One page in order. Up to a thousand hits are ordered here, by the rules of `order.ts`. Longer lists are cut into
 * segments that Meilisearch sorts: exact but for providers with several addresses, whose first one then counts.
 */
import type { Meilisearch } from 'meilisearch';
import { ANY_COUNTRY, TIERS, type SearchHit, type SearchQuery } from '../model.ts';
import { hitOf, localCurrency, orderKeys, orderValues, type HitFacts } from '../order.ts';
import { selectPage } from '../select-page.ts';
import { askAll, type Ask } from './client.ts';
import { fieldsTo, ORDER_FIELDS, sortableFrom, type OrderFields } from './documents.ts';
import { is, isOneOf } from './filters.ts';
import { WINDOW, type MeiliMatch } from './match.ts';

interface Search {
  client: Meilisearch;
  index: string;
  query: SearchQuery;
  match: MeiliMatch;
  /** Of all hits. */
  filter: readonly string[];
}

const askHits = (search: Search, changes: Partial<Ask>): Ask => ({
  need: search.match.need, filter: search.filter, searchIn: fieldsTo(3), fields: ORDER_FIELDS, ...changes,
});

/** What the order needs to know of these hits. */
async function factsOf(search: Search, ids: readonly number[]): Promise<(id: number) => HitFacts> {
  const { client, index, query, match } = search;
  const among = [isOneOf('id', ids)];
  const which = async (filter: string | null): Promise<Set<number>> => {
    if (filter === null) return new Set();
    const [answer] = await askAll<{ id: number }>(client, index, [{ need: null, filter: [...among, filter], size: WINDOW }]);
    return new Set(answer?.hits.map((hit) => hit.id));
  };
  const { place } = query;
  const groups = query.filters.group ?? [];
  const [serving, local, specific, bands] = await Promise.all([
    which(place && is('areas', place.region)),
    which(place && is('local_areas', place.region)),
    which(groups.length > 0 ? isOneOf('programme_groups', groups) : null),
    match.bands(among),
  ]);
  return (id) => ({
    band: bands.get(id) ?? (match.need === null && !match.partial ? 0 : 4),
    place: !serving.has(id) ? 'remote' : local.has(id) ? 'local' : 'neighbouring',
    groupSpecific: specific.has(id),
  });
}

/** @param hits to be put in order here @param from place of the first one wanted among them */
async function ordered(search: Search, hits: readonly OrderFields[], from: number, size: number): Promise<SearchHit[]> {
  if (hits.length === 0) return [];
  const records = hits.map(sortableFrom);
  const factOf = await factsOf(search, records.map((record) => record.id));
  const facts = records.map((record) => factOf(record.id));
  const columns = orderValues(search.query).map((value) => records.map((record, i) => value(record, facts[i] as HitFacts)));
  const page = selectPage(records.length, columns as number[][], from, size);
  return page.flatMap((i) => {
    const [record, fact] = [records[i], facts[i]];
    return record && fact ? [hitOf(record, fact, search.query)] : [];
  });
}

/** In the order in which they came. */
async function asFound(search: Search, hits: readonly OrderFields[]): Promise<SearchHit[]> {
  if (hits.length === 0) return [];
  const factOf = await factsOf(search, hits.map((hit) => hit.id));
  return hits.map((hit) => hitOf(sortableFrom(hit), factOf(hit.id), search.query));
}

interface Segment {
  filter: string[];
  sort: string[];
}

/** Filters that part the hits by the keys that are classes, times the sort inside each. */
function fitSegments({ place, filters }: SearchQuery): Segment[] {
  const groups = filters.group ?? [];
  const places = place
    ? [[is('areas', place.region), is('local_areas', place.region)], [is('areas', place.region), `NOT ${is('local_areas', place.region)}`], [`NOT ${is('areas', place.region)}`]]
    : [[]];
  const specific = groups.length > 0 ? [[isOneOf('programme_groups', groups)], [`NOT ${isOneOf('programme_groups', groups)}`]] : [[]];
  const near = (i: number) => (place?.point && i < 2 ? [`_geoPoint(${place.point.lat}, ${place.point.lon}):asc`] : []);
  return places.flatMap((where, i) => specific.map((group) => ({ filter: [...where, ...group], sort: ['open:asc', ...near(i), 'shuffle:asc'] })));
}

function segmentsOf(query: SearchQuery): Segment[] {
  const fit = fitSegments(query);
  const own = query.country === ANY_COUNTRY ? null : localCurrency(query.country);
  const rest = ['open:asc', 'shuffle:asc'];
  switch (query.sort) {
    case 'name':
      return [{ filter: [], sort: ['name_key:asc', 'id:asc'] }];
    case 'price':
      return [
        ...(own === null ? [] : [{ filter: [is('currency', own)], sort: ['price:asc', ...rest] }]),
        { filter: ['price EXISTS', ...(own === null ? [] : [`NOT ${is('currency', own)}`])], sort: ['currency:asc', 'price:asc', ...rest] },
        ...fit.map(({ filter, sort }) => ({ filter: ['price NOT EXISTS', ...filter], sort })),
      ];
    case 'waiting':
      return [
        { filter: ['waiting EXISTS'], sort: ['waiting:asc', 'shuffle:asc'] },
        ...fit.map(({ filter, sort }) => ({ filter: ['waiting NOT EXISTS', ...filter], sort })),
      ];
    case 'distance':
      if (!orderKeys(query).includes('distance') || !query.place?.point) return fit;
      return [
        { filter: [is('areas', query.place.region)], sort: [`_geoPoint(${query.place.point.lat}, ${query.place.point.lon}):asc`, ...rest] },
        { filter: [`NOT ${is('areas', query.place.region)}`], sort: rest },
      ];
    case 'results':
    case 'experiences':
      return TIERS.flatMap((_, tier) => fit.map(({ filter, sort }) => ({ filter: [is(`tier_${query.sort}`, tier), ...filter], sort })));
    case 'fit':
      return fit;
  }
}

async function segmentedPage(search: Search, from: number, size: number): Promise<SearchHit[]> {
  const segments = segmentsOf(search.query);
  const counts = await askAll(search.client, search.index, segments.map(({ filter }) => askHits(search, { filter: [...search.filter, ...filter] })));
  const asks: Ask[] = [];
  let before = 0;
  segments.forEach(({ filter, sort }, i) => {
    const count = counts[i]?.total ?? 0;
    const [start, end] = [Math.max(from - before, 0), Math.min(from + size - before, count)];
    if (start < end) asks.push(askHits(search, { filter: [...search.filter, ...filter], sort, from: start, size: end - start }));
    before += count;
  });
  const answers = await askAll<OrderFields>(search.client, search.index, asks);
  return asFound(search, answers.flatMap((answer) => answer.hits));
}

/** The best by words, as many as are ordered here, in our order; after them the engine's. */
async function wordsPage(search: Search, from: number, size: number, window: number): Promise<SearchHit[]> {
  const asks: Ask[] = [];
  if (from < window) asks.push(askHits(search, { size: window }));
  const after = Math.max(from, window);
  const beyond = from + size - after;
  if (beyond > 0) asks.push(askHits(search, { from: after, size: beyond }));
  const answers = await askAll<OrderFields>(search.client, search.index, asks);
  const first = from < window ? await ordered(search, answers[0]?.hits ?? [], from, size) : [];
  return [...first, ...(beyond > 0 ? await asFound(search, answers.at(-1)?.hits ?? []) : [])];
}

/** @param window for tests: how many hits count as few */
export async function pageOf(search: Search, total: number, window = WINDOW): Promise<SearchHit[]> {
  const { page, pageSize, sort } = search.query;
  const from = (page - 1) * pageSize;
  if (from >= total) return [];
  if (total <= window) {
    const [answer] = await askAll<OrderFields>(search.client, search.index, [askHits(search, { size: total })]);
    return ordered(search, answer?.hits ?? [], from, pageSize);
  }
  const byWords = search.match.need !== null && (sort === 'fit' || sort === 'distance');
  return byWords ? wordsPage(search, from, pageSize, window) : segmentedPage(search, from, pageSize);
}
