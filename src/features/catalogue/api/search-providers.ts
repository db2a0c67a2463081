/** The search of the API: the same reading, place and order as the page's, refused where the page would leave something out. */
import type { z } from 'zod';
import { today } from '#platform/clock.ts';
import type { Db } from '#db/client.ts';
import { findPlace } from '#features/regions/queries.ts';
import type { Register } from '#features/regions/register.ts';
import { explainOrder } from '#features/search/explain.ts';
import { DEFAULT_COUNTRY, MAX_PAGE_SIZE, readSearch, refuseProblems, searchQuery } from '#features/search/input.ts';
import { ANY_COUNTRY, type SearchEngine } from '#features/search/model.ts';
import { summariesByIds } from '#features/search/queries.ts';
import { orderSentence } from '#features/search/view.ts';
import type { searchProviders } from './endpoints.ts';
import { placeProblem } from './place-problem.ts';
import { presentSearch } from './present-search.ts';
import { organisationNumbers } from './queries.ts';
import type { ApiSearchAnswer } from './schemas.ts';

interface Site {
  db: Db;
  register: Register;
  engine: SearchEngine;
}
type Query = z.output<(typeof searchProviders)['query']>;

/**
 * @param query read by the table of endpoints @param url of the request
 * @throws DomainError bad-request; PlaceNotClear
 */
export async function searchForApi({ db, register, engine }: Site, query: Query, url: URL): Promise<ApiSearchAnswer> {
  const { lang } = query;
  const { input, problems } = readSearch(url.searchParams, register, { maxPageSize: MAX_PAGE_SIZE });
  refuseProblems(problems);
  const country = input.country === ANY_COUNTRY ? DEFAULT_COUNTRY : input.country;
  const place = await findPlace(db, register, { text: input.place, country });
  if (place.state === 'ambiguous' || place.state === 'unknown') throw placeProblem(place, input.place, { register, lang, country });

  const found = place.state === 'found' ? place : null;
  const asked = searchQuery(input, { locale: lang, place: found && { region: found.region, point: found.point }, day: today() });
  const searched = { ...asked, country: query.country === undefined && found ? found.label.country : asked.country };
  const answer = await engine.search(searched);
  const ids = answer.hits.map((hit) => hit.id);
  const [summaries, numbers] = [await summariesByIds(db, ids), await organisationNumbers(db, ids)];
  const order = explainOrder(searched);
  return presentSearch(
    {
      answer, summaries, numbers, facets: input.facets,
      order: { by: order.by, explanation: orderSentence(order, lang) },
      place: found && { region: found.region, names: found.label.names, postcode: found.postcode },
    },
    { page: input.page, pageSize: input.pageSize, lang }, url,
  );
}
