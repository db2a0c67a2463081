import type { Context } from '#platform/context.ts';
import { lockedCase, record, type Caller, type Which } from './case-rows.ts';
import type { Declaration } from './declare-impartiality.ts';

/** Takes a case oneself and says to be impartial, in one. Who is not says so, and does not get it. @returns whether it was taken */
export async function takeCase(ctx: Context, { by }: Caller, { caseId, seen, ...said }: Which & Declaration): Promise<boolean> {
  return ctx.db.transaction(async (tx) => {
    const open = await record(ctx, tx, await lockedCase(tx, caseId, seen), by, 'impartiality', said);
    if (!said.impartial) return false;
    await record(ctx, tx, open, by, 'assigned', { person: by.person });
    return true;
  });
}
