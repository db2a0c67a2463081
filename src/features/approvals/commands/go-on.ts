import type { Context } from '#platform/context.ts';
import { lockedCase, record, type Caller, type Which } from './case-rows.ts';

/** Goes on without an answer, once the time for it has passed. */
export async function goOn(ctx: Context, { by }: Caller, { caseId, seen }: Which): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    await record(ctx, tx, await lockedCase(tx, caseId, seen), by, 'unanswered', {});
  });
}
