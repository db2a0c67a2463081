/** Ends the session that is used. By a form of ours only: Astro refuses forms of other sites. */
import type { APIRoute } from 'astro';
import { seeOther, signInPath } from '#features/accounts/identity/pages.ts';

export const POST: APIRoute = async (context) => {
  const cookies = await context.locals.runtime.identity.signOut(context.request);
  return seeOther(signInPath(context, { done: 'signed-out' }), cookies);
};
