import { isNull, and, eq } from 'drizzle-orm';
import { authority } from '#db/schema/index.ts';
import { audit } from '#platform/audit.ts';
import { now } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';

/** An organisation may examine others from now on. @returns whether it was none before */
export async function appointAuthority(ctx: Context, organisationId: number): Promise<boolean> {
  return ctx.db.transaction(async (tx) => {
    const [present] = await tx.select().from(authority).where(and(eq(authority.organisationId, organisationId), isNull(authority.endedAt)));
    if (present) return false;
    await tx.insert(authority).values({ organisationId, since: now() }).onConflictDoUpdate({ target: authority.organisationId, set: { since: now(), endedAt: null } });
    await audit(tx, { actor: ctx.actor, action: 'site.appoint-authority', object: `organisation:${organisationId}` });
    return true;
  });
}
