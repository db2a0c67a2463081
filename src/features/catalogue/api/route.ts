/** A route of the reading API: parameters by the table of endpoints, answer by its schema. */
import type { APIContext, APIRoute } from 'astro';
import type { z } from 'zod';
import { readRoute, type ReadAnswer } from '#platform/http/api.ts';
import type { Endpoint } from './endpoints.ts';
import { readQuery } from './read-query.ts';

/**
 * @param handler its answer has the type of the endpoint's schema; that it also has the form at run time is what the
 * tests hold it to, so that no request pays for it
 */
export function apiRoute<Query extends z.ZodObject, Answer extends z.ZodType>(
  endpoint: Endpoint<Query, Answer>,
  handler: (query: z.output<Query>, context: APIContext) => Promise<ReadAnswer<z.input<Answer>> | Response>,
): APIRoute {
  return readRoute((context) => handler(readQuery(endpoint.query, context.url.searchParams), context));
}
