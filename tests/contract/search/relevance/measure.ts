/** nDCG@10 and success@5 of an engine on the judged queries. */
import type { Locale } from '#platform/input.ts';
import type { ProviderSummary, SearchEngine, SearchQuery } from '#features/search/model.ts';
import { countryFor, judgedQueries, type JudgedQuery, type QuerySet } from './fixture.ts';

export interface Relevance {
  locale: Locale;
  set: QuerySet;
  queries: number;
  ndcg: number;
  success: number;
  misses: { text: string; expected: string[]; found: string[] }[];
}

const discount = (place: number) => 1 / Math.log2(place + 2);

/** Binary gains; the best possible list has every expected provider at the top. */
function ndcg(found: readonly string[], expected: readonly string[]): number {
  const gain = found.slice(0, 10).reduce((sum, slug, place) => sum + (expected.includes(slug) ? discount(place) : 0), 0);
  const best = expected.slice(0, 10).reduce((sum, _, place) => sum + discount(place), 0);
  return gain / best;
}

export function queryFor(text: string, locale: Locale, day = '2026-11-25'): SearchQuery {
  return { text, locale, country: countryFor(locale), place: null, filters: {}, sort: 'fit', page: 1, pageSize: 20, day };
}

export async function measure(engine: SearchEngine, summaries: readonly ProviderSummary[], locale: Locale, set: QuerySet): Promise<Relevance> {
  const slugs = new Map(summaries.map((each) => [each.id, each.slug]));
  const queries: JudgedQuery[] = judgedQueries(locale, set);
  let total = 0;
  let successes = 0;
  const misses: Relevance['misses'] = [];
  for (const { text, expected } of queries) {
    const answer = await engine.search(queryFor(text, locale));
    const found = answer.hits.map((hit) => slugs.get(hit.id) ?? '');
    total += ndcg(found, expected);
    if (found.slice(0, 5).some((slug) => expected.includes(slug))) successes++;
    else misses.push({ text, expected, found });
  }
  return { locale, set, queries: queries.length, ndcg: total / queries.length, success: successes / queries.length, misses };
}
