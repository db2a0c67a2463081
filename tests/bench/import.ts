/** How fast a catalogue comes in, and in how much memory. By itself: `node tests/bench/import.ts [providers]`. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeBigCatalogue } from '../support/big-catalogue.ts';
import { startPostgres } from '../support/postgres-server.ts';
import type { Figure } from './figure.ts';

interface Run {
  outcome: string;
  seconds: number;
  /** Processor seconds of the importing process, which do not depend on what else the machine does. */
  cpu: number;
  /** Seconds from the last staged record to everything visible. */
  swap: number;
  peakMb: number;
  /** Longest time in ms in which the process answered nobody. */
  longestStop: number;
}

function importOnce(engine: 'postgres' | 'embedded', place: string, file: string): Run {
  const script = join(import.meta.dirname, 'import-child.ts');
  return JSON.parse(execFileSync(process.execPath, [script, engine, place, file], { encoding: 'utf8', env: { ...process.env, LOG_LEVEL: 'error' } })) as Run;
}

async function benchEngine(engine: 'postgres' | 'embedded', place: string, folder: string, providers: number): Promise<Figure[]> {
  const file = join(folder, `${engine}.json`);
  const shape = { providers, programmesEach: 3 };
  await writeBigCatalogue(file, shape);
  const megabytes = statSync(file).size / 1e6;
  const records = providers * 4;
  const named = (what: string) => `${what}, ${providers} providers with 3 programmes each (${megabytes.toFixed(0)} MB), ${engine}`;
  const first = importOnce(engine, place, file);
  const again = importOnce(engine, place, file);
  await writeBigCatalogue(file, { ...shape, edition: 'II' });
  const changed = importOnce(engine, place, file);
  rmSync(file);
  if (first.outcome !== 'imported' || again.outcome !== 'unchanged' || changed.outcome !== 'imported') throw new Error(JSON.stringify([first, again, changed]));
  return [
    { what: named('import'), value: records / first.seconds, unit: 'records/s', target: engine === 'postgres' ? '≥ 5000' : '' },
    { what: named('import, by processor time of its process'), value: records / first.cpu, unit: 'records/s', target: '' },
    { what: named('the same file again'), value: records / again.seconds, unit: 'records/s', target: '' },
    { what: named('every provider changed'), value: records / changed.seconds, unit: 'records/s', target: '' },
    { what: named('making it visible, new'), value: first.swap, unit: 's', target: '' },
    { what: named('making it visible, all changed'), value: changed.swap, unit: 's', target: '' },
    { what: named('longest stop of the process'), value: Math.max(first.longestStop, changed.longestStop), unit: 'ms', target: '' },
    { what: named('memory at most'), value: Math.max(first.peakMb, again.peakMb, changed.peakMb), unit: 'MB RSS', target: '' },
  ];
}

export async function benchImport(providers = 100_000): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'vejviser-bench-'));
  const server = await startPostgres();
  try {
    const postgres = await benchEngine('postgres', server.url, folder, providers);
    const embedded = await benchEngine('embedded', join(folder, 'data'), folder, providers / 10);
    return [...postgres, ...embedded];
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.main) {
  for (const { what, value, unit, target } of await benchImport(Number(process.argv[2] ?? 100_000))) {
    console.log(`${value.toFixed(value < 100 ? 2 : 0).padStart(10)} ${unit.padEnd(10)} ${target.padEnd(8)} ${what}`);
  }
}
