import { and, eq, ne } from 'drizzle-orm';
import { personSession } from '#db/schema/index.ts';
import { audit } from '#platform/audit.ts';
import type { Context } from '#platform/context.ts';

/** Whose it is comes first: an id of somebody else's session ends nothing. @returns whether there was one */
export async function endSession(ctx: Context, personId: string, sessionId: string): Promise<boolean> {
  return ctx.db.transaction(async (tx) => {
    const ended = await tx.delete(personSession).where(and(eq(personSession.userId, personId), eq(personSession.id, sessionId))).returning({ id: personSession.id });
    if (ended.length > 0) await audit(tx, { actor: ctx.actor, action: 'account.end-session', object: `session:${sessionId}` });
    return ended.length > 0;
  });
}

/** All but the one that is used. @returns how many */
export async function endOtherSessions(ctx: Context, personId: string, presentSessionId: string): Promise<number> {
  return ctx.db.transaction(async (tx) => {
    const ended = await tx.delete(personSession).where(and(eq(personSession.userId, personId), ne(personSession.id, presentSessionId))).returning({ id: personSession.id });
    for (const { id } of ended) await audit(tx, { actor: ctx.actor, action: 'account.end-session', object: `session:${id}` });
    return ended.length;
  });
}
