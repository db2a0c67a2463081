import { listRegions } from '#features/catalogue/api/endpoints.ts';
import { checkRegionFilter } from '#features/catalogue/api/known-codes.ts';
import { pageLinks } from '#features/catalogue/api/links.ts';
import { presentRegion } from '#features/catalogue/api/present.ts';
import { regionSchemes, regionsPage } from '#features/catalogue/api/queries.ts';
import { apiRoute } from '#features/catalogue/api/route.ts';

export const GET = apiRoute(listRegions, async ({ page, pageSize, ...filter }, { locals, url }) => {
  const { db, register } = locals.runtime;
  checkRegionFilter(filter, register, await regionSchemes(db));
  const { total, regions } = await regionsPage(db, filter, { page, pageSize });
  const body = { total, page, pageSize, results: regions.map(presentRegion), links: pageLinks(url, { page, pageSize, total }, null) };
  return { body, tags: ['providers'] };
});
