import { readResults } from '#features/catalogue/api/endpoints.ts';
import { providerOrRedirect } from '#features/catalogue/api/find-provider.ts';
import { presentResults } from '#features/catalogue/api/present-results.ts';
import { apiRoute } from '#features/catalogue/api/route.ts';
import { corrections, estimatesOf, publishedFigures, tablesOf } from '#features/results/queries.ts';

export const GET = apiRoute(readResults, async ({ lang }, context) => {
  const page = await providerOrRedirect(context);
  if (page instanceof Response) return page;
  const { db } = context.locals.runtime;
  const [table = null] = await tablesOf(db, [page.id]);
  const published = { ...(await publishedFigures(db, [page.id])), table, estimates: await estimatesOf(db, page.id), corrections: await corrections(db, page.id) };
  return { body: presentResults(page, published, lang), tags: [`provider:${page.id}`] };
});
