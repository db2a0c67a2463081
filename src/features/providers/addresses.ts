/** Which provider pages there are, in slices: for the sitemap, whose memory must not grow with the catalogue. */
import { sql } from 'drizzle-orm';
import { rows, type Db } from '#db/client.ts';

/** Ids in one slice. With five languages and their cross-references a slice is about two megabytes of sitemap. */
export const SLICE = 500;

/** A provider with a published profile; invented ones are for trying out, not for search engines. */
const listed = sql`from provider p join organisation o on o.id = p.organisation_id where p.version_id is not null and o.scheme <> 'demo'`;

/** Numbers of the slices that hold at least one provider, ascending. */
export async function providerSlices(db: Db): Promise<number[]> {
  const found = await rows<{ slice: number }>(db, sql`select distinct p.id / ${SLICE}::int as slice ${listed} order by slice`);
  return found.map((row) => row.slice);
}

/** Slugs of one slice, in order of id. */
export async function slugsOfSlice(db: Db, slice: number): Promise<string[]> {
  const found = await rows<{ slug: string }>(
    db,
    sql`select p.slug ${listed} and p.id >= ${slice * SLICE}::int and p.id < ${(slice + 1) * SLICE}::int order by p.id`,
  );
  return found.map((row) => row.slug);
}
