/** Passkeys and the way back from the broker; see features/accounts/identity/endpoints.ts for the few that there are. */
import type { APIRoute } from 'astro';
import { networkOf } from '#features/accounts/identity/pages.ts';

export const ALL: APIRoute = (context) => context.locals.runtime.identity.handle(context.request, networkOf(context));
