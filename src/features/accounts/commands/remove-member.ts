import { audit } from '#platform/audit.ts';
import type { Context } from '#platform/context.ts';
import { DomainError } from '#platform/errors.ts';
import { queueMail } from '#platform/mail.ts';
import { removedLetter } from '../letters.ts';
import { membersOf, organisationById } from '../queries.ts';
import { localeOf } from './people.ts';
import { endRoles, lockOrganisation, requireOwner } from './roles.ts';

/**
 * Ends all roles of a person in an organisation: they lose their access with their next request.
 * @param how `removed` by somebody else, who is told by letter; `left` by themselves
 * @throws Refused when no owner would be left
 */
export async function removeMember(ctx: Context, { organisationId, personId, how }: { organisationId: number; personId: string; how: 'removed' | 'left' }): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    await lockOrganisation(tx, organisationId);
    const found = await organisationById(tx, organisationId);
    const member = (await membersOf(tx, organisationId)).find((each) => each.personId === personId);
    if (!found || !member) throw new DomainError('not-found', 'no such member');
    await endRoles(tx, personId, organisationId);
    if (member.roles.includes('owner')) await requireOwner(tx, organisationId);
    const action = how === 'left' ? 'organisation.leave' : 'organisation.remove-member';
    await audit(tx, { actor: ctx.actor, action, object: `organisation:${organisationId}`, detail: { personId, roles: member.roles } });
    if (how === 'left') return;
    await queueMail(ctx, tx, { kind: 'removed', to: member.email, personId, letter: removedLetter(await localeOf(tx, personId), found.name) });
  });
}
