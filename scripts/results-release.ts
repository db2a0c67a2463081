/** `npm run results:release -- --dry-run|--publish [--date DAY]`: publishes what may be shown of the reported results. */
import { readEnv } from '#platform/env.ts';
import { readArguments } from './support/arguments.ts';
import { progress } from './support/progress.ts';
import { run, UsageError } from './support/run.ts';

const USAGE = `Usage: npm run results:release -- --dry-run|--publish [--date YYYY-MM-DD]

Works out what may be published of the reported results, after disclosure control.
Two runs over the same input give the same bytes; the second publishes nothing.

  --dry-run   report what would be published and change nothing
  --publish   publish it
  --date      the day that decides which half-years are ripe; default today, and never before the last release's`;

const PHASES: Readonly<Record<string, string>> = { freezing: 'freezing the input', comparing: 'comparing', estimating: 'estimating', protecting: 'protecting and publishing' };

await run(async () => {
  const { values } = readArguments(USAGE, { 'dry-run': { type: 'boolean' }, publish: { type: 'boolean' }, date: { type: 'string' } });
  if (values.help) return console.log(USAGE);
  if (Boolean(values['dry-run']) === Boolean(values['publish'])) throw new UsageError(`Say one of --dry-run and --publish.\n\n${USAGE}`);
  const day = values.date;
  if (day !== undefined && !(/^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day)))) throw new UsageError(`--date is a day such as 2026-11-01.\n\n${USAGE}`);
  const { runCommand } = await import('#src/boot/command.ts');
  const bar = progress('providers');
  const report = await runCommand(readEnv(), 'release', { dryRun: Boolean(values['dry-run']), ...(day === undefined ? {} : { day }) }, (line) => {
    const { phase, done, total } = line as { phase: string; done: number; total: number };
    bar.show(PHASES[phase] ?? phase, done, phase === 'protecting' ? total : 0);
  });
  bar.end();
  console.log(JSON.stringify(report, null, 2));
});
