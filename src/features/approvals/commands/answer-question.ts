import type { Context } from '#platform/context.ts';
import { lockedCase, record, type Caller, type Which } from './case-rows.ts';
import { holderOf, tellAuthority } from './tell.ts';

/** `files`: ids of files that have been taken in. */
export async function answerQuestion(ctx: Context, { by, siteUrl }: Caller, { caseId, seen, text, files }: Which & { text: string; files: readonly string[] }): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const open = await lockedCase(tx, caseId, seen);
    await record(ctx, tx, open, by, 'answered', { text, files });
    await tellAuthority(ctx, tx, caseId, 'answered', null, siteUrl, holderOf(open.row.assessorId));
  });
}
