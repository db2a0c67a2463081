import type { Context } from '#platform/context.ts';
import type { SetCondition } from '../model/events.ts';
import { isFavourable, type Outcome } from '../model/outcome.ts';
import { lockedCase, record, type Caller, type Which } from './case-rows.ts';
import { hear } from './open-hearing.ts';
import { tellAuthority } from './tell.ts';

export interface Recommending extends Which {
  outcome: Outcome;
  reasons: string;
  conditions: readonly SetCondition[];
  /** Given with what is not fully favourable: it goes to hearing at once. */
  facts: string | null;
  deadline: string | null;
}

/** What the assessor proposes; also a measure about an approval. */
export async function recommend(ctx: Context, caller: Caller, { caseId, seen, outcome, reasons, conditions, facts, deadline }: Recommending): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const open = await record(ctx, tx, await lockedCase(tx, caseId, seen), caller.by, 'recommended', { outcome, reasons, conditions });
    if (!isFavourable(outcome)) {
      if (facts !== null) await hear(ctx, tx, open, caller, { facts, reasons, deadline });
      return;
    }
    await tellAuthority(ctx, tx, caseId, 'to-decide', open.row.dueOn, caller.siteUrl, { role: 'decider', not: caller.by.person });
  });
}
