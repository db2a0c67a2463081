import type { Context } from '#platform/context.ts';
import { lockedCase, record, type Caller, type Which } from './case-rows.ts';
import { tellAuthority } from './tell.ts';

export interface Treatment {
  number: number;
  accepted: boolean;
  how: string;
}

/** Says of each fact that the party corrected how it was dealt with. */
export async function treatCorrections(ctx: Context, { by, siteUrl }: Caller, { caseId, seen, corrections }: Which & { corrections: readonly Treatment[] }): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    let open = await lockedCase(tx, caseId, seen);
    for (const each of corrections) open = await record(ctx, tx, open, by, 'correction-treated', each);
    const { application } = open.present;
    if (application.state === 'heard' && application.corrections.length === 0) await tellAuthority(ctx, tx, caseId, 'to-decide', open.row.dueOn, siteUrl, { role: 'decider', not: by.person });
  });
}
