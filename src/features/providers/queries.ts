/** Reads about providers. Database handle first; rows ready for a view. */
import { eq, sql } from 'drizzle-orm';
import { recordset, rows, type Db } from '#db/client.ts';
import { formerSlug, provider } from '#db/schema/index.ts';

/** Where a provider that once had this slug is now, or null. */
export async function presentSlug(db: Db, former: string): Promise<string | null> {
  const [row] = await db
    .select({ slug: provider.slug })
    .from(formerSlug)
    .innerJoin(provider, eq(provider.id, formerSlug.providerId))
    .where(eq(formerSlug.slug, former));
  return row?.slug ?? null;
}

/** What the database knows of a provider when a source speaks of it. */
export interface StoredProvider {
  /** Index in the list asked for. */
  n: number;
  providerId: number;
  claimed: boolean;
  /** Hash of this source's current version, and of its latest proposal to a claimed profile. */
  currentHash: string | null;
  proposalHash: string | null;
}

/** @param sourceId null: a source that is not stored yet. Organisation numbers that are not stored give no row. */
export async function storedProviders(
  db: Db,
  sourceId: number | null,
  organisations: readonly { scheme: string; value: string }[],
): Promise<StoredProvider[]> {
  const wanted = organisations.map(({ scheme, value }, n) => ({ n, scheme, value }));
  return rows<StoredProvider>(
    db,
    sql`select r.n, p.id as "providerId", p.claimed_at is not null as claimed,
          (select v.hash from provider_version v
            where v.provider_id = p.id and v.source_id = ${sourceId}::int and v.state = 'current') as "currentHash",
          (select v.hash from provider_version v
            where v.provider_id = p.id and v.source_id = ${sourceId}::int and v.state = 'proposal' order by v.id desc limit 1) as "proposalHash"
        from ${recordset(wanted, 'n int, scheme text, value text')}
        join organisation o on o.scheme = r.scheme and o.value = r.value
        join provider p on p.organisation_id = o.id order by r.n`,
  );
}
