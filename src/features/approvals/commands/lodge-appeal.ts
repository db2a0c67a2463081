import { today } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { addWorkingDays } from '../clocks.ts';
import { lockedCase, record, type Caller, type Which } from './case-rows.ts';
import { tellAuthority, tellProvider } from './tell.ts';

/** Until it is answered another person than the one who decided looks at the case; the standard's time to decide holds. */
export async function lodgeAppeal(ctx: Context, { by, siteUrl }: Caller, { caseId, seen, text }: Which & { text: string }): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const open = await lockedCase(tx, caseId, seen);
    const { present } = await record(ctx, tx, open, by, 'appeal-lodged', { text });
    const due = addWorkingDays(today(), present.limits.decision);
    await tellProvider(ctx, tx, caseId, 'appeal-received', due, siteUrl);
    await tellAuthority(ctx, tx, caseId, 'appealed', due, siteUrl, { role: 'decider', not: present.decision?.decidedBy ?? null });
  });
}
