import type { Context } from '#platform/context.ts';
import { lockedCase, record, type Caller, type Which } from './case-rows.ts';
import { requireCaseworker } from './staff.ts';
import { tellAuthority } from './tell.ts';

/** Gives a case to somebody, who says to be impartial before doing anything in it. */
export async function assignCase(ctx: Context, { by, siteUrl }: Caller, { caseId, seen, person }: Which & { person: string }): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const open = await lockedCase(tx, caseId, seen);
    await requireCaseworker(tx, open.row.authorityId, person);
    const { row } = await record(ctx, tx, open, by, 'assigned', { person });
    if (person !== by.person) await tellAuthority(ctx, tx, caseId, 'assigned', row.dueOn, siteUrl, { person });
  });
}
