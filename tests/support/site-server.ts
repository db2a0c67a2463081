/** One demo site for all browser tests; E2E_URL names one that already runs. */
import { buildIfNeeded } from '../../scripts/support/build.ts';
import { startSite } from './site.ts';

export default async function setup(): Promise<() => Promise<void>> {
  if (process.env['E2E_URL']) return async () => {};
  buildIfNeeded();
  const site = await startSite();
  process.env['E2E_URL'] = site.url;
  return () => site.stop();
}
