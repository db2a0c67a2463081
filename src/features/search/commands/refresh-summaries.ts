/** Writes what lists and engines read, from what providers say. Only changed rows are written, each with a new sequence number. */
import { sql } from 'drizzle-orm';
import { recordset, rows, type Db } from '#db/client.ts';
import { now, today } from '#platform/clock.ts';
import type { EnquiryCount, Opening } from '#features/enquiries/model.ts';
import { OPENING_JSON } from '#features/enquiries/queries.ts';
import { isStale } from '#features/programmes/confirmation.ts';
import type { Programme } from '#features/programmes/input.ts';
import type { ProviderProfile } from '#features/providers/input.ts';
import type { Register } from '#features/regions/register.ts';
import type { PublishedComparison, PublishedResult } from '#features/results/model.ts';
import type { ScoreDocument } from '#features/reviews/showing/score.ts';
import { REVIEWS_STAMP } from '#features/reviews/showing/stamp.ts';
import { buildSummary, isClosed, summaryHash, type ProviderTruth } from '../projection.ts';
import { ADVISORY_LOCK } from '#db/advisory-locks.ts';

const BATCH = 250;
/** In place of a hash: the provider is not in the search. */
const GONE = 'removed';

interface TruthRow {
  id: number;
  slug: string;
  version: number | null;
  /** When a provider that looks after its profile last said that it is right; null: nobody looks after it. */
  said: string | null;
  profile: ProviderProfile | null;
  programmes: Programme[] | null;
  openings: Opening[] | null;
  enquiries: EnquiryCount[] | null;
  results: PublishedResult[] | null;
  comparisons: PublishedComparison[] | null;
  reviews: ScoreDocument | null;
  /** Grows stale with every review, answer and round that its page shows. */
  stamp: string | null;
  approved: boolean | null;
  hash: string | null;
}

/** One query for all: profile, programmes, places on offer, published results in their order, comparisons, reviews and approvals, and what the projection holds now. */
function readTruth(tx: Db, ids: readonly number[], day: string): Promise<TruthRow[]> {
  return rows<TruthRow>(
    tx,
    sql`select p.id, p.slug, v.id as version, case when p.claimed_at is null then null else coalesce(p.confirmed_at, v.activated_at) end as said, v.profile, s.hash,
          (select json_agg(m.programme order by m.position) from programme_version m where m.provider_version_id = v.id) as programmes,
          (select json_agg(${OPENING_JSON} order by o.id) from opening o where o.provider_id = p.id and o.closed_at is null) as openings,
          (select json_agg(json_build_object('askedOn', q.asked_on, 'answeredInDays', q.answered_in_days)) from enquiry_count q where q.provider_id = p.id) as enquiries,
          (select json_agg(r.document order by r.position, r.id) from published_result r where r.provider_id = p.id) as results,
          (select json_agg(c.document order by c.measure) from published_comparison c where c.provider_id = p.id) as comparisons,
          (select s.document from review_score s where s.provider_id = p.id and s.programme_code = '' and s.attendance = '') as reviews,
          ${REVIEWS_STAMP} as stamp,
          case when exists (select 1 from approval g where g.provider_id = p.id and g.state <> 'suspended' and g.valid_from <= ${day} and ${day} < g.over_from) then true
            when exists (select 1 from approval_decision) then false end as approved
        from provider p
        left join provider_version v on v.id = p.version_id
        left join provider_summary s on s.provider_id = p.id
        where p.id in (select r.id from ${recordset(ids.map((id) => ({ id })), 'id int')})
        order by p.id`,
  );
}

interface NewRow {
  id: number;
  hash: string;
  removed: boolean;
  document: unknown;
}

/** The row that should be there, or null where it is there already. */
function wantedRow(row: TruthRow, register: Register, day: string): NewRow | null {
  const { profile } = row;
  if (profile === null || isClosed(profile, day)) {
    return row.hash === null || row.hash === GONE ? null : { id: row.id, hash: GONE, removed: true, document: {} };
  }
  const { results, comparisons } = { results: row.results ?? [], comparisons: row.comparisons ?? [] };
  const openings = row.openings ?? [];
  const truth: ProviderTruth = { id: row.id, slug: row.slug, profile, programmes: row.programmes ?? [], openings, enquiries: row.enquiries ?? [], results, comparisons, reviews: row.reviews, approved: row.approved };
  const summary = buildSummary(truth, register, day);
  // Its page says when that was, and aloud when it is long ago.
  const said = row.said === null ? [] : [new Date(row.said).toISOString(), isStale(new Date(row.said), now())];
  const hash = summaryHash(summary, [row.version, results, comparisons, openings, row.stamp, ...said]);
  return hash === row.hash ? null : { id: row.id, hash, removed: false, document: summary };
}

async function refreshBatch(db: Db, register: Register, ids: readonly number[], day: string): Promise<number[]> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${ADVISORY_LOCK.summaries})`);
    const wanted = (await readTruth(tx, ids, day)).flatMap((row) => wantedRow(row, register, day) ?? []);
    if (wanted.length > 0) {
      await tx.execute(sql`
        insert into provider_summary (provider_id, seq, removed, hash, document)
        select r.id, nextval('provider_summary_change'), r.removed, r.hash, r.document
        from (select * from ${recordset(wanted as unknown as Record<string, unknown>[], 'id int, removed boolean, hash text, document jsonb')} order by id) r
        on conflict (provider_id) do update
        set seq = excluded.seq, removed = excluded.removed, hash = excluded.hash, document = excluded.document`);
    }
    return wanted.map((row) => row.id);
  });
}

/**
 * Providers that have closed, or have nothing published, leave the search. Short transactions of some hundred providers.
 * @returns ids whose summary changed
 */
export async function refreshSummaries(db: Db, register: Register, providerIds: readonly number[]): Promise<number[]> {
  const ids = [...new Set(providerIds)].sort((a, b) => a - b);
  const day = today();
  const changed: number[] = [];
  for (let start = 0; start < ids.length; start += BATCH) {
    changed.push(...(await refreshBatch(db, register, ids.slice(start, start + BATCH), day)));
  }
  return changed;
}

/** The same for every provider: after a change of registers or rules, and each day, because programmes end and providers close. */
export async function rebuildSummaries(db: Db, register: Register): Promise<number[]> {
  const changed: number[] = [];
  for (let after = 0; ; ) {
    const found = await rows<{ id: number }>(db, sql`select id from provider where id > ${after} order by id limit ${BATCH}`);
    const last = found.at(-1);
    if (!last) return changed;
    changed.push(...(await refreshSummaries(db, register, found.map((row) => row.id))));
    after = last.id;
  }
}
