/** The part of openapi.json about writing: what the systems of organisations may send. Pure. */
import { z } from 'zod';
import { reportBody } from '#features/results/desk/report-json.ts';
import { staysBody } from '#features/reviews/pools/input.ts';
import { providerDescription } from './describe-request.ts';

type Json = Record<string, unknown>;

const REPORT_PATH = '/providers/{slug}/results';
const DESCRIBE_PATH = '/providers/{slug}';
export const SECURITY_SCHEMES: Json = {
  organisationToken: { type: 'http', scheme: 'bearer', description: 'Made by an owner at the organisation’s desk, for named uses and a time.' },
};

const PROBLEM = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
const REFUSALS: Json = {
  400: { description: 'The body cannot be read.', content: PROBLEM },
  401: { description: 'No token, or one that no longer works.', content: PROBLEM },
  403: { description: 'The token was not made for this, or the organisation is suspended.', content: PROBLEM },
  404: { description: 'No such provider, or not that of the token.', content: PROBLEM },
  413: { description: 'Too large.', content: PROBLEM },
  422: { description: 'Something in it does not hold; faults says what.', content: PROBLEM },
  503: { description: 'An import is under way, or the token has sent too much.', content: PROBLEM },
};
const count = { type: 'integer', minimum: 0 };
const halfYears = { type: 'array', items: { type: 'string', pattern: '^\\d{4}H[12]$' } };
const ANSWER: Json = {
  type: 'object',
  required: ['outcome', 'halfYears', 'new', 'changed', 'unchanged', 'withdrawn', 'gaps'],
  properties: { outcome: { enum: ['reported', 'dry-run', 'unchanged'] }, halfYears, new: count, changed: count, unchanged: count, withdrawn: count, gaps: halfYears },
};

function bodySchema(body: z.ZodType): Json {
  const { $schema: _, ...schema } = z.toJSONSchema(body, { io: 'input' }) as Json;
  return schema;
}

const parameter = (name: string, description: string, schema: Json, required = false): Json => ({ name, in: 'query', description: `Of a table as CSV: ${description}`, required, schema });

function reportOperation(path: readonly Json[]): Json {
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
    requestBody: { required: true, content: { 'text/csv': { schema: { type: 'string' } }, 'application/json': { schema: bodySchema(reportBody) } } },
    responses: { 200: { description: 'Taken in, or what would be.', content: { 'application/json': { schema: ANSWER } } }, ...REFUSALS },
  };
}

function describeOperation(path: readonly Json[]): Json {
  return {
    operationId: 'describeProvider',
    summary: 'Describe a provider and its programmes',
    description: 'The whole description, as one entry of a catalogue file without results; it takes the place of what is shown. The former one stays in the history at the desk. Needs the scope profile:write.',
    security: [{ organisationToken: [] }],
    parameters: path,
    requestBody: { required: true, content: { 'application/json': { schema: bodySchema(providerDescription) } } },
    responses: {
      200: { description: 'Shown now, or shown already.', content: { 'application/json': { schema: { type: 'object', required: ['outcome'], properties: { outcome: { enum: ['published', 'unchanged'] } } } } } },
      ...REFUSALS,
      409: { description: 'Somebody is writing a draft at the desk.', content: PROBLEM },
    },
  };
}

const STAYS_ANSWER: Json = { type: 'object', required: ['stays', 'added', 'known', 'changed'], properties: { stays: count, added: count, known: count, changed: count } };

/** Addresses that are there for writing alone. */
export const WRITING_PATHS: Readonly<Record<string, Json>> = {
  '/pools/{id}/stays': {
    post: {
      operationId: 'registerStays',
      summary: 'Register stays',
      description: 'That stays took place, without names: each an HMAC-SHA256 of your own number of the stay, by a key that only you have, with its first and last day. As a table (columns stay, started, ended) or rows as JSON. All of it holds or nothing is taken. The same stay counts once, however often it is sent; a new last day is stored. Numbers of persons are refused. Needs the scope stays:write.',
      security: [{ organisationToken: [] }],
      parameters: [{ name: 'id', in: 'path', required: true, description: 'Of the pool, as its page at the desk has it.', schema: { type: 'string', minLength: 1 }, example: '0123456789abcdef01234567' }],
      requestBody: { required: true, content: { 'text/csv': { schema: { type: 'string' } }, 'application/json': { schema: bodySchema(staysBody) } } },
      responses: {
        200: { description: 'Taken in; stays is the number of the whole pool.', content: { 'application/json': { schema: STAYS_ANSWER } } },
        ...REFUSALS,
        404: { description: 'No such pool, or not that of the token.', content: PROBLEM },
        409: { description: 'The pool is closed.', content: PROBLEM },
        503: { description: 'The issuer does not answer, or the token has sent too much.', content: PROBLEM },
      },
    },
  },
};

/** What may be sent to an address, by method. @param path its parameters */
export function writingOperations(address: string, path: readonly Json[]): Json {
  if (address === REPORT_PATH) return { post: reportOperation(path) };
  return address === DESCRIBE_PATH ? { put: describeOperation(path) } : {};
}
