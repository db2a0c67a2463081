import { and, eq } from 'drizzle-orm';
import { passkey } from '#db/schema/index.ts';
import { audit } from '#platform/audit.ts';
import type { Context } from '#platform/context.ts';

export async function removePasskey(ctx: Context, personId: string, passkeyId: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const removed = await tx.delete(passkey).where(and(eq(passkey.userId, personId), eq(passkey.id, passkeyId))).returning({ id: passkey.id });
    if (removed.length > 0) await audit(tx, { actor: ctx.actor, action: 'account.remove-passkey', object: `person:${personId}` });
  });
}
