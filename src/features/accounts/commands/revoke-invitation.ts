import { and, eq, isNull } from 'drizzle-orm';
import { invitation } from '#db/schema/index.ts';
import { audit } from '#platform/audit.ts';
import { now } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { Refused } from '#platform/form.ts';

/** The link in the letter stops working; the address is forgotten. @throws Refused when it was accepted meanwhile */
export async function revokeInvitation(ctx: Context, invitationId: number): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const revoked = await tx
      .update(invitation)
      .set({ revokedAt: now(), address: null })
      .where(and(eq(invitation.id, invitationId), isNull(invitation.acceptedAt), isNull(invitation.revokedAt)))
      .returning({ id: invitation.id });
    if (revoked.length === 0) throw new Refused('conflict', { field: null, reason: 'invitation-over' });
    await audit(tx, { actor: ctx.actor, action: 'organisation.revoke-invitation', object: `invitation:${invitationId}` });
  });
}
