/** What the machine checks of a standard say about a provider just now; kept nowhere. */
import type { Db } from '#db/client.ts';
import type { Register } from '#features/regions/register.ts';
import { runCheck, type CheckResult } from '#features/standards/checks.ts';
import { readCheckFacts } from '#features/standards/facts.ts';
import { criteriaOf, type StandardDocument } from '#features/standards/model.ts';

/** By code of the criterion. @param area of the authority; null: not known */
export async function checksOfProvider(db: Db, providerId: number, document: StandardDocument, register: Pick<Register, 'expand'>, area: string | null, day: string): Promise<Map<string, CheckResult>> {
  const facts = (await readCheckFacts(db, [providerId], { area, register, day })).get(providerId);
  return new Map(criteriaOf(document).flatMap(({ criterion: { code, check } }) => (check === undefined || facts === undefined ? [] : [[code, runCheck(check, facts)] as const])));
}
