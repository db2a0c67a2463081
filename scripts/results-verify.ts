/** `npm run results:verify -- FILE`: repeats every published verdict from the open file of a release. Needs nothing else. */
import { readFileSync, statSync } from 'node:fs';
import { z } from 'zod';
import { openRelease, RELEASE_FILE } from '#features/results/open-release.ts';
import { METHOD_VERSION } from '#features/results/method/index.ts';
import { verifyRelease } from '#features/results/release/verify.ts';
import { DomainError } from '#platform/errors.ts';
import { pathFrom, readArguments } from './support/arguments.ts';
import { run, UsageError } from './support/run.ts';

const USAGE = `Usage: npm run results:verify -- FILE

Repeats every published verdict, and all that follows from the rounded figures, from ${RELEASE_FILE} of the open data.

Exit code: 0 everything is as published, 1 something differs (each difference is named), 2 the command was not understood.`;

const MOST_NAMED = 50;

function parse(path: string): unknown {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isFile()) throw new DomainError('not-found', `There is no file ${path}.`);
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new DomainError('bad-request', `${path} is no JSON: ${(error as Error).message}`);
  }
}

await run(async () => {
  const { values, positionals } = readArguments(USAGE, {});
  if (values.help) return console.log(USAGE);
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new UsageError(`Name one file.\n\n${USAGE}`);
  const path = pathFrom(file, 'results:verify');
  const parsed = openRelease.safeParse(parse(path));
  if (!parsed.success) throw new DomainError('bad-request', `${path} is no open file of a release:\n${z.prettifyError(parsed.error)}`);
  const versions = new Set(parsed.data.releases.map((each) => each.methodVersion));
  if ([...versions].some((each) => each !== METHOD_VERSION)) throw new DomainError('bad-request', `The file is of method version ${[...versions].join(', ')}; this code is of ${METHOD_VERSION}. Verify it with the code of its commit.`);
  const { verdicts, withoutFigures, counts, differences } = verifyRelease(parsed.data);
  for (const { where, field, published, repeated } of differences.slice(0, MOST_NAMED)) {
    console.error(`${where}: ${field} is published as ${JSON.stringify(published)}, and comes out as ${JSON.stringify(repeated)}`);
  }
  if (differences.length > MOST_NAMED) console.error(`… and ${differences.length - MOST_NAMED} more`);
  console.log(`${verdicts} verdicts and ${counts} intervals were worked out again, ${withoutFigures} have no figures; ${differences.length === 0 ? 'everything is as published' : `${differences.length} differ`}.`);
  if (differences.length > 0) process.exitCode = 1;
});
