import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import { standardUse, standardVersion } from '#db/schema/index.ts';
import { audit } from '#platform/audit.ts';
import { now } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { DomainError } from '#platform/errors.ts';
import { lockStandard } from './version-rows.ts';

type Use = { standardId: number; authorityId: number };

const present = ({ standardId, authorityId }: Use) => and(eq(standardUse.standardId, standardId), eq(standardUse.authorityId, authorityId), isNull(standardUse.endedAt));

async function isPublished(tx: Db, standardId: number): Promise<boolean> {
  const [row] = await tx.select({ id: standardVersion.id }).from(standardVersion).where(and(eq(standardVersion.standardId, standardId), eq(standardVersion.state, 'published'))).limit(1);
  return row !== undefined;
}

/** An authority decides by the published standard of another one too: one application goes to both. Nothing happens where it does already. */
export async function useStandard(ctx: Context, use: Use): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    await lockStandard(tx, use.standardId);
    if (!(await isPublished(tx, use.standardId))) throw new DomainError('not-found', 'no such published standard');
    const [already] = await tx.select().from(standardUse).where(present(use));
    if (already) return;
    await tx.insert(standardUse).values({ ...use, since: now() });
    await audit(tx, { actor: ctx.actor, action: 'standard.use', object: `standard:${use.standardId}`, detail: { authorityId: use.authorityId } });
  });
}

/** No new applications come to it by that standard; those under way go on. */
export async function endUse(ctx: Context, use: Use): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const ended = await tx.update(standardUse).set({ endedAt: now() }).where(present(use)).returning({ standardId: standardUse.standardId });
    if (ended[0]) await audit(tx, { actor: ctx.actor, action: 'standard.end-use', object: `standard:${use.standardId}`, detail: { authorityId: use.authorityId } });
  });
}
