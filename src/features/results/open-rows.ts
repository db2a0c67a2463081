/** What the open file of a release holds, read page by page; all of it is published. */
import { sql, type SQL } from 'drizzle-orm';
import { rows, type Db } from '#db/client.ts';

export type OpenKind = 'comparisons' | 'tables' | 'estimates' | 'corrections';

interface ReleaseRow {
  methodVersion: string;
  inputHash: string;
  commit: string;
  day: string;
  releasedAt: string;
}

const PAGE = 500;
const TABLES: Readonly<Record<OpenKind, { table: string; order: SQL }>> = {
  comparisons: { table: 'published_comparison', order: sql`t.measure` },
  tables: { table: 'published_table', order: sql`t.provider_id` },
  estimates: { table: 'published_estimate', order: sql`t.target_group collate "C", t.band collate "C"` },
  corrections: { table: 'published_correction', order: sql`t.id` },
};
/** Releases that a published number comes from. */
const NAMED = sql`(select release_id from published_result union select release_id from published_comparison union select release_id from published_table
  union select release_id from published_estimate union select release_id from published_correction)`;

/** @returns the latest with its parameters, and all that a published number names */
export async function openReleases(db: Db): Promise<{ latest: (ReleaseRow & { parameters: unknown }) | null; all: ReleaseRow[] }> {
  const columns = sql`method_version as "methodVersion", input_hash as "inputHash", commit, day::text as day, released_at as "releasedAt"`;
  const dated = <T extends ReleaseRow>(row: T): T => ({ ...row, releasedAt: new Date(row.releasedAt).toISOString() });
  const [latest] = await rows<ReleaseRow & { parameters: unknown }>(db, sql`select ${columns}, parameters from result_release order by id desc limit 1`);
  const all = await rows<ReleaseRow>(db, sql`select ${columns} from result_release l where id in ${NAMED} or id = (select max(id) from result_release) order by id`);
  return { latest: latest ? dated(latest) : null, all: all.map(dated) };
}

/** Of every release that a published comparison names, and of the latest. */
export async function openSummaries(db: Db): Promise<unknown[]> {
  const found = await rows<{ input_hash: string; document: object }>(
    db,
    sql`select l.input_hash, s.document from comparison_summary s join result_release l on l.id = s.release_id
        where s.release_id in (select release_id from published_comparison) or s.release_id = (select max(id) from result_release)
        order by s.release_id, s.measure`,
  );
  return found.map((row) => ({ release: row.input_hash, ...row.document }));
}

/** Documents of one kind with the provider's slug and the release's input hash, in order of provider. */
export async function* readOpenRows(db: Db, kind: OpenKind): AsyncGenerator<unknown[]> {
  const { table, order } = TABLES[kind];
  for (let after = 0; ; ) {
    const found = await rows<{ provider_id: number; slug: string; input_hash: string; document: object }>(
      db,
      sql`with next as (select distinct provider_id from ${sql.identifier(table)} where provider_id > ${after} order by provider_id limit ${PAGE})
          select t.provider_id, p.slug, l.input_hash, t.document from next
          join ${sql.identifier(table)} t on t.provider_id = next.provider_id
          join provider p on p.id = t.provider_id join result_release l on l.id = t.release_id
          order by t.provider_id, ${order}`,
    );
    if (found.length === 0) return;
    after = found.at(-1)?.provider_id ?? after;
    yield found.map(({ slug, input_hash, document }) => ({ ...document, provider: slug, release: input_hash }));
  }
}
