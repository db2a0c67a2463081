import { sql } from 'drizzle-orm';
import { recordset, type Db } from '#db/client.ts';

export async function renameOrganisations(tx: Db, names: readonly { id: number; name: string }[]): Promise<void> {
  if (names.length === 0) return;
  await tx.execute(sql`
    update organisation o set name = r.name from ${recordset(names, 'id int, name text')} where o.id = r.id`);
}
