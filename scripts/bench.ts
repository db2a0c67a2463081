/** `npm run bench [-- NAME …]`: all benchmarks or the named ones; a table on the screen, JSON in reports/bench.json. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { benchApprovals } from '#tests/bench/approvals.ts';
import { benchImport } from '#tests/bench/import.ts';
import { benchPages } from '#tests/bench/pages.ts';
import { benchRelease } from '#tests/bench/release.ts';
import { benchResults } from '#tests/bench/results.ts';
import { benchReviews } from '#tests/bench/reviews.ts';
import { benchScale } from '#tests/bench/scale.ts';
import { benchSearch } from '#tests/bench/search.ts';
import type { Figure } from '#tests/bench/figure.ts';
import { run, UsageError } from './support/run.ts';

const BENCHES: Record<string, () => Promise<Figure[]>> = {
  pages: benchPages, search: benchSearch, import: benchImport, scale: benchScale, release: benchRelease, results: benchResults, approvals: benchApprovals, reviews: benchReviews,
};

await run(async () => {
  const chosen = process.argv.slice(2).filter((each) => each !== '--');
  const unknown = chosen.filter((each) => !(each in BENCHES));
  if (unknown.length > 0) throw new UsageError(`No benchmark is called ${unknown.join(', ')}. There are: ${Object.keys(BENCHES).join(', ')}.`);
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}`;
  const figures: Figure[] = [];
  for (const [name, bench] of Object.entries(BENCHES)) {
    if (chosen.length > 0 && !chosen.includes(name)) continue;
    console.log(`\n${name} …`);
    const found = await bench();
    figures.push(...found);
    for (const { what, value, unit, target } of found) console.log(`  ${what.padEnd(64)} ${value.toPrecision(3).padStart(9)} ${unit.padEnd(12)} ${target}`);
  }
  mkdirSync('reports', { recursive: true });
  writeFileSync('reports/bench.json', `${JSON.stringify({ machine, figures }, null, 2)}\n`);
  console.log(`\nOn ${machine}. Written to reports/bench.json.`);
});
