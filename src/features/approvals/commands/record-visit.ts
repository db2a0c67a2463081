import type { Context } from '#platform/context.ts';
import { today } from '#platform/clock.ts';
import { Refused } from '#platform/form.ts';
import { lockedCase, record, type Caller, type Which } from './case-rows.ts';
import { tellProvider } from './tell.ts';

/** A supervision visit that was made. */
export async function recordVisit(ctx: Context, { by, siteUrl }: Caller, { caseId, seen, ...content }: Which & { on: string; announced: boolean; observations: string; files: readonly string[] }): Promise<void> {
  if (content.on > today()) throw new Refused('invalid', { field: 'on', reason: 'date-future' });
  await ctx.db.transaction(async (tx) => {
    await record(ctx, tx, await lockedCase(tx, caseId, seen), by, 'visited', content);
    await tellProvider(ctx, tx, caseId, 'visit', content.on, siteUrl);
  });
}
