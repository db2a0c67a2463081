/** `npm run audit:check`: works the hash chain of the audit trail out again and holds it against the signed checkpoints. */
import type { AuditReport, CheckpointFault } from '#platform/audit/check.ts';
import type { CheckArguments } from '#platform/audit/remote.ts';
import type { ChainFault } from '#platform/audit/chain.ts';
import { readEnv } from '#platform/env.ts';
import { pathFrom, readArguments } from './support/arguments.ts';
import { progress } from './support/progress.ts';
import { run, UsageError } from './support/run.ts';

const USAGE = `Usage: npm run audit:check [-- --checkpoints FILE] [--key NAME+ID+BASE64 …]

Reads the whole audit trail, beside a running site too. Says the first entry that was altered, taken away or put in, and
every signed checkpoint that does not fit.

  --checkpoints  text with checkpoints, such as a copy from another machine or saved mails; default: the site's own file
  --key          who may have signed them, as it stands at the head of the file; default: the site's own key

Whoever can change the database can write the whole chain anew. Only checkpoints kept where they cannot reach prove that
nobody did: copy the file elsewhere (AUDIT_FILE), or have it mailed (AUDIT_MAIL), and check with that copy and with --key.

Exit code: 0 the trail is sound, 1 it is not, 2 the command was not understood.`;

const LINK: Record<ChainFault['kind'], string> = {
  'missing-links': 'links before it are missing',
  'missing-entry': 'its entry is missing',
  'altered-entry': 'it does not fit the one before: this entry or its link was altered',
};
const CHECKPOINT: Record<CheckpointFault, string> = {
  'unknown-key': 'is not signed by a key that was named',
  'other-hash': 'says another hash than the chain has there: what lies before it was written anew',
  'beyond-the-end': 'lies beyond the end of the chain: entries were taken away',
};

function tell(report: AuditReport): void {
  for (const { kind, seq, entryId } of report.faults) console.error(`link ${seq}${entryId === null ? '' : ` (entry ${entryId})`}: ${LINK[kind]}`);
  if (report.faultCount > report.faults.length) console.error(`… and ${report.faultCount - report.faults.length} more`);
  if (report.unchained.count > 0) console.error(`${report.unchained.count} entries are in no link, the first is entry ${report.unchained.firstId}: they were put in past the chain.`);
  for (const { source, seq, at, fault } of report.misfits) console.error(`checkpoint ${seq} of ${at} (${source === 'outside' ? 'kept outside' : 'in the database'}) ${CHECKPOINT[fault]}.`);
  const { database, outside } = report.checkpoints;
  console.log(`${report.links} entries (${report.rate} a second), ${database} checkpoints in the database, ${outside} outside: ${report.sound ? 'sound' : 'NOT SOUND'}.`);
  if (outside === 0) console.log('No checkpoint from outside the database was at hand: a chain written anew as a whole would not be found.');
}

await run(async () => {
  const { values, positionals } = readArguments(USAGE, { checkpoints: { type: 'string' }, key: { type: 'string', multiple: true } });
  if (values.help) return console.log(USAGE);
  if (positionals.length > 0) throw new UsageError(`It takes no file by itself.\n\n${USAGE}`);
  const { runCommand } = await import('#src/boot/command.ts');
  const shown = progress('entries');
  const args: CheckArguments = { file: values.checkpoints === undefined ? null : pathFrom(values.checkpoints, 'audit:check'), keys: values.key ?? [] };
  const report = (await runCommand(readEnv(), 'audit', args, (line) => {
    const { phase, done, total } = line as { phase: string; done: number; total: number };
    shown.show(phase, done, total);
  }).finally(() => shown.end())) as AuditReport;
  tell(report);
  if (!report.sound) process.exitCode = 1;
});
