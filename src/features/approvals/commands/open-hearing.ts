import type { Db } from '#db/client.ts';
import { today } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { addWorkingDays } from '../clocks.ts';
import { lockedCase, record, type Caller, type OpenCase, type Which } from './case-rows.ts';
import { tellProvider } from './tell.ts';

export interface HearingDraft {
  facts: string;
  reasons: string;
  /** null: the standard's. */
  deadline: string | null;
}

/** In another command's transaction. */
export async function hear(ctx: Context, tx: Db, open: OpenCase, { by, siteUrl }: Caller, { facts, reasons, deadline: given }: HearingDraft): Promise<OpenCase> {
  const deadline = given ?? addWorkingDays(today(), open.present.limits.hearing);
  const next = await record(ctx, tx, open, by, 'hearing-opened', { facts, reasons, deadline });
  await tellProvider(ctx, tx, open.row.id, 'hearing', deadline, siteUrl);
  return next;
}

/** The party sees facts and draft reasons before anything that is not fully favourable (forvaltningsloven § 19). */
export async function openHearing(ctx: Context, caller: Caller, { caseId, seen, ...draft }: Which & HearingDraft): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    await hear(ctx, tx, await lockedCase(tx, caseId, seen), caller, draft);
  });
}
