/**
 * The running site: what `open.ts` puts together once a process. Kept on globalThis because the start script and the
 * built pages are two module graphs in one process, and there must be one database connection and one search index.
 */
import type { Db, OpenDatabase } from '#db/client.ts';
import type { Context } from '#platform/context.ts';
import type { Env } from '#platform/env.ts';
import type { Files } from '#platform/files/service.ts';
import type { Jobs } from '#platform/jobs.ts';
import type { IssuerPort } from '#features/reviews/issuer-port.ts';
import type { Register } from '#features/regions/register.ts';
import type { SearchEngine } from '#features/search/model.ts';
import type { Accounts } from './accounts.ts';

/** With `identity`, `post` and `limiter`. */
export interface Runtime extends Accounts {
  env: Env;
  open: OpenDatabase;
  db: Db;
  jobs: Jobs;
  engine: SearchEngine;
  files: Files;
  /** Who signs review tokens, another program. null: this site takes no stays. */
  issuer: IssuerPort | null;
  /** Replaced whole when an import brings new places or groups: read it anew for each request. */
  register: Register;
  /** For commands that pages run. */
  context(actor: string): Context;
  /** Told of providers whose projection changed, and `null` when everything may have. */
  onChange: Set<(providerIds: readonly number[] | null) => void>;
  /** After the demonstration's clock was moved: does what a new day and hour bring. null: no demonstration, or another process does it. */
  passTime: (() => Promise<void>) | null;
  close(): Promise<void>;
}

const KEY = Symbol.for('vejviser.runtime');
type Holder = { [KEY]?: Runtime };

export function setRuntime(runtime: Runtime | undefined): void {
  (globalThis as Holder)[KEY] = runtime;
}

export function runtime(): Runtime {
  const present = (globalThis as Holder)[KEY];
  if (!present) throw new Error('The site is not started: run `npm start` or `npm run dev`.');
  return present;
}
