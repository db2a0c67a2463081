import type { Context } from '#platform/context.ts';
import { lockedCase, record, type Caller, type Which } from './case-rows.ts';

/** What matters and came by mouth (offentlighedsloven § 13). */
export async function note(ctx: Context, { by }: Caller, { caseId, seen, text }: Which & { text: string }): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    await record(ctx, tx, await lockedCase(tx, caseId, seen), by, 'noted', { text });
  });
}
