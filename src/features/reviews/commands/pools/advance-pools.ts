/** Pools go on by the clock: hourly, and whenever the demonstration's clock was moved. Each step may be repeated. */
import { now } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { log } from '#platform/log.ts';
import type { IssuerPort, PoolAtIssuer } from '#features/reviews/issuer-port.ts';
import { addDays, extendedUntil, longerPeriod, minimumToClose, redemptionOf, stepDue, type Step } from '#features/reviews/pools/model.ts';
import { isTakenUntil, livingPools, poolById, type Pool } from '#features/reviews/pools/queries.ts';
import { countStays, takesStays, tellIssuer } from './register-stays.ts';
import { changePool, lockPool, tellPublic } from './rows.ts';

/** Locked, and only where the step is still the next one: another process may have done it. */
async function inStep(ctx: Context, poolId: string, step: Step, go: (tx: Context['db'], pool: Pool) => Promise<unknown>): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const present = await lockPool(tx, poolId);
    if (stepDue(present, now()) === step) await go(tx, present);
  });
}

/** Another quarter of stays, unless a later pool has them already, and as much longer to collect: never a second pool beside it. */
async function extend(ctx: Context, issuer: IssuerPort, pool: Pool): Promise<void> {
  await inStep(ctx, pool.id, 'close', async (tx, present) => {
    if (!present.issueFrom || !present.issueUntil) return;
    const wished = longerPeriod(present.toDay);
    const toDay = (await isTakenUntil(tx, present, wished)) ? present.toDay : wished;
    const issueUntil = extendedUntil(present.issueFrom, present.issueUntil, now());
    const changed = await changePool(ctx, tx, present, { toDay, issueUntil, extended: present.extended + 1 }, 'extend', { toDay });
    await tellPublic(ctx, tx, changed, 'review-pool', 'extended');
  });
  const longer = await poolById(ctx.db, pool.id);
  if (longer) await tellIssuer(issuer, longer, now());
}

async function close(ctx: Context, issuer: IssuerPort, pool: Pool): Promise<void> {
  const answer = await issuer.close(pool.id, minimumToClose(pool.issueFrom ?? now(), now()));
  if (!answer.closed || answer.issued === null) return extend(ctx, issuer, pool);
  const { issued, invited } = answer;
  await inStep(ctx, pool.id, 'close', async (tx, present) => {
    const changed = await changePool(ctx, tx, present, { state: 'closed', issued, invited, ...redemptionOf(now()) }, 'close', { issued, invited });
    await tellPublic(ctx, tx, changed, 'review-pool-closed', 'closed');
  });
}

async function take(ctx: Context, issuer: IssuerPort, pool: Pool, step: Step): Promise<void> {
  switch (step) {
    case 'issue':
      return inStep(ctx, pool.id, step, (tx, present) => changePool(ctx, tx, present, { state: 'issuing' }, 'issue'));
    case 'close':
      return close(ctx, issuer, pool);
    case 'redeem':
      return inStep(ctx, pool.id, step, (tx, present) => changePool(ctx, tx, present, { state: 'redeeming' }, 'redeem'));
    case 'end':
      return inStep(ctx, pool.id, step, async (tx, present) => {
        const changed = await changePool(ctx, tx, present, { state: 'ended' }, 'end', { redeemed: present.redeemed });
        await tellPublic(ctx, tx, changed, 'review-pool-closed', 'ended');
      });
    case 'expire':
      await issuer.expire(pool.id);
      return inStep(ctx, pool.id, step, async (tx, present) => {
        const changed = await changePool(ctx, tx, present, { state: 'expired' }, 'expire');
        await tellPublic(ctx, tx, changed, 'review-pool-expired', 'expired');
      });
  }
}

/** What the issuer has and the site lacks, and the other way round, as after a crash between the two. */
async function agree(ctx: Context, issuer: IssuerPort, pool: Pool, there: PoolAtIssuer): Promise<void> {
  if (!takesStays(pool)) return;
  if (there.registered > pool.stays) await countStays(ctx, issuer, pool.id, there.registered);
  else if (there.announced < pool.stays && pool.state !== 'registering') await tellIssuer(issuer, pool, addDays(now(), 1));
  if (there.invited !== pool.invited) {
    await ctx.db.transaction(async (tx) => {
      const present = await lockPool(tx, pool.id);
      await changePool(ctx, tx, present, { invited: there.invited }, 'count-invited', { invited: there.invited });
    });
  }
}

async function advance(ctx: Context, issuer: IssuerPort, poolId: string, there: PoolAtIssuer | undefined): Promise<void> {
  const first = await poolById(ctx.db, poolId);
  if (first && there) await agree(ctx, issuer, first, there);
  // After a long pause several steps are due; a pool that was made longer has the same step again, later.
  for (let steps = 0; steps < 5; steps++) {
    const pool = await poolById(ctx.db, poolId);
    const step = pool ? stepDue(pool, now()) : null;
    if (!pool || step === null) return;
    await take(ctx, issuer, pool, step);
  }
}

/** One pool, as far as the clock asks for. */
export async function advancePool(ctx: Context, issuer: IssuerPort, poolId: string): Promise<void> {
  await advance(ctx, issuer, poolId, (await issuer.stateOf([poolId]))[poolId]);
}

/** One pool that cannot go on does not hold up the others: the next hour tries again. */
export async function advancePools(ctx: Context, issuer: IssuerPort): Promise<void> {
  const pools = await livingPools(ctx.db);
  if (pools.length === 0) return;
  const waiting = pools.filter(takesStays).map(({ id }) => id);
  const states = await issuer.stateOf(waiting).catch((error: unknown) => {
    log.error({ error: String(error) }, 'the issuer does not answer');
    return {};
  });
  for (const { id } of pools) {
    try {
      await advance(ctx, issuer, id, (states as Record<string, PoolAtIssuer>)[id]);
    } catch (error) {
      log.error({ pool: id, error: String(error), cause: String((error as Error).cause ?? '') }, 'a pool could not go on');
    }
  }
}
