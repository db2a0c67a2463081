/** What other authorities found of the same provider by the same version of the standard, and may be taken over. */
import { sql } from 'drizzle-orm';
import { rows, type Db } from '#db/client.ts';
import type { Score } from '../model/events.ts';

export interface AdoptableFinding {
  caseId: number;
  seq: number;
  authorityId: number;
  authority: string;
  criterion: string;
  score: Score;
  grounds: string;
  /** YYYY-MM-DD */
  on: string;
}

/**
 * Findings of decided cases as they were published, so without what was left out; nothing where the text was withheld. Those
 * that were adopted themselves are taken from where they were made.
 */
export function adoptableFindings(db: Db, { id, providerId, standardVersionId, authorityId }: { id: number; providerId: number; standardVersionId: number; authorityId: number }): Promise<AdoptableFinding[]> {
  return rows<AdoptableFinding>(
    db,
    sql`select distinct on (c.id, f->>'criterion') c.id as "caseId", e.seq, c.authority_id as "authorityId", o.name as authority,
          f->>'criterion' as criterion, f->>'score' as score, f->>'grounds' as grounds, e.on_day::text as "on"
        from approval_case c join organisation o on o.id = c.authority_id
        join lateral (select log_index from approval_decision d where d.case_id = c.id order by d.seq desc limit 1) d on true
        join public_log_document doc on doc.index = d.log_index and doc.document is not null
        cross join lateral jsonb_array_elements(doc.document::jsonb->'findings') f
        join case_entry e on e.case_id = c.id and e.kind = 'finding' and e.content->>'criterion' = f->>'criterion'
        where c.provider_id = ${providerId} and c.standard_version_id = ${standardVersionId} and c.authority_id <> ${authorityId} and c.id <> ${id} and c.state = 'decided' and not c.measure
          and f->>'adoptedFrom' is null
        order by c.id, f->>'criterion', e.seq desc`,
  );
}
