/**
 * Keeps an engine, and whoever wants to know, abreast of the projection: every process follows the change sequence,
 * so a crash between commit and index loses nothing.
 */
import { sql } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import { log } from '#platform/log.ts';
import type { SearchEngine } from './model.ts';
import { allSummaries, changedIds, lastChange, summariesSince } from './queries.ts';
import { ADVISORY_LOCK } from '#db/advisory-locks.ts';

export interface FollowOptions {
  /** Before changes go into the index: whoever keeps registers in memory looks whether theirs are still the present ones. */
  beforeApply?(): unknown;
  /** After the index has them: providers whose summary changed; null: anything may have. Errors are logged. */
  onChange?(providerIds: readonly number[] | null): void | Promise<void>;
  /** Of what pages show and summaries do not hold: when it is another than before, anything may have changed. */
  stamp?(): Promise<string>;
}

export interface Follower {
  /** Resolves when everything committed before the call is in the index. @throws what went wrong */
  catchUp(): Promise<void>;
  /** Waits for what is under way. */
  stop(): Promise<void>;
}

const BATCH = 500;

/** Applies changes to the index in commit order. @returns whether it was made anew */
async function applyChanges(db: Db, engine: SearchEngine, before: FollowOptions['beforeApply']): Promise<boolean> {
  const position = await engine.position();
  const last = await lastChange(db);
  // Nothing in it, or of another database: made anew. What is committed meanwhile comes after the number taken first.
  const anew = position === null || position > last;
  if (anew) await engine.rebuild(allSummaries(db), last);
  for (;;) {
    const changes = await summariesSince(db, (await engine.position()) ?? 0, BATCH);
    const newest = changes.at(-1);
    if (!newest) return anew;
    await before?.();
    await engine.upsert(changes.flatMap((change) => change.summary ?? []));
    await engine.remove(changes.flatMap((change) => (change.summary === null ? [change.providerId] : [])));
    await engine.moveTo(newest.seq);
  }
}

/** A shared index is written under a lock, so that no older state of a provider comes last. */
async function apply(db: Db, engine: SearchEngine, before: FollowOptions['beforeApply']): Promise<boolean> {
  if (!engine.shared) return applyChanges(db, engine, before);
  // Before the transaction: the embedded database has one connection, and what is called here may read with it.
  await before?.();
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${ADVISORY_LOCK.index})`);
    return applyChanges(tx, engine, undefined);
  });
}

/**
 * Fills the engine, then looks for changes.
 * @param intervalMs how soon a change made by another process is seen
 */
export async function followSummaries(db: Db, engine: SearchEngine, { onChange, beforeApply, stamp }: FollowOptions, intervalMs: number): Promise<Follower> {
  let told = 0;
  let stamped = await stamp?.();
  const tell = async (anew: boolean) => {
    const position = (await engine.position()) ?? 0;
    const present = await stamp?.();
    const all = anew || present !== stamped || position < told;
    if (position === told && !all) return;
    const ids = all ? null : await changedIds(db, told, position);
    told = position;
    stamped = present;
    try {
      if (ids === null || ids.length > 0) await onChange?.(ids);
    } catch (error) {
      log.error({ error: String(error) }, 'a listener to search changes failed');
    }
  };

  // One round at a time; whoever asks while one runs gets the next, since that one may have looked already.
  let queue: Promise<unknown> = Promise.resolve();
  let next: Promise<void> | null = null;
  const catchUp = (): Promise<void> => {
    next ??= queue.then(async () => {
      next = null;
      await tell(await apply(db, engine, beforeApply));
    });
    queue = next.catch(() => {});
    return next;
  };

  await apply(db, engine, beforeApply);
  told = (await engine.position()) ?? 0;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const wait = () => {
    if (!stopped) timer = setTimeout(() => void poll(), intervalMs).unref();
  };
  const poll = async () => {
    try {
      await catchUp();
    } catch (error) {
      log.error({ error: String(error), cause: String((error as Error).cause ?? '') }, 'search did not follow');
    }
    wait();
  };
  wait();
  return {
    catchUp,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await queue;
    },
  };
}
