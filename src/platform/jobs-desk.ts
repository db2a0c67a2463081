/** The outbox as an operator sees it: what waits and what failed, by the kind of error alone. */
import { sql } from 'drizzle-orm';
import { rows, type Db } from '#db/client.ts';
import { audit } from './audit.ts';
import type { Context } from './context.ts';
import { EVENT_NAMES, type EventName } from './events.ts';
import { Refused } from './form.ts';
import type { Jobs } from './jobs.ts';

const NAMES = sql.join(EVENT_NAMES.map((each) => sql`${each}`), sql`, `);

export interface JobCounts {
  name: EventName;
  waiting: number;
  running: number;
  /** Failed, and will be tried again by itself. */
  retrying: number;
  /** Given up. */
  failed: number;
}

/** By name, those without any included. */
export async function jobCounts(db: Db): Promise<JobCounts[]> {
  const found = await rows<{ name: string; state: string; n: number }>(db, sql`select name, state::text as state, count(*)::int as n from pgboss.job where name in (${NAMES}) group by 1, 2`);
  const of = (name: string, state: string) => found.find((each) => each.name === name && each.state === state)?.n ?? 0;
  return EVENT_NAMES.map((name) => ({ name, waiting: of(name, 'created'), running: of(name, 'active'), retrying: of(name, 'retry'), failed: of(name, 'failed') }));
}

export interface FailedJob {
  id: string;
  name: EventName;
  state: 'retry' | 'failed';
  attempts: number;
  /** Name of the error's class; its words may tell of people. */
  error: string | null;
  createdAt: Date;
  /** When it is tried again by itself; null: never. */
  nextAt: Date | null;
}

const CLASS_NAME = /^[A-Za-z][\w.]{0,60}$/;
const MOST = 100;

/** Given up ones first, then by age. */
export async function failedJobs(db: Db): Promise<FailedJob[]> {
  const found = await rows<{ id: string; name: EventName; state: 'retry' | 'failed'; attempts: number; error: string | null; created: string; next: string }>(db, sql`
    select id::text as id, name, state::text as state, retry_count as attempts, output->>'name' as error, created_on::text as created, start_after::text as next
    from pgboss.job where name in (${NAMES}) and state in ('retry', 'failed') order by state desc, created_on limit ${MOST}`);
  return found.map(({ created, next, error, ...job }) => ({
    ...job, error: error !== null && CLASS_NAME.test(error) ? error : null, createdAt: new Date(created), nextAt: job.state === 'retry' ? new Date(next) : null,
  }));
}

/** @throws Refused when it has run or is running meanwhile */
export async function retryJob(ctx: Context, jobs: Pick<Jobs, 'retry'>, name: EventName, id: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    if (!(await jobs.retry(tx, name, id))) throw new Refused('conflict', { field: null, reason: 'job-over' });
    await audit(tx, { actor: ctx.actor, action: 'site.retry-job', object: `job:${id}`, detail: { name } });
  });
}
