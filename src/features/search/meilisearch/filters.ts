/** Filter expressions and query texts for Meilisearch. Pure. */
import { countryOf } from '../document.ts';
import { ANY_COUNTRY, FILTER_FACETS, type FilterFacet, type SearchQuery } from '../model.ts';
import type { Need } from '../resolve.ts';
import { facetField } from './documents.ts';

/** Meilisearch reads no more than ten words of a query. */
const MOST_TOKENS = 10;

export const quoted = (value: string): string => `"${value.replace(/\\/g, '\\\\').replace(/"/g, '\\"')}"`;
export const isOneOf = (field: string, values: readonly (string | number)[]): string =>
  `${field} IN [${values.map((value) => (typeof value === 'number' ? String(value) : quoted(value))).join(', ')}]`;
export const is = (field: string, value: string | number): string => `${field} = ${typeof value === 'number' ? value : quoted(value)}`;

export const countryFilter = (country: string): string[] => (country === ANY_COUNTRY ? [] : [is('countries', country)]);
const placeFilter = (region: string): string => `(${is('areas', region)} OR ${is('remote_in', countryOf(region))})`;

/** Everything asked for but one facet's own filter. */
export function filtersOf(query: SearchQuery, without: FilterFacet | 'region' | null): string[] {
  return [
    ...countryFilter(query.country),
    ...(query.place && without !== 'region' ? [placeFilter(query.place.region)] : []),
    ...FILTER_FACETS.flatMap((facet) => {
      const values = query.filters[facet] ?? [];
      return values.length === 0 || facet === without ? [] : [isOneOf(facetField(facet), values)];
    }),
  ];
}

/** In quotation marks each word is taken as it is; the last one without them may go on. */
export function needText({ tokens, prefix }: Need): string {
  const exact = tokens.slice(0, MOST_TOKENS - (prefix === null ? 0 : 1)).map((token) => `"${token}"`);
  return [...exact, ...(prefix === null ? [] : [prefix])].join(' ');
}
