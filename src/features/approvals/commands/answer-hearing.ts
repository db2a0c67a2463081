import type { Context } from '#platform/context.ts';
import type { Correction } from '../model/events.ts';
import { lockedCase, record, type Caller, type Which } from './case-rows.ts';
import { holderOf, tellAuthority } from './tell.ts';

/** What the party says to facts and reasons, with the facts that are wrong, each to be dealt with. */
export async function answerHearing(ctx: Context, { by, siteUrl }: Caller, { caseId, seen, ...content }: Which & { text: string; corrections: readonly Correction[]; files: readonly string[] }): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const open = await lockedCase(tx, caseId, seen);
    await record(ctx, tx, open, by, 'hearing-answered', content);
    await tellAuthority(ctx, tx, caseId, 'hearing-answered', null, siteUrl, holderOf(open.row.assessorId));
  });
}
