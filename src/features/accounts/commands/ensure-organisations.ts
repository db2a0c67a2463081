import { sql } from 'drizzle-orm';
import { recordset, rows, type Db } from '#db/client.ts';

export interface NewOrganisation {
  scheme: string;
  /** In its compact form: the same number is the same organisation however a file spells it. */
  value: string;
  name: string;
}

/**
 * Makes the organisations that do not exist yet; leaves the others as they are.
 * @param at when the new ones were made
 * @returns their ids, in the order given
 */
export async function ensureOrganisations(tx: Db, organisations: readonly NewOrganisation[], at: Date): Promise<number[]> {
  const wanted = organisations.map((each, n) => ({ n, ...each }));
  await tx.execute(sql`
    insert into organisation (scheme, value, name, created_at)
    select r.scheme, r.value, r.name, ${at.toISOString()}::timestamptz
    from ${recordset(wanted, 'n int, scheme text, value text, name text')} order by r.n
    on conflict (scheme, value) do nothing`);
  const found = await rows<{ id: number }>(
    tx,
    sql`select o.id from ${recordset(wanted, 'n int, scheme text, value text')}
        join organisation o on o.scheme = r.scheme and o.value = r.value order by r.n`,
  );
  return found.map((each) => each.id);
}
