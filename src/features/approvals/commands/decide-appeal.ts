import type { Context } from '#platform/context.ts';
import type { EventContent } from '../model/events.ts';
import { whileNoOtherIsOpen } from './case-open.ts';
import { lockedWithOthers, othersInForce, record, type Caller, type Which } from './case-rows.ts';
import { declared } from './declare-impartiality.ts';
import { requireApart } from './staff.ts';
import { tellProvider } from './tell.ts';

/**
 * What came of an appeal, by the authority itself or by whom it was sent on to. Recorded by another person than the ones
 * who prepared and made the decision. @throws Refused by the name of the rule
 */
export async function decideAppeal(ctx: Context, caller: Caller, { caseId, seen, impartial, ...given }: Which & { impartial: boolean } & EventContent<'appeal-decided'>): Promise<void> {
  await whileNoOtherIsOpen(ctx.db.transaction(async (tx) => {
    const open = await declared(ctx, tx, await lockedWithOthers(tx, caseId, seen), caller, impartial);
    // Where the authority competes, nobody with a part in its own services says no to an appeal either.
    if (open.row.competitor) await requireApart(tx, open.row.authorityId, caller.by.person, null);
    const { appeal } = open.present;
    const gives = given.result === 'upheld' && appeal.state === 'lodged' && appeal.against.outcome === 'refuse';
    // A form may hold a period although nothing is given.
    const content = gives ? given : { ...given, validFrom: null, validTo: null };
    if (content.validFrom !== null) {
      for (const other of await othersInForce(tx, open.row, content.validFrom)) await record(ctx, tx, other, caller.by, 'replaced', { from: content.validFrom, applicationId: caseId });
    }
    await record(ctx, tx, open, caller.by, 'appeal-decided', content);
    await tellProvider(ctx, tx, caseId, 'appeal-decided', null, caller.siteUrl);
  }));
}
