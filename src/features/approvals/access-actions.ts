/** Acts about requests for access to a case. */
import { z } from 'zod';
import { isoDate } from '#platform/input.ts';
import { defineAct, type Act, type ActRequest } from '#platform/define-action.ts';
import type { PolicyObject } from '#platform/permissions.ts';
import { rowId } from '#features/accounts/input.ts';
import { answerAccessRequest, recordAccessRequest } from './commands/record-access.ts';
import { caseOwner } from './queries/around.ts';

export const ACCESS_ANSWERS = ['given', 'partly', 'refused'] as const;
const recordInput = z.object({ caseId: rowId, receivedOn: isoDate, byParty: z.literal('yes').optional() });
const answerInput = z.object({ caseId: rowId, requestId: rowId, answer: z.enum(ACCESS_ANSWERS, { error: 'choose' }) });

async function ofAuthority({ ctx }: ActRequest, { caseId }: { caseId: number }): Promise<PolicyObject | null> {
  const found = await caseOwner(ctx.db, caseId);
  return found && { authorityId: found.authorityId, partyOrganisationIds: [found.providerOrganisationId] };
}

export const caseAccessActs = {
  record: defineAct({
    action: 'cases.export',
    input: recordInput,
    object: ofAuthority,
    async run({ ctx, actor }, { caseId, receivedOn, byParty }) {
      await recordAccessRequest(ctx, actor.personId ?? '', { caseId, receivedOn, byParty: byParty === 'yes' });
      return { done: 'access-recorded' };
    },
  }),
  answer: defineAct({
    action: 'cases.export',
    input: answerInput,
    object: ofAuthority,
    async run({ ctx, actor }, input) {
      await answerAccessRequest(ctx, actor.personId ?? '', input);
      return { done: 'access-answered' };
    },
  }),
} satisfies Record<string, Act>;
