/** What an export reads, page by page. */
import { sql } from 'drizzle-orm';
import { rows, type Db } from '#db/client.ts';
import type { Programme } from '#features/programmes/input.ts';
import type { StoredSource } from '#features/providers/commands/ensure-source.ts';
import type { ProviderProfile } from '#features/providers/input.ts';
import type { PublishedResult } from '#features/results/model.ts';
import type { Result } from '#features/results/input.ts';
import type { CatalogueRegion, CatalogueTargetGroup } from './input.ts';

export interface OwnedRegion extends CatalogueRegion {
  sourceId: number;
}
export interface OwnedTargetGroup extends CatalogueTargetGroup {
  sourceId: number;
}
export interface VersionRef {
  versionId: number;
  providerId: number;
  slug: string;
  sourceId: number;
}
export interface ExportedVersion extends VersionRef {
  profile: ProviderProfile;
  programmes: Programme[];
}

const PAGE = 500;
const ids = (list: readonly number[]) => sql`(select value::int from json_array_elements_text(${JSON.stringify(list)}::json))`;

/** Sources that have said something; one whose first import is not finished has not. */
export async function exportedSources(db: Db): Promise<StoredSource[]> {
  return rows<StoredSource>(
    db,
    sql`select id, title, publisher, url, retrieved::text as retrieved, licence from source s
        where exists (select 1 from catalogue_import i where i.source_id = s.id and i.state = 'active')
        or exists (select 1 from provider_version v where v.source_id = s.id and v.state <> 'staged')
        order by id`,
  );
}

/** What catalogues have brought beside the shipped registers, in order of code. */
export async function broughtPlaces(db: Db): Promise<{ regions: OwnedRegion[]; targetGroups: OwnedTargetGroup[] }> {
  const regions = await rows<OwnedRegion>(
    db,
    sql`select code, names as name, parent, lat, lon, population, source_id as "sourceId" from region
        where source_id is not null order by code collate "C"`,
  );
  const targetGroups = await rows<OwnedTargetGroup>(
    db,
    sql`select code, names as name, description, source_id as "sourceId" from target_group
        where source_id is not null order by position, code collate "C"`,
  );
  return { regions, targetGroups };
}

/**
 * What one source says of each provider now: its current version, or where the provider has claimed its profile and the
 * source had none before, its proposal. In the order in which the source first named them: an import of the export then
 * repeats it, and with it the numbers in the slugs of equal names.
 */
export async function versionsOfSource(db: Db, sourceId: number): Promise<VersionRef[]> {
  return rows<VersionRef>(
    db,
    sql`select v.id as "versionId", p.id as "providerId", p.slug, ${sourceId}::int as "sourceId"
        from (select provider_id, min(id) as first,
                coalesce(max(id) filter (where state = 'current'), max(id) filter (where state = 'proposal')) as id
              from provider_version where source_id = ${sourceId} and state <> 'staged' group by provider_id) v
        join provider p on p.id = v.provider_id where v.id is not null order by v.first`,
  );
}

/** The version of each provider that pages show, in order of slug. */
export async function shownVersions(db: Db): Promise<VersionRef[]> {
  return rows<VersionRef>(
    db,
    sql`select v.id as "versionId", p.id as "providerId", p.slug, v.source_id as "sourceId"
        from provider p join provider_version v on v.id = p.version_id order by p.slug collate "C"`,
  );
}

function grouped<T>(list: readonly T[], key: (each: T) => number): Map<number, T[]> {
  return Map.groupBy(list, key);
}

/** Profiles and programmes of these versions, a page at a time. Versions never change, so pages fit together. */
export async function* readVersions(db: Db, refs: readonly VersionRef[]): AsyncGenerator<ExportedVersion[]> {
  for (let start = 0; start < refs.length; start += PAGE) {
    const page = refs.slice(start, start + PAGE);
    const wanted = ids(page.map((each) => each.versionId));
    const profiles = await rows<{ id: number; profile: ProviderProfile }>(db, sql`select id, profile from provider_version where id in ${wanted}`);
    const programmes = await rows<{ id: number; programme: Programme }>(
      db,
      sql`select provider_version_id as id, programme from programme_version where provider_version_id in ${wanted} order by provider_version_id, position`,
    );
    const byVersion = new Map(profiles.map((each) => [each.id, each.profile]));
    const programmesOf = grouped(programmes, (each) => each.id);
    yield page.flatMap((ref) => {
      const profile = byVersion.get(ref.versionId);
      return profile ? [{ ...ref, profile, programmes: (programmesOf.get(ref.versionId) ?? []).map((each) => each.programme) }] : [];
    });
  }
}

