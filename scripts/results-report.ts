/** `npm run results:report -- FILE.csv --provider SLUG --source TITLE`: a provider's cohort table, all of its lines or none. */
import { writeFileSync } from 'node:fs';
import { writeCohortCsv } from '#features/results/cohort-csv.ts';
import type { CohortReport } from '#features/results/commands/report-cohorts.ts';
import { readEnv } from '#platform/env.ts';
import { pathFrom, readArguments } from './support/arguments.ts';
import { run, UsageError } from './support/run.ts';

const USAGE = `Usage: npm run results:report -- FILE.csv --provider SLUG --source TITLE [--reason TEXT] [--dry-run]
       npm run results:report -- FILE.csv --template [--language da|en]

Takes in a provider's table of cohorts: all of its lines or none. The file tells whole half-years; those it does not name stay.
Everything enters as reported by the provider itself (grade C) until somebody else has checked it (results:evidence).

  --provider  the provider's address on the site
  --source    the title of the source that is shown beside the figures
  --reason    why figures already reported change; published with both values
  --dry-run   say what would change and change nothing
  --template  write an empty table to fill in

Exit code: 0 taken, 1 refused (each fault by line and column), 2 the command was not understood.`;

function tell(report: CohortReport): void {
  for (const { line, column, value, expected } of report.faults) {
    console.error(`line ${line}${column ? `, column ${column}` : ''}${value ? `: ${JSON.stringify(value)}` : ''}: expected ${expected}`);
  }
  if (report.more > 0) console.error(`… and ${report.more} more`);
  if (report.outcome === 'refused') return console.error('Nothing was taken.');
  const would = report.outcome === 'dry-run' ? 'would be ' : '';
  console.log(`${report.halfYears.join(', ')}: ${report.new} lines ${would}new, ${report.changed} ${would}changed, ${report.withdrawn} ${would}withdrawn, ${report.unchanged} unchanged.`);
  for (const { halfYear, programme, targetGroup, region, attendance, before, after } of report.replaced) {
    const place = [halfYear, programme, targetGroup, region, attendance].filter((each) => each !== null).join(' ');
    console.log(`  ${place}: ${JSON.stringify(before)} → ${after === null ? 'no longer told' : JSON.stringify(after)}`);
  }
  for (const gap of report.gaps) console.log(`  ${gap} is not told: it is shown as "did not report".`);
}

await run(async () => {
  const { values, positionals } = readArguments(USAGE, {
    provider: { type: 'string' }, source: { type: 'string' }, reason: { type: 'string' }, 'dry-run': { type: 'boolean' }, template: { type: 'boolean' }, language: { type: 'string' },
  });
  if (values.help) return console.log(USAGE);
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new UsageError(`Name one file.\n\n${USAGE}`);
  const path = pathFrom(file, 'results:report');
  if (values.template) {
    writeFileSync(path, writeCohortCsv([], values.language === 'en' ? 'en' : 'da'), { flag: 'wx' });
    return console.log(`${path} is an empty table to fill in.`);
  }
  if (!values.provider || !values.source) throw new UsageError(`Name the provider and the source.\n\n${USAGE}`);
  const { runCommand } = await import('#src/boot/command.ts');
  const given = { file: path, provider: values.provider, source: values.source, dryRun: Boolean(values['dry-run']), ...(values.reason ? { reason: values.reason } : {}) };
  const report = (await runCommand(readEnv(), 'report', given, () => {})) as CohortReport;
  tell(report);
  if (report.outcome === 'refused') process.exitCode = 1;
});
