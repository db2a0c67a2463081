/** The part of openapi.json about writing: what the systems of organisations may send. Pure. */
import { z } from 'zod';
import { reportBody } from '#features/results/desk/report-json.ts';

type Json = Record<string, unknown>;

export const REPORT_PATH = '/providers/{slug}/results';
export const SECURITY_SCHEMES: Json = {
  organisationToken: { type: 'http', scheme: 'bearer', description: 'Made by an owner at the organisation’s desk, for named uses and a time.' },
};

const PROBLEM = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
const count = { type: 'integer', minimum: 0 };
const halfYears = { type: 'array', items: { type: 'string', pattern: '^\\d{4}H[12]$' } };
const ANSWER: Json = {
  type: 'object',
  required: ['outcome', 'halfYears', 'new', 'changed', 'unchanged', 'withdrawn', 'gaps'],
  properties: { outcome: { enum: ['reported', 'dry-run', 'unchanged'] }, halfYears, new: count, changed: count, unchanged: count, withdrawn: count, gaps: halfYears },
};

function bodySchema(): Json {
  const { $schema: _, ...schema } = z.toJSONSchema(reportBody, { io: 'input' }) as Json;
  return schema;
}

const parameter = (name: string, description: string, schema: Json, required = false): Json => ({ name, in: 'query', description: `Of a table as CSV: ${description}`, required, schema });

/** @param path parameters of the address */
export function reportOperation(path: readonly Json[]): Json {
  return {
    operationId: 'reportProviderResults',
    summary: 'Report results',
    description: 'A table as CSV (by the template of /data) or rows as JSON, each as a result of the catalogue format. All of it holds or nothing is taken: faults names each by line and column, or by JSON pointer. It counts as reported by the provider until somebody else has checked it. Needs the scope results:write.',
    security: [{ organisationToken: [] }],
    parameters: [
      ...path,
      parameter('source', 'title of the source, shown beside the figures.', { type: 'string', minLength: 3, maxLength: 200 }),
      parameter('reason', 'why figures already reported change; needed where some do.', { type: 'string', minLength: 5, maxLength: 2_000 }),
      parameter('dryRun', 'say what would change, and change nothing.', { enum: ['true', 'false'] }),
    ],
    requestBody: { required: true, content: { 'text/csv': { schema: { type: 'string' } }, 'application/json': { schema: bodySchema() } } },
    responses: {
      200: { description: 'Taken in, or what would be.', content: { 'application/json': { schema: ANSWER } } },
      400: { description: 'The body cannot be read.', content: PROBLEM },
      401: { description: 'No token, or one that no longer works.', content: PROBLEM },
      403: { description: 'The token was not made for this, or the organisation is suspended.', content: PROBLEM },
      404: { description: 'No such provider, or not that of the token.', content: PROBLEM },
      413: { description: 'Too large.', content: PROBLEM },
      422: { description: 'Something in it does not hold; faults says what.', content: PROBLEM },
      503: { description: 'An import is under way, or the token has sent too much.', content: PROBLEM },
    },
  };
}
