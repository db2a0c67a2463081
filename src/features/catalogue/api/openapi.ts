/** openapi.json (3.1), made from the table of endpoints and the schemas of their answers. Pure. */
import { z } from 'zod';
import { FIELD_NOTES } from '../json-schema-notes.ts';
import { documented } from './documented.ts';
import { ENDPOINTS, type Endpoint } from './endpoints.ts';
import { SECURITY_SCHEMES, WRITING_PATHS, writingOperations } from './openapi-writing.ts';
import { slug } from './schemas-shared.ts';

type Json = Record<string, unknown>;
const reference = (id: string) => `#/components/schemas/${id}`;
const BASE = '/api/v1';

/** Requests are described as they are sent (io: input); so are answers, whose schemas are written for their makers. */
function components(): Record<string, Json> {
  const { schemas } = z.toJSONSchema(documented, { uri: reference, io: 'input', metadata: documented }) as unknown as { schemas: Record<string, Json> };
  const named = Object.entries(schemas).map(([id, { $schema: _, $id: __, ...schema }]): [string, Json] => [id, schema]);
  return withNotes(Object.fromEntries(named.sort(([a], [b]) => (a < b ? -1 : 1))));
}

/** What the catalogue format says of a field holds here too. */
function withNotes(schemas: Record<string, Json>): Record<string, Json> {
  for (const [path, text] of Object.entries(FIELD_NOTES)) {
    const [name = '', field = ''] = path.split('.');
    const property = (schemas[name]?.['properties'] as Record<string, Json> | undefined)?.[field];
    if (property && property['$ref'] === undefined) property['description'] ??= text;
  }
  return schemas;
}

function queryParameters(query: z.ZodObject): Json[] {
  const { properties = {}, required = [] } = z.toJSONSchema(query, { io: 'input', metadata: documented }) as { properties?: Record<string, Json>; required?: string[] };
  return Object.entries(properties).map(([name, { description, examples, ...schema }]) => ({
    name, in: 'query', description, required: required.includes(name),
    ...(schema['type'] === 'array' ? { style: 'form', explode: true } : {}),
    schema, example: (examples as unknown[] | undefined)?.[0],
  }));
}

function pathParameters(path: string): Json[] {
  if (!path.includes('{slug}')) return [];
  return [{ name: 'slug', in: 'path', required: true, description: documented.get(slug)?.description, schema: { type: 'string', minLength: 1 }, example: 'first-slug' }];
}

const PROBLEM = { 'application/problem+json': { schema: { $ref: reference('Problem') } } };
const OTHER_ANSWERS: Readonly<Record<number, Json>> = {
  301: { description: 'The provider has another slug now.', headers: { location: { description: 'Where it is.', schema: { type: 'string', format: 'uri-reference' } } } },
  400: { description: 'A parameter is not understood; faults says which, and what was expected.', content: PROBLEM },
  404: { description: 'There is no such provider.', content: PROBLEM },
  422: { description: 'The place is not clear or not known; choices says what could have been meant.', content: PROBLEM },
};

function operation(endpoint: Endpoint): Json {
  const id = documented.get(endpoint.answer)?.id;
  if (id === undefined) throw new Error(`The answer of ${endpoint.path} has no name.`);
  const etag = { description: 'Send it as If-None-Match the next time.', schema: { type: 'string' } };
  return {
    operationId: endpoint.operation,
    summary: endpoint.summary,
    ...(endpoint.description === undefined ? {} : { description: endpoint.description }),
    parameters: [...pathParameters(endpoint.path), ...queryParameters(endpoint.query)],
    responses: {
      200: { description: documented.get(endpoint.answer)?.description, headers: { etag }, content: { 'application/json': { schema: { $ref: reference(id) } } } },
      304: { description: 'Nothing new since the answer whose ETag was sent.' },
      ...Object.fromEntries(endpoint.statuses.map((status) => [status, OTHER_ANSWERS[status]])),
      default: { description: 'Any other error.', content: PROBLEM },
    },
  };
}

const DESCRIPTION = [
  'Everything the pages show, for programs. For reading: GET and HEAD, no key, open to scripts of other sites. Organisations write by tokens that they make at their desk.',
  'null or an absent field is unknown; zero is zero. Money is an integer in the minor unit of its currency. Days are ISO 8601. Texts are objects by language.',
  'A slug and an organisation number name a provider for good. Addresses in answers are relative to the answer.',
  'Parameters that are not known are ignored; a known one with a value that is not understood is an error, and so is an unknown provider. Errors are application/problem+json.',
  'Keep the ETag of an answer and send it as If-None-Match. Name the source of what you show.',
].join('\n\n');

/** @param siteUrl of the running site, without a slash at the end */
export function openApiDocument(siteUrl: string): { openapi: string; info: Json; paths: Record<string, Json> } & Json {
  return {
    openapi: '3.1.0',
    info: { title: 'Vejviser', version: '1', summary: 'Employment services compared', description: DESCRIPTION, contact: { url: `${siteUrl}/developers` } },
    servers: [{ url: BASE, description: 'Of the site that serves this document' }],
    externalDocs: { url: `${siteUrl}/developers`, description: 'Examples and good habits' },
    paths: { ...Object.fromEntries(ENDPOINTS.map((each) => [each.path, { get: operation(each), ...writingOperations(each.path, pathParameters(each.path)) }])), ...WRITING_PATHS },
    components: { schemas: components(), securitySchemes: SECURITY_SCHEMES },
  };
}
