/** Reads about providers. Database handle first; rows ready for a view. */
import { eq } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
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
