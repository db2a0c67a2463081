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
  evidence: string | null;
  /** YYYY-MM-DD */
  on: string;
}

/** Last findings of decided cases; those that were adopted themselves are taken from where they were made. */
export function adoptableFindings(db: Db, { id, providerId, standardVersionId, authorityId }: { id: number; providerId: number; standardVersionId: number; authorityId: number }): Promise<AdoptableFinding[]> {
  return rows<AdoptableFinding>(
    db,
    sql`select distinct on (c.id, e.content->>'criterion') c.id as "caseId", e.seq, c.authority_id as "authorityId", o.name as authority,
          e.content->>'criterion' as criterion, e.content->>'score' as score, e.content->>'grounds' as grounds, e.content->>'evidence' as evidence, e.on_day::text as "on"
        from approval_case c join case_entry e on e.case_id = c.id and e.kind = 'finding' join organisation o on o.id = c.authority_id
        where c.provider_id = ${providerId} and c.standard_version_id = ${standardVersionId} and c.authority_id <> ${authorityId} and c.id <> ${id} and c.state = 'decided' and not c.measure
          and json_typeof((e.content->'adoptedFrom')::json) = 'null'
        order by c.id, e.content->>'criterion', e.seq desc`,
  );
}
