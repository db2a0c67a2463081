/** Answers a query from one index: who meets the words and filters, facet counts, and the page in order. */
import { TypedFastBitSet } from 'typedfastbitset';
import { countryOf, regionCounts } from '../document.ts';
import { ANY_COUNTRY, FILTER_FACETS, type FilterFacet, type SearchAnswer, type SearchQuery } from '../model.ts';
import { BANDS, countTiers, hitOf, orderKeys, orderValues, tiersOf, type HitFacts } from '../order.ts';
import { selectPage, type Column } from '../select-page.ts';
import type { AskedText, AskedWord, Need, TextPort } from '../resolve.ts';
import type { Register } from '#features/regions/register.ts';
import type { IndexState } from './index-state.ts';
import type { LevelBits } from './text-index.ts';

const LEVELS = [0, 1, 2, 3] as const;

/** Those that meet a need, by level. */
function needBits(state: IndexState, need: Need): LevelBits {
  const parts = need.tokens.map((token) => state.text.bits(token));
  if (need.prefix !== null) parts.push(state.text.bits(need.prefix, true));
  const [first, ...rest] = parts;
  if (!first) return [new TypedFastBitSet(), new TypedFastBitSet(), new TypedFastBitSet(), new TypedFastBitSet()];
  if (rest.length === 0) return first;
  return LEVELS.map((level) => rest.reduce((found, each) => found.intersection(each[level]), first[level].clone())) as unknown as LevelBits;
}

export function countryBits(state: IndexState, country: string): TypedFastBitSet {
  return country === ANY_COUNTRY ? state.all : (state.countries.of(country) ?? new TypedFastBitSet());
}

export function textPort(state: IndexState, country: string): TextPort {
  const inCountry = countryBits(state, country);
  const known = (token: string, documents: number) => ({ token, surface: state.text.surface(token), documents });
  return {
    counts: async (needs) => needs.map((need) => (need.tokens.length === 0 && need.prefix === null ? 0 : needBits(state, need)[3].intersection_size(inCountry))),
    // One more than forgiven: the dictionary counts two letters swapped as two mistakes.
    near: async (token, distance) => (distance === 0 ? [] : state.text.near(token, distance + 1).map((each) => known(each.term, each.documents))),
    alike: async (token) => {
      const groups = Array.from({ length: Math.max(0, token.length - 2) }, (_, i) => token.slice(i, i + 3));
      const found: string[] = [];
      for (const term of state.text.tokens()) {
        let shared = 0;
        for (const group of groups) if (term.includes(group)) shared++;
        if (shared * 2 >= groups.length && shared > 0) found.push(term);
      }
      return found.map((term) => known(term, 0));
    },
  };
}

/** Those that are in at least so many of the sets. */
function inAtLeast(sets: readonly TypedFastBitSet[], needed: number): TypedFastBitSet {
  const [first] = sets;
  if (!first || needed === 0) return new TypedFastBitSet();
  if (needed === 1) return sets.slice(1).reduce((found, set) => found.union(set), first.clone());
  if (needed === sets.length) return sets.slice(1).reduce((found, set) => found.intersection(set), first.clone());
  const reached: TypedFastBitSet[] = Array.from({ length: needed + 1 }, () => new TypedFastBitSet());
  for (const set of sets) {
    for (let count = needed; count > 1; count--) reached[count]?.union(set.new_intersection(reached[count - 1] as TypedFastBitSet));
    reached[1]?.union(set);
  }
  return reached[needed] as TypedFastBitSet;
}

export interface TextMatch {
  /** Cumulative, best first; the last one is everybody who has the words. */
  bands: TypedFastBitSet[];
  partial: boolean;
}

/** Band k: all words strictly at level k, or loosely at the level before. With words missing, loosely only. */
export function matchText(state: IndexState, asked: AskedText, country: string): TextMatch {
  const loose = asked.words.map((word) => needBits(state, word.loose));
  const partial = asked.atLeast < asked.words.length;
  const needed = partial ? mostFound(loose, asked, countryBits(state, country)) : asked.words.length;
  const at = (levels: readonly LevelBits[], level: number) => inAtLeast(levels.map((each) => each[level as 0]), needed);
  const strict = partial || sameNeeds(asked.words) ? null : asked.words.map((word) => needBits(state, word.strict));
  const bands = Array.from({ length: BANDS }, (_, band) => {
    const found = band === 0 ? new TypedFastBitSet() : at(loose, band - 1);
    if (!partial && band < BANDS - 1) found.union(at(strict ?? loose, band));
    return found;
  });
  return { bands, partial };
}

