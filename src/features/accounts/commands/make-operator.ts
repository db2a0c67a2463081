import { eq } from 'drizzle-orm';
import { person } from '#db/schema/index.ts';
import { audit } from '#platform/audit.ts';
import type { Context } from '#platform/context.ts';
import { Refused } from '#platform/form.ts';
import { mayBeMailed, queueMail } from '#platform/mail.ts';
import { siteRolesLetter } from '../letters.ts';
import { isSiteRole } from '../model.ts';
import { rolesOfPerson } from '../queries.ts';
import { lockSite } from './change-site-roles.ts';
import { ensurePerson, type NewPerson } from './ensure-person.ts';
import { asLocale } from './people.ts';
import { giveRoles } from './roles.ts';

/**
 * For whoever has the server in hand: a site has nobody who could invite its first operator. Nothing can be done with the
 * role before somebody has signed in by a link sent to the address.
 * @returns whether the person was none before
 */
export async function makeOperator(ctx: Context, given: NewPerson, siteUrl: string): Promise<boolean> {
  if (!mayBeMailed(given.email)) throw new Refused('invalid', { field: 'email', reason: 'email' });
  return ctx.db.transaction(async (tx) => {
    await lockSite(tx);
    const { personId } = await ensurePerson(tx, given);
    const [who] = await tx.select().from(person).where(eq(person.id, personId));
    const present = (await rolesOfPerson(tx, personId)).flatMap(({ organisationId, role }) => (organisationId === null && isSiteRole(role) ? [role] : []));
    if (!who || present.includes('operator')) return false;
    await giveRoles(tx, personId, null, ['operator']);
    await audit(tx, { actor: ctx.actor, action: 'site.change-roles', object: `person:${personId}`, detail: { given: ['operator'], ended: [] } });
    await queueMail(ctx, tx, { kind: 'site-roles', to: who.email, personId, letter: siteRolesLetter(asLocale(who.locale), siteUrl, [...present, 'operator']) });
    return true;
  });
}