/** Current reported results of one source, in the order of its file. Confidential: for the full export only. */
export async function reportedResults(db: Db, sourceId: number, providerIds: readonly number[]): Promise<Map<number, Result[]>> {
  const found = await rows<{ id: number; result: Result }>(
    db,
    sql`select r.provider_id as id, v.result from reported_result r
        join reported_result_version v on v.result_id = r.id and v.state = 'current'
        where r.source_id = ${sourceId} and r.provider_id in ${ids(providerIds)} order by r.provider_id, v.position, r.id`,
  );
  return new Map([...grouped(found, (each) => each.id)].map(([id, list]) => [id, list.map((each) => each.result)]));
}

export interface ExportedRelease {
  id: number;
  methodVersion: string;
  inputHash: string;
  releasedAt: string;
}

export async function lastRelease(db: Db): Promise<ExportedRelease | null> {
  const [found] = await rows<{ id: number; method_version: string; input_hash: string; released_at: string | Date }>(
    db,
    sql`select id, method_version, input_hash, released_at from result_release order by id desc limit 1`,
  );
  if (!found) return null;
  const releasedAt = new Date(found.released_at).toISOString();
  return { id: found.id, methodVersion: found.method_version, inputHash: found.input_hash, releasedAt };
}

export interface ExportedResult {
  sourceId: number;
  result: PublishedResult;
  /** Of the release that published it: not the latest, where an old value stays. */
  release: { methodVersion: string; inputHash: string; day: string };
}

interface PublishedRow {
  id: number;
  source_id: number;
  document: PublishedResult;
  method_version: string;
  input_hash: string;
  day: string;
}

/** What is published of these providers: past disclosure control, so anybody may have it. */
export async function publishedOf(db: Db, providerIds: readonly number[]): Promise<Map<number, ExportedResult[]>> {
  const found = await rows<PublishedRow>(
    db,
    sql`select r.provider_id as id, r.source_id, r.document, l.method_version, l.input_hash, l.day::text as day
        from published_result r join result_release l on l.id = r.release_id
        where r.provider_id in ${ids(providerIds)} order by r.provider_id, r.position`,
  );
  const results = [...grouped(found, (each) => each.id)].map(([id, list]): [number, ExportedResult[]] => [
    id,
    list.map((each) => ({ sourceId: each.source_id, result: each.document, release: { methodVersion: each.method_version, inputHash: each.input_hash, day: each.day } })),
  ]);
  return new Map(results);
}

/** Codes of regions and target groups that a source's providers name, wherever they do. */
export async function namedCodes(db: Db, sourceId: number): Promise<{ regions: Set<string>; targetGroups: Set<string> }> {
  const versions = sql`(select id, profile from provider_version where source_id = ${sourceId} and state in ('current', 'proposal'))`;
  const programmes = sql`(select p.programme from programme_version p join ${versions} v on v.id = p.provider_version_id)`;
  const regions = await rows<{ code: string }>(
    db,
    sql`select jsonb_array_elements_text(profile->'coverage') as code from ${versions} v
        union select jsonb_array_elements(profile->'locations')->>'region' from ${versions} v
        union select jsonb_array_elements_text(programme->'coverage') from ${programmes} p
        union select region from reported_result where source_id = ${sourceId} and region is not null`,
  );
  const targetGroups = await rows<{ code: string }>(
    db,
    sql`select jsonb_array_elements(profile->'targetGroups')->>'code' as code from ${versions} v
        union select jsonb_array_elements(programme->'targetGroups')->>'code' from ${programmes} p
        union select target_group from reported_result where source_id = ${sourceId} and target_group is not null`,
  );
  return { regions: new Set(regions.map((each) => each.code)), targetGroups: new Set(targetGroups.map((each) => each.code)) };
}