const sameNeeds = (words: readonly AskedWord[]) => words.every(({ strict, loose }) => strict.tokens.join(' ') === loose.tokens.join(' '));

function mostFound(levels: readonly LevelBits[], { atLeast, words }: AskedText, inCountry: TypedFastBitSet): number {
  for (let needed = words.length; needed > atLeast; needed--) {
    if (inAtLeast(levels.map((each) => each[3]), needed).intersects(inCountry)) return needed;
  }
  return atLeast;
}

interface Sets {
  /** Everybody who meets words, country, place and all filters. */
  hits: TypedFastBitSet;
  /** The same without one facet's own filter. */
  without(facet: FilterFacet | 'region'): TypedFastBitSet;
}

function setsOf(state: IndexState, query: SearchQuery, match: TextMatch | null): Sets {
  const base = countryBits(state, query.country).clone();
  const last = match?.bands.at(-1);
  if (last) base.intersection(last);
  const filters = new Map<FilterFacet | 'region', TypedFastBitSet>();
  if (query.place) {
    const { region } = query.place;
    filters.set('region', state.areas.any([region]).union(state.remote.any([countryOf(region)])));
  }
  for (const facet of FILTER_FACETS) {
    const values = query.filters[facet] ?? [];
    if (values.length > 0) filters.set(facet, state.facets[facet].any(values));
  }
  const meeting = (skipped: string | null) => {
    const found = base.clone();
    for (const [facet, bits] of filters) if (facet !== skipped) found.intersection(bits);
    return found;
  };
  const hits = meeting(null);
  return { hits, without: (facet) => (filters.has(facet) ? meeting(facet) : hits) };
}

function countFacets(state: IndexState, query: SearchQuery, sets: Sets, register: Register): SearchAnswer['facets'] {
  const counts = FILTER_FACETS.map((facet) => [facet, state.facets[facet].counts(sets.without(facet))] as const);
  const country = query.country === ANY_COUNTRY ? null : query.country;
  const among = sets.without('region');
  const onSpot = state.onSpot.counts(among, (code) => country === null || countryOf(code) === country);
  const region = regionCounts(onSpot, state.remote.counts(among), country, register);
  return { region, ...Object.fromEntries(counts) } as SearchAnswer['facets'];
}

/** What the order needs to know of a hit. One object serves all: it is filled anew for each slot. */
function factsOf(state: IndexState, query: SearchQuery, match: TextMatch | null): (slot: number) => HitFacts {
  const { place } = query;
  const areas = place ? state.areas.of(place.region) : null;
  const local = place ? state.local.of(place.region) : null;
  const groups = query.filters.group?.length ? state.programmeGroups.any(query.filters.group) : null;
  const facts: HitFacts = { band: 0, place: 'remote', groupSpecific: false };
  return (slot) => {
    facts.band = match ? match.bands.findIndex((band) => band.has(slot)) : 0;
    facts.place = !areas?.has(slot) ? 'remote' : local?.has(slot) ? 'local' : 'neighbouring';
    facts.groupSpecific = groups?.has(slot) ?? false;
    return facts;
  };
}

/** Row by row into one array a key: no object is made for a hit that is on another page. */
function orderColumns(state: IndexState, query: SearchQuery, slots: readonly number[], facts: (slot: number) => HitFacts): Column[] {
  const values = orderValues(query);
  const columns = orderKeys(query).map((key) => (key === 'name' ? new Array<string>(slots.length) : new Float64Array(slots.length)));
  columns.push(new Float64Array(slots.length));
  slots.forEach((slot, row) => {
    const { sortable } = state.held(slot);
    const known = facts(slot);
    values.forEach((value, i) => {
      (columns[i] as (number | string)[])[row] = value(sortable, known);
    });
  });
  return columns as Column[];
}

export function answer(state: IndexState, query: SearchQuery, match: TextMatch | null, register: Register): Omit<SearchAnswer, 'corrected' | 'engine'> {
  const sets = setsOf(state, query, match);
  const slots = sets.hits.array();
  const facts = factsOf(state, query, match);
  const tiers = tiersOf(query.sort);
  const page = selectPage(slots.length, orderColumns(state, query, slots, facts), (query.page - 1) * query.pageSize, query.pageSize);
  return {
    hits: page.map((row) => {
      const slot = slots[row] as number;
      return hitOf(state.held(slot).sortable, facts(slot), query);
    }),
    total: slots.length,
    facets: countFacets(state, query, sets, register),
    tiers: tiers && countTiers(slots.map((slot) => state.held(slot).sortable.tiers[tiers])),
    partial: match?.partial ?? false,
  };
}
