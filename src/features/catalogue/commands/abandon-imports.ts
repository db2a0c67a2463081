/** Takes back what an import has staged. Nothing of it was ever visible. */
import { eq } from 'drizzle-orm';
import { schema, type Db } from '#db/client.ts';
import { ADVISORY_LOCK } from '#db/advisory-locks.ts';
import { holdExclusive } from '#db/exclusive.ts';
import { removeUnusedSource } from '#features/providers/commands/ensure-source.ts';
import { removeStagedVersions, stagedVersionIds } from '#features/providers/commands/remove-staged-versions.ts';
import { removeProgrammes } from '#features/programmes/commands/stage-programmes.ts';
import { removeStagedResults } from '#features/results/commands/remove-staged-results.ts';

const { catalogueImport } = schema;
/** Rows a transaction: small, so that pages keep answering meanwhile. */
const BATCH = 500;

/** Can be repeated: a crash in the middle of it leaves the import in `staging`, and the rest for the next time. */
export async function abandonImport(db: Db, importId: number): Promise<void> {
  const [made] = await db.select().from(catalogueImport).where(eq(catalogueImport.id, importId));
  if (!made) return;
  while ((await db.transaction((tx) => removeStagedResults(tx, importId, BATCH))) > 0);
  for (;;) {
    const ids = await stagedVersionIds(db, importId, BATCH);
    if (ids.length === 0) break;
    await db.transaction(async (tx) => {
      await removeProgrammes(tx, ids);
      await removeStagedVersions(tx, ids, made.startedAt);
    });
  }
  await db.transaction(async (tx) => {
    await tx.update(catalogueImport).set({ state: 'abandoned', sourceId: null }).where(eq(catalogueImport.id, importId));
    if (made.sourceId === null || (await removeUnusedSource(tx, made.sourceId, made.startedAt))) return;
    await tx.update(catalogueImport).set({ sourceId: made.sourceId }).where(eq(catalogueImport.id, importId));
  });
}

/** For a caller who holds the catalogue: every import still in `staging` is then one that a dead process left. */
export async function abandonLeftImports(db: Db): Promise<number> {
  const left = await db.select({ id: catalogueImport.id }).from(catalogueImport).where(eq(catalogueImport.state, 'staging'));
  for (const { id } of left) await abandonImport(db, id);
  return left.length;
}

/**
 * At boot: takes back what killed imports left behind. An import that a living process runs holds the catalogue
 * (an advisory lock of its own session on Postgres), so nothing is touched then; that import cleans up itself.
 * @returns how many were abandoned
 */
export async function abandonStaleImports(db: Db): Promise<number> {
  const held = await holdExclusive(db, ADVISORY_LOCK.catalogue, 0);
  if (!held) return 0;
  try {
    return await abandonLeftImports(db);
  } finally {
    await held.release();
  }
}
