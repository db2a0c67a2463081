import type { Context } from '#platform/context.ts';
import type { DecisionContent } from '../model/events.ts';
import type { Outcome } from '../model/outcome.ts';
import type { ProviderLetter } from '../letters.ts';
import { lockedWithOthers, othersInForce, record, type Caller, type Which } from './case-rows.ts';
import { declared } from './declare-impartiality.ts';
import { requireApart } from './staff.ts';
import { tellProvider } from './tell.ts';

const LETTER: Partial<Record<Outcome, ProviderLetter>> = { suspend: 'suspended', withdraw: 'withdrawn', reinstate: 'reinstated' };

/**
 * Decides, gives the approval or takes it, and publishes the decision: all of it or nothing.
 * @param given.impartial the decider says so in the same form
 * @throws Refused by the name of the rule; conflict when somebody else has decided meanwhile
 */
export async function decide(ctx: Context, caller: Caller, { caseId, seen, impartial, ...given }: Which & { impartial: boolean } & DecisionContent): Promise<void> {
  const gives = given.outcome === 'approve' || given.outcome === 'conditions';
  // A form may hold a period although the answer is no.
  const content = gives ? given : { ...given, validFrom: null, validTo: null };
  await ctx.db.transaction(async (tx) => {
    const open = await declared(ctx, tx, await lockedWithOthers(tx, caseId, seen), caller, impartial);
    // Whoever was named may have been given a part in the authority's own services since.
    if (open.row.competitor && open.present.namedDecider === caller.by.person) await requireApart(tx, open.row.authorityId, caller.by.person, null);
    if (content.validFrom !== null) {
      for (const other of await othersInForce(tx, open.row, content.validFrom)) await record(ctx, tx, other, caller.by, 'replaced', { from: content.validFrom, applicationId: caseId });
    }
    const { entries } = await record(ctx, tx, open, caller.by, 'decided', content);
    await tellProvider(ctx, tx, caseId, LETTER[content.outcome] ?? 'decided', entries.at(-1)?.on ?? null, caller.siteUrl);
  });
}
