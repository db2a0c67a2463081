/** People of an authority who may be given a part in a case. */
import { rows, type Db } from '#db/client.ts';
import { sql } from 'drizzle-orm';
import { Refused } from '#platform/form.ts';

/** @throws Refused for somebody who is not a caseworker there */
export async function requireCaseworker(tx: Db, authorityId: number, person: string): Promise<void> {
  const [found] = await rows<{ ok: boolean }>(
    tx,
    sql`select exists (select 1 from membership m join person q on q.id = m.person_id where m.person_id = ${person} and m.organisation_id = ${authorityId}
        and m.role in ('assessor', 'decider') and m.ended_at is null and q.erased_at is null) as ok`,
  );
  if (!found?.ok) throw new Refused('invalid', { field: 'person', reason: 'choose' });
}

/** A decider who has no part in what the authority itself offers. @param field of the form that names the person @throws Refused */
export async function requireApart(tx: Db, authorityId: number, person: string, field: string | null): Promise<void> {
  const found = await rows<{ role: string }>(tx, sql`select role from membership where person_id = ${person} and organisation_id = ${authorityId} and ended_at is null`);
  if (!found.some(({ role }) => role === 'decider')) throw new Refused('invalid', { field, reason: 'choose' });
  if (found.some(({ role }) => role === 'owner' || role === 'editor' || role === 'reporter')) throw new Refused('invalid', { field, reason: 'case-decider-not-apart' });
}
