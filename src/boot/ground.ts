/** What every process needs: the database opened and migrated, registers loaded, leftovers of a crash cleared. */
import { openEmbedded, openPostgres, type OpenDatabase } from '#db/client.ts';
import { authSecrets } from '#platform/auth-secret.ts';
import type { Context } from '#platform/context.ts';
import type { Env } from '#platform/env.ts';
import { openJobs, type Jobs } from '#platform/jobs.ts';
import { useSecrets } from '#platform/seal.ts';
import { loadRegisters } from '#features/regions/commands/load-registers.ts';
import { abandonStaleImports } from '#features/catalogue/commands/import-catalogue.ts';

export interface Ground {
  open: OpenDatabase;
  jobs: Jobs;
  context(actor: string): Context;
}

export async function openGround(env: Env): Promise<Ground> {
  // Most commands seal nothing and go without: only a site that serves must have one at its start.
  useSecrets(() => authSecrets(env));
  const open = await (env.DATABASE_URL ? openPostgres(env.DATABASE_URL) : openEmbedded(env.dataDir));
  try {
    await loadRegisters(open.db);
    await abandonStaleImports(open.db);
    const jobs = await openJobs(open);
    return { open, jobs, context: (actor) => ({ db: open.db, outbox: jobs, actor }) };
  } catch (error) {
    await open.close();
    throw error;
  }
}
