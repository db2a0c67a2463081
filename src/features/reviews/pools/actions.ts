/** Acts of authorities that ask participants, of those who issue for them, and of providers who say whether the number is right. */
import { today } from '#platform/clock.ts';
import { defineAct, type Act, type ActRequest } from '#platform/define-action.ts';
import { Refused } from '#platform/form.ts';
import type { PolicyObject } from '#platform/permissions.ts';
import { announcePool } from '../commands/pools/announce-pool.ts';
import { answerStays } from '../commands/pools/answer-stays.ts';
import { openPool } from '../commands/pools/open-pool.ts';
import { printCodes } from '../commands/pools/print-codes.ts';
import { registerStays } from '../commands/pools/register-stays.ts';
import type { IssuerPort } from '../issuer-port.ts';
import { announceInput, codesInput, confirmInput, disputeInput, openInput, registerInput, slugOf, uploadInput } from './input.ts';
import { isAuthority, poolById, type Pool } from './queries.ts';
import { readStays, type StayTable } from './stay-table.ts';

type OfPool = (request: ActRequest, input: { poolId: string }) => Promise<PolicyObject | null>;
const of = (whose: (pool: Pool) => number): OfPool => async ({ ctx }, { poolId }) => {
  const found = await poolById(ctx.db, poolId);
  return found && { organisationId: whose(found) };
};
const ofAuthority = of(({ authorityId }) => authorityId);
const ofIssuer = of(({ issuerId }) => issuerId);
const ofProvider = of(({ providerOrganisationId }) => providerOrganisationId);

function issuerOf({ runtime }: ActRequest): IssuerPort {
  if (!runtime.issuer) throw new Refused('unavailable', { field: null, reason: 'unavailable' });
  return runtime.issuer;
}

const poolPage = (organisationId: number, poolId: string) => `/desk/authority/${organisationId}/pools/${poolId}`;

/** @throws Refused with each fault of the table by its line */
async function register(request: ActRequest, poolId: string, field: string, read: (period: { from: string; to: string }) => StayTable): Promise<{ to: string; done: string }> {
  const pool = await poolById(request.ctx.db, poolId);
  if (!pool) throw new Refused('not-found', { field: null, reason: 'invalid' });
  const table = read({ from: pool.fromDay, to: pool.toDay });
  if (!table.ok) throw new Refused('invalid', ...table.faults.map(({ line, reason }) => ({ field, reason: 'stay-fault', params: { line, reason } })), ...(table.more > 0 ? [{ field, reason: 'table-more', params: { limit: table.more } }] : []));
  await registerStays(request.ctx, issuerOf(request), poolId, table.stays);
  return { to: poolPage(pool.authorityId, poolId), done: 'stays-registered' };
}

export const poolsActs = {
  open: defineAct({
    action: 'pools.manage',
    input: openInput,
    object: async ({ ctx }, { authorityId }) => ((await isAuthority(ctx.db, authorityId)) ? { organisationId: authorityId } : null),
    async run(request, { authorityId, slug, programme, period, issuer }) {
      const poolId = await openPool(request.ctx, issuerOf(request), { authorityId, issuerId: issuer ?? authorityId, slug: slugOf(slug), programme, ...period });
      return { to: poolPage(authorityId, poolId), done: 'pool-opened' };
    },
  }),
  upload: defineAct({
    action: 'pools.manage',
    input: uploadInput,
    object: ofAuthority,
    async run(request, { poolId, file }) {
      const bytes = new Uint8Array(await file.arrayBuffer());
      return register(request, poolId, 'file', (period) => readStays(bytes, period, today()));
    },
  }),
  register: defineAct({
    action: 'pools.manage',
    input: registerInput,
    object: ofAuthority,
    run: (request, { poolId, stays }) => register(request, poolId, 'stays', (period) => readStays(stays, period, today())),
  }),
  announce: defineAct({
    action: 'pools.manage',
    input: announceInput,
    object: ofIssuer,
    async run(request, input) {
      await announcePool(request.ctx, issuerOf(request), input);
      return { done: 'pool-announced' };
    },
  }),
  printCodes: defineAct({
    action: 'pools.manage',
    input: codesInput,
    object: ofIssuer,
    run: async ({ ctx }, input) => ({ show: { codes: (await printCodes(ctx, input)).join(' ') } }),
  }),
  confirm: defineAct({
    action: 'pools.confirm-stays',
    input: confirmInput,
    object: ofProvider,
    async run({ ctx }, { poolId, stays }) {
      await answerStays(ctx, { poolId, stays, own: null });
      return { done: 'stays-answered' };
    },
  }),
  dispute: defineAct({
    action: 'pools.confirm-stays',
    input: disputeInput,
    object: ofProvider,
    async run({ ctx }, input) {
      await answerStays(ctx, input);
      return { done: 'stays-answered' };
    },
  }),
} satisfies Record<string, Act>;
