import { eq } from 'drizzle-orm';
import { authority } from '#db/schema/index.ts';
import { today } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import type { Register } from '#features/regions/register.ts';
import { runCheck } from '#features/standards/checks.ts';
import { readCheckFacts } from '#features/standards/facts.ts';
import { criteriaOf } from '#features/standards/model.ts';
import type { CheckResult } from '../model/events.ts';
import { aroundCase } from '../queries/around.ts';
import { lockedCase, record, type Caller, type Which } from './case-rows.ts';

/** What a machine can see of the standard in what is published, kept with what it looked at. @returns how many criteria were looked at */
export async function runChecks(ctx: Context, { by }: Caller, register: Pick<Register, 'expand'>, { caseId, seen }: Which): Promise<number> {
  return ctx.db.transaction(async (tx) => {
    const open = await lockedCase(tx, caseId, seen);
    const around = await aroundCase(tx, caseId);
    const [place] = await tx.select({ area: authority.area }).from(authority).where(eq(authority.organisationId, open.row.authorityId));
    const facts = (await readCheckFacts(tx, [open.row.providerId], { area: place?.area ?? null, register, day: today() })).get(open.row.providerId);
    if (around === null || facts === undefined) return 0;
    const results = criteriaOf(around.standard.document).flatMap(({ criterion: { code, check } }): CheckResult[] => {
      if (check === undefined) return [];
      const { outcome, reason, inputs } = runCheck(check, facts);
      return [{ criterion: code, outcome, reason, check, inputs }];
    });
    if (results.length > 0) await record(ctx, tx, open, by, 'checked', { results });
    return results.length;
  });
}
