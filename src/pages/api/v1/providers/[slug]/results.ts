import { readResults } from '#features/catalogue/api/endpoints.ts';
import { providerOrRedirect } from '#features/catalogue/api/find-provider.ts';
import { presentResults } from '#features/catalogue/api/present-results.ts';
import { apiRoute } from '#features/catalogue/api/route.ts';
import { takeWrite } from '#features/accounts/tokens/limit.ts';
import { deskProvider } from '#features/results/desk/queries.ts';
import { reportByRequest } from '#features/results/desk/report-request.ts';
import { DomainError } from '#platform/errors.ts';
import { writeRoute } from '#platform/http/api.ts';
import { corrections, estimatesOf, publishedFigures, tablesOf } from '#features/results/queries.ts';

export const GET = apiRoute(readResults, async ({ lang }, context) => {
  const page = await providerOrRedirect(context);
  if (page instanceof Response) return page;
  const { db } = context.locals.runtime;
  const [table = null] = await tablesOf(db, [page.id]);
  const published = { ...(await publishedFigures(db, [page.id])), table, estimates: await estimatesOf(db, page.id), corrections: await corrections(db, page.id) };
  return { body: presentResults(page, published, lang), tags: [`provider:${page.id}`] };
});

export const POST = writeRoute(
  async ({ params, locals: { runtime } }) => ({ action: 'results.report', of: { organisationId: (await deskProvider(runtime.db, params['slug'] ?? ''))?.organisationId ?? null } }),
  async ({ params, request, locals: { runtime, gate } }) => {
    const provider = await deskProvider(runtime.db, params['slug'] ?? '');
    const tokenId = gate.actor.token?.id;
    if (!provider || tokenId === undefined) throw new DomainError('not-found', 'There is no such provider.');
    await takeWrite(runtime.limiter, tokenId);
    return reportByRequest(runtime.context(`token:${tokenId}`), provider, request);
  },
);
