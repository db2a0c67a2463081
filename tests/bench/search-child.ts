/** One engine with so many providers in a process of its own, so that its memory is its own: `node search-child.ts COUNT`. */
import { setTimeout as pause } from 'node:timers/promises';
import { EmbeddedEngine } from '#features/search/engines/embedded.ts';
import { SORTS, type SearchQuery } from '#features/search/model.ts';
import { pointOf } from '#features/regions/model.ts';
import { shippedRegister } from '../support/shipped-register.ts';
import { mixedQueries, syntheticSummaries, syntheticSummary } from './synthetic-summaries.ts';

const count = Number(process.argv[2]);
const register = await shippedRegister();
const engine = new EmbeddedEngine(() => register);
const memory = () => {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return (heapUsed + external + arrayBuffers) / 1e6;
};
/** Time of this thread alone, in steps of a few milliseconds. */
const cpuMs = () => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};
const quantile = (values: readonly number[], share: number) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? NaN;

const before = memory();
// Making the providers costs time too: it is taken off.
let making = cpuMs();
for await (const batch of syntheticSummaries(count, register)) void batch;
making = cpuMs() - making;
let longestStop = 0;
let last = performance.now();
const watch = setInterval(() => {
  longestStop = Math.max(longestStop, performance.now() - last - 5);
  last = performance.now();
}, 5);
const started = cpuMs();
await engine.rebuild(syntheticSummaries(count, register), 0);
const build = (cpuMs() - started - making) / 1000;
await pause(10);
clearInterval(watch);
const megabytes = memory() - before;

const queryOf = (each: ReturnType<typeof mixedQueries>[number], sort: SearchQuery['sort']): SearchQuery => {
  const region = each.place === null ? null : register.region(each.place);
  return {
    text: each.text, locale: 'da', country: 'dk', place: region ? { region: region.code, point: pointOf(region) } : null,
    filters: each.filters as SearchQuery['filters'], sort, page: 1, pageSize: 20, day: '2026-11-25',
  };
};
/** Enough of the system's clock ticks that their size does not count. */
const ENOUGH_MS = 25;

/** Processor time of the thread for one run, over as many runs as it takes to be sure. */
async function cost(work: () => Promise<unknown>): Promise<number> {
  const from = cpuMs();
  for (let runs = 1; ; runs++) {
    await work();
    const spent = cpuMs() - from;
    if (spent >= ENOUGH_MS || runs >= 2_000) return spent / runs;
  }
}
const costs = async (queries: readonly SearchQuery[]): Promise<number[]> => {
  const found: number[] = [];
  for (const query of queries) found.push(await cost(() => engine.search(query)));
  return found;
};

const mixed = mixedQueries(200, register);
// Before the sets of any word are kept: every word for the first time.
const coldFrom = cpuMs();
for (const each of mixed) await engine.search(queryOf(each, 'fit'));
const cold = (cpuMs() - coldFrom) / mixed.length;
const warm = await costs(mixed.map((each) => queryOf(each, 'fit')));
const sorts: Record<string, number> = {};
for (const sort of SORTS) if (sort !== 'fit') sorts[sort] = quantile(await costs(mixed.slice(0, 40).map((each) => queryOf(each, sort))), 0.95);
const KINDS = ['filters', 'filters', 'filters', 'words', 'words', 'words', 'mistakes', 'mistakes', 'beginnings', 'beginnings'];
const byKind = Map.groupBy(warm, (_, i) => KINDS[i % 10] ?? '');
const byClass = Object.fromEntries([...byKind].map(([name, values]) => [name, quantile(values, 0.95)]));

const groups = register.targetGroups().map((group) => group.code);
const few = Array.from({ length: 40 }, (_, i) => syntheticSummary(1 + i, register, groups));
const updatesFrom = cpuMs();
for (const summary of few) await engine.upsert([{ ...summary, name: `${summary.name} ny` }]);
const update = (cpuMs() - updatesFrom) / few.length;
const suggest: number[] = [];
for (const prefix of ['me', 'men', 'job', 'kur', 'lu', 'ansø', 'st', 'ka']) suggest.push(await cost(() => engine.suggest(prefix, 'da', 8)));
const summary = { p50: quantile(warm, 0.5), p95: quantile(warm, 0.95), p99: quantile(warm, 0.99) };
console.log(JSON.stringify({ count, build, megabytes, longestStop, cold, warm: summary, sorts, byClass, update, suggest: Math.max(...suggest) }));
