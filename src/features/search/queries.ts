/** Reads of the projection. */
import { sql } from 'drizzle-orm';
import { recordset, rows, type Db } from '#db/client.ts';
import { openingsOfAll } from '#features/enquiries/queries.ts';
import { approvedOn, type ApprovedBy } from '#features/approvals/queries/approved.ts';
import type { Opening } from '#features/enquiries/model.ts';
import type { ProviderSummary } from './model.ts';

export interface SummaryChange {
  seq: number;
  providerId: number;
  /** null: it has left the search. */
  summary: ProviderSummary | null;
}

interface Row {
  seq: string | number;
  provider_id: number;
  removed: boolean;
  document: ProviderSummary;
}

/** Changes after a sequence number, in the order in which they were committed. */
export async function summariesSince(db: Db, seq: number, limit: number): Promise<SummaryChange[]> {
  const found = await rows<Row>(
    db,
    sql`select seq, provider_id, removed, document from provider_summary where seq > ${seq} order by seq limit ${limit}`,
  );
  return found.map((row) => ({ seq: Number(row.seq), providerId: row.provider_id, summary: row.removed ? null : row.document }));
}

/** Ids of providers that changed after `from` and up to `to`. */
export async function changedIds(db: Db, from: number, to: number): Promise<number[]> {
  const found = await rows<{ id: number }>(
    db,
    sql`select provider_id as id from provider_summary where seq > ${from} and seq <= ${to} order by seq`,
  );
  return found.map((row) => row.id);
}

/** The last change; 0 before the first. */
export async function lastChange(db: Db): Promise<number> {
  const [row] = await rows<{ seq: string | number | null }>(db, sql`select max(seq) as seq from provider_summary`);
  return Number(row?.seq ?? 0);
}

/** In the order asked for; those that are not in the search are left out. */
export async function summariesByIds(db: Db, ids: readonly number[]): Promise<ProviderSummary[]> {
  if (ids.length === 0) return [];
  const found = await rows<{ document: ProviderSummary }>(
    db,
    sql`select s.document from ${recordset(ids.map((id, n) => ({ id, n })), 'id int, n int')}
        join provider_summary s on s.provider_id = r.id where not s.removed order by r.n`,
  );
  return found.map((row) => row.document);
}

/** Everything in the search, some hundred at a time, by id. */
export async function* allSummaries(db: Db, batch = 500): AsyncGenerator<ProviderSummary[]> {
  for (let after = 0; ; ) {
    const found = await rows<{ document: ProviderSummary }>(
      db,
      sql`select document from provider_summary where provider_id > ${after} and not removed order by provider_id limit ${batch}`,
    );
    const last = found.at(-1);
    if (!last) return;
    yield found.map((row) => row.document);
    after = last.document.id;
  }
}

/** Places on offer, what the projection says of answers and of reviews, and who has approved it. */
export interface Market extends Pick<ProviderSummary, 'answers' | 'experiences'> {
  openings: Opening[];
  approvedBy: ApprovedBy[];
}

export const NO_MARKET: Market = { openings: [], answers: null, experiences: null, approvedBy: [] };

/** @param day YYYY-MM-DD, today */
export async function marketOf(db: Db, ids: readonly number[], day: string): Promise<Map<number, Market>> {
  const openings = await openingsOfAll(db, ids, day);
  const figures = new Map((await summariesByIds(db, ids)).map(({ id, answers, experiences }) => [id, { answers, experiences }]));
  const approved = await approvedOn(db, ids, day);
  return new Map(ids.map((id) => [id, { openings: openings.get(id) ?? [], answers: figures.get(id)?.answers ?? null, experiences: figures.get(id)?.experiences ?? null, approvedBy: approved.get(id) ?? [] }]));
}
