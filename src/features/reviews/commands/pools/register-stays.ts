import { now } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { Refused } from '#platform/form.ts';
import type { IssuerPort, RegisterAnswer, StayRow } from '#features/reviews/issuer-port.ts';
import { firstIssue } from '#features/reviews/pools/model.ts';
import { factsOf, type Pool } from '#features/reviews/pools/queries.ts';
import { ensureKey } from './open-pool.ts';
import { changePool, lockPool, tellPublic } from './rows.ts';

/** Stays may come as long as somebody can still collect. */
export const takesStays = ({ state }: Pick<Pool, 'state'>): boolean => state === 'registering' || state === 'announced' || state === 'issuing';

/** What the issuer has to know of a pool in the public log. @param from when those that are new may collect */
export async function tellIssuer(issuer: IssuerPort, pool: Pool, from: Date): Promise<void> {
  if (pool.issueUntil === null) return;
  await issuer.announce({ poolId: pool.id, stays: pool.stays, issueFrom: from.toISOString(), issueUntil: pool.issueUntil.toISOString(), facts: factsOf(pool) });
}

/**
 * M as the issuer has counted it. Of a pool in the public log a larger M goes there first; those who are new may collect a
 * day later, and the provider is asked anew.
 */
export async function countStays(ctx: Context, issuer: IssuerPort, poolId: string, registered: number): Promise<Pool> {
  const pool = await ctx.db.transaction(async (tx) => {
    const present = await lockPool(tx, poolId);
    if (registered <= present.stays || !takesStays(present)) return present;
    const announced = present.state !== 'registering';
    const asked = announced ? { staysDeclaredAt: now(), staysConfirmedAt: null, staysDisputedAt: null, staysDisputed: null } : {};
    const changed = await changePool(ctx, tx, present, { stays: registered, ...asked }, 'register-stays', { stays: registered });
    if (announced) {
      await ctx.outbox.send(tx, 'pool.declared', { poolId });
      await tellPublic(ctx, tx, changed, 'review-pool', 'raised');
    }
    return changed;
  });
  if (pool.state !== 'registering') await tellIssuer(issuer, pool, firstIssue(now()));
  return pool;
}

/**
 * Stays go on to the issuer; of them the site keeps the number and nothing else. Sent twice, they count once.
 * @param stays checked by `readStays` @throws Refused conflict when the pool no longer takes any
 */
export async function registerStays(ctx: Context, issuer: IssuerPort, poolId: string, stays: readonly StayRow[]): Promise<RegisterAnswer> {
  const pool = await ctx.db.transaction((tx) => lockPool(tx, poolId));
  if (!takesStays(pool)) throw new Refused('conflict', { field: null, reason: 'pool-closed' });
  await ensureKey(ctx, issuer, pool);
  const answer = await issuer.register(poolId, stays);
  await countStays(ctx, issuer, poolId, answer.registered);
  return answer;
}
