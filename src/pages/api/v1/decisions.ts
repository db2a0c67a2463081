import { listDecisions } from '#features/catalogue/api/endpoints.ts';
import { listLinks } from '#features/catalogue/api/links.ts';
import { apiRoute } from '#features/catalogue/api/route.ts';

export const GET = apiRoute(listDecisions, async ({ lang }) => ({ body: { total: 0, results: [], links: listLinks('decisions', lang, '/decisions') }, tags: [] }));
