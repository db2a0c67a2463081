/** Commands of results for callers in another process: scripts beside a running site. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import { z } from 'zod';
import type { CommandHandler } from '#platform/command-socket.ts';
import type { Context } from '#platform/context.ts';
import { DomainError } from '#platform/errors.ts';
import { readCohortFile } from './cohort-file.ts';
import { releaseResults } from './commands/release-results.ts';
import { reportCohorts } from './commands/report-cohorts.ts';
import { verification, verifyEvidence } from './commands/verify-evidence.ts';

const releaseArguments = z.strictObject({ dryRun: z.boolean(), day: z.iso.date().optional() });
const reportArguments = z.strictObject({
  file: z.string().refine(isAbsolute, { error: 'an absolute path' }), provider: z.string().min(1), source: z.string().trim().min(1).max(2_000),
  dryRun: z.boolean(), reason: z.string().trim().max(2_000).optional(),
});
export type ReportArguments = z.output<typeof reportArguments>;

function parse<T extends z.ZodType>(schema: T, args: unknown): z.output<T> {
  const parsed = schema.safeParse(args);
  if (!parsed.success) throw new DomainError('bad-request', z.prettifyError(parsed.error));
  return parsed.data;
}

async function readFile(path: string): Promise<Uint8Array> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new DomainError('not-found', `There is no file ${path}.`);
  return readCohortFile(createReadStream(path), path);
}

/** @param commit of the code */
export function resultCommands(context: () => Context, commit: () => string): { release: CommandHandler; report: CommandHandler; evidence: CommandHandler } {
  return {
    release(args, progress) {
      const { dryRun, day } = parse(releaseArguments, args);
      return releaseResults(context(), { dryRun, day, commit: commit(), onProgress: progress });
    },
    async report(args) {
      const { file, provider, source, dryRun, reason } = parse(reportArguments, args);
      return reportCohorts(context(), { slug: provider, source, csv: await readFile(file), dryRun, reason });
    },
    evidence: (args) => verifyEvidence(context(), parse(verification, args)),
  };
}
