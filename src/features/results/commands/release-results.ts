/** Publishes what may be shown of the reported results. Two runs over the same input give the same bytes. */
import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { recordset, rows, type Db } from '#db/client.ts';
import { audit } from '#platform/audit.ts';
import { now } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { METHOD_VERSION } from '../method/index.ts';
import { releaseProvider, type ReleaseRow, type ReportedRow } from '../release.ts';
import type { Evidence, Result } from '../input.ts';
import { ADVISORY_LOCK } from '#db/advisory-locks.ts';

export interface ReleaseReport {
  inputHash: string;
  /** False: the input is that of the last release, so nothing was done. */
  published: boolean;
  providers: number;
  rows: number;
}

const BATCH = 500;
const CHUNK_OF_IDS = 500;

interface Cell {
  id: number;
  provider_id: number;
  source_id: number;
  evidence: Evidence;
  result: Result;
}

/** Providers with visible reported results, in order of id, with all their rows. */
async function* reportedByProvider(db: Db): AsyncGenerator<{ providerId: number; cells: Cell[] }> {
  let after = 0;
  for (;;) {
    const cells = await rows<Cell>(
      db,
      sql`with next as (
            select distinct r.provider_id from reported_result r
            join reported_result_version v on v.result_id = r.id and v.state = 'current'
            where r.provider_id > ${after} order by r.provider_id limit ${BATCH})
          select v.id, r.provider_id, r.source_id, v.evidence, v.result
          from next join reported_result r on r.provider_id = next.provider_id
          join reported_result_version v on v.result_id = r.id and v.state = 'current'
          order by r.provider_id, r.source_id, v.position, r.key`,
    );
    if (cells.length === 0) return;
    for (const [providerId, own] of Map.groupBy(cells, (cell) => cell.provider_id)) {
      yield { providerId, cells: own };
      after = providerId;
    }
  }
}

interface Draft {
  inputHash: string;
  byProvider: Map<number, ReleaseRow[]>;
}

/** @param harmless target groups known not to be sensitive; any other counts as sensitive. */
async function draftRelease(db: Db, harmless: ReadonlySet<string>): Promise<Draft> {
  const hash = createHash('sha256').update(`${METHOD_VERSION} ${[...harmless].sort().join(' ')}\n`);
  const byProvider = new Map<number, ReleaseRow[]>();
  for await (const { providerId, cells } of reportedByProvider(db)) {
    for (const cell of cells) hash.update(`${providerId} ${cell.source_id} ${cell.evidence} ${JSON.stringify(cell.result)}\n`);
    const reported: ReportedRow[] = cells.map((cell) => ({ sourceId: cell.source_id, result: cell.result, evidence: cell.evidence }));
    byProvider.set(providerId, releaseProvider(reported, (group) => !harmless.has(group)));
  }
  return { inputHash: hash.digest('hex'), byProvider };
}

/** Providers whose published rows differ from those of the draft. */
async function changedProviders(db: Db, draft: Draft): Promise<number[]> {
  const present = await rows<{ provider_id: number; documents: { sourceId: number; document: unknown }[] }>(
    db,
    sql`select provider_id, json_agg(json_build_object('sourceId', source_id, 'document', document) order by position) as documents
        from published_result group by provider_id`,
  );
  const before = new Map(present.map((row) => [row.provider_id, canonical(row.documents)]));
  const ids = new Set([...before.keys(), ...draft.byProvider.keys()]);
  return [...ids].filter((id) => (before.get(id) ?? '[]') !== canonical(draft.byProvider.get(id) ?? [])).sort((a, b) => a - b);
}

/** JSON with sorted keys: the database does not keep their order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    each !== null && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}

/**
 * @param options.dryRun reports what would be published and changes nothing.
 * Sends `providers.changed` for those whose published results differ from before.
 */
export async function releaseResults(ctx: Context, options: { dryRun: boolean }): Promise<ReleaseReport> {
  const harmless = new Set((await rows<{ code: string }>(ctx.db, sql`select code from target_group where not sensitive`)).map((row) => row.code));
  return ctx.db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${ADVISORY_LOCK.release})`);
    const draft = await draftRelease(tx, harmless);
    const report = { inputHash: draft.inputHash, providers: draft.byProvider.size, rows: [...draft.byProvider.values()].reduce((sum, own) => sum + own.length, 0) };
    const [last] = await rows<{ input_hash: string }>(tx, sql`select input_hash from result_release order by id desc limit 1`);
    if (options.dryRun || last?.input_hash === draft.inputHash) return { ...report, published: false };
    const changed = await changedProviders(tx, draft);
    await publish(tx, draft, report.rows);
    await audit(tx, { actor: ctx.actor, action: 'results.release', object: `release:${draft.inputHash}`, detail: { rows: report.rows, providers: report.providers } });
    for (let at = 0; at < changed.length; at += CHUNK_OF_IDS) {
      await ctx.outbox.send(tx, 'providers.changed', { providerIds: changed.slice(at, at + CHUNK_OF_IDS) });
    }
    return { ...report, published: true };
  });
}

async function publish(tx: Db, draft: Draft, count: number): Promise<void> {
  const [release] = await rows<{ id: number }>(
    tx,
    sql`insert into result_release (method_version, input_hash, released_at, rows)
        values (${METHOD_VERSION}, ${draft.inputHash}, ${now().toISOString()}::timestamptz, ${count}) returning id`,
  );
  if (!release) throw new Error('The release was not written.');
  await tx.execute(sql`delete from published_result`);
  const records = [...draft.byProvider].flatMap(([provider_id, own]) =>
    own.map(({ sourceId, document }, position) => ({ release_id: release.id, provider_id, source_id: sourceId, document, position })),
  );
  for (let at = 0; at < records.length; at += 2_000) {
    await tx.execute(
      sql`insert into published_result (release_id, provider_id, source_id, document, position)
          select r.release_id, r.provider_id, r.source_id, r.document, r.position
          from ${recordset(records.slice(at, at + 2_000), 'release_id int, provider_id int, source_id int, document jsonb, position int')}`,
    );
  }
}
