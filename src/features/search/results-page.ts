/** Everything the list of results shows, read in one go. */
import type { Db } from '#db/client.ts';
import type { Locale } from '#i18n/index.ts';
import { findPlace } from '#features/regions/queries.ts';
import type { PlaceAnswer } from '#features/regions/model.ts';
import type { Register } from '#features/regions/register.ts';
import { alternatives, type Alternative } from './alternatives.ts';
import { DEFAULT_COUNTRY, readSearch, searchQuery, type InputProblem, type SearchInput } from './input.ts';
import { ANY_COUNTRY, type ProviderSummary, type SearchAnswer, type SearchEngine, type SearchHit, type SearchQuery } from './model.ts';
import { summariesByIds } from './queries.ts';

export interface Sources {
  db: Db;
  engine: SearchEngine;
  register: Register;
}

/** A search in an address, with its place looked up. */
export interface AskedSearch {
  input: SearchInput;
  problems: InputProblem[];
  place: PlaceAnswer;
  /** Where the place was looked for first; Denmark where no country is asked for. */
  placeCountry: string;
  query: SearchQuery;
}

/** @param day YYYY-MM-DD, today */
export async function askedSearch({ db, register }: Omit<Sources, 'engine'>, params: URLSearchParams, locale: Locale, day: string): Promise<AskedSearch> {
  const { input, problems } = readSearch(params, register);
  const placeCountry = input.country === ANY_COUNTRY ? DEFAULT_COUNTRY : input.country;
  const place = await findPlace(db, register, { text: input.place, country: placeCountry });
  const settled = place.state === 'found' ? { region: place.region, point: place.point } : null;
  return { input, problems, place, placeCountry, query: searchQuery(input, { locale, place: settled, day }) };
}

export interface Card {
  hit: SearchHit;
  summary: ProviderSummary;
}

export interface ResultsPage {
  answer: SearchAnswer;
  cards: Card[];
  /** The page shown: the last one where a later one was asked for. */
  page: number;
  pages: number;
  /** For an empty answer only. */
  nearest: Alternative[];
  /** Providers found without any filter, where no single choice less helps; 0 else. */
  withoutFilters: number;
  /** Some authority has published an approval in this country. */
  approvals: boolean;
}

async function approvalsPublished(engine: SearchEngine, query: SearchQuery, answer: SearchAnswer): Promise<boolean> {
  if ((answer.facets.approved['yes'] ?? 0) > 0) return true;
  const { facets } = await engine.search({ ...query, text: '', place: null, filters: {}, page: 1, pageSize: 1 });
  return (facets.approved['yes'] ?? 0) > 0;
}

export async function resultsPage({ db, engine, register }: Sources, query: SearchQuery): Promise<ResultsPage> {
  const first = await engine.search(query);
  const pages = Math.max(1, Math.ceil(first.total / query.pageSize));
  const page = Math.min(query.page, pages);
  const answer = page === query.page ? first : await engine.search({ ...query, page });
  const summaries = new Map((await summariesByIds(db, answer.hits.map((hit) => hit.id))).map((each) => [each.id, each]));
  const cards = answer.hits.flatMap((hit) => {
    const summary = summaries.get(hit.id);
    return summary ? [{ hit, summary }] : [];
  });
  const nearest = answer.total === 0 ? await alternatives(engine, query, register) : [];
  const stuck = answer.total === 0 && nearest.length === 0;
  return {
    answer, cards, page, pages, nearest,
    withoutFilters: stuck ? (await engine.search({ ...query, filters: {}, page: 1, pageSize: 1 })).total : 0,
    approvals: await approvalsPublished(engine, query, answer),
  };
}
