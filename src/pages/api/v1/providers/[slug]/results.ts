import { readResults } from '#features/catalogue/api/endpoints.ts';
import { providerOrRedirect } from '#features/catalogue/api/find-provider.ts';
import { providerLinks } from '#features/catalogue/api/links.ts';
import { presentReference, presentResult } from '#features/catalogue/api/present.ts';
import { apiRoute } from '#features/catalogue/api/route.ts';
import { publishedResults } from '#features/results/queries.ts';

export const GET = apiRoute(readResults, async ({ lang }, context) => {
  const page = await providerOrRedirect(context);
  if (page instanceof Response) return page;
  const rows = await publishedResults(context.locals.runtime.db, [page.id]);
  const { results: self, html } = providerLinks(page.slug, lang);
  const body = { provider: presentReference(page, lang), total: rows.length, results: rows.map(presentResult), links: { self, html: `${html}/results` } };
  return { body, tags: [`provider:${page.id}`] };
});
