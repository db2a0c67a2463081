/** `npm run seed -- --providers N [--results N]`: deterministic invented data of any size, for trials and benchmarks. */
import type { ImportProgress } from '#features/catalogue/report.ts';
import type { ImportReport } from '#features/catalogue/commands/import-catalogue.ts';
import { importLines } from '#features/catalogue/view.ts';
import { readEnv } from '#platform/env.ts';
import { readArguments } from './support/arguments.ts';
import { progress } from './support/progress.ts';
import { run, UsageError } from './support/run.ts';

const USAGE = `Usage: npm run seed -- --providers N [--results N]

Adds N invented providers with three programmes each, the same every time.
A new database gets the demo data by itself at its first start (SEED=demo).

  --providers N   how many
  --results N     reported results in all (default 0)`;

function number(name: string, text: unknown, fallback: number | null): number {
  if (text === undefined && fallback !== null) return fallback;
  if (typeof text !== 'string' || !/^\d{1,7}$/.test(text)) throw new UsageError(`--${name} wants a whole number.\n\n${USAGE}`);
  return Number(text);
}

await run(async () => {
  const { values } = readArguments(USAGE, { providers: { type: 'string' }, results: { type: 'string' }, reviews: { type: 'string' } });
  if (values.help) return console.log(USAGE);
  if (values['reviews'] !== undefined) throw new UsageError('There are no reviews in this version yet, so none can be seeded.');
  const args = { providers: number('providers', values['providers'], null), results: number('results', values['results'], 0) };
  const bar = progress('providers');
  const { runCommand } = await import('#src/boot/command.ts');
  const report = (await runCommand(readEnv(), 'seed', args, (line) => {
    const { phase, done, total } = line as ImportProgress;
    bar.show(phase, done, total);
  }).finally(() => bar.end())) as ImportReport;
  console.log(importLines(report).join('\n'));
});
