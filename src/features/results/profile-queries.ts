/** All that the results page of one provider reads, in one query. */
import { sql } from 'drizzle-orm';
import { rows, type Db } from '#db/client.ts';
import type { SourceInfo } from '#features/programmes/queries.ts';
import type { ComparedMeasure, ComparisonSummary, PublishedComparison, PublishedCorrection, PublishedEstimate, PublishedResult, PublishedTable, ReleaseInfo } from './model.ts';
import type { PublishedRow } from './queries.ts';

export type Released<T> = T & { release: ReleaseInfo };

export interface ProfileResults {
  /** In their given order. */
  rows: readonly PublishedRow[];
  /** E6 first. */
  comparisons: readonly Released<PublishedComparison>[];
  /** null: nobody is in it, or nothing of it may be shown. */
  table: Released<PublishedTable> | null;
  estimates: readonly PublishedEstimate[];
  /** The newest first. */
  corrections: readonly PublishedCorrection[];
  /** All providers together, of the latest release. */
  summaries: Partial<Record<ComparedMeasure, Released<ComparisonSummary>>>;
}

interface Stored<T> {
  document: T;
  release: { methodVersion: string; inputHash: string; releasedAt: string };
}

interface Row {
  results: (Stored<PublishedResult> & { source: SourceInfo })[] | null;
  comparisons: Stored<PublishedComparison>[] | null;
  tables: Stored<PublishedTable>[] | null;
  estimates: PublishedEstimate[] | null;
  corrections: PublishedCorrection[] | null;
  summaries: Stored<ComparisonSummary>[] | null;
}

const RELEASE = sql`json_build_object('methodVersion', l.method_version, 'inputHash', l.input_hash, 'releasedAt', l.released_at)`;
const STORED = (alias: string) => sql`json_build_object('document', ${sql.identifier(alias)}.document, 'release', ${RELEASE})`;

function released<T extends object>({ document, release }: Stored<T>): Released<T> {
  return { ...document, release: { ...release, releasedAt: new Date(release.releasedAt).toISOString() } };
}

/** Published rows, comparisons, checked table, estimates and corrections of one provider, and the comparisons as a whole; one query. */
export async function profileResults(db: Db, providerId: number): Promise<ProfileResults> {
  const [row] = await rows<Row>(
    db,
    sql`select
      (select json_agg(json_build_object('document', r.document, 'release', ${RELEASE}, 'source', json_build_object('title', s.title, 'publisher', s.publisher, 'url', s.url, 'retrieved', s.retrieved, 'licence', s.licence)) order by r.position)
        from published_result r join result_release l on l.id = r.release_id join source s on s.id = r.source_id where r.provider_id = ${providerId}) as results,
      (select json_agg(${STORED('c')} order by c.measure) from published_comparison c join result_release l on l.id = c.release_id where c.provider_id = ${providerId}) as comparisons,
      (select json_agg(${STORED('t')}) from published_table t join result_release l on l.id = t.release_id where t.provider_id = ${providerId}) as tables,
      (select json_agg(e.document order by e.target_group, e.band) from published_estimate e where e.provider_id = ${providerId}) as estimates,
      (select json_agg(k.document order by k.id desc) from published_correction k where k.provider_id = ${providerId}) as corrections,
      (select json_agg(${STORED('s')}) from comparison_summary s join result_release l on l.id = s.release_id where s.release_id = (select max(z.release_id) from comparison_summary z)) as summaries`,
  );
  const [table] = row?.tables ?? [];
  return {
    rows: (row?.results ?? []).map((each) => ({ ...released(each), source: each.source, providerId })),
    comparisons: (row?.comparisons ?? []).map(released),
    table: table ? released(table) : null,
    estimates: row?.estimates ?? [],
    corrections: row?.corrections ?? [],
    summaries: Object.fromEntries((row?.summaries ?? []).map((each) => [each.document.measure, released(each)])),
  };
}
