/** Commands of reviews for callers in another process: scripts beside a running site. */
import type { CommandHandler } from '#platform/command-socket.ts';
import type { Context } from '#platform/context.ts';
import { publishBatches } from './commands/publish-batches.ts';
import { refreshScores } from './commands/refresh-scores.ts';

export function reviewCommands(context: () => Context): { 'publish-reviews': CommandHandler } {
  return {
    async 'publish-reviews'() {
      const published = await publishBatches(context());
      return { ...published, refreshed: await refreshScores(context()) };
    },
  };
}
