import { eq } from 'drizzle-orm';
import { person } from '#db/schema/index.ts';
import { audit } from '#platform/audit.ts';
import { now } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import type { Locale } from '#platform/input.ts';

/** @param details as `ownDetails` of input.ts reads them */
export async function changeOwnDetails(ctx: Context, personId: string, details: { name: string; locale: Locale }): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    await tx.update(person).set({ ...details, updatedAt: now() }).where(eq(person.id, personId));
    await audit(tx, { actor: ctx.actor, action: 'account.edit', object: `person:${personId}` });
  });
}
