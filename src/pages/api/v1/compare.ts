import { compareForApi } from '#features/catalogue/api/compare-providers.ts';
import { compareProviders } from '#features/catalogue/api/endpoints.ts';
import { apiRoute } from '#features/catalogue/api/route.ts';

export const GET = apiRoute(compareProviders, ({ p, lang }, { locals, url }) => compareForApi(locals.runtime.db, p, lang, url));
