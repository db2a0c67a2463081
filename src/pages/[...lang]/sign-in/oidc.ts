/** On to the OpenID Connect broker. A link and not a form: the policy for forms keeps browsers from following one elsewhere. */
import type { APIRoute } from 'astro';
import { networkOf, nextOf, seeOther, signInPath } from '#features/accounts/identity/pages.ts';

export const GET: APIRoute = async (context) => {
  const { request, locals, url } = context;
  // Only from a page of ours: no other site may begin it. Old browsers do not say.
  if (!['same-origin', 'none', null].includes(request.headers.get('sec-fetch-site'))) return seeOther(signInPath(context));
  const { personId } = locals.gate.actor;
  const link = url.searchParams.get('from') === 'account';
  const next = nextOf(context);
  if (link && !(personId !== null && locals.gate.may('account.passkeys', { personId }))) return seeOther(signInPath(context, { next, why: 'again' }));
  const started = await locals.runtime.identity.startOidc(request, { next, errorPath: signInPath(context), link, address: networkOf(context) });
  return started ? seeOther(started.url, started.cookies) : seeOther(signInPath(context, { error: 'unavailable', next }));
};
