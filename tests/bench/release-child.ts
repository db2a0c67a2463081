/** One release in a process of its own, so that its memory is its own: `node release-child.ts PROVIDERS`. */
import { runRelease } from '#features/results/release/pipeline.ts';
import { syntheticCohorts } from './synthetic-cohorts.ts';

const input = syntheticCohorts(Number(process.argv[2] ?? 10_000));
const seconds = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
const [started, cpu] = [performance.now(), seconds()];
const run = runRelease(input, { id: null, day: input.day }, { published: () => new Map(), reasonOf: () => null });
let [providers, documents] = [0, 0];
const levels: Record<string, number> = {};
for await (const { after } of run.providers) {
  providers += 1;
  documents += after.results.length + after.comparisons.length + after.estimates.length;
  const level = after.table?.document.level ?? 'none';
  levels[level] = (levels[level] ?? 0) + 1;
}
const [summary] = run.summaries();
console.log(JSON.stringify({ providers, documents, levels, codes: summary?.codes, seconds: (performance.now() - started) / 1000, cpu: seconds() - cpu, peakMb: process.resourceUsage().maxRSS / 1024 }));
