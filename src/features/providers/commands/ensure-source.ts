import { sql } from 'drizzle-orm';
import { rows, type Db } from '#db/client.ts';

export interface SourceDetails {
  title: string;
  publisher: string;
  url?: string | undefined;
  /** YYYY-MM-DD */
  retrieved?: string | undefined;
  licence?: string | undefined;
}

export interface StoredSource extends SourceDetails {
  id: number;
}

/** A source is the same when title and publisher are the same. */
export async function findSource(db: Db, source: Pick<SourceDetails, 'title' | 'publisher'>): Promise<StoredSource | null> {
  const [found] = await rows<{ id: number; url: string | null; retrieved: string | null; licence: string | null }>(
    db,
    sql`select id, url, retrieved::text as retrieved, licence from source
        where title = ${source.title} and publisher = ${source.publisher}`,
  );
  if (!found) return null;
  return {
    id: found.id, title: source.title, publisher: source.publisher,
    url: found.url ?? undefined, retrieved: found.retrieved ?? undefined, licence: found.licence ?? undefined,
  };
}

/** Makes the source if it does not exist; what an existing one says of itself stays. */
export async function ensureSource(tx: Db, source: SourceDetails, at: Date): Promise<number> {
  const { title, publisher, url = null, retrieved = null, licence = null } = source;
  const [made] = await rows<{ id: number }>(
    tx,
    sql`insert into source (title, publisher, url, retrieved, licence, created_at)
        values (${title}, ${publisher}, ${url}, ${retrieved}::date, ${licence}, ${at.toISOString()}::timestamptz)
        on conflict (title, publisher) do nothing returning id`,
  );
  if (made) return made.id;
  const found = await findSource(tx, source);
  if (!found) throw new Error('a source that could be neither made nor found');
  return found.id;
}

export async function updateSource(tx: Db, id: number, source: SourceDetails): Promise<void> {
  const { url = null, retrieved = null, licence = null } = source;
  await tx.execute(sql`update source set url = ${url}, retrieved = ${retrieved}::date, licence = ${licence} where id = ${id}`);
}

/** Takes back a source that an abandoned import made, if nothing came of it. @returns whether it is gone */
export async function removeUnusedSource(tx: Db, id: number, madeAt: Date): Promise<boolean> {
  const gone = await rows(
    tx,
    sql`delete from source s where s.id = ${id} and s.created_at = ${madeAt.toISOString()}::timestamptz
        and not exists (select 1 from provider_version v where v.source_id = s.id)
        and not exists (select 1 from reported_result r where r.source_id = s.id)
        and not exists (select 1 from catalogue_import i where i.source_id = s.id)
        and not exists (select 1 from published_result p where p.source_id = s.id)
        returning id`,
  );
  return gone.length > 0;
}
