/** How fast what a page reads of results comes out of a real Postgres with a million of them. By itself: `node tests/bench/results.ts [results]`. */
import { openPostgres, type Db } from '#db/client.ts';
import { profileResults } from '#features/results/profile-queries.ts';
import { comparisonOf, comparisonSummary, funnelPoints, publishedFigures, publishedResults, releaseInfo } from '#features/results/queries.ts';
import { startPostgres } from '../support/postgres-server.ts';
import { fillResults } from './fill-results.ts';
import type { Figure } from './figure.ts';
import { seeded } from './synthetic-summaries.ts';

const ROUNDS = 400;
const SHOWN = 20;

interface Times {
  /** Milliseconds that half of the calls stay under, and 95 of 100. */
  median: number;
  p95: number;
}

async function timesOf(call: (index: number) => Promise<unknown>, rounds = ROUNDS): Promise<Times> {
  const times: number[] = [];
  for (let round = -Math.ceil(rounds / 10); round < rounds; round += 1) {
    const started = performance.now();
    await call(Math.abs(round));
    if (round >= 0) times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  const under = (share: number) => times[Math.floor(share * times.length)] ?? 0;
  return { median: under(0.5), p95: under(0.95) };
}

async function readers(db: Db, providers: number): Promise<[string, Times][]> {
  const random = seeded(1);
  const some = (count: number) => Array.from({ length: count }, () => 1 + Math.floor(random() * providers));
  const one = () => some(1)[0] ?? 1;
  const inTurn = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;
  return [
    ['everything of the results page of a provider', await timesOf(() => profileResults(db, one()))],
    ['results of a provider', await timesOf(() => publishedResults(db, [one()]))],
    ['four providers side by side', await timesOf(() => publishedFigures(db, some(4)))],
    [`verdicts of a list of ${SHOWN}`, await timesOf(() => comparisonOf(db, some(SHOWN)))],
    ['funnel plot', await timesOf(() => funnelPoints(db, 'E6', { own: one() }), 100)],
    ['a comparison as a whole', await timesOf((index) => comparisonSummary(db, inTurn(['E6', 'S12'] as const, index)))],
    ['the latest release', await timesOf(() => releaseInfo(db))],
  ];
}

export async function benchResults(results = 1_000_000): Promise<Figure[]> {
  const server = await startPostgres();
  try {
    const open = await openPostgres(server.url);
    try {
      const { provider = 0, published_result: rows = 0, published_estimate: estimates = 0 } = await fillResults(open.db, results);
      const size = `${rows} results and ${estimates} estimates of ${provider} providers`;
      return (await readers(open.db, provider)).flatMap(([what, { median, p95 }]) => [
        { what: `${what}, p95 of ${size}`, value: p95, unit: 'ms', target: '≤ 10' },
        { what: `${what}, median`, value: median, unit: 'ms', target: '' },
      ]);
    } finally {
      await open.close();
    }
  } finally {
    await server.stop();
  }
}

if (import.meta.main) {
  for (const { what, value, unit, target } of await benchResults(Number(process.argv[2] ?? 1_000_000))) {
    console.log(`${value.toFixed(value < 100 ? 2 : 0).padStart(10)} ${unit.padEnd(10)} ${target.padEnd(8)} ${what}`);
  }
}
