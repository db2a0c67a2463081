import { today } from '#platform/clock.ts';
import { readProvider } from '#features/catalogue/api/endpoints.ts';
import { providerOrRedirect, successorOf } from '#features/catalogue/api/find-provider.ts';
import { presentProvider } from '#features/catalogue/api/present.ts';
import { marketOf } from '#features/search/queries.ts';
import { apiRoute } from '#features/catalogue/api/route.ts';

export const GET = apiRoute(readProvider, async ({ lang }, context) => {
  const page = await providerOrRedirect(context);
  if (page instanceof Response) return page;
  const successor = await successorOf(context.locals.runtime.db, page);
  const market = await marketOf(context.locals.runtime.db, [page.id], today());
  return { body: presentProvider(page, successor, { lang, day: today() }, market.get(page.id)), tags: [`provider:${page.id}`] };
});
