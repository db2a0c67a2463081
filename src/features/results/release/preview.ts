/** What the next release would publish of one provider, by the release's own steps. Nothing of it stays. */
import type { Db } from '#db/client.ts';
import { runRelease } from './pipeline.ts';
import { readInput, readPublished, readReasons } from './read.ts';
import type { ProviderRelease } from './world.ts';

/** Carries what was found out of a transaction that must not be committed. */
class TakenBack extends Error {
  readonly found: ProviderRelease | null;
  constructor(found: ProviderRelease | null) {
    super('A preview is taken back.');
    this.found = found;
  }
}

async function released(tx: Db, providerId: number, day: string): Promise<ProviderRelease | null> {
  const input = await readInput(tx, day);
  const run = runRelease(input, { id: null, day }, { published: (providers) => readPublished(tx, providers.map(({ id }) => id)), reasonOf: await readReasons(tx, null) });
  for await (const { after } of run.providers) if (after.providerId === providerId) return after;
  return null;
}

/**
 * All others stand as they have reported: what is expected of one depends on them. Only this provider's own part is given out.
 * @param change what is to be reported, written in the transaction that is taken back
 * @returns null: nothing of it would be published
 */
export async function previewRelease(db: Db, providerId: number, day: string, change: (tx: Db) => Promise<void>): Promise<ProviderRelease | null> {
  try {
    await db.transaction(async (tx) => {
      await change(tx);
      throw new TakenBack(await released(tx, providerId, day));
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.found;
    throw error;
  }
  throw new Error('A preview was not taken back.');
}
