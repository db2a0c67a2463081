/**
 * Opens the database: the embedded engine (PGlite in a folder, with a lock file) or a real Postgres.
 * Both give the same `Db`. Inside a transaction use only `tx`: the embedded engine has one connection and would wait for ever.
 */
import { PGlite } from '@electric-sql/pglite';
import { sql, type SQL } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite';
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator';
import { drizzle as drizzlePostgres } from 'drizzle-orm/postgres-js';
import { migrate as migratePostgres } from 'drizzle-orm/postgres-js/migrator';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { takeLock, type DatabaseLock } from './lock.ts';
import * as schema from './schema/index.ts';
import { ADVISORY_LOCK } from './advisory-locks.ts';

export type Db = PgDatabase<PgQueryResultHKT, typeof schema>;
export type { DatabaseLock } from './lock.ts';
export { schema };

export interface OpenDatabase {
  db: Db;
  engine: 'embedded' | 'postgres';
  /** For pg-boss, which brings its own adapter for each engine. */
  pglite: PGlite | null;
  url: string | null;
  lock: DatabaseLock | null;
  close(): Promise<void>;
}

const MIGRATIONS = join(import.meta.dirname, 'migrations');

/** @param url postgres://… @param maxConnections per process. Migrates under an advisory lock. */
export async function openPostgres(url: string, maxConnections = 10): Promise<OpenDatabase> {
  const single = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await single`select pg_advisory_lock(${ADVISORY_LOCK.migrate})`;
    await migratePostgres(drizzlePostgres(single, { schema }), { migrationsFolder: MIGRATIONS });
    await single`select pg_advisory_unlock(${ADVISORY_LOCK.migrate})`;
  } finally {
    await single.end({ timeout: 5 });
  }
  // Just-in-time compilation costs a hundred times what it saves on our short queries.
  const client = postgres(url, { max: maxConnections, onnotice: () => {}, connection: { jit: 'off' } as never });
  return {
    db: drizzlePostgres(client, { schema }),
    engine: 'postgres',
    pglite: null,
    url,
    lock: null,
    close: () => client.end({ timeout: 5 }),
  };
}

/** A quarter of the default: the rest would be memory that a site on one machine never uses (measured: 120 MB less). */
const EMBEDDED_BUFFERS = '32MB';

/** @param folder where the database lives; null: in memory. @throws DatabaseInUse when a living process holds the folder. */
export async function openEmbedded(folder: string | null): Promise<OpenDatabase> {
  let lock: DatabaseLock | null = null;
  if (folder !== null) {
    mkdirSync(folder, { recursive: true });
    lock = takeLock(folder);
  }
  try {
    const pglite = await PGlite.create({
      ...(folder === null ? {} : { dataDir: join(folder, 'database') }),
      startParams: [...PGlite.defaultStartParams, '-c', `shared_buffers=${EMBEDDED_BUFFERS}`],
    });
    const db = drizzlePglite(pglite, { schema });
    await migratePglite(db, { migrationsFolder: MIGRATIONS });
    return {
      db,
      engine: 'embedded',
      pglite,
      url: null,
      lock,
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

/** Rows of raw SQL, whichever engine answers. */
export async function rows<T>(db: Db, query: SQL): Promise<T[]> {
  const answer = (await db.execute(query)) as unknown as T[] | { rows: T[] };
  return Array.isArray(answer) ? answer : answer.rows;
}

/** `json_to_recordset` insert source: one parameter for any number of rows, about three times as fast as `values`. */
export function recordset(records: readonly Record<string, unknown>[], columns: string): SQL {
  return sql`json_to_recordset(${JSON.stringify(records)}::json) as r(${sql.raw(columns)})`;
}

/** The SQLSTATE behind a failed query, such as 23505 for a broken unique constraint; null for other errors. */
export function sqlState(error: unknown): string | null {
  for (let each: unknown = error; each instanceof Error; each = each.cause) {
    const code: unknown = (each as { code?: unknown }).code;
    if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)) return code;
  }
  return null;
}
