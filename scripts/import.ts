/** `npm run import -- FILE [--dry-run] [--partial]`: a catalogue file, beside a running site as well as on a stopped one. */
import { statSync } from 'node:fs';
import type { ImportReport } from '#features/catalogue/commands/import-catalogue.ts';
import { importExitCode, importLines } from '#features/catalogue/view.ts';
import type { ImportProgress } from '#features/catalogue/report.ts';
import { readEnv } from '#platform/env.ts';
import { DomainError } from '#platform/errors.ts';
import { pathFrom, readArguments } from './support/arguments.ts';
import { progress } from './support/progress.ts';
import { run, UsageError } from './support/run.ts';

const USAGE = `Usage: npm run import -- FILE [--dry-run] [--partial]

Takes in a catalogue file (format vejviser.catalogue/1; its JSON Schema is served at /schemas/catalogue.v1.json).
Either every record is accepted or none is. Importing the same file again changes nothing.

  --dry-run   report what the import would do and change nothing
  --partial   take the good providers whole and refuse the faulty ones whole
  --help      this text

Exit code: 0 everything was taken, 1 something was refused, 2 the command was not understood.`;

const PHASES: Readonly<Record<ImportProgress['phase'], string>> = {
  waiting: 'waiting for another import or export', checking: 'checking the file', reading: 'reading', activating: 'making visible',
};

/** Before a database is opened, or even made, for nothing. */
function mustBeFile(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new DomainError('not-found', `There is no file ${path}.`);
  if (found.isDirectory()) throw new DomainError('bad-request', `${path} is a folder, not a file.`);
}

await run(async () => {
  const { values, positionals } = readArguments(USAGE, { 'dry-run': { type: 'boolean' }, partial: { type: 'boolean' } });
  if (values.help) return console.log(USAGE);
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new UsageError(`Name one file.\n\n${USAGE}`);
  const path = pathFrom(file, 'import');
  mustBeFile(path);
  const bar = progress('providers');
  const { runCommand } = await import('#src/boot/command.ts');
  const args = { file: path, dryRun: values['dry-run'] === true, partial: values.partial === true };
  const report = (await runCommand(readEnv(), 'import', args, (line) => {
    const { phase, done, total } = line as ImportProgress;
    bar.show(PHASES[phase], done, total);
  }).finally(() => bar.end())) as ImportReport;
  console.log(importLines(report).join('\n'));
  process.exitCode = importExitCode(report);
});
