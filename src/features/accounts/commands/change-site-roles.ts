import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { rows, type Db } from '#db/client.ts';
import { membership, person } from '#db/schema/index.ts';
import { ADVISORY_LOCK } from '#db/advisory-locks.ts';
import { audit } from '#platform/audit.ts';
import { now } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { DomainError } from '#platform/errors.ts';
import { Refused } from '#platform/form.ts';
import { queueMail } from '#platform/mail.ts';
import { siteRolesLetter } from '../letters.ts';
import { isSiteRole, type SiteRole } from '../model.ts';
import { rolesOfPerson } from '../queries.ts';
import { asLocale } from './people.ts';
import { giveRoles } from './roles.ts';

/** One change of the site's people at a time, so that two operators cannot remove each other at once. */
export async function lockSite(tx: Db): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${ADVISORY_LOCK.sitePeople})`);
}

/** @throws Refused conflict when nobody would be left to look after the site */
export async function requireOperator(tx: Db): Promise<void> {
  const [found] = await rows<{ n: number }>(
    tx,
    sql`select count(*)::int as n from membership m join person p on p.id = m.person_id
        where m.organisation_id is null and m.role = 'operator' and m.ended_at is null and p.erased_at is null and p.suspended_at is null`,
  );
  if (!found || found.n === 0) throw new Refused('conflict', { field: null, reason: 'last-operator' });
}

export interface SiteRoleChange {
  personId: string;
  /** All roles of the site that the person is to have from now on. */
  roles: readonly SiteRole[];
  siteUrl: string;
}

/** @throws Refused for somebody who has not shown that the address is theirs, or when no operator would be left */
export async function changeSiteRoles(ctx: Context, { personId, roles, siteUrl }: SiteRoleChange): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    await lockSite(tx);
    const [found] = await tx.select().from(person).where(and(eq(person.id, personId), isNull(person.erasedAt)));
    if (!found) throw new DomainError('not-found', 'no such person');
    const present = (await rolesOfPerson(tx, personId)).flatMap(({ organisationId, role }) => (organisationId === null && isSiteRole(role) ? [role] : []));
    const given = roles.filter((role) => !present.includes(role));
    const ended = present.filter((role) => !roles.includes(role));
    if (given.length + ended.length === 0) return;
    if (given.length > 0 && !found.emailVerified) throw new Refused('conflict', { field: null, reason: 'address-not-shown' });
    if (ended.length > 0) {
      await tx.update(membership).set({ endedAt: now() }).where(and(eq(membership.personId, personId), isNull(membership.organisationId), isNull(membership.endedAt), inArray(membership.role, ended)));
    }
    await giveRoles(tx, personId, null, given);
    if (ended.includes('operator')) await requireOperator(tx);
    await audit(tx, { actor: ctx.actor, action: 'site.change-roles', object: `person:${personId}`, detail: { given, ended } });
    await queueMail(ctx, tx, { kind: 'site-roles', to: found.email, personId, letter: siteRolesLetter(asLocale(found.locale), siteUrl, roles) });
  });
}
