import { readReviews } from '#features/catalogue/api/endpoints.ts';
import { providerOrRedirect } from '#features/catalogue/api/find-provider.ts';
import { pageLinks, providerLinks } from '#features/catalogue/api/links.ts';
import { presentReference } from '#features/catalogue/api/present.ts';
import { presentAsked, presentFigures, presentReview } from '#features/catalogue/api/present-reviews.ts';
import { apiRoute } from '#features/catalogue/api/route.ts';
import { aroundReviews, shownFigures, shownReviews } from '#features/reviews/showing/queries.ts';

export const GET = apiRoute(readReviews, async ({ lang, page: number, pageSize }, context) => {
  const page = await providerOrRedirect(context);
  if (page instanceof Response) return page;
  const { db } = context.locals.runtime;
  const figures = await shownFigures(db, page.id);
  const { rounds } = await aroundReviews(db, page.id);
  const { total, reviews } = await shownReviews(db, page.id, (number - 1) * pageSize, pageSize);
  return {
    body: {
      provider: presentReference(page, lang), total, page: number, pageSize,
      figures: figures && presentFigures(figures), asked: presentAsked(rounds), results: reviews.map(presentReview),
      links: { ...pageLinks(context.url, { page: number, pageSize, total }, null), html: `${providerLinks(page.slug, lang).html}/reviews` },
    },
    // Also 'providers': a score is drawn towards what all are given.
    tags: [`provider:${page.id}`, 'providers'],
  };
});
