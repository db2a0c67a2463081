import { and, eq, isNull } from 'drizzle-orm';
import { mail, membership, passkey, person, personAccount, personSession, verification } from '#db/schema/index.ts';
import { audit } from '#platform/audit.ts';
import { now } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { rolesOfPerson } from '../queries.ts';
import { lockSite, requireOperator } from './change-site-roles.ts';

/**
 * Takes everything personal of an account away. Its id stays without a name: the audit trail and decisions point at it,
 * and without it nobody could see that one and the same hand did two things.
 * @throws Refused when the site would be left without an operator
 */
export async function erasePerson(ctx: Context, personId: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const at = now();
    await lockSite(tx);
    const isOperator = (await rolesOfPerson(tx, personId)).some(({ organisationId, role }) => organisationId === null && role === 'operator');
    const [present] = await tx.select({ email: person.email }).from(person).where(and(eq(person.id, personId), isNull(person.erasedAt)));
    if (!present) return;
    await tx.delete(personSession).where(eq(personSession.userId, personId));
    await tx.delete(passkey).where(eq(passkey.userId, personId));
    await tx.delete(personAccount).where(eq(personAccount.userId, personId));
    // Links under way hold the address.
    await tx.delete(verification).where(eq(verification.value, JSON.stringify({ email: present.email })));
    await tx.update(mail).set({ sealed: null }).where(eq(mail.personId, personId));
    await tx.update(membership).set({ endedAt: at }).where(and(eq(membership.personId, personId), isNull(membership.endedAt)));
    if (isOperator) await requireOperator(tx);
    await tx
      .update(person)
      .set({ name: '', email: `${personId}@erased.invalid`, emailVerified: false, image: null, locale: 'da', suspendedReason: null, erasedAt: at, updatedAt: at })
      .where(eq(person.id, personId));
    await audit(tx, { actor: ctx.actor, action: 'account.erase', object: `person:${personId}` });
  });
}
