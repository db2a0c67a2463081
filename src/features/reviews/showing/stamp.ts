/** What tells that a provider's page of reviews is another than before. */
import { sql } from 'drizzle-orm';

/** For `provider p`: which reviews are shown, their words and answers, and the rounds around them. null: there is nothing. */
export const REVIEWS_STAMP = sql`md5(
  concat((select string_agg(concat(w.id, ' ', md5(w.shown_text), ' ', md5(y.shown_text), ' ', w.revision), ',' order by w.id)
      from review w left join review_reply y on y.review_id = w.id and y.state = 'published' where w.provider_id = p.id and w.state = 'published' and not w.totals_only),
    (select string_agg(concat(o.id, o.state, ' ', o.stays, ' ', o.invited, ' ', o.stays_disputed_at, ' ',
        (select count(*) from review z where z.pool_id = o.id and (z.state = 'removed' or z.state = 'held' and z.batch_id is not null))), ',' order by o.id) from review_pool o where o.provider_id = p.id),
    (select string_agg(concat(f.programme_code, f.attendance, md5(f.document::text)), ',' order by f.programme_code, f.attendance) from review_score f where f.provider_id = p.id)))`;
