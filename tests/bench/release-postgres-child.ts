/** One release out of a database and into it, in a process of its own: `node release-postgres-child.ts URL DAY`. */
import { openPostgres } from '#db/client.ts';
import { releaseResults } from '#features/results/commands/release-results.ts';
import { contextOf } from '../support/catalogue.ts';

const [url = '', day = ''] = process.argv.slice(2);
const open = await openPostgres(url);
const [started, before] = [performance.now(), process.cpuUsage()];
const { providers, rows, published } = await releaseResults(contextOf(open.db), { dryRun: false, day });
const { user, system } = process.cpuUsage(before);
console.log(JSON.stringify({ providers, rows, published, seconds: (performance.now() - started) / 1000, cpu: (user + system) / 1e6, peakMb: process.resourceUsage().maxRSS / 1024 }));
await open.close();
