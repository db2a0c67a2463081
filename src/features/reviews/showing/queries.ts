/** What pages show of a provider's reviews. Only what is published; figures from the projection alone. */
import { sql, type SQL } from 'drizzle-orm';
import { rows, type Db } from '#db/client.ts';
import { now } from '#platform/clock.ts';
import { DIMENSIONS, type Ratings } from '../content.ts';
import type { Filter, ProviderScores } from './filters.ts';
import type { Round } from './rounds.ts';
import type { AttendanceDocument, ScoreDocument } from './score.ts';

export const REVIEWS_PER_PAGE = 20;

export interface ShownFigures extends ProviderScores {
  chosen: AttendanceDocument | null;
  others: AttendanceDocument | null;
}

/** @returns null when nothing may be shown of this provider */
export async function shownFigures(db: Db, providerId: number): Promise<ShownFigures | null> {
  const found = await rows<{ programme: string; attendance: string; document: ScoreDocument | AttendanceDocument }>(
    db,
    sql`select programme_code as programme, attendance, document from review_score where provider_id = ${providerId} order by programme_code`,
  );
  const document = <D>(attendance: string) => (found.find((row) => row.programme === '' && row.attendance === attendance)?.document ?? null) as D | null;
  const total = document<ScoreDocument>('');
  if (total === null) return null;
  const programmes = new Map(found.flatMap((row) => (row.programme === '' ? [] : [[row.programme, row.document as ScoreDocument] as const])));
  return { total, programmes, chosen: document<AttendanceDocument>('chosen'), others: document<AttendanceDocument>('mandated') };
}

/** One review as everybody sees it: nothing that its provider knows of its participants besides the programme. */
export interface ShownReview {
  id: string;
  quarter: string;
  programme: string;
  proof: 'token' | 'code';
  ratings: Ratings;
  /** After redactions; null: nothing was written, or nothing of it is left. */
  text: string | null;
  /** Something was left out. */
  redacted: boolean;
  language: string;
  /** The provider's answer, after redactions. */
  reply: string | null;
}

/** Of `review v` and `review_reply a`. */
export const REVIEW_COLUMNS = sql.raw(`
  v.id, v.quarter, v.programme_code as programme, v.proof, json_build_object(${DIMENSIONS.map((each) => `'${each}', v.${each}`).join(', ')}) as ratings,
  v.shown_text as text, v.text is distinct from v.shown_text as redacted, v.language, a.shown_text as reply`);
const ANSWER = sql.raw(`left join review_reply a on a.review_id = v.id and a.state = 'published'`);

function shownWhere(providerId: number, { programme, year }: Filter): SQL {
  const parts = [sql`v.provider_id = ${providerId} and v.state = 'published' and not v.totals_only`];
  if (programme !== null) parts.push(sql`v.programme_code = ${programme}`);
  if (year !== null) parts.push(sql`v.quarter between ${`${year}Q1`} and ${`${year}Q4`}`);
  return sql.join(parts, sql` and `);
}

/** Newest quarter first and within it by the lot that their ids are; `total` also where the page is beyond the last. */
async function pageOf(db: Db, where: SQL, from: number, limit: number): Promise<{ total: number; reviews: ShownReview[] }> {
  const found = await rows<ShownReview & { total: number }>(
    db,
    sql`select ${REVIEW_COLUMNS}, (count(*) over ())::int as total from review v ${ANSWER} where ${where} order by v.quarter desc, v.id desc limit ${limit} offset ${from}`,
  );
  const [first] = found;
  if (first) return { total: first.total, reviews: found.map(({ total: _total, ...review }) => review) };
  const [counted] = from === 0 ? [] : await rows<{ n: number }>(db, sql`select count(*)::int as n from review v where ${where}`);
  return { total: counted?.n ?? 0, reviews: [] };
}

/** Those with words. @param page from 1 */
export async function writtenReviews(db: Db, providerId: number, filter: Filter, page: number): Promise<{ total: number; reviews: ShownReview[] }> {
  return pageOf(db, sql`${shownWhere(providerId, filter)} and v.shown_text is not null`, (page - 1) * REVIEWS_PER_PAGE, REVIEWS_PER_PAGE);
}

/** All that are shown one by one, with or without words: what figures can be worked out from again. */
export async function shownReviews(db: Db, providerId: number, from: number, limit: number): Promise<{ total: number; reviews: ShownReview[] }> {
  return pageOf(db, shownWhere(providerId, { programme: null, year: null }), from, limit);
}

export interface AroundReviews {
  rounds: Round[];
  /** In public before, and looked at again now. */
  held: number;
  /** Were in public, or would have been. */
  removed: number;
}

/** Announced rounds of the provider, and what moderation has done in them. */
export async function aroundReviews(db: Db, providerId: number): Promise<AroundReviews> {
  const at = now().toISOString();
  const found = await rows<Round & { held: number; removed: number }>(
    db,
    sql`select p.stays, p.invited, p.redeemed, p.stays_disputed_at is not null as disputed,
          p.state in ('ended', 'expired') or coalesce(p.redeem_until <= ${at}::timestamptz, false) as over,
          (select count(*)::int from review r where r.pool_id = p.id and r.state = 'held' and r.batch_id is not null) as held,
          (select count(*)::int from review r where r.pool_id = p.id and r.state = 'removed') as removed
        from review_pool p where p.provider_id = ${providerId} and p.state <> 'registering'`,
  );
  const sum = (key: 'held' | 'removed') => found.reduce((n, each) => n + each[key], 0);
  return { rounds: found, held: sum('held'), removed: sum('removed') };
}
