import { reviewCode } from '#db/schema/index.ts';
import type { Context } from '#platform/context.ts';
import { Refused } from '#platform/form.ts';
import { codeHash, newCode } from '#features/reviews/codes.ts';
import { printedCodes } from '#features/reviews/pools/queries.ts';
import { changePool, lockPool } from './rows.ts';

/**
 * Codes for sealed envelopes. They are told here and never again: the site keeps their hashes.
 * @throws Refused when there would be more codes than stays
 */
export async function printCodes(ctx: Context, { poolId, count }: { poolId: string; count: number }): Promise<string[]> {
  return ctx.db.transaction(async (tx) => {
    const present = await lockPool(tx, poolId);
    if (present.state !== 'announced' && present.state !== 'issuing') throw new Refused('conflict', { field: null, reason: 'pool-closed' });
    const left = present.stays - (await printedCodes(tx, poolId));
    if (count > left) throw new Refused('invalid', { field: 'count', reason: 'too-large', params: { limit: left } });
    const codes = Array.from({ length: count }, newCode);
    await tx.insert(reviewCode).values(codes.map((code) => ({ hash: codeHash(code) ?? '', poolId })));
    await changePool(ctx, tx, present, {}, 'print-codes', { count });
    return codes;
  });
}
