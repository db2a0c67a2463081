/** One import in a process of its own, so that its memory is its own: `node import-child.ts ENGINE URL-OR-FOLDER FILE`. */
import { openEmbedded, openPostgres } from '#db/client.ts';
import { loadRegisters } from '#features/regions/commands/load-registers.ts';
import { importCatalogue } from '#features/catalogue/commands/import-catalogue.ts';
import { fileSource } from '#features/catalogue/remote.ts';
import { openJobs } from '#platform/jobs.ts';

const [engine = '', place = '', file = ''] = process.argv.slice(2);
const open = await (engine === 'postgres' ? openPostgres(place) : openEmbedded(place));
await loadRegisters(open.db);
const jobs = await openJobs(open);
const started = performance.now();
let activating = 0;
let longestStop = 0;
let last = performance.now();
// How long the process could not answer anybody: what a visitor would feel beside an embedded database.
const watch = setInterval(() => {
  longestStop = Math.max(longestStop, performance.now() - last - 20);
  last = performance.now();
}, 20);
const report = await importCatalogue({ db: open.db, outbox: jobs, actor: 'command' }, fileSource(file), {
  dryRun: false,
  partial: false,
  onProgress: ({ phase }) => {
    if (phase === 'activating') activating = performance.now();
  },
});
clearInterval(watch);
const seconds = (performance.now() - started) / 1000;
const swap = activating === 0 ? 0 : (performance.now() - activating) / 1000;
const { user, system } = process.cpuUsage();
const cpu = (user + system) / 1e6;
const peakMb = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ outcome: report.outcome, counts: report.counts, faults: report.faults.slice(0, 2), seconds, cpu, swap, peakMb, longestStop }));
await jobs.stop();
await open.close();
