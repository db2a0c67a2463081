/** The visitor's list as the address has it, with names. */
import { sql } from 'drizzle-orm';
import { rows, type Db } from '#db/client.ts';
import { knownPicks, readPicks, type TrayItem } from './tray.ts';

/** Closed providers stay on a list; those that were never published or are gone drop out. No query without a pick. */
export async function pickedProviders(db: Db, params: URLSearchParams): Promise<TrayItem[]> {
  const picks = readPicks(params);
  if (picks.length === 0) return [];
  const found = await rows<TrayItem>(
    db,
    sql`select p.slug, v.profile->>'name' as name from provider p join provider_version v on v.id = p.version_id
        where p.slug in (${sql.join(picks.map((slug) => sql`${slug}`), sql`, `)})`,
  );
  return knownPicks(picks, found);
}
