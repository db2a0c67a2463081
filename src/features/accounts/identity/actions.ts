/** Acts on one's own account. */
import { z } from 'zod';
import { LOCALES } from '#platform/input.ts';
import { defineAct, type Act, type ActRequest } from '#platform/define-action.ts';
import type { PolicyObject } from '#platform/permissions.ts';
import { changeOwnDetails } from '../commands/change-own-details.ts';
import { endOtherSessions, endSession } from '../commands/end-sessions.ts';
import { erasePerson } from '../commands/erase-person.ts';
import { removePasskey } from '../commands/remove-passkey.ts';
import { ownerOfPasskey, ownerOfSession } from './queries.ts';

const id = z.string().min(1).max(100);
const own = ({ actor }: ActRequest): PolicyObject => ({ personId: actor.personId });
const whose = (personId: string | null): PolicyObject | null => (personId === null ? null : { personId });
const personId = ({ actor }: ActRequest): string => {
  if (actor.personId === null) throw new Error('The policy let nobody through.');
  return actor.personId;
};

export const accountActs = {
  save: defineAct({
    action: 'account.edit',
    input: z.object({ name: z.string().trim().min(1).max(120), locale: z.enum(LOCALES) }),
    object: own,
    async run(request, details) {
      await changeOwnDetails(request.ctx, personId(request), details);
      return { done: 'saved' };
    },
  }),
  endSession: defineAct({
    action: 'account.end-session',
    input: z.object({ session: id }),
    object: async ({ runtime }, { session }) => whose(await ownerOfSession(runtime.db, session)),
    async run(request, { session }) {
      await endSession(request.ctx, personId(request), session);
      return { done: 'sessionEnded' };
    },
  }),
  endOtherSessions: defineAct({
    action: 'account.end-session',
    input: z.object({}),
    object: own,
    async run(request) {
      await endOtherSessions(request.ctx, personId(request), request.actor.session?.id ?? '');
      return { done: 'sessionEnded' };
    },
  }),
  removePasskey: defineAct({
    action: 'account.passkeys',
    input: z.object({ passkey: id }),
    object: async ({ runtime }, { passkey }) => whose(await ownerOfPasskey(runtime.db, passkey)),
    async run(request, { passkey }) {
      await removePasskey(request.ctx, personId(request), passkey);
      return { done: 'passkeyRemoved' };
    },
  }),
  erase: defineAct({
    action: 'account.erase',
    input: z.object({ confirm: z.literal('yes') }),
    object: own,
    async run(request) {
      await erasePerson(request.ctx, personId(request));
      return { to: '/sign-in', done: 'erased' };
    },
  }),
} satisfies Record<string, Act>;
