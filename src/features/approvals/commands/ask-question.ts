import { today } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { addWorkingDays } from '../clocks.ts';
import { lockedCase, record, type Caller, type Which } from './case-rows.ts';
import { tellProvider } from './tell.ts';

/** @param given.deadline null: the standard's */
export async function askQuestion(ctx: Context, { by, siteUrl }: Caller, given: Which & { text: string; deadline: string | null }): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const open = await lockedCase(tx, given.caseId, given.seen);
    const deadline = given.deadline ?? addWorkingDays(today(), open.present.limits.reply);
    await record(ctx, tx, open, by, 'asked', { text: given.text, deadline });
    await tellProvider(ctx, tx, given.caseId, 'asked', deadline, siteUrl);
  });
}
