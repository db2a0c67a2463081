import { listTargetGroups } from '#features/catalogue/api/endpoints.ts';
import { listLinks } from '#features/catalogue/api/links.ts';
import { presentTargetGroup } from '#features/catalogue/api/present.ts';
import { apiRoute } from '#features/catalogue/api/route.ts';

export const GET = apiRoute(listTargetGroups, async ({ lang }, { locals }) => {
  const results = locals.runtime.register.targetGroups().map(presentTargetGroup);
  return { body: { total: results.length, results, links: listLinks('target-groups', lang, null) }, tags: ['providers'] };
});
