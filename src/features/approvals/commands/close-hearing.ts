import type { Context } from '#platform/context.ts';
import { lockedCase, record, type Caller, type Which } from './case-rows.ts';

/** Nobody has answered, and the time for it has passed. */
export async function closeHearing(ctx: Context, { by }: Caller, { caseId, seen }: Which): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    await record(ctx, tx, await lockedCase(tx, caseId, seen), by, 'hearing-over', {});
  });
}
