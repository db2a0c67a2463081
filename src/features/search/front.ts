/** What the front page and the map say of the whole. */
import type { Db } from '#db/client.ts';
import type { SearchAnswer, SearchEngine, SearchQuery } from './model.ts';
import { summariesByIds } from './queries.ts';

/** The answer without its list, and whether the providers counted are invented. */
export async function overview(db: Db, engine: SearchEngine, query: SearchQuery): Promise<{ answer: SearchAnswer; demo: boolean }> {
  const answer = await engine.search({ ...query, page: 1, pageSize: 1 });
  const [summary] = await summariesByIds(db, answer.hits.map((hit) => hit.id));
  return { answer, demo: summary?.demo ?? false };
}
