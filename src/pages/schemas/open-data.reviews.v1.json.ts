/** The open data's release as JSON Schema, at the address that the schema itself names. */
import { readRoute } from '#platform/http/api.ts';
import { openDataJsonSchemas } from '#features/catalogue/json-schema.ts';

export const GET = readRoute(
  ({ locals }) => ({ body: openDataJsonSchemas(locals.runtime.env.siteUrl)['reviews.schema.json'], tags: [] }),
  'application/schema+json; charset=utf-8',
);
