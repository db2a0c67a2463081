import { listDecisions } from '#features/catalogue/api/endpoints.ts';
import { pageLinks } from '#features/catalogue/api/links.ts';
import { presentDecision } from '#features/catalogue/api/present-decisions.ts';
import { apiRoute } from '#features/catalogue/api/route.ts';
import { searchDecisions } from '#features/approvals/queries/decisions.ts';

export const GET = apiRoute(listDecisions, async ({ q, provider, authority, outcome, from, until, page, pageSize, lang }, { locals, url }) => {
  const { total, results } = await searchDecisions(locals.runtime.db, {
    words: q.split(/\s+/).filter((word) => word !== ''), page, pageSize,
    ...(provider === undefined ? {} : { provider }), ...(authority === undefined ? {} : { authorityId: authority }), ...(outcome === undefined ? {} : { outcome }),
    ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }),
  });
  return { body: { total, page, pageSize, results: results.map((each) => presentDecision(each, lang)), links: pageLinks(url, { page, pageSize, total }, { path: '/decisions', lang }) }, tags: null };
});
