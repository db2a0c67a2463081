import { sqlState } from '#db/client.ts';
import type { Context } from '#platform/context.ts';
import { Refused } from '#platform/form.ts';
import { lockedCase, record, type Caller, type Which } from './case-rows.ts';
import { tellProvider } from './tell.ts';

/** A decided case is assessed again; what was decided stands until there is a new decision. */
export async function reopenCase(ctx: Context, { by, siteUrl }: Caller, { caseId, seen, reason }: Which & { reason: string }): Promise<void> {
  await ctx.db
    .transaction(async (tx) => {
      await record(ctx, tx, await lockedCase(tx, caseId, seen), by, 'reopened', { reason });
      await tellProvider(ctx, tx, caseId, 'reopened', null, siteUrl);
    })
    .catch((error: unknown) => {
      // Another application of the same provider by the same standard is open there.
      throw sqlState(error) === '23505' ? new Refused('conflict', { field: null, reason: 'case-open' }) : error;
    });
}
