import { and, eq } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import { storedFile } from '#db/schema/index.ts';
import { audit } from '#platform/audit.ts';
import { now } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { log } from '#platform/log.ts';
import type { Files } from '../service.ts';

async function decide(tx: Db, actor: string, fileId: string, found: string | null): Promise<boolean> {
  const state = found === null ? ('released' as const) : ('refused' as const);
  const changed = await tx
    .update(storedFile)
    .set({ state, fault: found, decidedBy: 'scanner', decidedAt: now() })
    .where(and(eq(storedFile.id, fileId), eq(storedFile.state, 'quarantined')))
    .returning({ id: storedFile.id });
  if (changed.length > 0) await audit(tx, { actor, action: `files.${state}`, object: `file:${fileId}`, detail: { by: 'scanner', found } });
  return changed.length > 0;
}

/** @throws when the scanner gives no clear answer: the file stays in quarantine and the job is tried again */
export async function scanFile(ctx: Context, { store, scan }: Files, fileId: string): Promise<void> {
  if (!scan) return;
  const [file] = await ctx.db.select({ state: storedFile.state }).from(storedFile).where(eq(storedFile.id, fileId));
  if (file?.state !== 'quarantined') return;
  const bytes = await store.get(fileId);
  if (!bytes) throw new Error(`The bytes of file ${fileId} are not in the store.`);
  const found = await scan(bytes);
  const decided = await ctx.db.transaction((tx) => decide(tx, ctx.actor, fileId, found));
  if (decided && found !== null) await store.remove(fileId);
}

/** An hour's duty: whatever waits, such as from a time without a scanner. One that fails does not keep the others. */
export async function scanWaiting(ctx: Context, files: Files): Promise<void> {
  if (!files.scan) return;
  const waiting = await ctx.db.select({ id: storedFile.id }).from(storedFile).where(eq(storedFile.state, 'quarantined')).orderBy(storedFile.uploadedAt);
  for (const { id } of waiting) {
    await scanFile(ctx, files, id).catch((error: unknown) => log.warn({ file: id, error: String(error) }, 'a waiting file was not scanned'));
  }
}
