/** Rows of membership: used by the commands here, in their transactions. */
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { rows, type Db } from '#db/client.ts';
import { membership } from '#db/schema/index.ts';
import { now } from '#platform/clock.ts';
import { Refused } from '#platform/form.ts';
import type { Role } from '../model.ts';

/** One change of an organisation's people at a time, so that two owners cannot remove each other at once. */
export async function lockOrganisation(tx: Db, organisationId: number): Promise<void> {
  await tx.execute(sql`select 1 from organisation where id = ${organisationId} for update`);
}

export async function giveRoles(tx: Db, personId: string, organisationId: number | null, roles: readonly Role[]): Promise<void> {
  if (roles.length === 0) return;
  const since = now();
  await tx.insert(membership).values(roles.map((role) => ({ personId, organisationId, role, since }))).onConflictDoNothing();
}

/** @param roles default: all of them @returns how many ended */
export async function endRoles(tx: Db, personId: string, organisationId: number, roles?: readonly Role[]): Promise<number> {
  if (roles?.length === 0) return 0;
  const ended = await tx
    .update(membership)
    .set({ endedAt: now() })
    .where(and(eq(membership.personId, personId), eq(membership.organisationId, organisationId), isNull(membership.endedAt), ...(roles ? [inArray(membership.role, [...roles])] : [])))
    .returning({ id: membership.id });
  return ended.length;
}

/** @throws Refused conflict when nobody would be left to look after the organisation */
export async function requireOwner(tx: Db, organisationId: number): Promise<void> {
  const [found] = await rows<{ n: number }>(
    tx,
    sql`select count(*)::int as n from membership m join person p on p.id = m.person_id
        where m.organisation_id = ${organisationId} and m.role = 'owner' and m.ended_at is null and p.erased_at is null and p.suspended_at is null`,
  );
  if (!found || found.n === 0) throw new Refused('conflict', { field: null, reason: 'last-owner' });
}
