/** Totals and facet counts. */
import type { Meilisearch } from 'meilisearch';
import type { Register } from '#features/regions/register.ts';
import { regionCounts } from '../document.ts';
import { ANY_COUNTRY, FILTER_FACETS, TIERS, type FilterFacet, type SearchAnswer, type SearchQuery, type Tier } from '../model.ts';
import { tiersOf } from '../order.ts';
import { askAll, type Ask } from './client.ts';
import { facetField, fieldsTo } from './documents.ts';
import { filtersOf } from './filters.ts';
import type { MeiliMatch } from './match.ts';

type Part = FilterFacet | 'region';

const fieldsOf = (facet: Part): string[] => (facet === 'region' ? ['on_spot', 'remote_in'] : [facetField(facet)]);

/** Values that none has are left out. */
function known(counts: Record<string, number> | undefined): Record<string, number> {
  return Object.fromEntries(Object.entries(counts ?? {}).filter(([, count]) => count > 0));
}

/** Documents hold a tier as its place in TIERS. */
function tierCounts(counts: Record<string, number> | undefined): Record<Tier, number> {
  return Object.fromEntries(TIERS.map((tier, i) => [tier, counts?.[i] ?? 0])) as Record<Tier, number>;
}

/** One search for all facets that are not filtered, and one more for each that is: its counts ignore its own filter. */
export async function countHits(
  client: Meilisearch, index: string, query: SearchQuery, match: MeiliMatch, register: Register,
): Promise<Pick<SearchAnswer, 'total' | 'facets' | 'tiers'>> {
  const filtered = FILTER_FACETS.filter((facet) => (query.filters[facet] ?? []).length > 0);
  const apart: Part[] = [...filtered, ...(query.place ? (['region'] as const) : [])];
  const together = [...FILTER_FACETS, 'region' as const].filter((facet) => !apart.includes(facet));
  const tiers = tiersOf(query.sort);
  const ask = (without: Part | null, facets: readonly Part[]): Ask => ({
    need: match.need, filter: [...match.scope, ...filtersOf(query, without)], searchIn: fieldsTo(3),
    facets: [...facets.flatMap(fieldsOf), ...(tiers && without === null ? [`tier_${tiers}`] : [])],
  });
  const [all, ...own] = await askAll(client, index, [ask(null, together), ...apart.map((facet) => ask(facet, [facet]))]);
  const of = (facet: Part) => (apart.includes(facet) ? own[apart.indexOf(facet)] : all)?.facets ?? {};
  const counts = FILTER_FACETS.map((facet) => [facet, known(of(facet)[facetField(facet)])] as const);
  const { on_spot: onSpot, remote_in: remote } = of('region');
  const region = regionCounts(known(onSpot), known(remote), query.country === ANY_COUNTRY ? null : query.country, register);
  return { total: all?.total ?? 0, facets: { region, ...Object.fromEntries(counts) } as SearchAnswer['facets'], tiers: tiers && tierCounts(all?.facets[`tier_${tiers}`]) };
}
