/** How long a release takes, and in how much memory. By itself: `node tests/bench/release.ts [providers]`. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { openPostgres } from '#db/client.ts';
import { startPostgres } from '../support/postgres-server.ts';
import type { Figure } from './figure.ts';
import { fillCohorts } from './fill-cohorts.ts';

interface Run {
  seconds: number;
  /** Processor seconds: what the machine's other work does not change. */
  cpu: number;
  peakMb: number;
}

function runScript(name: string, ...given: string[]): Run {
  return JSON.parse(execFileSync(process.execPath, [join(import.meta.dirname, name), ...given], { encoding: 'utf8', env: { ...process.env, LOG_LEVEL: 'error' } })) as Run;
}

const runOnce = (providers: number) => runScript('release-child.ts', String(providers));

/** Reported rows out of a Postgres, and what is published into it, as `npm run results:release` does. */
async function runOnPostgres(providers: number): Promise<Run> {
  const server = await startPostgres();
  try {
    const open = await openPostgres(server.url);
    const day = await fillCohorts(open.db, providers).finally(() => open.close());
    return runScript('release-postgres-child.ts', server.url, day);
  } finally {
    await server.stop();
  }
}

/** Frozen input to published documents, disclosure control and audits included; without a database, and on Postgres. */
export async function benchRelease(providers = 10_000): Promise<Figure[]> {
  const small = runOnce(providers / 4);
  const large = runOnce(providers);
  const stored = await runOnPostgres(providers);
  const size = (count: number) => `release of ${count} providers × 4 half-years × 12 groups`;
  return [
    { what: `${size(providers)}, without a database`, value: large.seconds, unit: 's', target: '' },
    { what: `${size(providers)}, processor time`, value: large.cpu, unit: 's CPU', target: '' },
    { what: `${size(providers)}, memory at most`, value: large.peakMb, unit: 'MB RSS', target: '≤ 2048' },
    { what: `${size(providers)}, Postgres, to the last row`, value: stored.seconds, unit: 's', target: '≤ 120' },
    { what: `${size(providers)}, Postgres, processor time of its process`, value: stored.cpu, unit: 's CPU', target: '' },
    { what: `${size(providers)}, Postgres, memory at most`, value: stored.peakMb, unit: 'MB RSS', target: '≤ 2048' },
    { what: `processor time of ${providers} : ${providers / 4} providers (linear: 4)`, value: large.cpu / small.cpu, unit: '×', target: '< 5' },
  ];
}

if (import.meta.main) {
  for (const { what, value, unit, target } of await benchRelease(Number(process.argv[2] ?? 10_000))) {
    console.log(`${value.toFixed(value < 100 ? 2 : 0).padStart(10)} ${unit.padEnd(10)} ${target.padEnd(8)} ${what}`);
  }
}
