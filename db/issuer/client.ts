/** Opens the issuer's own database: embedded in a folder of its own, or Postgres. */
import { PGlite } from '@electric-sql/pglite';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite';
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator';
import { drizzle as drizzlePostgres } from 'drizzle-orm/postgres-js';
import { migrate as migratePostgres } from 'drizzle-orm/postgres-js/migrator';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { ADVISORY_LOCK } from '../advisory-locks.ts';
import { takeLock } from '../lock.ts';
import * as schema from './schema.ts';

export type IssuerDb = PgDatabase<PgQueryResultHKT, typeof schema>;

export interface OpenIssuerDatabase {
  db: IssuerDb;
  close(): Promise<void>;
}

const MIGRATIONS = join(import.meta.dirname, 'migrations');
/** Small tables: less than a site needs. */
const BUFFERS = '16MB';

/** @param url postgres://… */
export async function openIssuerPostgres(url: string): Promise<OpenIssuerDatabase> {
  const single = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await single`select pg_advisory_lock(${ADVISORY_LOCK.migrate})`;
    await migratePostgres(drizzlePostgres(single, { schema }), { migrationsFolder: MIGRATIONS });
    await single`select pg_advisory_unlock(${ADVISORY_LOCK.migrate})`;
  } finally {
    await single.end({ timeout: 5 });
  }
  const client = postgres(url, { max: 10, onnotice: () => {}, connection: { jit: 'off' } as never });
  return { db: drizzlePostgres(client, { schema }), close: () => client.end({ timeout: 5 }) };
}

/** @param folder null: in memory. @throws DatabaseInUse when a living process holds the folder */
export async function openIssuerEmbedded(folder: string | null): Promise<OpenIssuerDatabase> {
  if (folder !== null) mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = folder === null ? null : takeLock(folder);
  try {
    const pglite = await PGlite.create({ ...(folder === null ? {} : { dataDir: join(folder, 'database') }), startParams: [...PGlite.defaultStartParams, '-c', `shared_buffers=${BUFFERS}`] });
    const db = drizzlePglite(pglite, { schema });
    await migratePglite(db, { migrationsFolder: MIGRATIONS });
    return {
      db,
      async close() {
        await pglite.close();
        lock?.release();
      },
    };
  } catch (error) {
    lock?.release();
    throw error;
  }
}
