/** The outbox and its worker: pg-boss on either engine. */
import { sql } from 'drizzle-orm';
import { fromDrizzle, fromPglite, PgBoss } from 'pg-boss';
import { rows, type Db, type OpenDatabase } from '#db/client.ts';
import { now } from './clock.ts';
import type { Outbox } from './context.ts';
import { EVENT_NAMES, type EventName, type Events } from './events.ts';
import { log, speakable } from './log.ts';

export type EventHandlers = { [N in EventName]: (data: Events[N]) => Promise<void> };

export interface Jobs extends Outbox {
  /** Starts draining, and the daily event. A handler that throws is tried again with growing pauses, for about a day. */
  work(handlers: EventHandlers): Promise<void>;
  /** Tries one again at once, that has been given up or waits for its next try. @returns whether there was such a one */
  retry(tx: Db, name: EventName, id: string): Promise<boolean>;
  /** Resolves when nothing waits or runs; for commands and tests. */
  idle(): Promise<void>;
  /** Lets running handlers finish. */
  stop(): Promise<void>;
}

const RETRIES = { retryLimit: 20, retryDelay: 2, retryBackoff: true, retryDelayMax: 3600, expireInSeconds: 900 };

export async function openJobs(open: OpenDatabase): Promise<Jobs> {
  const boss = new PgBoss(
    open.pglite
      ? { db: fromPglite(open.pglite as never), backend: 'pglite', useListenNotify: true }
      : { connectionString: open.url as string, max: 3, useListenNotify: true },
  );
  boss.on('error', (error: unknown) => log.error({ error: String(error) }, 'jobs'));
  await boss.start();
  for (const name of EVENT_NAMES) await boss.createQueue(name, { ...RETRIES, notify: true } as never);

  return {
    async send(tx, name, data) {
      await boss.send(name, data, { db: fromDrizzle(tx as never, sql) });
    },
    async work(handlers) {
      for (const name of EVENT_NAMES) {
        const handle = handlers[name] as (data: object) => Promise<void>;
        await boss.work<object>(
          name,
          { batchSize: 1, burstWhenBatchFull: true, notifyPollingIntervalSeconds: 5, pollingIntervalSeconds: 2 } as never,
          async (jobs) => {
            for (const job of jobs) {
              try {
                await handle(job.data);
              } catch (error) {
                log.error({ event: name, job: job.id, error: String(error), cause: String((error as Error).cause ?? '') }, 'job failed');
                // The queue keeps it.
                throw speakable(error);
              }
            }
          },
        );
      }
      await boss.schedule('day.began', '5 0 * * *', {}, { tz: 'Europe/Copenhagen' });
      await boss.send('day.began', {}, { singletonKey: 'start' });
      await boss.schedule('hour.began', '17 * * * *', {});
    },
    async retry(tx, name, id) {
      await boss.retry(name, id, { db: fromDrizzle(tx as never, sql) });
      // The library has no word for one that waits for its next try.
      const due = await rows<{ id: string }>(tx, sql`
        update pgboss.job set start_after = ${now().toISOString()}::timestamptz where name = ${name} and id = ${id}::uuid and state = 'retry' returning id::text as id`);
      return due.length > 0;
    },
    async idle() {
      for (;;) {
        const [waiting] = await rows<{ n: number }>(
          open.db,
          sql`select count(*)::int as n from pgboss.job where state in ('created', 'retry', 'active') and name in (${sql.join(EVENT_NAMES.map((each) => sql`${each}`), sql`, `)})`,
        );
        if (waiting?.n === 0) return;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    async stop() {
      await boss.stop({ graceful: true, timeout: 10_000 });
    },
  };
}
