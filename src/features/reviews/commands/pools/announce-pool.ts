import { now } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { Refused } from '#platform/form.ts';
import type { IssuerPort } from '#features/reviews/issuer-port.ts';
import { addDays, firstIssue, MAX_ISSUE_AFTER_DAYS, MIN_ISSUE_AFTER_DAYS } from '#features/reviews/pools/model.ts';
import { poolById } from '#features/reviews/pools/queries.ts';
import { ensureKey } from './open-pool.ts';
import { tellIssuer } from './register-stays.ts';
import { changePool, lockPool, tellPublic } from './rows.ts';

/** When the pool closes, by the days that it stays open after its last start; never sooner than there is time to answer. */
export function closingDay(toDay: string, days: number, at: Date): Date {
  const wished = addDays(new Date(`${toDay}T22:00:00Z`), days);
  const soonest = addDays(firstIssue(at), MIN_ISSUE_AFTER_DAYS);
  return wished < soonest ? soonest : wished;
}

/**
 * Key, pool and M go into the public log; a day later the first may collect. The issuing organisation does it, so no one
 * issues who has not agreed to.
 * @param openDays after the last day of starts
 */
export async function announcePool(ctx: Context, issuer: IssuerPort, { poolId, openDays }: { poolId: string; openDays: number }): Promise<void> {
  if (openDays < MIN_ISSUE_AFTER_DAYS || openDays > MAX_ISSUE_AFTER_DAYS) throw new Refused('invalid', { field: 'openDays', reason: openDays < MIN_ISSUE_AFTER_DAYS ? 'too-small' : 'too-large', params: { limit: openDays < MIN_ISSUE_AFTER_DAYS ? MIN_ISSUE_AFTER_DAYS : MAX_ISSUE_AFTER_DAYS } });
  const found = await poolById(ctx.db, poolId);
  if (found) await ensureKey(ctx, issuer, found);
  const pool = await ctx.db.transaction(async (tx) => {
    const present = await lockPool(tx, poolId);
    if (present.state !== 'registering') throw new Refused('conflict', { field: null, reason: 'changed-meanwhile' });
    if (present.stays === 0) throw new Refused('conflict', { field: null, reason: 'pool-no-stays' });
    const at = now();
    const issueFrom = firstIssue(at);
    const changed = await changePool(ctx, tx, present, { state: 'announced', issueFrom, issueUntil: closingDay(present.toDay, openDays, at), staysDeclaredAt: at }, 'announce', { stays: present.stays });
    const logIndex = await tellPublic(ctx, tx, changed, 'review-pool', 'announced');
    await ctx.outbox.send(tx, 'pool.declared', { poolId });
    return changePool(ctx, tx, changed, { logIndex }, 'log', { logIndex });
  });
  if (pool.issueFrom) await tellIssuer(issuer, pool, pool.issueFrom);
}
