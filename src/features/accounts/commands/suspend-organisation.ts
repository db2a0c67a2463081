import { eq } from 'drizzle-orm';
import { organisation } from '#db/schema/index.ts';
import { audit } from '#platform/audit.ts';
import { now } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { DomainError } from '#platform/errors.ts';
import { Refused } from '#platform/form.ts';
import { queueMail } from '#platform/mail.ts';
import { suspensionLetter, type Suspension } from '../letters.ts';
import { ownersOf } from '../queries.ts';
import { asLocale } from './people.ts';
import { lockOrganisation } from './roles.ts';

export interface OrganisationSuspension {
  organisationId: number;
  what: Suspension;
  /** Told to its owners. */
  reason: string;
}

/**
 * Puts an organisation on hold or takes it back: its people and systems can read and change nothing. What the public
 * sees of it stays as it is. @throws Refused when that is how it stands already
 */
export async function suspendOrganisation(ctx: Context, { organisationId, what, reason }: OrganisationSuspension): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    await lockOrganisation(tx, organisationId);
    const [found] = await tx.select().from(organisation).where(eq(organisation.id, organisationId));
    if (!found) throw new DomainError('not-found', 'no such organisation');
    if ((found.suspendedAt !== null) === (what === 'suspend')) throw new Refused('conflict', { field: null, reason: 'conflict' });
    await tx.update(organisation).set(what === 'suspend' ? { suspendedAt: now(), suspendedReason: reason } : { suspendedAt: null, suspendedReason: null }).where(eq(organisation.id, organisationId));
    await audit(tx, { actor: ctx.actor, action: `site.${what}-organisation`, object: `organisation:${organisationId}` });
    for (const to of await ownersOf(tx, organisationId)) {
      const letter = suspensionLetter(asLocale(to.locale), what, found.name, reason);
      await queueMail(ctx, tx, { kind: `organisation-${what}`, to: to.email, personId: to.personId, letter });
    }
  });
}
