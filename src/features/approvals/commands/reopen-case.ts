import type { Context } from '#platform/context.ts';
import { whileNoOtherIsOpen } from './case-open.ts';
import { lockedCase, record, type Caller, type Which } from './case-rows.ts';
import { tellProvider } from './tell.ts';

/** A decided case is assessed again; what was decided stands until there is a new decision. */
export async function reopenCase(ctx: Context, { by, siteUrl }: Caller, { caseId, seen, reason }: Which & { reason: string }): Promise<void> {
  await whileNoOtherIsOpen(ctx.db.transaction(async (tx) => {
    await record(ctx, tx, await lockedCase(tx, caseId, seen), by, 'reopened', { reason });
    await tellProvider(ctx, tx, caseId, 'reopened', null, siteUrl);
  }));
}
