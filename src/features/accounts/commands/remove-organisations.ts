import { sql } from 'drizzle-orm';
import { sqlState, type Db } from '#db/client.ts';

const FOREIGN_KEY_VIOLATION = '23503';

/**
 * Takes back organisations that an abandoned command made: only those of that moment, and only if nothing points to them.
 * @param madeAt the command's own time, which it gave to every organisation it made
 */
export async function removeOrganisations(tx: Db, ids: readonly number[], madeAt: Date): Promise<void> {
  if (ids.length === 0) return;
  try {
    await tx.transaction((inner) =>
      inner.execute(sql`
        delete from organisation where created_at = ${madeAt.toISOString()}::timestamptz
        and id in (select value::int from json_array_elements_text(${JSON.stringify(ids)}::json))`),
    );
  } catch (error) {
    // Somebody began to use one of them meanwhile: an organisation without a provider shows nowhere, so all may stay.
    if (sqlState(error) !== FOREIGN_KEY_VIOLATION) throw error;
  }
}
