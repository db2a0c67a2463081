import { now } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { Refused, sameVersion } from '#platform/form.ts';
import { changePool, lockPool, tellPublic } from './rows.ts';

/** @param stays that the provider saw and speaks of @param own its own count; null: it agrees */
export interface StaysAnswer {
  poolId: string;
  stays: number;
  own: number | null;
}

/**
 * What the provider says of M, told to everybody. It may think again until the pool closes.
 * @throws Refused conflict when M is another by now, or the pool is closed
 */
export async function answerStays(ctx: Context, { poolId, stays, own }: StaysAnswer): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const present = await lockPool(tx, poolId);
    if (present.state !== 'announced' && present.state !== 'issuing') throw new Refused('conflict', { field: null, reason: 'pool-closed' });
    sameVersion(stays, present.stays);
    if (own === stays) throw new Refused('invalid', { field: 'own', reason: 'pool-same-number' });
    const change = own === null ? { staysConfirmedAt: now(), staysDisputedAt: null, staysDisputed: null } : { staysConfirmedAt: null, staysDisputedAt: now(), staysDisputed: own };
    const changed = await changePool(ctx, tx, present, change, own === null ? 'confirm-stays' : 'dispute-stays', { stays, own });
    await tellPublic(ctx, tx, changed, 'review-pool', own === null ? 'stays-confirmed' : 'stays-disputed');
  });
}
