/** JSON routes for reading and writing: CORS, problem+json (RFC 9457), never a stack trace. */
import type { APIContext, APIRoute } from 'astro';
import { domainErrorCode, ERROR_STATUS, type Fault } from '#platform/errors.ts';
import { log } from '#platform/log.ts';
import type { PolicyObject, Refusal } from '#platform/permissions.ts';
import { CORS_HEADERS, PROBLEM_TYPE, problemDetails, type Choice, type ProblemDetails } from './problem.ts';

/** What a route sends, and the tags by which the page cache drops it again. */
export interface ReadAnswer<Body> {
  body: Body;
  /** What it is made of, for the page cache; null: it changes by what no tag tells of, so it is made anew each time. */
  tags: readonly string[] | null;
}

export function problem(status: number, detail: string, instance: string, more: Pick<ProblemDetails, 'faults' | 'choices'> = {}): Response {
  return new Response(JSON.stringify(problemDetails(status, detail, instance, more)), { status, headers: { 'content-type': PROBLEM_TYPE, ...CORS_HEADERS } });
}

/** @param to path and query on this site */
export function movedPermanently(to: string): Response {
  return new Response(null, { status: 301, headers: { location: to, ...CORS_HEADERS } });
}

function failure(error: unknown, path: string, requestId: string): Response {
  const code = domainErrorCode(error);
  if (code) {
    const { faults = [], choices } = error as { faults?: Fault[]; choices?: Choice[] };
    return problem(ERROR_STATUS[code], (error as Error).message, path, { faults, choices });
  }
  log.error({ requestId, path, error: String(error), cause: String((error as Error).cause ?? ''), stack: (error as Error).stack }, 'api failed');
  return problem(500, `Something went wrong on our side. Please try again in a moment. Our log has it as ${requestId}.`, path);
}

/**
 * A GET route that sends JSON, or a response of its own.
 * @param type content type of the answer
 */
export function readRoute<Body>(
  handler: (context: APIContext) => Promise<ReadAnswer<Body> | Response> | ReadAnswer<Body> | Response,
  type = 'application/json; charset=utf-8',
): APIRoute {
  return async (context) => {
    try {
      const answer = await handler(context);
      if (answer instanceof Response) return answer;
      const kept: Record<string, string> = answer.tags === null ? { 'cache-control': 'private, max-age=0, must-revalidate' } : { 'x-cache-tags': answer.tags.join(',') };
      return new Response(JSON.stringify(answer.body), { headers: { 'content-type': type, ...kept, ...CORS_HEADERS } });
    } catch (error) {
      return failure(error, context.url.pathname, context.locals.requestId);
    }
  };
}

/** Why a token may not do what it asks for. */
const REFUSED: Record<Refusal, { status: number; detail: string }> = {
  'sign-in': { status: 401, detail: 'Send a token of the organisation: Authorization: Bearer …' },
  'authenticate-again': { status: 401, detail: 'Send a token of the organisation: Authorization: Bearer …' },
  'stronger-sign-in': { status: 401, detail: 'Send a token of the organisation: Authorization: Bearer …' },
  'not-found': { status: 404, detail: 'There is no such thing, or it is not that of the token.' },
  forbidden: { status: 403, detail: 'The token was not made for this.' },
  suspended: { status: 403, detail: 'The organisation is suspended.' },
};

/** An address that writes: by token alone, so that no page of another site can use a visitor's session. */
export function writeRoute<Body>(object: (context: APIContext) => Promise<{ action: Parameters<APIContext['locals']['gate']['ask']>[0]; of: PolicyObject }>, handler: (context: APIContext) => Promise<Body>): APIRoute {
  return async (context) => {
    const { pathname } = context.url;
    try {
      const { action, of } = await object(context);
      const decision = context.locals.gate.ask(action, of);
      if (!decision.allowed) {
        const { status, detail } = REFUSED[decision.outcome];
        const answer = problem(status, detail, pathname);
        if (status === 401) answer.headers.set('www-authenticate', 'Bearer');
        return answer;
      }
      return new Response(JSON.stringify(await handler(context)), { headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' } });
    } catch (error) {
      return failure(error, pathname, context.locals.requestId);
    }
  };
}
