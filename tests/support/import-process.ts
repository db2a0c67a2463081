/**
 * An import in a process of its own, to be killed: `node import-process.ts ENGINE PLACE FILE`. Says a line for each
 * step on standard output, the last one with its report.
 */
import { openEmbedded, openPostgres } from '#db/client.ts';
import { importCatalogue } from '#features/catalogue/commands/import-catalogue.ts';
import { fileSource } from '#features/catalogue/remote.ts';
import { contextOf } from './catalogue.ts';

const [engine = '', place = '', file = ''] = process.argv.slice(2);
const open = await (engine === 'postgres' ? openPostgres(place) : openEmbedded(place));
const say = (line: unknown) => process.stdout.write(`${JSON.stringify(line)}\n`);
const report = await importCatalogue(contextOf(open.db), fileSource(file), { dryRun: false, partial: false, onProgress: say });
say({ phase: 'done', outcome: report.outcome, peakMb: process.resourceUsage().maxRSS / 1024 });
await open.close();
