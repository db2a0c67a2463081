import { takeWrite } from '#features/accounts/tokens/limit.ts';
import { poolById } from '#features/reviews/pools/queries.ts';
import { staysByRequest } from '#features/reviews/pools/request.ts';
import { DomainError } from '#platform/errors.ts';
import { writeRoute } from '#platform/http/api.ts';

export const POST = writeRoute(
  async ({ params, locals: { runtime } }) => ({ action: 'pools.manage', of: { organisationId: (await poolById(runtime.db, params['id'] ?? ''))?.authorityId ?? null } }),
  async ({ params, request, locals: { runtime, gate } }) => {
    const pool = await poolById(runtime.db, params['id'] ?? '');
    const tokenId = gate.actor.token?.id;
    if (!pool || tokenId === undefined) throw new DomainError('not-found', 'There is no such pool.');
    await takeWrite(runtime.limiter, tokenId);
    return staysByRequest(runtime.context(`token:${tokenId}`), runtime.issuer, pool, request);
  },
);
