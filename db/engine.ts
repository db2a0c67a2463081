/** Which engine is behind a handle, for the few places where it matters. */
import type { Sql } from 'postgres';
import type { Db } from './client.ts';

interface Client {
  /** Of Postgres: its pool. null: the embedded engine, which works on this process's own thread. */
  pool: Sql | null;
  /** One object a database in this process. */
  identity: object;
}

export function clientOf(db: Db): Client {
  const { $client } = db as unknown as { $client: object };
  return { pool: 'reserve' in $client ? ($client as Sql) : null, identity: $client };
}
