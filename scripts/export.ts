/** `npm run export -- FOLDER [--full]`: the open data, or everything as catalogue files. */
import type { ExportReport } from '#features/catalogue/commands/export-catalogue.ts';
import { sizeText } from '#features/catalogue/view.ts';
import { readEnv } from '#platform/env.ts';
import { pathFrom, readArguments } from './support/arguments.ts';
import { progress } from './support/progress.ts';
import { run, UsageError } from './support/run.ts';

const USAGE = `Usage: npm run export -- FOLDER [--full]

Writes the open data: profiles, programmes and published results as JSON and CSV, with their schemas and licences.

  --full   everything as catalogue files, one a source, with the reported results: confidential, for operators only
  --help   this text

Exit code: 0 done, 1 failed, 2 the command was not understood.`;

await run(async () => {
  const { values, positionals } = readArguments(USAGE, { full: { type: 'boolean' } });
  if (values.help) return console.log(USAGE);
  const [folder] = positionals;
  if (folder === undefined || positionals.length > 1) throw new UsageError(`Name one folder.\n\n${USAGE}`);
  const bar = progress('providers');
  const { runCommand } = await import('#src/boot/command.ts');
  const args = { folder: pathFrom(folder, 'export'), full: values.full === true };
  const report = (await runCommand(readEnv(), 'export', args, (line) => {
    const { phase } = line as { phase: string };
    bar.show(phase === 'waiting' ? 'waiting for an import' : 'writing', 0, 0);
  }).finally(() => bar.end())) as ExportReport;
  console.log(`${report.providers} providers in ${args.folder}:`);
  for (const { name, bytes } of report.files) console.log(`  ${name} (${sizeText(bytes)})`);
  if (report.full) console.log('These files hold reported results, which are confidential.');
});
