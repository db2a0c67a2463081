/** Reviews as a provider's desk shows them: as everybody sees them, with what has become of the answer. */
import { sql } from 'drizzle-orm';
import { rows, type Db } from '#db/client.ts';
import { REVIEW_COLUMNS, type ShownReview } from '../showing/queries.ts';
import type { ReplyState } from './model.ts';

export const REVIEWS_ON_DESK = 20;

export interface DeskReview extends ShownReview {
  /** null: none was ever written. */
  answer: { state: ReplyState; /** As it was written. */ text: string | null; revision: number } | null;
}

/** Those with words, as only they are shown one by one: without an answer first, then newest quarter first. @param page from 1 */
export async function deskReviews(db: Db, providerId: number, page: number): Promise<{ total: number; open: number; reviews: DeskReview[] }> {
  const shown = sql`v.provider_id = ${providerId} and v.state = 'published' and not v.totals_only and v.shown_text is not null`;
  const unanswered = sql`coalesce(a.state, 'withdrawn') = 'withdrawn'`;
  const [counted] = await rows<{ total: number; open: number }>(
    db,
    sql`select count(*)::int as total, (count(*) filter (where ${unanswered}))::int as open from review v left join review_reply a on a.review_id = v.id where ${shown}`,
  );
  const reviews = await rows<DeskReview>(
    db,
    sql`select ${REVIEW_COLUMNS}, case when a.review_id is null then null else json_build_object('state', a.state, 'text', a.text, 'revision', a.revision) end as answer
        from review v left join review_reply a on a.review_id = v.id where ${shown}
        order by not (${unanswered}), v.quarter desc, v.id desc limit ${REVIEWS_ON_DESK} offset ${(page - 1) * REVIEWS_ON_DESK}`,
  );
  return { total: counted?.total ?? 0, open: counted?.open ?? 0, reviews };
}
