import { audit } from '#platform/audit.ts';
import type { Context } from '#platform/context.ts';
import { DomainError } from '#platform/errors.ts';
import { Refused } from '#platform/form.ts';
import { queueMail } from '#platform/mail.ts';
import { rolesLetter } from '../letters.ts';
import { rolesOf, type OrganisationRole } from '../model.ts';
import { membersOf, organisationById } from '../queries.ts';
import { localeOf } from './people.ts';
import { endRoles, giveRoles, lockOrganisation, requireOwner } from './roles.ts';

export interface RoleChange {
  organisationId: number;
  personId: string;
  /** All that the person is to have from now on; at least one. */
  roles: readonly OrganisationRole[];
  siteUrl: string;
}

/** @throws Refused for roles that this organisation has not, or when no owner would be left */
export async function changeRoles(ctx: Context, { organisationId, personId, roles, siteUrl }: RoleChange): Promise<void> {
  if (roles.length === 0) throw new Refused('invalid', { field: 'roles', reason: 'required' });
  await ctx.db.transaction(async (tx) => {
    await lockOrganisation(tx, organisationId);
    const found = await organisationById(tx, organisationId);
    const member = (await membersOf(tx, organisationId)).find((each) => each.personId === personId);
    if (!found || !member) throw new DomainError('not-found', 'no such member');
    if (roles.some((role) => !rolesOf(found).includes(role))) throw new Refused('invalid', { field: 'roles', reason: 'choose' });
    const ended = member.roles.filter((role) => !roles.includes(role));
    const given = roles.filter((role) => !member.roles.includes(role));
    if (ended.length + given.length === 0) return;
    await endRoles(tx, personId, organisationId, ended);
    await giveRoles(tx, personId, organisationId, given);
    if (ended.includes('owner')) await requireOwner(tx, organisationId);
    await audit(tx, { actor: ctx.actor, action: 'organisation.change-role', object: `organisation:${organisationId}`, detail: { personId, given, ended } });
    const letter = rolesLetter(await localeOf(tx, personId), { siteUrl, organisation: found.name, roles });
    await queueMail(ctx, tx, { kind: 'roles', to: member.email, personId, letter });
  });
}
