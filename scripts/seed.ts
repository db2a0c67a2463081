/** `npm run seed -- [--providers N] [--results N] [--reviews N]`: deterministic invented data of any size, for trials and benchmarks. */
import type { ImportProgress } from '#features/catalogue/report.ts';
import type { ImportReport } from '#features/catalogue/commands/import-catalogue.ts';
import { importLines } from '#features/catalogue/view.ts';
import { readEnv } from '#platform/env.ts';
import { readArguments } from './support/arguments.ts';
import { progress } from './support/progress.ts';
import { run, UsageError } from './support/run.ts';

const USAGE = `Usage: npm run seed -- [--providers N] [--results N] [--reviews N]

Adds N invented providers with three programmes each, the same every time, and
invented reviews of all providers that there are.
A new database gets the demo data by itself at its first start (SEED=demo).

  --providers N   how many (default 0)
  --results N     reported results of those in all (default 0)
  --reviews N     reviews in all, published over the last two years (default 0)`;

function number(name: string, text: unknown): number {
  if (text === undefined) return 0;
  if (typeof text !== 'string' || !/^\d{1,7}$/.test(text)) throw new UsageError(`--${name} wants a whole number.\n\n${USAGE}`);
  return Number(text);
}

await run(async () => {
  const { values } = readArguments(USAGE, { providers: { type: 'string' }, results: { type: 'string' }, reviews: { type: 'string' } });
  if (values.help) return console.log(USAGE);
  const args = { providers: number('providers', values['providers']), results: number('results', values['results']), reviews: number('reviews', values['reviews']) };
  if (args.providers + args.reviews === 0) throw new UsageError(USAGE);
  const bar = progress('providers');
  const { runCommand } = await import('#src/boot/command.ts');
  const { report, reviews } = (await runCommand(readEnv(), 'seed', args, (line) => {
    const { phase, done, total } = line as ImportProgress;
    bar.show(phase, done, total);
  }).finally(() => bar.end())) as { report: ImportReport | null; reviews: number };
  if (report) console.log(importLines(report).join('\n'));
  if (args.reviews > 0) console.log(`${reviews} reviews.`);
});
