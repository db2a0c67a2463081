import type { Context } from '#platform/context.ts';
import { lockedCase, record, type Caller, type Which } from './case-rows.ts';
import { tellProvider } from './tell.ts';

export async function extendCondition(ctx: Context, { by, siteUrl }: Caller, { caseId, seen, ...content }: Which & { number: number; dueOn: string; grounds: string }): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    await record(ctx, tx, await lockedCase(tx, caseId, seen), by, 'condition-extended', content);
    await tellProvider(ctx, tx, caseId, 'condition-due', content.dueOn, siteUrl);
  });
}
