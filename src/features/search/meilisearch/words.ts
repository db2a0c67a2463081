/** What Meilisearch knows of words: the port through which a typed text is understood. */
import type { Meilisearch } from 'meilisearch';
import { letterGroups, type KnownWord, type TextPort } from '../resolve.ts';
import { askAll } from './client.ts';
import { fieldsTo, type WordDocument } from './documents.ts';
import { countryFilter } from './filters.ts';

const MOST_WORDS = 100;
const LAST_LEVEL = 3;
/** Meilisearch reads no more words of a query. */
const MOST_GROUPS = 10;

export interface IndexNames {
  providers: string;
  words: string;
}

export function meiliTextPort(client: Meilisearch, names: IndexNames, country: string): TextPort {
  const known = (hits: Pick<WordDocument, 'term' | 'surface'>[]): KnownWord[] =>
    hits.flatMap(({ term, surface }) => (term === undefined ? [] : [{ token: term, surface, documents: 0 }]));
  const lookUp = async (text: string, field: 'term' | 'grams', matchingStrategy: 'all' | 'last') => {
    const { hits } = await client.index<WordDocument>(names.words).search(text, { attributesToSearchOn: [field], matchingStrategy, limit: MOST_WORDS });
    return known(hits);
  };
  return {
    async counts(needs) {
      const filter = countryFilter(country);
      const answers = await askAll(client, names.providers, needs.map((need) => ({ need, filter, searchIn: fieldsTo(LAST_LEVEL) })));
      return answers.map(({ total }, i) => (needs[i]?.tokens.length === 0 && needs[i]?.prefix === null ? 0 : total));
    },
    near: async (token, distance) => (distance === 0 ? [] : lookUp(token, 'term', 'all')),
    /** Letters shared from the beginning, and from the end: words of a query are given up from its last one on. */
    async alike(token) {
      const groups = letterGroups(token).slice(0, MOST_GROUPS);
      if (groups.length === 0) return [];
      const found = await Promise.all([groups, groups.toReversed()].map((each) => lookUp(each.join(' '), 'grams', 'last')));
      return [...new Map(found.flat().map((word) => [word.token, word])).values()];
    },
  };
}
