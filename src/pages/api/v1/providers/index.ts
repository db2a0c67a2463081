import { searchProviders } from '#features/catalogue/api/endpoints.ts';
import { apiRoute } from '#features/catalogue/api/route.ts';
import { searchForApi } from '#features/catalogue/api/search-providers.ts';

export const GET = apiRoute(searchProviders, async (query, { locals, url }) => ({ body: await searchForApi(locals.runtime, query, url), tags: ['providers'] }));
