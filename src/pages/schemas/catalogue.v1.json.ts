/** The catalogue format as JSON Schema: the very schema that import reads by. */
import { readRoute } from '#platform/http/api.ts';
import { catalogueJsonSchema } from '#features/catalogue/json-schema.ts';

export const GET = readRoute(({ locals }) => ({ body: catalogueJsonSchema(locals.runtime.env.siteUrl), tags: [] }), 'application/schema+json; charset=utf-8');
