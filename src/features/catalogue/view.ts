/** What import and export say on a terminal. Pure. */
import type { ImportReport } from './report.ts';

const count = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

/** `3 new, 1 changed`; what is nought is left out. */
function parts(numbers: Readonly<Record<string, number>>): string {
  const said = Object.entries(numbers).flatMap(([how, n]) => (n > 0 ? [`${n} ${how}`] : []));
  return said.length > 0 ? said.join(', ') : 'none';
}

function heading({ outcome, dryRun, partial, faultCount, counts }: ImportReport): string {
  const { refused } = counts.providers;
  if (outcome === 'refused') {
    const what = partial && refused > 0 ? 'every provider has a fault' : count(faultCount, 'fault');
    return `${dryRun ? 'This file would be refused' : 'Refused'}: ${what}. Nothing was changed.`;
  }
  const rest = refused > 0 ? `, but ${count(refused, 'provider')} refused` : '';
  if (outcome === 'unchanged') return `Nothing ${dryRun ? 'would change' : 'changed'}: all of this is known already${rest}.`;
  return `${dryRun ? 'This file can be imported' : 'Imported'}${rest}.${dryRun ? ' Nothing was changed.' : ''}`;
}

const LONGEST = 300;

/** Text from a file on a terminal: nothing in it may move the cursor or set a colour. */
function printable(text: string): string {
  const safe = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\uFFFD');
  return safe.length > LONGEST ? `${safe.slice(0, LONGEST)}…` : safe;
}

/** The report as lines: what came of it, the counts, then the faults. */
export function importLines(report: ImportReport): string[] {
  const { counts, faults, faultCount, notes, source, outcome } = report;
  const { read: providersRead, ...providers } = counts.providers;
  const { read: resultsRead, ...results } = counts.results;
  const lines = [heading(report)];
  if (source) lines.push(printable(`  source         ${source.title}, ${source.publisher}`));
  lines.push(`  providers      ${providersRead} read: ${parts(providers)}`);
  if (outcome !== 'refused') {
    lines.push(`  programmes     ${counts.programmes.read} read`, `  results        ${resultsRead} read: ${parts(results)}`);
    if (counts.regions.new + counts.regions.changed > 0) lines.push(`  regions        ${parts(counts.regions)}`);
    if (counts.targetGroups.new + counts.targetGroups.changed > 0) lines.push(`  target groups  ${parts(counts.targetGroups)}`);
  }
  for (const note of notes) lines.push(printable(`  note: ${note}`));
  for (const { pointer, value, expected } of faults) lines.push(`  ${printable(pointer || '/')}: ${printable(JSON.stringify(value))} where ${printable(expected)} is expected`);
  if (faultCount > faults.length) lines.push(`  … and ${count(faultCount - faults.length, 'further fault')}`);
  return lines;
}

/** 0 only if everything in the file was taken, or would be. */
export function importExitCode({ outcome, counts }: ImportReport): 0 | 1 {
  return outcome === 'refused' || counts.providers.refused > 0 ? 1 : 0;
}

export function sizeText(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1_000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
