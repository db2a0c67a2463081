/** `npm run results:evidence -- --provider SLUG --source TITLE …`: records that somebody else has checked reported results. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { VerificationReport } from '#features/results/commands/verify-evidence.ts';
import { drawSample } from '#features/results/evidence.ts';
import { readEnv } from '#platform/env.ts';
import { pathFrom, readArguments } from './support/arguments.ts';
import { run, UsageError } from './support/run.ts';

const USAGE = `Usage: npm run results:evidence -- --provider SLUG --source TITLE --from 2024H1 --to 2025H1 [--told N --known N] [--file PATH]…
         --register NAME --matched-by WHO           an authority confirms that outcomes come from a public register (grade A)
         --auditor WHO --seed TEXT --drawn N --errors N   an audit of counted placements drawn at random (grade B)
       npm run results:evidence -- --draw N --seed TEXT   which of N counted placements to look at

  --told, --known   starts that the provider tells of, and that the purchaser knows of
  --file            an evidence file: its SHA-256 is recorded, the file stays where it is`;

const numberOf = (text: string | undefined, name: string): number => {
  if (text === undefined || !/^\d+$/.test(text)) throw new UsageError(`--${name} is a whole number.\n\n${USAGE}`);
  return Number(text);
};

await run(async () => {
  const text = { type: 'string' } as const;
  const { values } = readArguments(USAGE, {
    provider: text, source: text, from: text, to: text, told: text, known: text, register: text, 'matched-by': text, auditor: text, seed: text, drawn: text, errors: text, draw: text,
    file: { type: 'string', multiple: true },
  });
  if (values.help) return console.log(USAGE);
  if (values.draw !== undefined) return console.log(drawSample(numberOf(values.draw, 'draw'), values.seed ?? '').join('\n'));
  if (!values.provider || !values.source || !values.from || !values.to) throw new UsageError(`Name provider, source and half-years.\n\n${USAGE}`);
  const files = (values.file ?? []).map((file) => {
    const path = pathFrom(file, 'results:evidence');
    return { name: basename(path), sha256: createHash('sha256').update(readFileSync(path)).digest('hex') };
  });
  const coverage = values.told === undefined && values.known === undefined ? null : { told: numberOf(values.told, 'told'), known: numberOf(values.known, 'known') };
  const common = { slug: values.provider, source: values.source, from: values.from, to: values.to, coverage, files };
  const given = values.register
    ? { kind: 'register', ...common, register: values.register, matchedBy: values['matched-by'] ?? '' }
    : { kind: 'sample', ...common, auditor: values.auditor ?? '', seed: values.seed ?? '', drawn: numberOf(values.drawn, 'drawn'), errors: numberOf(values.errors, 'errors') };
  const { runCommand } = await import('#src/boot/command.ts');
  const { evidence, shortfall, rows } = (await runCommand(readEnv(), 'evidence', given, () => {})) as VerificationReport;
  console.log(`${rows} rows now count as ${evidence}${shortfall === null ? '' : `, because of: ${shortfall}`}.`);
});
