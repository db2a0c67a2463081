/** Store, inspection and scanner of this site, put together once at boot. */
import type { Env } from '#platform/env.ts';
import { clamd, type Scan } from './clamd.ts';
import type { Inspected } from './inspect/outcome.ts';
import { inspectApart } from './inspect/run.ts';
import { openFileStore, type FileStore } from './store.ts';

export interface Files {
  store: FileStore;
  inspect(bytes: Uint8Array, name: string): Promise<Inspected>;
  /** Null: the site has no scanner, so files stay in quarantine until an operator releases them. */
  scan: Scan | null;
}

export function openFiles(env: Env): Files {
  return { store: openFileStore(env), inspect: inspectApart, scan: env.CLAMD === undefined ? null : clamd(env.CLAMD) };
}
