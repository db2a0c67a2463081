import { invitation } from '#db/schema/index.ts';
import { audit } from '#platform/audit.ts';
import { now } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { DomainError } from '#platform/errors.ts';
import { Refused } from '#platform/form.ts';
import type { Locale } from '#platform/input.ts';
import { mayBeMailed, queueMail } from '#platform/mail.ts';
import { seal } from '#platform/seal.ts';
import { normaliseEmail } from '../identity/model.ts';
import { INVITATION_DAYS, newToken, tokenHash } from '../invitation.ts';
import { invitationLetter } from '../letters.ts';
import { isSiteRole, rolesOf, type Role } from '../model.ts';
import { invitationsOf, membersOf, organisationById } from '../queries.ts';
import { lockOrganisation } from './roles.ts';

export interface Invitation {
  /** null: to a role of the site itself. */
  organisationId: number | null;
  email: string;
  role: Role;
  /** Person who invites; their name stands in the letter. */
  invitedBy: string;
  inviterName: string;
  /** Of the letter: we do not know the language of a stranger. */
  locale: Locale;
  siteUrl: string;
}

const OPEN_MOST = 50;

/**
 * Sends a letter with a link to an address. Nobody learns from it whether the address has an account.
 * @throws Refused when the role is not one of this organisation's, or the address is a member or invited already
 * @returns id of the invitation
 */
export async function invite(ctx: Context, { organisationId, email, role, invitedBy, inviterName, locale, siteUrl }: Invitation): Promise<number> {
  const address = normaliseEmail(email);
  if (!mayBeMailed(address)) throw new Refused('invalid', { field: 'email', reason: 'email' });
  const at = now();
  const token = newToken();
  return ctx.db.transaction(async (tx) => {
    const name = organisationId === null ? null : await inviting(tx, organisationId, address, role, at);
    if (organisationId === null && !isSiteRole(role)) throw new Refused('invalid', { field: 'role', reason: 'choose' });
    const expiresAt = new Date(at.getTime() + INVITATION_DAYS * 86_400_000);
    const [row] = await tx
      .insert(invitation)
      .values({ organisationId, role, tokenHash: tokenHash(token), address: seal('invitation', address), invitedBy, createdAt: at, expiresAt })
      .returning({ id: invitation.id });
    if (!row) throw new Error('The invitation was not written.');
    await audit(tx, { actor: ctx.actor, action: 'organisation.invite', object: `invitation:${row.id}`, detail: { organisationId, role } });
    const letter = invitationLetter(locale, { siteUrl, token, organisation: name, inviter: inviterName, role, expiresAt });
    await queueMail(ctx, tx, { kind: 'invitation', to: address, personId: null, letter });
    return row.id;
  });
}

/** @returns name of the organisation */
async function inviting(tx: Context['db'], organisationId: number, address: string, role: Role, at: Date): Promise<string> {
  await lockOrganisation(tx, organisationId);
  const found = await organisationById(tx, organisationId);
  if (!found) throw new DomainError('not-found', 'no such organisation');
  if (!(rolesOf(found) as Role[]).includes(role)) throw new Refused('invalid', { field: 'role', reason: 'choose' });
  const members = await membersOf(tx, organisationId);
  if (members.some((each) => each.email === address)) throw new Refused('conflict', { field: 'email', reason: 'already-member' });
  const open = (await invitationsOf(tx, organisationId)).filter((each) => each.expiresAt > at);
  if (open.some((each) => each.address === address)) throw new Refused('conflict', { field: 'email', reason: 'already-invited' });
  if (open.length >= OPEN_MOST) throw new Refused('conflict', { field: null, reason: 'too-many-invitations' });
  return found.name;
}
