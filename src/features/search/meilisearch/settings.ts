/** Settings of both indexes. Pure. */
import type { Settings } from 'meilisearch';
import { LEVELS } from '../analysis/analyser.ts';
import { FILTER_FACETS } from '../model.ts';
import { facetField, levelField, NAME_FIELDS, ORDER_FIELDS } from './documents.ts';

const equality = (fields: readonly string[]) => ({
  attributePatterns: [...fields],
  features: { facetSearch: false, filter: { equality: true, comparison: false } },
});

/** Our own analysis replaces typing mistakes and stemming; a chosen sort rules before words; the shuffle settles the rest. */
export const PROVIDER_SETTINGS: Settings = {
  searchableAttributes: [...LEVELS.map(levelField), 'names'],
  displayedAttributes: [...new Set([...ORDER_FIELDS, ...NAME_FIELDS])],
  filterableAttributes: [
    equality([
      'id', 'countries', 'areas', 'on_spot', 'remote_in', 'local_areas', 'programme_groups', 'price', 'currency', 'waiting',
      'tier_results', 'tier_experiences', ...FILTER_FACETS.map(facetField),
    ]),
  ],
  sortableAttributes: ['_geo', 'price', 'currency', 'waiting', 'name_key', 'tier_results', 'tier_experiences', 'open', 'shuffle', 'id'],
  rankingRules: ['sort', 'words', 'attribute', 'exactness', 'shuffle:asc', 'id:asc'],
  typoTolerance: { enabled: false },
  prefixSearch: 'indexingTime',
  proximityPrecision: 'byAttribute',
  // Municipalities of the four countries together are more than a thousand; the standard of 100 cuts counts off silently.
  faceting: { maxValuesPerFacet: 5_000 },
  // Totals are cut at this number, so it must be more than there will ever be.
  pagination: { maxTotalHits: 2_000_000 },
};

/** One document a word, for what was probably meant; and the position of the index in the change sequence. */
export const WORD_SETTINGS: Settings = {
  searchableAttributes: ['term', 'grams'],
  displayedAttributes: ['id', 'term', 'surface', 'seq', 'analysis'],
  filterableAttributes: [],
  sortableAttributes: [],
  rankingRules: ['words', 'typo', 'exactness'],
  typoTolerance: { enabled: true, minWordSizeForTypos: { oneTypo: 3, twoTypos: 7 }, disableOnAttributes: ['grams'] },
  prefixSearch: 'disabled',
  pagination: { maxTotalHits: 1_000 },
};
