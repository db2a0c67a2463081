/** Everything that the page about a provider's reviews reads, for what its address asks. */
import type { Db } from '#db/client.ts';
import { allowedFilter, type Filter } from './filters.ts';
import { aroundReviews, shownFigures, writtenReviews, REVIEWS_PER_PAGE, type AroundReviews, type ShownFigures, type ShownReview } from './queries.ts';

export interface ProviderReviews {
  /** null: nothing may be shown. */
  figures: ShownFigures | null;
  around: AroundReviews;
  written: { total: number; reviews: ShownReview[] };
  filter: Filter;
  /** From 1, and one that there is. */
  page: number;
}

const NO_FILTER: Filter = { programme: null, year: null };
const MOST_PAGES = 10_000;

/** From 1; what is no page is the first. */
export function askedPage(text: string | null): number {
  const page = Number(text ?? 1);
  return Number.isInteger(page) && page >= 1 && page <= MOST_PAGES ? page : 1;
}

/** @param params `programme`, `year` and `page`; what may not be shown or is not there falls away */
export async function providerReviews(db: Db, providerId: number, params: URLSearchParams): Promise<ProviderReviews> {
  const [figures, around] = await Promise.all([shownFigures(db, providerId), aroundReviews(db, providerId)]);
  if (figures === null) return { figures, around, written: { total: 0, reviews: [] }, filter: NO_FILTER, page: 1 };
  const filter = allowedFilter(figures, { programme: params.get('programme'), year: params.get('year') });
  const asked = askedPage(params.get('page'));
  const first = await writtenReviews(db, providerId, filter, asked);
  const last = Math.max(1, Math.ceil(first.total / REVIEWS_PER_PAGE));
  const page = Math.min(asked, last);
  const written = page === asked ? first : await writtenReviews(db, providerId, filter, page);
  return { figures, around, written, filter, page };
}
