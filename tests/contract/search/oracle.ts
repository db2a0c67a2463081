/** The search without words, worked out the slow and plain way: what both engines must agree with. */
import type { Register } from '#features/regions/register.ts';
import { distanceKm } from '#features/regions/model.ts';
import { ANY_COUNTRY, FILTER_FACETS, type FilterFacet, type ProviderSummary, type SearchQuery } from '#features/search/model.ts';

const VALUES: Record<FilterFacet, (summary: ProviderSummary) => readonly string[]> = {
  group: (each) => each.groups,
  kind: (each) => [each.kind],
  service: (each) => each.services,
  language: (each) => each.languages,
  accessibility: (each) => each.accessibility,
  delivery: (each) => each.delivery,
  approved: (each) => (each.approved ? ['yes'] : []),
  price: (each) => (each.freeForCitizen ? ['free'] : []),
};

const inRegion = (summary: ProviderSummary, region: string) =>
  summary.areas.includes(region) || (summary.remote === true && summary.countries.includes(region.slice(0, 2)));

type Part = FilterFacet | 'region';

function meets(summary: ProviderSummary, query: SearchQuery, without: Part | null): boolean {
  if (query.country !== ANY_COUNTRY && !summary.countries.includes(query.country)) return false;
  if (query.place && without !== 'region' && !inRegion(summary, query.place.region)) return false;
  return FILTER_FACETS.every((facet) => {
    const wanted = query.filters[facet] ?? [];
    return wanted.length === 0 || facet === without || wanted.some((value) => VALUES[facet](summary).includes(value));
  });
}

export interface OracleAnswer {
  ids: number[];
  facets: Record<string, Record<string, number>>;
}

export function oracle(summaries: readonly ProviderSummary[], query: SearchQuery, register: Register): OracleAnswer {
  const facets: OracleAnswer['facets'] = {};
  for (const facet of FILTER_FACETS) {
    const counts: Record<string, number> = {};
    for (const summary of summaries.filter((each) => meets(each, query, facet))) {
      for (const value of new Set(VALUES[facet](summary))) counts[value] = (counts[value] ?? 0) + 1;
    }
    facets[facet] = counts;
  }
  const among = summaries.filter((each) => meets(each, query, 'region'));
  const countries = query.country === ANY_COUNTRY ? register.countries().map((each) => each.code) : [query.country];
  const regions = countries.flatMap((country) => [country, ...descendants(register, country)]);
  const counted = regions.map((region) => [region, among.filter((each) => inRegion(each, region)).length] as const);
  facets['region'] = Object.fromEntries(counted.filter(([, count]) => count > 0));
  return { ids: summaries.filter((each) => meets(each, query, null)).map((each) => each.id), facets };
}

function descendants(register: Register, code: string): string[] {
  return register.children(code).flatMap((child) => [child.code, ...descendants(register, child.code)]);
}

const PLACES = ['local', 'serving', 'remote'] as const;

/** Everything the default order looks at but the shuffle, worst written out. Smaller first. */
export function fitKey(summary: ProviderSummary, query: SearchQuery, register: Register): number[] {
  const { place } = query;
  const serving = place !== null && summary.areas.includes(place.region);
  const isLocal = (code: string): boolean => code === place?.region || register.ancestors(code).some((each) => each.code === place?.region);
  const where = !place ? 'remote' : !serving ? 'remote' : summary.locations.some((each) => isLocal(each.region)) ? 'local' : 'serving';
  const groups = query.filters.group ?? [];
  const specific = groups.length > 0 && summary.programmeGroups.some((code) => groups.includes(code));
  return [PLACES.indexOf(where), specific ? 0 : 1, summary.waitingWeeks !== null && summary.waitingWeeks <= 4 ? 0 : 1, distanceOf(summary, query, where)];
}

function distanceOf(summary: ProviderSummary, { place }: SearchQuery, where: string): number {
  if (!place?.point || where === 'remote') return Infinity;
  const { point } = place;
  return Math.min(...summary.locations.flatMap(({ lat, lon }) => (lat === null || lon === null ? [] : [distanceKm(point, { lat, lon })])), Infinity);
}
