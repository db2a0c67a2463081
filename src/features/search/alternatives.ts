/** What lies nearest when a search finds nobody: one choice less, or the municipality next door. */
import type { Register } from '#features/regions/register.ts';
import { pointOf } from '#features/regions/model.ts';
import { FILTER_FACETS, type FilterFacet, type SearchEngine, type SearchQuery } from './model.ts';

/** Something that would give results. `query` is the search to show, from its first page. */
export type Alternative =
  | { kind: 'without'; facet: FilterFacet | 'place' | 'text'; total: number; query: SearchQuery }
  | { kind: 'nearby'; region: string; total: number; query: SearchQuery };

const MOST_NEARBY = 3;

function withoutOne(query: SearchQuery): { facet: FilterFacet | 'place' | 'text'; query: SearchQuery }[] {
  const first = { ...query, page: 1, pageSize: 1 };
  const fewer = FILTER_FACETS.filter((facet) => (query.filters[facet] ?? []).length > 0).map((facet) => ({
    facet,
    query: { ...first, filters: { ...query.filters, [facet]: [] } },
  }));
  return [
    ...fewer,
    ...(query.place ? [{ facet: 'place' as const, query: { ...first, place: null } }] : []),
    ...(query.text.trim() === '' ? [] : [{ facet: 'text' as const, query: { ...first, text: '' } }]),
  ];
}

/** Neighbours that the search counts anyway: the region facet ignores the visitor's own place. */
async function nearby(engine: SearchEngine, query: SearchQuery, register: Register): Promise<Alternative[]> {
  const home = query.place ? register.region(query.place.region) : null;
  if (!home || home.neighbours.length === 0) return [];
  const { facets } = await engine.search({ ...query, page: 1, pageSize: 1 });
  return home.neighbours
    .flatMap((code): Alternative[] => {
      const region = register.region(code);
      const total = facets.region[code] ?? 0;
      return region && total > 0 ? [{ kind: 'nearby', region: code, total, query: { ...query, page: 1, place: { region: code, point: pointOf(region) } } }] : [];
    })
    .sort((a, b) => b.total - a.total)
    .slice(0, MOST_NEARBY);
}

/** Only what finds somebody, neighbours first, then the choice that hides the most. Call it for an empty answer. */
export async function alternatives(engine: SearchEngine, query: SearchQuery, register: Register): Promise<Alternative[]> {
  const near = await nearby(engine, query, register);
  const fewer: Alternative[] = [];
  for (const option of withoutOne(query)) {
    const { total } = await engine.search(option.query);
    if (total > 0) fewer.push({ kind: 'without', facet: option.facet, total, query: { ...option.query, pageSize: query.pageSize } });
  }
  // Without any words everybody fits: taking the words off is the last advice, not the first.
  fewer.sort((a, b) => Number(a.kind === 'without' && a.facet === 'text') - Number(b.kind === 'without' && b.facet === 'text') || b.total - a.total);
  return [...near, ...fewer];
}
