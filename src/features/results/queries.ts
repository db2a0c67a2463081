/** Reads of published results. Nothing here touches reported cells. */
import { sql } from 'drizzle-orm';
import { rows, type Db } from '#db/client.ts';
import type { SourceInfo } from '#features/programmes/queries.ts';
import type {
  AreaBand, ComparedMeasure, ComparisonSummary, FunnelPoint, PublishedComparison, PublishedCorrection, PublishedEstimate, PublishedResult, PublishedTable,
  ReferenceRate, ReleaseDetails, ReleaseInfo, ReleaseParameters,
} from './model.ts';

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

interface ReleaseColumns {
  method_version: string;
  input_hash: string;
  released_at: string | Date;
}

const RELEASE = sql`l.method_version, l.input_hash, l.released_at`;
const oneOf = (providerIds: readonly number[]) => sql`(${sql.join(providerIds.map((id) => sql`${id}`), sql`, `)})`;

function releaseOf(row: ReleaseColumns): ReleaseInfo {
  return { methodVersion: row.method_version, inputHash: row.input_hash, releasedAt: new Date(row.released_at).toISOString() };
}

export interface ComparisonRow extends PublishedComparison {
  providerId: number;
  release: ReleaseInfo;
}

/** What each of these providers is in each comparison, E6 first; one query. A provider whose window tells nothing has none. */
export async function comparisonOf(db: Db, providerIds: readonly number[]): Promise<ComparisonRow[]> {
  if (providerIds.length === 0) return [];
  const found = await rows<ReleaseColumns & { provider_id: number; document: PublishedComparison }>(
    db,
    sql`select c.provider_id, c.document, ${RELEASE} from published_comparison c join result_release l on l.id = c.release_id
        where c.provider_id in ${oneOf(providerIds)} order by c.provider_id, c.measure`,
  );
  return found.map((row) => ({ ...row.document, providerId: row.provider_id, release: releaseOf(row) }));
}

/** Rows and comparisons of these providers: all that stands beside other providers' figures. */
export async function publishedFigures(db: Db, providerIds: readonly number[]): Promise<{ results: PublishedRow[]; comparisons: ComparisonRow[] }> {
  return { results: await publishedResults(db, providerIds), comparisons: await comparisonOf(db, providerIds) };
}

export interface SummaryRow extends ComparisonSummary {
  release: ReleaseInfo;
}

/** All providers of a comparison together, of the latest release; null before the first. */
export async function comparisonSummary(db: Db, measure: ComparedMeasure): Promise<SummaryRow | null> {
  const [found] = await rows<ReleaseColumns & { document: ComparisonSummary }>(
    db,
    sql`select s.document, ${RELEASE} from comparison_summary s join result_release l on l.id = s.release_id
        where s.measure = ${measure} order by s.release_id desc limit 1`,
  );
  return found ? { ...found.document, release: releaseOf(found) } : null;
}

/** A plot of more providers than this is drawn of an even part of them. */
const MOST_DRAWN = 400;

/**
 * Providers with a place in the funnel plot, in order of name; one query. Of more than `most` compared only every so many
 * by number, which knows nothing of results, and always `own`. How many there are stands in the summary: counting takes long.
 */
export async function funnelPoints(db: Db, measure: ComparedMeasure, { own = null, most = MOST_DRAWN }: { own?: number | null; most?: number } = {}): Promise<FunnelPoint[]> {
  return rows<FunnelPoint>(
    db,
    sql`with part as materialized (
          select greatest(1, ceil(compared.n / ${most}::float8))::int as one_in
          from (select document->'codes' as codes from comparison_summary where measure = ${measure} order by release_id desc limit 1) latest,
            lateral (select sum(value::int) as n from jsonb_each_text(latest.codes)) compared),
        drawn as materialized (
          select provider_id, one_in from published_comparison, part where measure = ${measure} and (provider_id % one_in = 0 or provider_id = ${own}::int))
        select c.provider_id as "providerId", p.slug, v.profile->>'name' as name, c.document->>'code' as code, c.document->>'band' as band, c.document->>'grade' as grade,
          (c.document->'figures'->>'n')::int as n, (c.document->'figures'->'point'->>'x')::float8 as x, (c.document->'figures'->'point'->>'y')::float8 as y, drawn.one_in as "oneIn"
        from drawn
        join published_comparison c on c.provider_id = drawn.provider_id
        join provider p on p.id = c.provider_id
        join provider_version v on v.id = p.version_id
        where c.measure = ${measure} and c.document->'figures'->'point'->>'x' is not null
        order by lower(v.profile->>'name') collate "C", p.id`,
  );
}

export interface TableRow extends PublishedTable {
  providerId: number;
  release: ReleaseInfo;
}

/** Participants by group and area of these providers, the checked tables only; one query. */
export async function tablesOf(db: Db, providerIds: readonly number[]): Promise<TableRow[]> {
  if (providerIds.length === 0) return [];
  const found = await rows<ReleaseColumns & { provider_id: number; document: PublishedTable }>(
    db,
    sql`select t.provider_id, t.document, ${RELEASE} from published_table t join result_release l on l.id = t.release_id
        where t.provider_id in ${oneOf(providerIds)} order by t.provider_id`,
  );
  return found.map((row) => ({ ...row.document, providerId: row.provider_id, release: releaseOf(row) }));
}

/** All estimates of one provider, by group and area; one query. */
export async function estimatesOf(db: Db, providerId: number): Promise<(PublishedEstimate & { release: ReleaseInfo })[]> {
  const found = await rows<ReleaseColumns & { document: PublishedEstimate }>(
    db,
    sql`select e.document, ${RELEASE} from published_estimate e join result_release l on l.id = e.release_id
        where e.provider_id = ${providerId} order by e.target_group, e.band`,
  );
  return found.map((row) => ({ ...row.document, release: releaseOf(row) }));
}

/** The rate of all providers together for a group in such areas, else in all areas; null where there are too few. */
export function areaRate(summary: ComparisonSummary, group: string, band: AreaBand | null): ReferenceRate | null {
  const own = summary.areas.filter((each) => each.group === group);
  return own.find((each) => each.band === band) ?? own.find((each) => each.band === null) ?? null;
}

/** The latest release; null before the first. */
export async function releaseInfo(db: Db): Promise<ReleaseDetails | null> {
  const [found] = await rows<ReleaseColumns & { id: number; commit: string; day: string; parameters: ReleaseParameters }>(
    db,
    sql`select l.id, l.commit, l.day::text as day, l.parameters, ${RELEASE} from result_release l order by l.id desc limit 1`,
  );
  return found ? { id: found.id, ...releaseOf(found), commit: found.commit, day: found.day, parameters: found.parameters } : null;
}

/** Published values of a provider that became others, the newest first. */
export async function corrections(db: Db, providerId: number): Promise<PublishedCorrection[]> {
  const found = await rows<{ document: PublishedCorrection }>(
    db,
    sql`select document from published_correction where provider_id = ${providerId} order by id desc`,
  );
  return found.map((row) => row.document);
}
