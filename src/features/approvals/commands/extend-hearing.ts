import type { Context } from '#platform/context.ts';
import { lockedCase, record, type Caller, type Which } from './case-rows.ts';
import { tellProvider } from './tell.ts';

export async function extendHearing(ctx: Context, { by, siteUrl }: Caller, { caseId, seen, deadline }: Which & { deadline: string }): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    await record(ctx, tx, await lockedCase(tx, caseId, seen), by, 'hearing-extended', { deadline });
    await tellProvider(ctx, tx, caseId, 'hearing-extended', deadline, siteUrl);
  });
}
