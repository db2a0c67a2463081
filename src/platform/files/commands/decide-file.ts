import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import type { Db } from '#db/client.ts';
import { storedFile } from '#db/schema/index.ts';
import { audit } from '#platform/audit.ts';
import { now } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { DomainError } from '#platform/errors.ts';
import type { Files } from '../service.ts';

export const fileRelease = z.strictObject({ fileId: z.string().min(1).max(64), reason: z.string().trim().min(10).max(1_000) });
export type FileDecision = z.output<typeof fileRelease>;

/** An operator has looked at a file that no scanner has, and answers for it with reasons. @throws not-found */
export async function releaseFile(ctx: Context, { fileId, reason }: FileDecision): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const changed = await tx
      .update(storedFile)
      .set({ state: 'released', decidedBy: ctx.actor, decidedAt: now(), reason })
      .where(and(eq(storedFile.id, fileId), eq(storedFile.state, 'quarantined')))
      .returning({ id: storedFile.id });
    if (changed.length === 0) throw new DomainError('not-found', 'No such file waits in quarantine.');
    await audit(tx, { actor: ctx.actor, action: 'files.released', object: `file:${fileId}`, detail: { by: 'operator' } });
  });
}

/**
 * An operator will not have a file here, with reasons: the bytes go, its name, size and hash stay as a trace.
 * @param tell in the same transaction @throws not-found
 */
export async function refuseFile(ctx: Context, { store }: Pick<Files, 'store'>, { fileId, reason }: FileDecision, tell: (tx: Db) => Promise<void> = async () => {}): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const changed = await tx
      .update(storedFile)
      .set({ state: 'refused', decidedBy: ctx.actor, decidedAt: now(), reason })
      .where(and(eq(storedFile.id, fileId), eq(storedFile.state, 'quarantined')))
      .returning({ id: storedFile.id });
    if (changed.length === 0) throw new DomainError('not-found', 'No such file waits in quarantine.');
    await audit(tx, { actor: ctx.actor, action: 'files.refused', object: `file:${fileId}`, detail: { by: 'operator' } });
    await tell(tx);
  });
  await store.remove(fileId);
}

/** Takes a file away: the bytes go, its name, size and hash stay as a trace. @throws not-found */
export async function removeFile(ctx: Context, { store }: Pick<Files, 'store'>, fileId: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const changed = await tx
      .update(storedFile)
      .set({ state: 'removed', decidedBy: ctx.actor, decidedAt: now() })
      .where(and(eq(storedFile.id, fileId), inArray(storedFile.state, ['quarantined', 'released'])))
      .returning({ id: storedFile.id });
    if (changed.length === 0) throw new DomainError('not-found', 'There is no such file.');
    await audit(tx, { actor: ctx.actor, action: 'files.removed', object: `file:${fileId}` });
  });
  await store.remove(fileId);
}
