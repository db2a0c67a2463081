/**
 * One holder at a time for work that must not run twice at once, over all processes on one database.
 * Postgres: a session's advisory lock, so the server frees it when the holder dies. The embedded engine has one
 * process, which its lock file makes sure of: a note in that process's memory is enough.
 */
import type { ReservedSql, Sql } from 'postgres';
import type { Db } from './client.ts';
import { clientOf } from './engine.ts';

const POLL_MS = 200;
const REGISTRY = Symbol.for('vejviser.exclusive');
type Registry = WeakMap<object, Set<number>>;

export interface Exclusive {
  release(): Promise<void>;
}

/**
 * @param key from `advisory-locks.ts`
 * @param waitMs how long to wait for another holder; 0: do not wait
 * @returns null when the other still holds it
 */
export async function holdExclusive(db: Db, key: number, waitMs: number, onWait: () => void = () => {}): Promise<Exclusive | null> {
  const { pool, identity } = clientOf(db);
  const attempt = pool ? await sessionLock(pool, key) : memoryLock(identity, key);
  const until = performance.now() + waitMs;
  let taken = false;
  try {
    for (let first = true; ; first = false) {
      taken = await attempt.take();
      if (taken) return { release: attempt.release };
      if (performance.now() >= until) return null;
      if (first) onWait();
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  } finally {
    if (!taken) attempt.giveUp();
  }
}

interface Attempt {
  take(): Promise<boolean>;
  release(): Promise<void>;
  giveUp(): void;
}

async function sessionLock(pool: Sql, key: number): Promise<Attempt> {
  const session: ReservedSql = await pool.reserve();
  return {
    async take() {
      const [row] = await session<{ taken: boolean }[]>`select pg_try_advisory_lock(${key}) as taken`;
      return row?.taken === true;
    },
    async release() {
      try {
        await session`select pg_advisory_unlock(${key})`;
      } finally {
        session.release();
      }
    },
    giveUp: () => session.release(),
  };
}

function memoryLock(client: object, key: number): Attempt {
  // Scripts and the built site may hold two copies of this module: the note belongs to the process.
  const holder = globalThis as { [REGISTRY]?: Registry };
  const registry = (holder[REGISTRY] ??= new WeakMap());
  const held = registry.get(client) ?? new Set<number>();
  registry.set(client, held);
  return {
    async take() {
      if (held.has(key)) return false;
      held.add(key);
      return true;
    },
    async release() {
      held.delete(key);
    },
    giveUp() {},
  };
}
