/** One demo site for all browser tests; E2E_URL names one that already runs. */
import { createServer } from 'node:net';
import { join } from 'node:path';
import { buildIfNeeded } from '../../scripts/support/build.ts';
import { OUTPUT_FILE, startSite } from './site.ts';

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

export default async function setup(): Promise<() => Promise<void>> {
  if (process.env['E2E_URL']) return async () => {};
  buildIfNeeded();
  // Known beforehand and by name: links in letters hold the address, and passkeys belong to a name.
  const port = await freePort();
  const site = await startSite({ PORT: String(port), SITE_URL: `http://localhost:${port}`, LOG_LEVEL: 'debug' });
  process.env['E2E_URL'] = site.url;
  process.env['E2E_OUTPUT'] = join(site.dataDir, OUTPUT_FILE);
  return () => site.stop();
}
