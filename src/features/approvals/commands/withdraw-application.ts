import type { Context } from '#platform/context.ts';
import { lockedCase, record, type Caller, type Which } from './case-rows.ts';
import { holderOf, tellAuthority } from './tell.ts';

/** The applicant takes the application back; not once it has been decided. */
export async function withdrawApplication(ctx: Context, { by, siteUrl }: Caller, { caseId, seen, reason }: Which & { reason: string | null }): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const open = await lockedCase(tx, caseId, seen);
    await record(ctx, tx, open, by, 'withdrawn', { reason });
    await tellAuthority(ctx, tx, caseId, 'application-withdrawn', null, siteUrl, holderOf(open.row.assessorId));
  });
}
