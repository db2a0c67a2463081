/** Documents as Meilisearch keeps them, and back. Fields of which nothing is known are absent, so that sorting puts them last. Pure. */
import { LEVELS, type AnalysedDocument } from '../analysis/analyser.ts';
import { fold, words } from '../analysis/fold.ts';
import type { SearchDocument } from '../document.ts';
import { FILTER_FACETS, TIERS, type FilterFacet } from '../model.ts';
import { isOpenSoon, shuffleRank, type Sortable } from '../order.ts';
import { letterGroups } from '../resolve.ts';

export const facetField = (facet: FilterFacet): string => `f_${facet}`;
export const levelField = (level: (typeof LEVELS)[number]): string => `a_${level}`;
/** Searched from the strongest level down to this one. */
export const fieldsTo = (level: number): string[] => LEVELS.slice(0, level + 1).map(levelField);

export const ORDER_FIELDS = ['id', 'points', 'price', 'currency', 'waiting', 'name_key', 'tier_results', 'tier_experiences'] as const;
export const NAME_FIELDS = ['name', 'slug', 'titles'] as const;

export interface OrderFields {
  id: number;
  points: [lat: number, lon: number][];
  price?: number;
  currency?: string;
  waiting?: number;
  name_key: string;
  tier_results: number;
  tier_experiences: number;
}

export interface NameFields {
  name: string;
  slug: string;
  titles: string[];
}

/** @param day YYYY-MM-DD: the day whose shuffle the document holds */
export function meiliDocument(document: SearchDocument, day: string): Record<string, unknown> {
  const { sortable } = document;
  const [first] = sortable.points;
  const levels = LEVELS.map((name, level) => [levelField(name), [...document.tokens].flatMap(([token, own]) => (own === level ? [token] : [])).join(' ')]);
  return {
    ...orderFields(sortable),
    countries: document.countries,
    areas: document.areas,
    on_spot: document.remoteIn.length > 0 ? [] : document.areas,
    remote_in: document.remoteIn,
    local_areas: document.localAreas,
    programme_groups: document.programmeGroups,
    ...Object.fromEntries(FILTER_FACETS.map((facet) => [facetField(facet), document.facets[facet]])),
    ...Object.fromEntries(levels),
    names: [document.name, ...document.titles].map((text) => words(text).map(fold).join(' ')),
    name: document.name,
    slug: document.slug,
    titles: document.titles,
    open: isOpenSoon(sortable.waitingWeeks) ? 0 : 1,
    shuffle: shuffleRank(document.id, day),
    ...(first ? { _geo: { lat: first.lat, lng: first.lon } } : {}),
  };
}

function orderFields(sortable: Sortable): OrderFields {
  return {
    id: sortable.id,
    points: sortable.points.map(({ lat, lon }) => [lat, lon]),
    name_key: sortable.nameKey,
    tier_results: TIERS.indexOf(sortable.tiers.results),
    tier_experiences: TIERS.indexOf(sortable.tiers.experiences),
    ...(sortable.price ? { price: sortable.price.amount, currency: sortable.price.currency } : {}),
    ...(sortable.waitingWeeks === null ? {} : { waiting: sortable.waitingWeeks }),
  };
}

export function sortableFrom(fields: OrderFields): Sortable {
  const tier = (index: number) => TIERS[index] ?? 'cannot-tell';
  return {
    id: fields.id,
    points: fields.points.map(([lat, lon]) => ({ lat, lon })),
    price: fields.price === undefined || fields.currency === undefined ? null : { amount: fields.price, currency: fields.currency },
    waitingWeeks: fields.waiting ?? null,
    nameKey: fields.name_key,
    tiers: { results: tier(fields.tier_results), experiences: tier(fields.tier_experiences) },
  };
}

export interface WordDocument {
  id: string;
  term: string;
  surface: string;
  grams: string;
}

/** Words that a mistyped one may have been meant as; what only looks like a word is left out. */
export function wordDocuments(documents: readonly AnalysedDocument[]): WordDocument[] {
  const found = new Map<string, WordDocument>();
  for (const { tokens, surfaces } of documents) {
    for (const term of tokens.keys()) {
      if (found.has(term) || term.startsWith('zz') || !/^\p{L}{3,}$/u.test(term)) continue;
      const id = Buffer.from(term).toString('hex').slice(0, 500);
      found.set(term, { id, term, surface: surfaces.get(term) ?? term, grams: letterGroups(term).join(' ') });
    }
  }
  return [...found.values()];
}
