/** `npm run results:release -- --dry-run|--publish`: publishes what may be shown of the reported results. */
import { readEnv } from '#platform/env.ts';
import { readArguments } from './support/arguments.ts';
import { run, UsageError } from './support/run.ts';

const USAGE = `Usage: npm run results:release -- --dry-run|--publish

Works out what may be published of the reported results, after disclosure control.
Two runs over the same input give the same bytes; the second publishes nothing.

  --dry-run   report what would be published and change nothing
  --publish   publish it`;

await run(async () => {
  const { values } = readArguments(USAGE, { 'dry-run': { type: 'boolean' }, publish: { type: 'boolean' } });
  if (values.help) return console.log(USAGE);
  if (Boolean(values['dry-run']) === Boolean(values['publish'])) throw new UsageError(`Say one of --dry-run and --publish.\n\n${USAGE}`);
  const { runCommand } = await import('#src/boot/command.ts');
  const report = await runCommand(readEnv(), 'release', { dryRun: Boolean(values['dry-run']) }, () => {});
  console.log(JSON.stringify(report, null, 2));
});
