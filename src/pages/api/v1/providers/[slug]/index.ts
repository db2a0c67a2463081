import { today } from '#platform/clock.ts';
import { readProvider } from '#features/catalogue/api/endpoints.ts';
import { providerOrRedirect, successorOf } from '#features/catalogue/api/find-provider.ts';
import { presentProvider } from '#features/catalogue/api/present.ts';
import { marketOf } from '#features/search/queries.ts';
import { apiRoute } from '#features/catalogue/api/route.ts';
import { describeByRequest } from '#features/catalogue/api/describe-request.ts';
import { deskProvider } from '#features/programmes/desk-queries.ts';
import { takeWrite } from '#features/accounts/tokens/limit.ts';
import { DomainError } from '#platform/errors.ts';
import { writeRoute } from '#platform/http/api.ts';

export const GET = apiRoute(readProvider, async ({ lang }, context) => {
  const page = await providerOrRedirect(context);
  if (page instanceof Response) return page;
  const successor = await successorOf(context.locals.runtime.db, page);
  const market = await marketOf(context.locals.runtime.db, [page.id], today());
  return { body: presentProvider(page, successor, { lang, day: today() }, market.get(page.id)), tags: [`provider:${page.id}`] };
});

export const PUT = writeRoute(
  async ({ params, locals: { runtime } }) => ({ action: 'provider.publish', of: { organisationId: (await deskProvider(runtime.db, params['slug'] ?? ''))?.organisationId ?? null } }),
  async ({ params, request, locals: { runtime, gate } }) => {
    const provider = await deskProvider(runtime.db, params['slug'] ?? '');
    const tokenId = gate.actor.token?.id;
    if (!provider || tokenId === undefined) throw new DomainError('not-found', 'There is no such provider.');
    await takeWrite(runtime.limiter, tokenId);
    return describeByRequest(runtime.context(`token:${tokenId}`), provider, request);
  },
);
