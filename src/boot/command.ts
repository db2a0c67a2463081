/** Commands of operators: in this process when it may open the database, else in the process that has it open. */
import { z } from 'zod';
import { lockHolder } from '#db/lock.ts';
import { auditCommands } from '#platform/audit/remote.ts';
import { callCommand, type CommandHandler } from '#platform/command-socket.ts';
import type { Context } from '#platform/context.ts';
import type { Env } from '#platform/env.ts';
import { logCommands } from '#platform/public-log/remote.ts';
import { accountCommands } from '#features/accounts/remote.ts';
import { catalogueCommands } from '#features/catalogue/remote.ts';
import { loadRegister } from '#features/regions/register.ts';
import { rebuildScores } from '#features/reviews/commands/refresh-scores.ts';
import { reviewCommands } from '#features/reviews/remote.ts';
import { resultCommands } from '#features/results/remote.ts';
import { rebuildSummaries } from '#features/search/commands/refresh-summaries.ts';
import { openEngine } from '#features/search/engines/open.ts';
import type { SearchEngine } from '#features/search/model.ts';
import { allSummaries, lastChange } from '#features/search/queries.ts';
import { codeCommit } from './code-commit.ts';
import { seedScale } from './demo.ts';
import { seedReviews } from './seed-reviews.ts';
import { openGround } from './ground.ts';

export type CommandName = 'import' | 'export' | 'release' | 'report' | 'evidence' | 'reindex' | 'publish-reviews' | 'seed' | 'audit' | 'withhold' | 'operator';

/** @param engine the running site's own, which a reindex fills anew; null in a process without one */
export function commandHandlers(context: () => Context, env: Env, engine: SearchEngine | null): Record<CommandName, CommandHandler> {
  return {
    ...catalogueCommands(context),
    ...resultCommands(context, codeCommit),
    ...reviewCommands(context),
    ...auditCommands(context, env),
    ...logCommands(context),
    ...accountCommands(context, env),
    async seed(args, progress) {
      const { providers, results, reviews } = z.strictObject({ providers: z.int().min(0), results: z.int().min(0), reviews: z.int().min(0) }).parse(args);
      const report = providers === 0 ? null : await seedScale(context(), () => loadRegister(context().db), { providers, results }, progress);
      const seeded = reviews === 0 ? 0 : await seedReviews(context(), { reviews }, progress);
      if (seeded > 0) await rebuildSummaries(context().db, await loadRegister(context().db));
      return { report, reviews: seeded };
    },
    async reindex(args, progress) {
      const { engine: wanted } = z.strictObject({ engine: z.enum(['embedded', 'meilisearch']).nullable() }).parse(args);
      const { db } = context();
      const register = await loadRegister(db);
      progress('Working out the figures of reviews …');
      await rebuildScores(db);
      progress('Working out what lists and search know of each provider …');
      const changed = await rebuildSummaries(db, register);
      // Taken first: what is committed while the index is filled comes after this number and is followed.
      const seq = await lastChange(db);
      const target = engine ?? (wanted === 'meilisearch' || (wanted === null && env.MEILI_URL) ? await openEngine(() => register, { url: env.MEILI_URL, key: env.MEILI_KEY }) : null);
      if (target && (wanted === null || wanted === target.name)) {
        progress(`Filling a new index (${target.name}) …`);
        await target.rebuild(allSummaries(db), seq);
      }
      if (target && target !== engine) await target.close();
      return { changedSummaries: changed.length, engine: target?.name ?? null };
    },
  };
}

/** @param onProgress each line of progress that the command gives */
export async function runCommand(env: Env, name: CommandName, args: unknown, onProgress: (line: unknown) => void): Promise<unknown> {
  const holder = env.DATABASE_URL ? null : lockHolder(env.dataDir);
  if (holder) return callCommand(holder, name, args, onProgress);
  const ground = await openGround(env);
  try {
    return await commandHandlers(() => ground.context('command'), env, null)[name](args, onProgress, new AbortController().signal);
  } finally {
    await ground.jobs.stop();
    await ground.open.close();
  }
}
