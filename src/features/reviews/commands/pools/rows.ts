/** What the commands of pools have in common: the locked row, its entry in the public log, and what follows. */
import { eq, sql } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import { reviewPool } from '#db/schema/index.ts';
import { audit } from '#platform/audit.ts';
import type { Context } from '#platform/context.ts';
import { DomainError } from '#platform/errors.ts';
import { appendPublic } from '#platform/public-log/append.ts';
import type { PublicKind } from '#platform/public-log/entry.ts';
import { factsOf, poolById, type Pool, type PoolRow } from '#features/reviews/pools/queries.ts';

/** For the rest of the transaction. @throws DomainError not-found */
export async function lockPool(tx: Db, poolId: string): Promise<Pool> {
  await tx.execute(sql`select 1 from review_pool where id = ${poolId} for update`);
  const found = await poolById(tx, poolId);
  if (!found) throw new DomainError('not-found', 'There is no such pool.');
  return found;
}

type Change = Partial<Omit<PoolRow, 'id' | 'revision'>>;

/**
 * Row and audit entry, and what pages show of the provider follows.
 * @returns the pool as it is now
 */
export async function changePool(ctx: Context, tx: Db, pool: Pool, change: Change, action: string, detail: Record<string, unknown> = {}): Promise<Pool> {
  const [row] = await tx.update(reviewPool).set({ ...change, revision: sql`${reviewPool.revision} + 1` }).where(eq(reviewPool.id, pool.id)).returning();
  if (!row) throw new Error('The pool was not written.');
  await audit(tx, { actor: ctx.actor, action: `pool.${action}`, object: `pool:${pool.id}`, detail });
  await ctx.outbox.send(tx, 'providers.changed', { providerIds: [pool.providerId] });
  return { ...pool, ...row };
}

/** Last in a transaction, as it locks the log. Numbers and names of organisations alone. */
export async function tellPublic(ctx: Context, tx: Db, pool: Pool, kind: PublicKind, event: string): Promise<number> {
  const moment = (at: Date | null) => at?.toISOString() ?? null;
  const { index } = await appendPublic(ctx, tx, {
    kind,
    subject: `review-pool:${pool.id}`,
    document: {
      event, pool: pool.id, ...factsOf(pool), issuer: pool.issuer, providerSlug: pool.slug, programmeCode: pool.programmeCode, keyId: pool.keyId, spki: pool.spki,
      stays: pool.stays, staysDisputed: pool.staysDisputed, issueFrom: moment(pool.issueFrom), issueUntil: moment(pool.issueUntil),
      ...(kind === 'review-pool' ? {} : { issued: pool.issued, invited: pool.invited, redeemed: pool.redeemed, redeemFrom: moment(pool.redeemFrom), redeemUntil: moment(pool.redeemUntil) }),
    },
  });
  return index;
}
