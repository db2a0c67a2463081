/** Acts of owners: keys for their own systems. */
import { z } from 'zod';
import { defineAct, type Act } from '#platform/define-action.ts';
import { rowId } from '../input.ts';
import { makeToken, revokeToken } from './commands.ts';
import { OFFERED_SCOPES, TOKEN_DAYS } from './model.ts';
import { tokenOwner } from './queries.ts';

export const tokenActs = {
  make: defineAct({
    action: 'tokens.manage',
    input: z.object({
      organisationId: rowId,
      name: z.string().trim().min(2).max(100),
      scopes: z.array(z.enum(OFFERED_SCOPES, { error: 'choose' }), { error: 'choose' }).min(1, { error: 'choose' }).max(OFFERED_SCOPES.length),
      days: z.coerce.number({ error: 'choose' }).refine((days) => (TOKEN_DAYS as readonly number[]).includes(days), { error: 'choose' }),
    }),
    object: (_request, { organisationId }) => ({ organisationId }),
    run: async ({ ctx }, input) => ({ show: { token: await makeToken(ctx, input) } }),
  }),
  revoke: defineAct({
    action: 'tokens.manage',
    input: z.object({ tokenId: rowId }),
    object: ({ ctx }, { tokenId }) => tokenOwner(ctx.db, tokenId),
    async run({ ctx }, { tokenId }) {
      await revokeToken(ctx, tokenId);
      return { done: 'token-revoked' };
    },
  }),
} satisfies Record<string, Act>;
