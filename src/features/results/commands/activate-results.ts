import { sql } from 'drizzle-orm';
import { rows, type Db } from '#db/client.ts';

export interface ResultActivation {
  importId: number;
  at: Date;
  /** Why a result changed, where its own note does not say. */
  reason: string;
  /** Results that the source no longer has, and why. */
  withdrawn: readonly number[];
  withdrawnReason: string;
}

/** Makes an import's staged results the current ones; each earlier version stays, with when and why it was replaced. */
export async function activateResults(tx: Db, activation: ResultActivation): Promise<{ activated: number; withdrawn: number }> {
  const { importId, at, reason, withdrawn, withdrawnReason } = activation;
  const when = sql`${at.toISOString()}::timestamptz`;
  const note = sql`coalesce(fresh.result->'note'->>'da', fresh.result->'note'->>'en', fresh.result->'note'->>'sv',
    fresh.result->'note'->>'nl', fresh.result->'note'->>'fi', ${reason}::text)`;
  await tx.execute(sql`
    update reported_result_version old set state = 'past', replaced_at = ${when}, reason = ${note}
    from reported_result_version fresh
    where fresh.import_id = ${importId} and fresh.state = 'staged' and old.result_id = fresh.result_id and old.state = 'current'`);
  const activated = await rows<{ n: number }>(
    tx,
    sql`with done as (
          update reported_result_version set state = 'current', activated_at = ${when}
          where import_id = ${importId} and state = 'staged' returning 1)
        select count(*)::int as n from done`,
  );
  const gone = await rows<{ n: number }>(
    tx,
    sql`with done as (
          update reported_result_version set state = 'withdrawn', replaced_at = ${when}, reason = ${withdrawnReason}
          where state = 'current' and result_id in (select value::int from json_array_elements_text(${JSON.stringify(withdrawn)}::json)) returning 1)
        select count(*)::int as n from done`,
  );
  return { activated: activated[0]?.n ?? 0, withdrawn: gone[0]?.n ?? 0 };
}
