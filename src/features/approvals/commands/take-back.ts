import type { Context } from '#platform/context.ts';
import { lockedCase, record, type Caller, type Which } from './case-rows.ts';
import { tellAuthority } from './tell.ts';

/** A recommendation goes back to be assessed again; a measure is dropped. */
export async function takeBack(ctx: Context, { by, siteUrl }: Caller, { caseId, seen, reason }: Which & { reason: string }): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const { row } = await record(ctx, tx, await lockedCase(tx, caseId, seen), by, 'taken-back', { reason });
    if (row.assessorId !== null && row.assessorId !== by.person) await tellAuthority(ctx, tx, caseId, 'returned', null, siteUrl, { person: row.assessorId });
  });
}
