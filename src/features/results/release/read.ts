/** What a release reads: reported rows and what is public already. Confidential: nothing but a release may call this. */
import { sql } from 'drizzle-orm';
import { rows, type Db } from '#db/client.ts';
import { loadAreas } from '../areas.ts';
import type { Evidence, Result } from '../input.ts';
import type { PublishedComparison, PublishedEstimate, PublishedResult, PublishedTable } from '../model.ts';
import { freeze, type FrozenGroup, type FrozenInput, type FrozenProvider, type FrozenRow } from './freeze.ts';
import { NO_MEMORY, NOTHING_PUBLISHED, type Memory, type Published, type ReleaseRef } from './memory.ts';
import type { World } from './world.ts';

const BATCH = 500;
const ids = (list: readonly number[]) => sql`(select value::int from json_array_elements_text(${JSON.stringify(list)}::json))`;

interface CellRow {
  provider_id: number;
  source_id: number;
  source: string;
  evidence: Evidence;
  hash: string;
  result: Result;
}

interface ProviderRow {
  id: number;
  slug: string;
  closed_on: string | null;
  planned: Record<string, number> | null;
}

/** Providers with reported results that count now, and the planned lengths of the programmes they show. */
async function readProviders(db: Db, after: number): Promise<ProviderRow[]> {
  return rows<ProviderRow>(
    db,
    sql`select p.id, p.slug, v.profile->>'closedOn' as closed_on,
          (select json_object_agg(m.code, (m.programme->>'plannedMaxDays')::int) from programme_version m
           where m.provider_version_id = p.version_id and m.programme->>'plannedMaxDays' is not null) as planned
        from provider p left join provider_version v on v.id = p.version_id
        where p.id > ${after} and exists (
          select 1 from reported_result r join reported_result_version c on c.result_id = r.id and c.state = 'current' where r.provider_id = p.id)
        order by p.id limit ${BATCH}`,
  );
}

async function readRows(db: Db, providerIds: readonly number[]): Promise<Map<number, FrozenRow[]>> {
  const cells = await rows<CellRow>(
    db,
    sql`select r.provider_id, r.source_id, s.title || ' / ' || s.publisher as source, v.evidence, v.hash, v.result
        from reported_result r
        join reported_result_version v on v.result_id = r.id and v.state = 'current'
        join source s on s.id = r.source_id
        where r.provider_id in ${ids(providerIds)}
        order by r.provider_id, s.title collate "C", s.publisher collate "C", v.position, r.key collate "C"`,
  );
  const byProvider = new Map<number, FrozenRow[]>();
  for (const { provider_id, source_id, source, evidence, hash, result } of cells) {
    const row = { sourceId: source_id, source, evidence, hash, result };
    const own = byProvider.get(provider_id);
    if (own) own.push(row);
    else byProvider.set(provider_id, [row]);
  }
  return byProvider;
}

async function readGroups(db: Db): Promise<Map<string, FrozenGroup>> {
  const groups = await rows<FrozenGroup>(db, sql`select code, kind like 'legal-%' as legal, sensitive from target_group order by code collate "C"`);
  return new Map(groups.map((each) => [each.code, each]));
}

/** Everything reported that counts now, frozen. @param day YYYY-MM-DD */
export async function readInput(db: Db, day: string): Promise<FrozenInput> {
  const groups = await readGroups(db);
  const providers: FrozenProvider[] = [];
  for (let after = 0; ; ) {
    const batch = await readProviders(db, after);
    if (batch.length === 0) break;
    const cells = await readRows(db, batch.map((each) => each.id));
    for (const { id, slug, closed_on, planned } of batch) {
      providers.push({ id, slug, closedOn: closed_on, plannedDays: new Map(Object.entries(planned ?? {})), rows: cells.get(id) ?? [] });
      after = id;
    }
  }
  return freeze({ day, groups, areas: loadAreas(), providers });
}

interface DocumentRow<T> {
  provider_id: number;
  release_id: number;
  day: string;
  document: T;
}

