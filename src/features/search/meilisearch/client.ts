/** The few requests that we make, in one form. */
import type { EnqueuedTaskPromise, Meilisearch, MultiSearchQuery } from 'meilisearch';
import type { Need } from '../resolve.ts';
import { needText } from './filters.ts';

export interface Ask {
  /** null: everything. */
  need: Need | null;
  filter: readonly string[];
  /** Fields that words are looked for in. */
  searchIn?: readonly string[];
  facets?: readonly string[];
  sort?: readonly string[];
  from?: number;
  size?: number;
  fields?: readonly string[];
}

export interface Asked<T> {
  total: number;
  hits: T[];
  facets: Record<string, Record<string, number>>;
}

/** Long enough for a large batch; a task that takes longer has gone wrong. */
const TASK_MS = 600_000;

export async function finished(task: EnqueuedTaskPromise): Promise<void> {
  const done = await task.waitTask({ timeout: TASK_MS, interval: 20 });
  if (done.status !== 'succeeded') throw new Error(`Meilisearch task ${done.uid} (${done.type}) ${done.status}: ${done.error?.message ?? ''}`);
}

function searchOf(index: string, ask: Ask): MultiSearchQuery {
  const { need, filter, searchIn, facets = [], sort = [], from = 0, size = 0, fields = ['id'] } = ask;
  return {
    indexUid: index,
    q: need === null ? '' : needText(need),
    filter: [...filter],
    matchingStrategy: 'all',
    attributesToRetrieve: [...fields],
    ...(searchIn && need !== null ? { attributesToSearchOn: [...searchIn] } : {}),
    ...(facets.length > 0 ? { facets: [...facets] } : {}),
    ...(sort.length > 0 ? { sort: [...sort] } : {}),
    // Pages give exact totals; offsets are for slices that are no page.
    ...(size === 0 ? { hitsPerPage: 0, page: 1 } : { offset: from, limit: size }),
  };
}

/** All in one request, answered in order. Totals are exact only where no hits are asked for. */
export async function askAll<T extends object>(client: Meilisearch, index: string, asks: readonly Ask[]): Promise<Asked<T>[]> {
  if (asks.length === 0) return [];
  const { results } = await client.multiSearch<{ queries: MultiSearchQuery[] }, T>({ queries: asks.map((ask) => searchOf(index, ask)) });
  return results.map((result) => ({
    total: 'totalHits' in result ? (result.totalHits as number) : (result.estimatedTotalHits ?? result.hits.length),
    hits: result.hits,
    facets: result.facetDistribution ?? {},
  }));
}
