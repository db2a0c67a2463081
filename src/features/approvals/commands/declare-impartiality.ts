import type { Db } from '#db/client.ts';
import type { Context } from '#platform/context.ts';
import { lockedCase, record, type Caller, type OpenCase, type Which } from './case-rows.ts';

export interface Declaration {
  impartial: boolean;
  statement: string | null;
}

/** Says for oneself, before doing anything in the case, whether anything stands in the way (forvaltningsloven § 3). */
export async function declareImpartiality(ctx: Context, { by }: Caller, { caseId, seen, ...said }: Which & Declaration): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    await record(ctx, tx, await lockedCase(tx, caseId, seen), by, 'impartiality', said);
  });
}

/** In another command: with the same form, and only where it is not said already. */
export async function declared(ctx: Context, tx: Db, open: OpenCase, { by }: Caller, impartial: boolean): Promise<OpenCase> {
  return !impartial || open.present.impartial[by.person] === true ? open : record(ctx, tx, open, by, 'impartiality', { impartial: true, statement: null });
}
