/** Takes files one after the other until it is killed; for tests of what is left then. Says `ready` first. */
import { openEmbedded } from '#db/client.ts';
import { takeFile } from '#platform/files/commands/take-file.ts';
import { diskStore } from '#platform/files/disk.ts';
import { contextOf } from './catalogue.ts';

const [dataDir = '', organisation = ''] = process.argv.slice(2);
const open = await openEmbedded(dataDir);
const bytes = new Uint8Array(3_000_000).fill(65);
process.stdout.write('ready\n');
for (let n = 0; ; n++) {
  const files = { store: diskStore(`${dataDir}/files`), inspect: async () => ({ ok: true as const, kind: 'csv' as const, bytes }), scan: null };
  await takeFile(contextOf(open.db), files, { organisationId: Number(organisation), name: `${n}.csv`, bytes });
  process.stdout.write('.');
}
