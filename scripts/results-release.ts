/** `npm run results:release -- --dry-run|--publish`: publishes what may be shown of the reported results. */
import { parseArgs } from 'node:util';
import { readEnv } from '#platform/env.ts';
import { run, UsageError } from './support/run.ts';

await run(async () => {
  const { values } = parseArgs({ options: { 'dry-run': { type: 'boolean' }, publish: { type: 'boolean' } }, strict: false });
  if (Boolean(values['dry-run']) === Boolean(values.publish)) throw new UsageError('Say one of --dry-run and --publish.');
  const { runCommand } = await import('#src/boot/command.ts');
  const report = await runCommand(readEnv(), 'release', { dryRun: Boolean(values['dry-run']) }, (line) => console.log(line));
  console.log(JSON.stringify(report, null, 2));
});
