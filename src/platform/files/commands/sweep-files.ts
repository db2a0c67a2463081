import { and, eq, inArray, lt } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import { storedFile } from '#db/schema/index.ts';
import { now } from '#platform/clock.ts';
import type { FileStore } from '../store.ts';

/** Longer than any upload takes. */
const PATIENCE_MS = 3_600_000;

/**
 * Clears away what interrupted uploads have left, and bytes of files that are gone.
 * @param all the caller knows that nothing is arriving now, such as the only process at its start
 * @returns how many uploads were cleared away
 */
export async function sweepFiles(db: Db, store: FileStore, { all }: { all: boolean }): Promise<number> {
  const before = new Date(now().getTime() - PATIENCE_MS);
  const left = await db.select({ id: storedFile.id }).from(storedFile).where(and(eq(storedFile.state, 'arriving'), all ? undefined : lt(storedFile.uploadedAt, before)));
  for (const { id } of left) {
    await store.remove(id);
    await db.delete(storedFile).where(and(eq(storedFile.id, id), eq(storedFile.state, 'arriving')));
  }
  const gone = await db.select({ id: storedFile.id }).from(storedFile).where(and(inArray(storedFile.state, ['refused', 'removed']), eq(storedFile.cleared, false)));
  for (const { id } of gone) {
    await store.remove(id);
    await db.update(storedFile).set({ cleared: true }).where(eq(storedFile.id, id));
  }
  return left.length;
}
