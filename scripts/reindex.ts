/** `npm run reindex [-- --engine meilisearch|embedded]`: rebuilds every projection; searches keep answering meanwhile. */
import { readEnv } from '#platform/env.ts';
import { readArguments } from './support/arguments.ts';
import { run, UsageError } from './support/run.ts';

const USAGE = `Usage: npm run reindex [-- --engine meilisearch|embedded]

Rebuilds what lists and search know of each provider, then the search index.
Without --engine: the index of the engine in use.`;

await run(async () => {
  const { values } = readArguments(USAGE, { engine: { type: 'string' } });
  if (values.help) return console.log(USAGE);
  const engine = values['engine'] ?? null;
  if (engine !== null && engine !== 'meilisearch' && engine !== 'embedded') throw new UsageError(USAGE);
  const env = readEnv();
  if (engine === 'meilisearch' && !env.MEILI_URL) throw new UsageError('--engine meilisearch needs MEILI_URL.');
  const { runCommand } = await import('#src/boot/command.ts');
  const report = (await runCommand(env, 'reindex', { engine }, (line) => console.log(String(line)))) as { changedSummaries: number; engine: string | null };
  console.log(`Done: ${report.changedSummaries} providers had changed${report.engine ? `, and the index (${report.engine}) is new` : ''}.`);
});