/** What is public of these providers now. */
export async function readPublished(db: Db, providerIds: readonly number[]): Promise<Map<number, Published>> {
  const wanted = ids(providerIds);
  const dated = <T>({ release_id, day, document }: DocumentRow<T>) => ({ document, release: { id: release_id, day } satisfies ReleaseRef });
  const results = await rows<DocumentRow<PublishedResult> & { source_id: number }>(
    db,
    sql`select r.provider_id, r.release_id, l.day::text as day, r.source_id, r.document from published_result r join result_release l on l.id = r.release_id
        where r.provider_id in ${wanted} order by r.provider_id, r.position`,
  );
  const comparisons = await rows<DocumentRow<PublishedComparison>>(
    db,
    sql`select c.provider_id, c.release_id, l.day::text as day, c.document from published_comparison c join result_release l on l.id = c.release_id
        where c.provider_id in ${wanted} order by c.provider_id, c.measure`,
  );
  const tables = await rows<DocumentRow<PublishedTable>>(
    db,
    sql`select t.provider_id, t.release_id, l.day::text as day, t.document from published_table t join result_release l on l.id = t.release_id where t.provider_id in ${wanted}`,
  );
  const estimates = await rows<DocumentRow<PublishedEstimate>>(
    db,
    sql`select e.provider_id, e.release_id, l.day::text as day, e.document from published_estimate e join result_release l on l.id = e.release_id
        where e.provider_id in ${wanted} order by e.provider_id, e.target_group, e.band`,
  );
  const memories = await rows<{ provider_id: number; document: Memory }>(db, sql`select provider_id, document from release_memory where provider_id in ${wanted}`);
  const published = new Map(providerIds.map((id): [number, Published] => [id, NOTHING_PUBLISHED]));
  const change = (id: number, changes: Partial<Published>) => published.set(id, { ...(published.get(id) ?? NOTHING_PUBLISHED), ...changes });
  for (const [id, own] of Map.groupBy(results, (each) => each.provider_id)) change(id, { results: own.map((each) => ({ ...dated(each), sourceId: each.source_id })), memory: firstMemory(own) });
  for (const [id, own] of Map.groupBy(comparisons, (each) => each.provider_id)) change(id, { comparisons: own.map(dated) });
  for (const each of tables) change(each.provider_id, { table: dated(each) });
  for (const [id, own] of Map.groupBy(estimates, (each) => each.provider_id)) change(id, { estimates: own.map(dated) });
  for (const { provider_id, document } of memories) change(provider_id, { memory: document });
  return published;
}

/** Of releases that remembered nothing: the half-years they showed are public all the same. */
function firstMemory(results: readonly DocumentRow<PublishedResult>[]): Memory {
  const shown = results.flatMap(({ document: { kind, from, count } }) => (kind === 'cohort' && from !== null && 'n' in count ? [`${from.slice(0, 4)}H${from.slice(5, 7) === '01' ? 1 : 2}`] : []));
  return { ...NO_MEMORY, shown: [...new Set(shown)].sort() };
}

interface ReasonRow {
  provider_id: number;
  programme: string | null;
  from_day: string | null;
  to_day: string | null;
  reason: string;
}

/** Figures in a reason may be reported cells, so only years stay. */
const withoutFigures = (reason: string) => reason.replace(/\d+(?:[.,]\d+)*/g, (figure) => (/^(?:19|20)\d\d$/.test(figure) ? figure : '…'));

/** Why reported rows changed since the last release. @param since ISO moment; null: there was none */
export async function readReasons(db: Db, since: string | null): Promise<World['reasonOf']> {
  if (since === null) return () => null;
  const found = await rows<ReasonRow>(
    db,
    sql`select distinct r.provider_id, r.programme, r.from_day::text as from_day, r.to_day::text as to_day, v.reason
        from reported_result_version v join reported_result r on r.id = v.result_id
        where v.state in ('past', 'withdrawn') and v.replaced_at > ${since}::timestamptz and v.reason is not null
        order by r.provider_id, v.reason`,
  );
  const byProvider = Map.groupBy(found, (each) => each.provider_id);
  return (providerId, { from, to, programme }) => {
    const own = (byProvider.get(providerId) ?? []).filter(
      (each) => (programme === null || each.programme === programme) && (from === null || to === null || each.from_day === null || each.to_day === null || (each.from_day <= to && each.to_day >= from)),
    );
    return own.length === 0 ? null : [...new Set(own.map((each) => withoutFigures(each.reason)))].join(' · ');
  };
}
