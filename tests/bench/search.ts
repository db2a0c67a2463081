/**
 * The embedded engine at 1,000, 10,000 and 100,000 providers: mixed searches, each with its exact total, twenty hits and all
 * facet counts. Milliseconds are processor time of the one thread, so that a busy machine does not count. By itself: `node tests/bench/search.ts [counts]`.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Figure } from './figure.ts';

interface Run {
  count: number;
  build: number;
  megabytes: number;
  longestStop: number;
  cold: number;
  warm: { p50: number; p95: number; p99: number };
  sorts: Record<string, number>;
  byClass: Record<string, number>;
  update: number;
  suggest: number;
}

const TARGETS: Record<number, string> = { 10_000: '≤ 15', 100_000: '≤ 250' };

function runWith(count: number): Run {
  const script = join(import.meta.dirname, 'search-child.ts');
  return JSON.parse(execFileSync(process.execPath, ['--expose-gc', '--max-old-space-size=6144', script, String(count)], { encoding: 'utf8' })) as Run;
}

function figuresOf(run: Run): Figure[] {
  const named = (what: string) => `search, ${run.count} providers: ${what}`;
  const ms = (what: string, value: number, target = ''): Figure => ({ what: named(what), value, unit: 'ms', target });
  return [
    ms('mixed, p50', run.warm.p50),
    ms('mixed, p95', run.warm.p95, TARGETS[run.count] ?? ''),
    ms('mixed, p99', run.warm.p99),
    ms('mixed, mean of the first time after the build', run.cold),
    ...Object.entries(run.byClass).map(([name, value]) => ms(`${name}, p95`, value)),
    ...Object.entries(run.sorts).map(([name, value]) => ms(`sorted by ${name}, p95`, value)),
    ms('suggestions, worst of eight', run.suggest),
    ms('one change', run.update),
    { what: named('build'), value: run.build, unit: 's', target: '' },
    ms('longest stop while building, by the clock', run.longestStop),
    { what: named('memory'), value: run.megabytes, unit: 'MB', target: '' },
  ];
}

export async function benchSearch(counts: readonly number[] = [1_000, 10_000, 100_000]): Promise<Figure[]> {
  return counts.flatMap((count) => figuresOf(runWith(count)));
}

if (import.meta.main) {
  const counts = process.argv.slice(2).map(Number);
  for (const { what, value, unit, target } of await benchSearch(counts.length > 0 ? counts : undefined)) {
    console.log(`${what.padEnd(64)} ${value.toPrecision(3).padStart(9)} ${unit.padEnd(4)} ${target}`);
  }
}
