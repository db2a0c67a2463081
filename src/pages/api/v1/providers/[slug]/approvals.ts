import { readApprovals } from '#features/catalogue/api/endpoints.ts';
import { providerOrRedirect } from '#features/catalogue/api/find-provider.ts';
import { providerLinks } from '#features/catalogue/api/links.ts';
import { presentReference } from '#features/catalogue/api/present.ts';
import { presentDecision, presentStanding } from '#features/catalogue/api/present-decisions.ts';
import { apiRoute } from '#features/catalogue/api/route.ts';
import { standingApprovals } from '#features/approvals/queries/approved.ts';
import { searchDecisions } from '#features/approvals/queries/decisions.ts';
import { today } from '#platform/clock.ts';

const MOST = 100;

export const GET = apiRoute(readApprovals, async ({ lang }, context) => {
  const page = await providerOrRedirect(context);
  if (page instanceof Response) return page;
  const { db } = context.locals.runtime;
  const { approvals: self, html } = providerLinks(page.slug, lang);
  const day = today();
  const results = (await standingApprovals(db, page.id, day)).flatMap((each) => presentStanding(each, lang, day));
  const { results: decisions } = await searchDecisions(db, { providerId: page.id, pageSize: MOST });
  return {
    body: { provider: presentReference(page, lang), total: results.length, results, decisions: decisions.map((each) => presentDecision(each, lang)), links: { self, html: `${html}/approvals` } },
    tags: [`provider:${page.id}`],
  };
});
