import { and, eq, gt, isNull, or } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import { invitation, membership, person } from '#db/schema/index.ts';
import { audit } from '#platform/audit.ts';
import { now } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { DomainError } from '#platform/errors.ts';
import { Refused } from '#platform/form.ts';
import { unseal } from '#platform/seal.ts';
import { tokenHash } from '../invitation.ts';
import { isRole } from '../model.ts';
import { giveRoles, lockOrganisation } from './roles.ts';

/** The invited address must be the person's own, and shown to be: an account alone, or the link alone, is not enough. */
async function requireAddress(tx: Db, personId: string, sealed: string): Promise<void> {
  const [who] = await tx.select().from(person).where(and(eq(person.id, personId), isNull(person.suspendedAt), isNull(person.erasedAt)));
  if (!who || who.email !== unseal('invitation', sealed)) throw new Refused('forbidden', { field: null, reason: 'invited-other-address' });
  if (!who.emailVerified) throw new Refused('forbidden', { field: null, reason: 'address-unverified' });
}

/** Who is no owner any more, or on hold, lets nobody in: least of all themselves, by another address of theirs. */
async function requireInviter(tx: Db, invitedBy: string | null, organisationId: number | null): Promise<void> {
  const operator = and(isNull(membership.organisationId), eq(membership.role, 'operator'));
  const mayInvite = organisationId === null ? operator : or(operator, and(eq(membership.organisationId, organisationId), eq(membership.role, 'owner')));
  const [found] = await tx
    .select({ id: membership.id })
    .from(membership)
    .innerJoin(person, eq(person.id, membership.personId))
    .where(and(eq(membership.personId, invitedBy ?? ''), isNull(membership.endedAt), isNull(person.suspendedAt), isNull(person.erasedAt), mayInvite))
    .limit(1);
  if (!found) throw new Refused('gone', { field: null, reason: 'invitation-over' });
}

/**
 * @param token from the letter
 * @throws DomainError not-found for a token that never was; Refused for one that is over or meant for another address
 * @returns organisation that the person now belongs to; null: the site
 */
export async function acceptInvitation(ctx: Context, { token, personId }: { token: string; personId: string }): Promise<number | null> {
  return ctx.db.transaction(async (tx) => {
    const [found] = await tx.select().from(invitation).where(eq(invitation.tokenHash, tokenHash(token))).for('update');
    if (!found || !isRole(found.role)) throw new DomainError('not-found', 'no such invitation');
    if (found.address === null || found.acceptedAt || found.revokedAt || found.expiresAt <= now()) throw new Refused('gone', { field: null, reason: 'invitation-over' });
    await requireAddress(tx, personId, found.address);
    if (found.organisationId !== null) await lockOrganisation(tx, found.organisationId);
    await requireInviter(tx, found.invitedBy, found.organisationId);
    await tx
      .update(invitation)
      .set({ acceptedAt: now(), acceptedBy: personId, address: null })
      .where(and(eq(invitation.id, found.id), isNull(invitation.acceptedAt), isNull(invitation.revokedAt), gt(invitation.expiresAt, now())));
    await giveRoles(tx, personId, found.organisationId, [found.role]);
    await audit(tx, { actor: ctx.actor, action: 'invitation.accept', object: `invitation:${found.id}`, detail: { organisationId: found.organisationId, role: found.role } });
    return found.organisationId;
  });
}
