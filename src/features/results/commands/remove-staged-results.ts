import { sql } from 'drizzle-orm';
import { rows, type Db } from '#db/client.ts';

/**
 * Takes back up to `limit` staged results of an abandoned import.
 * @returns how many there were; 0: none are left
 */
export async function removeStagedResults(tx: Db, importId: number, limit: number): Promise<number> {
  const gone = await rows<{ result_id: number }>(
    tx,
    sql`delete from reported_result_version where id in (
          select id from reported_result_version where import_id = ${importId} and state = 'staged' order by id limit ${limit})
        returning result_id`,
  );
  if (gone.length === 0) return 0;
  await tx.execute(sql`
    delete from reported_result r
    where r.id in (select value::int from json_array_elements_text(${JSON.stringify(gone.map((each) => each.result_id))}::json))
    and not exists (select 1 from reported_result_version v where v.result_id = r.id)`);
  return gone.length;
}
