/** Writes what a release publishes. The last step of the pipeline: nothing comes here that may not be public, but `memory`. */
import { sql } from 'drizzle-orm';
import { recordset, rows, type Db } from '#db/client.ts';
import type { ComparisonSummary } from '../model.ts';
import type { Dated, Published } from './memory.ts';
import type { ProviderRelease } from './world.ts';

export interface NewRelease {
  methodVersion: string;
  inputHash: string;
  releasedAt: Date;
  day: string;
  commit: string;
  parameters: unknown;
}

const CHUNK = 2_000;
const ids = (list: readonly number[]) => sql`(select value::int from json_array_elements_text(${JSON.stringify(list)}::json))`;

export async function insertRelease(tx: Db, release: NewRelease): Promise<number> {
  const { methodVersion, inputHash, releasedAt, day, commit, parameters } = release;
  const [found] = await rows<{ id: number }>(
    tx,
    sql`insert into result_release (method_version, input_hash, released_at, rows, commit, day, parameters)
        values (${methodVersion}, ${inputHash}, ${releasedAt.toISOString()}::timestamptz, 0, ${commit}, ${day}::date, ${JSON.stringify(parameters)}::jsonb) returning id`,
  );
  if (!found) throw new Error('The release was not written.');
  return found.id;
}

export async function finishRelease(tx: Db, releaseId: number, count: number, summaries: readonly ComparisonSummary[]): Promise<void> {
  await tx.execute(sql`update result_release set rows = ${count} where id = ${releaseId}`);
  for (const summary of summaries) {
    await tx.execute(sql`insert into comparison_summary (release_id, measure, document) values (${releaseId}, ${summary.measure}, ${JSON.stringify(summary)}::jsonb)`);
  }
}

async function insert(tx: Db, table: string, columns: string, records: readonly Record<string, unknown>[]): Promise<void> {
  const names = columns.split(', ').map((each) => each.split(' ')[0]).join(', ');
  for (let at = 0; at < records.length; at += CHUNK) {
    await tx.execute(sql`insert into ${sql.identifier(table)} (${sql.raw(names)}) select ${sql.raw(names)} from ${recordset(records.slice(at, at + CHUNK), columns)}`);
  }
}

/** Takes away what is public of these providers. */
export async function removePublished(tx: Db, providerIds: readonly number[]): Promise<void> {
  for (const table of ['published_result', 'published_comparison', 'published_table', 'published_estimate']) {
    await tx.execute(sql`delete from ${sql.identifier(table)} where provider_id in ${ids(providerIds)}`);
  }
}

/** Replaces what is public of these providers. @param day of this release */
export async function storeProviders(tx: Db, releaseId: number, day: string, providers: readonly ProviderRelease[]): Promise<void> {
  const own = ({ release }: Dated<unknown>) => release.id ?? releaseId;
  const each = <T>(pick: (provider: ProviderRelease) => readonly T[], make: (value: T, position: number) => Record<string, unknown>) =>
    providers.flatMap((provider) => pick(provider).map((value, position) => ({ provider_id: provider.providerId, ...make(value, position) })));
  await removePublished(tx, providers.map((provider) => provider.providerId));
  await insert(tx, 'published_result', 'release_id int, provider_id int, source_id int, document jsonb, position int',
    each(({ results }) => results, (value, position) => ({ release_id: own(value), source_id: value.sourceId, document: value.document, position })));
  await insert(tx, 'published_comparison', 'provider_id int, measure text, release_id int, document jsonb',
    each(({ comparisons }) => comparisons, (value) => ({ measure: value.document.measure, release_id: own(value), document: value.document })));
  await insert(tx, 'published_table', 'provider_id int, release_id int, document jsonb',
    each(({ table }) => (table ? [table] : []), (value) => ({ release_id: own(value), document: value.document })));
  await insert(tx, 'published_estimate', 'target_group text, band text, provider_id int, release_id int, document jsonb',
    each(({ estimates }) => estimates, (value) => ({ target_group: value.document.group, band: value.document.band ?? '', release_id: own(value), document: value.document })));
  await insert(tx, 'published_correction', 'provider_id int, release_id int, document jsonb',
    each(({ corrections }) => corrections, (document) => ({ release_id: releaseId, document: { release: releaseId, day, ...document } })));
  await tx.execute(sql`delete from release_memory where provider_id in ${ids(providers.map((provider) => provider.providerId))}`);
  await insert(tx, 'release_memory', 'provider_id int, document jsonb', providers.map(({ providerId, memory }) => ({ provider_id: providerId, document: memory })));
}

/** JSON with sorted keys: the database does not keep their order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    each !== null && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}

/** Whether pages and lists would show something else than before. */
export function changesAnything(before: Published, after: ProviderRelease): boolean {
  const documents = ({ results, comparisons, table, estimates }: Pick<Published, 'results' | 'comparisons' | 'table' | 'estimates'>) =>
    canonical([results.map((each) => [each.sourceId, each.document]), comparisons.map((each) => each.document), table?.document ?? null, estimates.map((each) => each.document)]);
  return documents(before) !== documents(after);
}

/** Providers with something public but nothing reported any more: what they had is taken away. */
export async function removeOthers(tx: Db): Promise<number[]> {
  const gone = await rows<{ id: number }>(
    tx,
    sql`select distinct p.provider_id as id from published_result p where not exists (
          select 1 from reported_result r join reported_result_version v on v.result_id = r.id and v.state = 'current' where r.provider_id = p.provider_id)
        order by 1`,
  );
  if (gone.length > 0) await removePublished(tx, gone.map((each) => each.id));
  return gone.map((each) => each.id);
}
