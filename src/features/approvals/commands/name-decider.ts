import type { Context } from '#platform/context.ts';
import { lockedCase, record, type Caller, type Which } from './case-rows.ts';
import { requireApart } from './staff.ts';

/** Where the authority is itself a competitor: who decides, and how that person stands apart from its own services. */
export async function nameDecider(ctx: Context, { by }: Caller, { caseId, seen, ...content }: Which & { person: string; apart: string }): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const open = await lockedCase(tx, caseId, seen);
    await requireApart(tx, open.row.authorityId, content.person, 'person');
    await record(ctx, tx, open, by, 'decider-named', content);
  });
}
