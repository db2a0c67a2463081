/** A summary as both engines index it. Pure. */
import { createAnalyser, type AnalysedDocument, type Analyser } from './analysis/analyser.ts';
import { nameSortKey } from './collation.ts';
import { FILTER_FACETS, type FilterFacet, type ProviderSummary } from './model.ts';
import type { Sortable } from './order.ts';
import type { Register } from '#features/regions/register.ts';

export interface SearchDocument extends AnalysedDocument {
  id: number;
  countries: string[];
  /** Everywhere it serves: municipalities and every region above them. */
  areas: string[];
  /** Countries in which it also helps at a distance. */
  remoteIn: string[];
  /** Where it has premises: municipalities and every region above them. */
  localAreas: string[];
  programmeGroups: string[];
  facets: Record<FilterFacet, string[]>;
  sortable: Sortable;
  name: string;
  slug: string;
  titles: string[];
}

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

const FACET_VALUES: Readonly<Record<FilterFacet, (summary: ProviderSummary) => readonly string[]>> = {
  group: (summary) => summary.groups,
  kind: (summary) => [summary.kind],
  service: (summary) => summary.services,
  language: (summary) => summary.languages,
  accessibility: (summary) => summary.accessibility,
  delivery: (summary) => summary.delivery,
  approved: (summary) => (summary.approved === true ? ['yes'] : []),
  price: (summary) => (summary.freeForCitizen === true ? ['free'] : []),
};

/** Values of a summary that a filter can ask for. */
export function facetValues(summary: ProviderSummary): Record<FilterFacet, string[]> {
  return Object.fromEntries(FILTER_FACETS.map((facet) => [facet, unique(FACET_VALUES[facet](summary))])) as Record<FilterFacet, string[]>;
}

export function sortableOf(summary: ProviderSummary): Sortable {
  const { lowestPrice } = summary;
  return {
    id: summary.id,
    points: summary.locations.flatMap(({ lat, lon }) => (lat === null || lon === null ? [] : [{ lat, lon }])),
    price: lowestPrice === null ? null : { amount: lowestPrice.amount, currency: lowestPrice.currency },
    waitingWeeks: summary.waitingWeeks,
    nameKey: nameSortKey(summary.name),
    tiers: summary.tiers,
  };
}

export function searchDocument(summary: ProviderSummary, analyser: Analyser, register: Register): SearchDocument {
  const premises = unique(summary.locations.map((location) => location.region));
  return {
    ...analyser.document(summary),
    id: summary.id,
    countries: summary.countries,
    areas: summary.areas,
    remoteIn: summary.remote === true ? summary.countries : [],
    localAreas: unique(premises.flatMap((code) => [code, ...register.ancestors(code).map((region) => region.code)])),
    programmeGroups: summary.programmeGroups,
    facets: facetValues(summary),
    sortable: sortableOf(summary),
    name: summary.name,
    slug: summary.slug,
    titles: unique(summary.programmes.flatMap((programme) => Object.values(programme.title))),
  };
}

const analysers = new WeakMap<Register, Analyser>();

/** One analyser for each register: a catalogue may bring target groups whose names then have a meaning. */
export function analyserFor(register: Register): Analyser {
  const known = analysers.get(register) ?? createAnalyser(register);
  analysers.set(register, known);
  return known;
}

/** Country of a region code: its first two letters. */
export const countryOf = (region: string): string => region.slice(0, 2);

/**
 * How many would be found in each region: those that serve it on the spot, and those that help everywhere at a distance.
 * @param onSpot counts by region of providers that do not help at a distance
 * @param remote count by country of those that do
 * @param country regions of others are left out; null: all
 */
export function regionCounts(
  onSpot: Readonly<Record<string, number>>,
  remote: Readonly<Record<string, number>>,
  country: string | null,
  register: Register,
): Record<string, number> {
  const counts: Record<string, number> = {};
  const wanted = (code: string) => country === null || countryOf(code) === country;
  for (const [code, count] of Object.entries(onSpot)) if (wanted(code)) counts[code] = count + (remote[countryOf(code)] ?? 0);
  for (const [land, count] of Object.entries(remote)) {
    if (!wanted(land) || count === 0) continue;
    for (const code of registerRegions(register, land)) counts[code] ??= count;
  }
  return counts;
}

const regionsOf = new WeakMap<Register, Map<string, string[]>>();

/** A country, its regions and municipalities. */
function registerRegions(register: Register, country: string): string[] {
  const byCountry = regionsOf.get(register) ?? new Map<string, string[]>();
  regionsOf.set(register, byCountry);
  const known = byCountry.get(country);
  if (known) return known;
  const below = (code: string): string[] => [code, ...register.children(code).flatMap((child) => below(child.code))];
  const codes = register.region(country) ? below(country) : [];
  byCountry.set(country, codes);
  return codes;
}
