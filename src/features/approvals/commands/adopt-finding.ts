import { Refused } from '#platform/form.ts';
import type { Context } from '#platform/context.ts';
import type { CaseEntry } from '../model/events.ts';
import { adoptableFindings } from '../queries/adoptable.ts';
import { lockedCase, record, type Caller, type Which } from './case-rows.ts';

/**
 * Takes over what another authority found of the same provider by the same version of the standard, and says so. Only from
 * a case that is decided, so from what is public. @throws Refused when there is none
 */
export async function adoptFinding(ctx: Context, { by }: Caller, { caseId, seen, fromCaseId, criterion }: Which & { fromCaseId: number; criterion: string }): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const open = await lockedCase(tx, caseId, seen);
    const found = (await adoptableFindings(tx, open.row)).find((each) => each.caseId === fromCaseId && each.criterion === criterion);
    if (!found) throw new Refused('invalid', { field: 'fromCaseId', reason: 'case-not-adoptable' });
    const content: CaseEntry<'finding'>['content'] = {
      criterion, score: found.score, grounds: found.grounds, evidence: null, files: [],
      adoptedFrom: { applicationId: found.caseId, seq: found.seq, authorityId: found.authorityId, authority: found.authority },
    };
    await record(ctx, tx, open, by, 'finding', content);
  });
}
