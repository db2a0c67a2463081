import type { Context } from '#platform/context.ts';
import { lockedCase, record, type Caller, type Which } from './case-rows.ts';
import { tellProvider } from './tell.ts';

/** Points something out to the provider; changes nothing by itself. */
export async function sendNotice(ctx: Context, { by, siteUrl }: Caller, { caseId, seen, text }: Which & { text: string }): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    await record(ctx, tx, await lockedCase(tx, caseId, seen), by, 'notice', { text });
    await tellProvider(ctx, tx, caseId, 'notice', null, siteUrl);
  });
}
