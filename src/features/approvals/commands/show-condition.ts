import type { Context } from '#platform/context.ts';
import { lockedCase, record, type Caller, type Which } from './case-rows.ts';
import { holderOf, tellAuthority } from './tell.ts';

/** The provider says, and shows, that a condition is met. */
export async function showCondition(ctx: Context, { by, siteUrl }: Caller, { caseId, seen, ...content }: Which & { number: number; text: string; files: readonly string[] }): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const open = await lockedCase(tx, caseId, seen);
    await record(ctx, tx, open, by, 'condition-shown', content);
    await tellAuthority(ctx, tx, caseId, 'condition-shown', null, siteUrl, holderOf(open.row.assessorId));
  });
}
