/** Reads of published results. Nothing here touches reported cells. */
import { sql } from 'drizzle-orm';
import { rows, type Db } from '#db/client.ts';
import type { SourceInfo } from '#features/programmes/queries.ts';
import type { PublishedResult, ReleaseInfo } from './model.ts';

export interface PublishedRow extends PublishedResult {
  providerId: number;
  source: SourceInfo;
  release: ReleaseInfo;
}

interface Row {
  provider_id: number;
  document: PublishedResult;
  source: SourceInfo;
  method_version: string;
  input_hash: string;
  released_at: string | Date;
}

/** All published rows of these providers in their given order, each with its source and release; one query. */
export async function publishedResults(db: Db, providerIds: readonly number[]): Promise<PublishedRow[]> {
  if (providerIds.length === 0) return [];
  const found = await rows<Row>(
    db,
    sql`select r.provider_id, r.document, l.method_version, l.input_hash, l.released_at,
          json_build_object('title', s.title, 'publisher', s.publisher, 'url', s.url, 'retrieved', s.retrieved, 'licence', s.licence) as source
        from published_result r
        join result_release l on l.id = r.release_id
        join source s on s.id = r.source_id
        where r.provider_id in (${sql.join(providerIds.map((id) => sql`${id}`), sql`, `)})
        order by r.provider_id, r.position`,
  );
  return found.map((row) => ({
    ...row.document,
    providerId: row.provider_id,
    source: row.source,
    release: { methodVersion: row.method_version, inputHash: row.input_hash, releasedAt: new Date(row.released_at).toISOString() },
  }));
}
