import { isNull, and, eq } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import { authority } from '#db/schema/index.ts';
import { audit } from '#platform/audit.ts';
import { now } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { ensureOrganisations, type NewOrganisation } from './ensure-organisations.ts';

async function appoint(tx: Db, actor: string, organisationId: number, area: string | null): Promise<boolean> {
  const [present] = await tx.select().from(authority).where(and(eq(authority.organisationId, organisationId), isNull(authority.endedAt)));
  if (present?.area === area) return false;
  const since = present?.since ?? now();
  await tx.insert(authority).values({ organisationId, area, since }).onConflictDoUpdate({ target: authority.organisationId, set: { area, since, endedAt: null } });
  await audit(tx, { actor, action: 'site.appoint-authority', object: `organisation:${organisationId}`, detail: { area } });
  return !present;
}

/**
 * An organisation may examine others from now on. Of one that already may, the area is changed.
 * @param area code of a place that is known @returns whether it was none before
 */
export async function appointAuthority(ctx: Context, organisationId: number, area: string | null = null): Promise<boolean> {
  return ctx.db.transaction((tx) => appoint(tx, ctx.actor, organisationId, area));
}

/** Of an organisation that is in no catalogue, as authorities mostly are. @param organisation its number checked and compact @returns its id */
export async function addAuthority(ctx: Context, organisation: NewOrganisation, area: string | null): Promise<number> {
  return ctx.db.transaction(async (tx) => {
    const [organisationId] = await ensureOrganisations(tx, [organisation], now());
    if (organisationId === undefined) throw new Error('The organisation was not made.');
    await appoint(tx, ctx.actor, organisationId, area);
    return organisationId;
  });
}
