/** Acts of people in their organisations: membership and invitations. */
import { defineAct, type Act, type ActRequest } from '#platform/define-action.ts';
import { now } from '#platform/clock.ts';
import { Refused } from '#platform/form.ts';
import type { LimitRule } from '#platform/rate-limit.ts';
import { localePath } from '#i18n/index.ts';
import { acceptInvitation } from './commands/accept-invitation.ts';
import { changeRoles } from './commands/change-roles.ts';
import { ensurePerson } from './commands/ensure-person.ts';
import { invite } from './commands/invite.ts';
import { removeMember } from './commands/remove-member.ts';
import { revokeInvitation } from './commands/revoke-invitation.ts';
import { LIMITS } from './identity/limits.ts';
import { normaliseEmail } from './identity/model.ts';
import { invitationInput, invitedInput, inviteInput, memberInput, organisationInput, rolesInput, tokenInput } from './input.ts';
import { tokenHash } from './invitation.ts';
import { invitationByToken, invitationOrganisation } from './queries.ts';

/** Who acts, where the policy has made sure that somebody does. */
export function actingPerson({ actor }: ActRequest): string {
  if (actor.personId === null) throw new Error('Nobody is signed in.');
  return actor.personId;
}

const siteOf = ({ runtime }: ActRequest) => runtime.env.siteUrl;
const members = (organisationId: number) => `/desk/organisation/${organisationId}/members`;

/** Counts one attempt. @throws Refused */
export async function requireSeldom({ runtime }: ActRequest, rule: LimitRule, key: string, reason = 'too-many-today'): Promise<void> {
  if (await runtime.limiter.take(rule, key)) throw new Refused('unavailable', { field: null, reason });
}

/** Sends a link that shows whose an address is, to an account that is made for it if there is none. */
export async function sendLink(request: ActRequest, { email, name, next }: { email: string; name: string; next: string }): Promise<void> {
  const { ctx, runtime, locale, address } = request;
  await requireSeldom(request, LIMITS.openByAddress, address, 'too-often');
  await ctx.db.transaction((tx) => ensurePerson(tx, { email, name, locale }));
  const refused = await runtime.identity.requestLink({ email, locale, address, next: localePath(locale, next) });
  if (refused) throw new Refused('unavailable', { field: null, reason: 'too-often' });
}

export const accountsActs = {
  invite: defineAct({
    action: 'organisation.invite',
    input: inviteInput,
    object: (_request, { organisationId }) => ({ organisationId }),
    async run(request, input) {
      await requireSeldom(request, LIMITS.inviteByAccount, actingPerson(request));
      await requireSeldom(request, LIMITS.inviteToMailbox, normaliseEmail(input.email));
      const inviterName = request.person?.name ?? '';
      await invite(request.ctx, { ...input, invitedBy: actingPerson(request), inviterName, locale: request.locale, siteUrl: siteOf(request) });
      return { to: members(input.organisationId), done: 'invited' };
    },
  }),
  revokeInvitation: defineAct({
    action: 'organisation.revoke-invitation',
    input: invitationInput,
    object: ({ ctx }, { invitationId }) => invitationOrganisation(ctx.db, invitationId),
    async run({ ctx }, { invitationId }) {
      await revokeInvitation(ctx, invitationId);
      return { done: 'revoked' };
    },
  }),
  changeRoles: defineAct({
    action: 'organisation.change-role',
    input: rolesInput,
    object: (_request, { organisationId }) => ({ organisationId }),
    async run(request, input) {
      await changeRoles(request.ctx, { ...input, siteUrl: siteOf(request) });
      return { to: members(input.organisationId), done: 'roles-changed' };
    },
  }),
  removeMember: defineAct({
    action: 'organisation.remove-member',
    input: memberInput,
    object: (_request, { organisationId }) => ({ organisationId }),
    async run({ ctx }, input) {
      await removeMember(ctx, { ...input, how: 'removed' });
      return { to: members(input.organisationId), done: 'removed' };
    },
  }),
  leave: defineAct({
    action: 'organisation.leave',
    input: organisationInput,
    object: (_request, { organisationId }) => ({ organisationId }),
    async run(request, { organisationId }) {
      await removeMember(request.ctx, { organisationId, personId: actingPerson(request), how: 'left' });
      return { to: '/desk', done: 'left' };
    },
  }),
  /** For somebody invited who is not signed in: the link that comes shows that the address is theirs. */
  showInvitedAddress: defineAct({
    action: 'invitation.open',
    input: invitedInput,
    object: () => ({}),
    async run(request, { token, name }) {
      const found = await invitationByToken(request.ctx.db, tokenHash(token), now());
      if (found?.state !== 'open') throw new Refused('gone', { field: null, reason: 'invitation-over' });
      await sendLink(request, { email: found.address, name, next: `/invitation/${token}` });
      return { to: `/invitation/${token}`, done: 'link-sent' };
    },
  }),
  acceptInvitation: defineAct({
    action: 'invitation.accept',
    input: tokenInput,
    object: () => ({}),
    async run(request, { token }) {
      await acceptInvitation(request.ctx, { token, personId: actingPerson(request) });
      return { to: '/desk', done: 'accepted' };
    },
  }),
} satisfies Record<string, Act>;
