import type { Context } from '#platform/context.ts';
import { lockedCase, record, type Caller, type Which } from './case-rows.ts';
import { tellProvider } from './tell.ts';

export async function judgeCondition(ctx: Context, { by, siteUrl }: Caller, { caseId, seen, ...content }: Which & { number: number; met: boolean; grounds: string }): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const { present } = await record(ctx, tx, await lockedCase(tx, caseId, seen), by, 'condition-judged', content);
    const due = present.conditions.find(({ number }) => number === content.number)?.dueOn ?? null;
    await tellProvider(ctx, tx, caseId, content.met ? 'condition-met' : 'condition-returned', due, siteUrl);
  });
}
