import { readOpenApi } from '#features/catalogue/api/endpoints.ts';
import { openApiDocument } from '#features/catalogue/api/openapi.ts';
import { apiRoute } from '#features/catalogue/api/route.ts';

export const GET = apiRoute(readOpenApi, async (_, { locals }) => ({ body: openApiDocument(locals.runtime.env.siteUrl), tags: [] }));
