/** Makes reviews public: by the day's duty, or at an operator's command. */
import { randomBytes, randomInt } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { recordset, rows, type Db } from '#db/client.ts';
import { now, today } from '#platform/clock.ts';
import { audit } from '#platform/audit.ts';
import type { Context } from '#platform/context.ts';
import { quarterOf, DIMENSIONS, type Ratings } from '../content.ts';
import { countsOf, leftoverCounts, SMALLEST, type BatchCounts } from '../showing/counts.ts';
import { batchPlan, shuffled } from '../showing/plan.ts';
import { daysBetween } from '../showing/quarters.ts';
import { freezeAndScore } from './score-rows.ts';

export interface Published {
  reviews: number;
  batches: number;
  providers: number;
}

interface PoolStockRow {
  id: string;
  programme: string;
  issued: number;
  /** Last day to send a review; null: not known yet. */
  until: string | null;
  over: boolean;
  open: number;
}

type ReadyRow = Ratings & { id: string; poolId: string };

/** A batch and the reviews in it, in no order. */
interface Batch {
  id: string;
  poolId: string | null;
  counts: BatchCounts;
  reviewIds: string[];
}

interface Lot {
  day: string;
  /** A random whole number from 0 to one less than what it is given. */
  below(limit: number): number;
}

/** Providers of whom something is ready. */
function providersWithReady(db: Db): Promise<{ providerId: number }[]> {
  return rows<{ providerId: number }>(db, sql`select distinct provider_id as "providerId" from review where state = 'ready' order by 1`);
}

/** Nobody redeems in these pools until the transaction is done. */
async function lockedPools(tx: Db, providerId: number, at: Date): Promise<PoolStockRow[]> {
  await tx.execute(sql`select id from review_pool where provider_id = ${providerId} and exists (select 1 from review r where r.pool_id = review_pool.id and r.state = 'ready') order by id for update`);
  return rows<PoolStockRow>(
    tx,
    sql`select p.id, p.programme_code as programme, p.issued, p.redeem_until::date::text as until,
          p.state in ('ended', 'expired') or coalesce(p.redeem_until <= ${at.toISOString()}::timestamptz, false) as over,
          (select count(*)::int from review o where o.pool_id = p.id and o.state in ('waiting', 'held') and o.batch_id is null) as open
        from review_pool p where p.provider_id = ${providerId} and exists (select 1 from review r where r.pool_id = p.id and r.state = 'ready') order by p.id`,
  );
}

function readyReviews(tx: Db, poolIds: readonly string[]): Promise<ReadyRow[]> {
  const columns = sql.raw(DIMENSIONS.join(', '));
  return rows<ReadyRow>(tx, sql`select id, pool_id as "poolId", ${columns} from review where state = 'ready' and pool_id in (select r.id from ${recordset(poolIds.map((id) => ({ id })), 'id text')}) order by id for update`);
}

const newId = () => randomBytes(12).toString('base64url');

/** What becomes public now, and what is only counted. Pure but for the lots it draws. */
function batchesOf(pools: readonly PoolStockRow[], ready: readonly ReadyRow[], { day, below }: Lot): Batch[] {
  const batches: Batch[] = [];
  const leftovers: ReadyRow[] = [];
  for (const { id, programme, issued, until, over, open } of pools) {
    const own = ready.filter((each) => each.poolId === id);
    const plan = batchPlan({ ready: own.length, open, issued, endedDaysAgo: over ? Math.max(0, daysBetween(until ?? day, day)) : null });
    if (plan.what === 'totals') leftovers.push(...own);
    if (plan.what !== 'publish') continue;
    const chosen = shuffled(own, below).slice(plan.keep);
    batches.push({ id: newId(), poolId: id, counts: countsOf(programme, chosen), reviewIds: chosen.map((each) => each.id) });
  }
  if (leftovers.length >= SMALLEST) batches.push({ id: newId(), poolId: null, counts: leftoverCounts(leftovers), reviewIds: leftovers.map((each) => each.id) });
  return batches;
}

async function writeBatches(tx: Db, providerId: number, batches: readonly Batch[], day: string): Promise<void> {
  const quarter = quarterOf(day);
  const batchRows = batches.map(({ id, poolId, counts, reviewIds }) => ({ id, pool: poolId, counts, size: reviewIds.length }));
  await tx.execute(sql`
    insert into review_batch (id, provider_id, pool_id, published_on, quarter, size, counts)
    select r.id, ${providerId}::int, r.pool, ${day}::date, ${quarter}, r.size, r.counts from ${recordset(batchRows, 'id text, pool text, counts jsonb, size int')}`);
  const members = batches.flatMap(({ id, poolId, reviewIds }) => reviewIds.map((review) => ({ review, batch: id, totals: poolId === null })));
  // Dated by the quarter of publication, as its own could tell one review of a batch from the others.
  await tx.execute(sql`
    update review v set state = 'published', batch_id = r.batch, quarter = ${quarter}, totals_only = r.totals, shown_text = case when r.totals then null else v.shown_text end
    from ${recordset(members, 'review text, batch text, totals boolean')} where r.review = v.id and v.state = 'ready'`);
}

/** One provider in one transaction: its batches, its figures, the record and the event. */
async function publishProvider(ctx: Context, providerId: number, lot: Lot): Promise<Batch[]> {
  return ctx.db.transaction(async (tx) => {
    const pools = await lockedPools(tx, providerId, now());
    const batches = batchesOf(pools, await readyReviews(tx, pools.map((each) => each.id)), lot);
    if (batches.length === 0) return [];
    await writeBatches(tx, providerId, batches, lot.day);
    await freezeAndScore(tx, providerId, quarterOf(lot.day));
    await audit(tx, { actor: ctx.actor, action: 'reviews.publish', object: `provider:${providerId}`, detail: { batches: batches.map(({ id, reviewIds }) => ({ id, size: reviewIds.length })) } });
    await ctx.outbox.send(tx, 'providers.changed', { providerIds: [providerId] });
    return batches;
  });
}

/**
 * All that can become public today (trust.md section 2, step 7). May be run again at any time: what is public stays, and
 * what is too little waits.
 * @param below for data that must come out the same every time; default: the system's own lots
 */
export async function publishBatches(ctx: Context, below: Lot['below'] = (limit) => randomInt(limit)): Promise<Published> {
  const lot = { day: today(), below };
  const sum: Published = { reviews: 0, batches: 0, providers: 0 };
  for (const { providerId } of await providersWithReady(ctx.db)) {
    const batches = await publishProvider(ctx, providerId, lot);
    sum.batches += batches.length;
    sum.reviews += batches.reduce((n, each) => n + each.reviewIds.length, 0);
    if (batches.length > 0) sum.providers += 1;
  }
  return sum;
}
