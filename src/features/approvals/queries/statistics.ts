/** How authorities decide: how long it takes, how often it is no, and what appeals change. */
import { sql } from 'drizzle-orm';
import { rows, type Db } from '#db/client.ts';

export interface AuthorityStatistics {
  id: number;
  name: string;
  /** Applications with a first answer. */
  decided: number;
  /** At least half had an answer within so many calendar days; of first answers. */
  medianDays: number;
  refused: number;
  /** Appeals that were decided, and those that changed something: upheld or sent back. */
  appeals: number;
  changed: number;
}

/** Fewer tell nothing by a share or a middle: then counts alone are shown. */
export const FEWEST_FOR_SHARE = 10;

/** Of first answers and appeals from a day on, by name. @param since YYYY-MM-DD */
export function authorityStatistics(db: Db, since: string): Promise<AuthorityStatistics[]> {
  return rows<AuthorityStatistics>(db, sql`
    with first as (
      select distinct on (d.case_id) d.case_id, d.outcome, d.decided_on, c.authority_id, c.sent_on
      from approval_decision d join approval_case c on c.id = d.case_id where d.outcome in ('approve', 'conditions', 'refuse') order by d.case_id, d.seq
    ), answered as (
      select authority_id, count(*)::int as decided, percentile_disc(0.5) within group (order by decided_on - sent_on)::int as median, count(*) filter (where outcome = 'refuse')::int as refused
      from first where decided_on >= ${since} group by authority_id
    ), appealed as (
      select c.authority_id, count(*)::int as appeals, count(*) filter (where e.content->>'result' in ('upheld', 'sent-back'))::int as changed
      from case_entry e join approval_case c on c.id = e.case_id where e.kind = 'appeal-decided' and e.on_day >= ${since} group by c.authority_id
    )
    select o.id, o.name, w.decided, w.median as "medianDays", w.refused, coalesce(p.appeals, 0) as appeals, coalesce(p.changed, 0) as changed
    from answered w join organisation o on o.id = w.authority_id left join appealed p on p.authority_id = w.authority_id order by o.name`);
}
