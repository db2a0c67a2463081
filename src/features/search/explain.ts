/** Why a list stands as it does: the keys that really sorted it, from the configuration that sorts. Pure. */
import type { SearchQuery, Sort } from './model.ts';
import { orderKeys, type OrderKey } from './order.ts';

export interface OrderExplanation {
  by: Sort;
  /** First to last. */
  keys: OrderKey[];
}

export function explainOrder(query: Pick<SearchQuery, 'text' | 'place' | 'filters' | 'sort'>): OrderExplanation {
  return { by: query.sort, keys: orderKeys(query) };
}
