/** How long a release takes, and in how much memory. By itself: `node tests/bench/release.ts [providers]`. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Figure } from './figure.ts';

interface Run {
  seconds: number;
  /** Processor seconds: what the machine's other work does not change. */
  cpu: number;
  peakMb: number;
}

function runOnce(providers: number): Run {
  const script = join(import.meta.dirname, 'release-child.ts');
  return JSON.parse(execFileSync(process.execPath, [script, String(providers)], { encoding: 'utf8' })) as Run;
}

/** Frozen input to published documents, disclosure control and audits included; no database. */
export async function benchRelease(providers = 10_000): Promise<Figure[]> {
  const small = runOnce(providers / 4);
  const large = runOnce(providers);
  const size = (count: number) => `release of ${count} providers × 4 half-years × 12 groups`;
  return [
    { what: size(providers), value: large.seconds, unit: 's', target: '≤ 120' },
    { what: `${size(providers)}, processor time`, value: large.cpu, unit: 's CPU', target: '' },
    { what: `${size(providers)}, memory at most`, value: large.peakMb, unit: 'MB RSS', target: '≤ 2048' },
    { what: `processor time of ${providers} : ${providers / 4} providers (linear: 4)`, value: large.cpu / small.cpu, unit: '×', target: '< 5' },
  ];
}

if (import.meta.main) {
  for (const { what, value, unit, target } of await benchRelease(Number(process.argv[2] ?? 10_000))) {
    console.log(`${value.toFixed(value < 100 ? 2 : 0).padStart(10)} ${unit.padEnd(10)} ${target.padEnd(8)} ${what}`);
  }
}
