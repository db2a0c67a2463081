import { sql } from 'drizzle-orm';
import { recordset, rows, type Db } from '#db/client.ts';
import type { Result } from '../input.ts';

export interface ReportedResult {
  /** From `resultKey`. */
  key: string;
  hash: string;
  result: Result;
}

export interface StoredResult {
  providerId: number;
  resultId: number;
  key: string;
  hash: string;
}

/** Current results of one source for some providers. */
export async function storedResults(db: Db, sourceId: number | null, providerIds: readonly number[]): Promise<StoredResult[]> {
  if (sourceId === null || providerIds.length === 0) return [];
  return rows<StoredResult>(
    db,
    sql`select r.provider_id as "providerId", r.id as "resultId", r.key, v.hash
        from reported_result r join reported_result_version v on v.result_id = r.id and v.state = 'current'
        where r.source_id = ${sourceId}
        and r.provider_id in (select value::int from json_array_elements_text(${JSON.stringify(providerIds)}::json))`,
  );
}

/** A result to store. `n` is the provider's index in the list compared; `position` the result's own in the file. */
export interface FreshResult {
  n: number;
  position: number;
  reported: ReportedResult;
}

export interface ResultChanges {
  new: number;
  changed: number;
  unchanged: number;
  /** Current results that the source no longer has for these providers. */
  withdrawn: number[];
  fresh: FreshResult[];
}

/**
 * Compares what a source now says of some providers with what it said before.
 * @param entries one a provider; its id is null where it is not stored yet
 */
export function resultChanges(
  stored: readonly StoredResult[],
  entries: readonly { providerId: number | null; results: readonly ReportedResult[] }[],
): ResultChanges {
  const known = new Map(stored.map((each) => [`${each.providerId} ${each.key}`, each]));
  const changes: ResultChanges = { new: 0, changed: 0, unchanged: 0, withdrawn: [], fresh: [] };
  entries.forEach(({ providerId, results }, n) => {
    results.forEach((reported, position) => {
      const name = `${providerId} ${reported.key}`;
      const before = known.get(name);
      known.delete(name);
      if (before?.hash === reported.hash) {
        changes.unchanged += 1;
        return;
      }
      changes[before ? 'changed' : 'new'] += 1;
      changes.fresh.push({ n, position, reported });
    });
  });
  changes.withdrawn = [...known.values()].map((each) => each.resultId);
  return changes;
}

export interface ResultStaging {
  sourceId: number;
  importId: number;
  at: Date;
  /** True only for data that somebody with the right has verified: the evidence then counts as the file states it. */
  verifiedEvidence: boolean;
}

/** Stores new and changed results as staged versions. Nothing of it counts before `activateResults`. */
export async function stageResults(
  tx: Db,
  staging: ResultStaging,
  fresh: readonly (Omit<FreshResult, 'n'> & { providerId: number })[],
): Promise<void> {
  if (fresh.length === 0) return;
  const wanted = fresh.map(({ providerId, position, reported: { key, hash, result } }) => ({
    provider_id: providerId, position, key, hash, result,
    programme: result.programme, target_group: result.targetGroup, region: result.region, attendance: result.attendance,
    counted_over: result.countedOver, from_day: result.from, to_day: result.to,
    evidence: staging.verifiedEvidence ? result.evidence : 'self-reported',
  }));
  const identities = recordset(
    wanted.map(({ result: _, ...identity }) => identity),
    'provider_id int, key text, programme text, target_group text, region text, attendance text, counted_over text, from_day date, to_day date',
  );
  await tx.execute(sql`
    insert into reported_result (provider_id, source_id, key, programme, target_group, region, attendance, counted_over, from_day, to_day)
    select r.provider_id, ${staging.sourceId}::int, r.key, r.programme, r.target_group, r.region, r.attendance, r.counted_over, r.from_day, r.to_day
    from ${identities} on conflict (provider_id, source_id, key) do nothing`);
  const versions = recordset(
    wanted.map(({ provider_id, key, position, hash, result, evidence }) => ({ provider_id, key, position, hash, result, evidence })),
    'provider_id int, key text, position int, hash text, result jsonb, evidence text',
  );
  await tx.execute(sql`
    insert into reported_result_version (result_id, import_id, state, position, hash, result, evidence, created_at)
    select i.id, ${staging.importId}::int, 'staged', r.position, r.hash, r.result, r.evidence, ${staging.at.toISOString()}::timestamptz
    from ${versions}
    join reported_result i on i.provider_id = r.provider_id and i.source_id = ${staging.sourceId} and i.key = r.key`);
}
