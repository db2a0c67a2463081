/** Who acts in a request, and the gate that it asks. */
import type { Env } from '#platform/env.ts';
import { NOBODY, type Actor, type Gate } from '#platform/permissions.ts';
import { openGate } from '#features/accounts/gate.ts';
import { bearerOf } from '#features/accounts/tokens/model.ts';
import { actorByToken } from '#features/accounts/tokens/queries.ts';
import { rolesOfPerson } from '#features/accounts/queries.ts';
import type { ActionName } from '#features/accounts/policy.ts';
import type { APIContext } from 'astro';

/** Strong sign-in is asked for wherever real people depend on the site. */
export function openGateFor(actor: Actor, needs: ActionName | 'public' | null, env: Env): Gate<ActionName> {
  return openGate(actor, needs, { strongSignIn: env.STRONG_SIGN_IN ?? (env.DATABASE_URL ? 'required' : 'optional') });
}

/**
 * A cookie that nobody is behind any more would keep its browser off the pages that are kept for everybody. Not where an
 * answer may carry a new one.
 */
function forgetEndedSession({ cookies, request, url, locals }: APIContext): void {
  const { name, attributes } = locals.runtime.identity.cookie;
  if (request.method === 'GET' && !url.pathname.startsWith('/api/') && cookies.has(name)) cookies.delete(name, attributes);
}

/** The API is used by systems: their tokens count there, and nobody's session. */
const API_PATH = '/api/v1/';

async function systemOf({ request, locals }: APIContext): Promise<Actor> {
  locals.person = null;
  const token = request.method === 'POST' || request.method === 'PUT' ? bearerOf(request.headers.get('authorization')) : null;
  return token === null ? NOBODY : actorByToken(locals.runtime.db, token);
}

/** By the session cookie; a new answer for every request, so that an ended session or role ends at once. */
export async function actorOf(context: APIContext): Promise<Actor> {
  if (context.url.pathname.startsWith(API_PATH)) return systemOf(context);
  const { identity } = context.locals.runtime;
  const person = await identity.actorFor(context.request);
  context.locals.person = person;
  if (!person) {
    forgetEndedSession(context);
    return NOBODY;
  }
  return { personId: person.personId, suspended: person.suspended, roles: await rolesOfPerson(context.locals.runtime.db, person.personId), session: person.session, token: null };
}
