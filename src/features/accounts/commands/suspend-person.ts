import { and, eq, isNull } from 'drizzle-orm';
import { person, personSession } from '#db/schema/index.ts';
import { audit } from '#platform/audit.ts';
import { now } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { DomainError } from '#platform/errors.ts';
import { Refused } from '#platform/form.ts';
import { queueMail } from '#platform/mail.ts';
import { suspensionLetter, type Suspension } from '../letters.ts';
import { asLocale } from './people.ts';
import { lockSite, requireOperator } from './change-site-roles.ts';

export interface PersonSuspension {
  personId: string;
  what: Suspension;
  /** Told to the person. */
  reason: string;
}

/**
 * Puts a person on hold, who is signed out everywhere at once, or lets them in again. On hold one can sign in to read and
 * to take one's own data along, and do nothing else.
 * @throws Refused when that is how it stands already, or when no operator would be left
 */
export async function suspendPerson(ctx: Context, { personId, what, reason }: PersonSuspension): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    await lockSite(tx);
    const [found] = await tx.select().from(person).where(and(eq(person.id, personId), isNull(person.erasedAt))).for('update');
    if (!found) throw new DomainError('not-found', 'no such person');
    if ((found.suspendedAt !== null) === (what === 'suspend')) throw new Refused('conflict', { field: null, reason: 'conflict' });
    const set = what === 'suspend' ? { suspendedAt: now(), suspendedReason: reason } : { suspendedAt: null, suspendedReason: null };
    await tx.update(person).set({ ...set, updatedAt: now() }).where(eq(person.id, personId));
    const ended = what === 'suspend' ? await tx.delete(personSession).where(eq(personSession.userId, personId)).returning({ id: personSession.id }) : [];
    if (what === 'suspend') await requireOperator(tx);
    await audit(tx, { actor: ctx.actor, action: `site.${what}-person`, object: `person:${personId}`, detail: { sessionsEnded: ended.length } });
    await queueMail(ctx, tx, { kind: `person-${what}`, to: found.email, personId, letter: suspensionLetter(asLocale(found.locale), what, null, reason) });
  });
}
