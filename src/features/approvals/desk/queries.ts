/** What the pages of one case show beside the case itself. */
import { sql } from 'drizzle-orm';
import { rows, type Db } from '#db/client.ts';
import { filesByIds, type FileRow } from '#platform/files/queries.ts';
import type { AppealGuidance } from '../model/events.ts';
import { caseOnDesk, type CaseOnDesk } from '../queries/cases.ts';
import { caseFile, type CaseFile } from './case-file.ts';

export interface ShownCase extends CaseOnDesk {
  file: CaseFile;
  /** Every file that an entry or the self-assessment names. */
  files: readonly FileRow[];
  /** Other authorities that were sent the same. */
  alsoAt: readonly string[];
}

/** null: there is no such case. */
export async function shownCase(db: Db, caseId: number): Promise<ShownCase | null> {
  const found = await caseOnDesk(db, caseId);
  if (!found) return null;
  const later = await filesByIds(db, [...new Set(found.entries.flatMap(({ content }) => ('files' in content ? content.files : [])))]);
  const others = await rows<{ name: string }>(db, sql`select o.name from approval_case d join organisation o on o.id = d.authority_id where d.dossier_id = ${found.dossier.id} and d.id <> ${caseId} order by o.name`);
  return { ...found, file: caseFile(found.entries), files: [...found.dossier.files, ...later], alsoAt: others.map(({ name }) => name) };
}

/** How the authority told people to appeal, the last time that it decided something. */
export async function lastGuidance(db: Db, authorityId: number): Promise<AppealGuidance | null> {
  const [found] = await rows<{ guidance: AppealGuidance }>(
    db,
    sql`select e.content->'guidance' as guidance from approval_decision d join approval_case c on c.id = d.case_id join case_entry e on e.case_id = d.case_id and e.seq = d.seq
        where c.authority_id = ${authorityId} order by d.log_index desc limit 1`,
  );
  return found?.guidance ?? null;
}

/** Last day of the approval that a case would renew; null: it renews none, or that one is over. */
export async function renewedUntil(db: Db, caseId: number): Promise<string | null> {
  const [found] = await rows<{ until: string }>(
    db,
    sql`select r.valid_to::text as until from approval_case c join approval_case r on r.id = c.renews_id where c.id = ${caseId} and r.approval in ('in-force', 'suspended')`,
  );
  return found?.until ?? null;
}

/** Language of whoever sent the application. */
export async function applicantLanguage(db: Db, caseId: number): Promise<string | null> {
  const [found] = await rows<{ locale: string }>(db, sql`select p.locale from case_entry e join person p on p.id = e.actor where e.case_id = ${caseId} and e.seq = 1`);
  return found?.locale ?? null;
}

export interface FileParties {
  authorityId: number;
  providerOrganisationId: number;
}

/** Both sides of every case that names a file: either may open it. */
export function partiesOfFile(db: Db, fileId: string): Promise<FileParties[]> {
  const named = sql`${JSON.stringify([fileId])}::jsonb`;
  return rows<FileParties>(
    db,
    sql`select distinct c.authority_id as "authorityId", p.organisation_id as "providerOrganisationId" from approval_case c join provider p on p.id = c.provider_id
        where exists (select 1 from self_assessment s where s.dossier_id = c.dossier_id and s.files @> ${named})
           or exists (select 1 from case_entry e where e.case_id = c.id and e.content->'files' @> ${named})`,
  );
}
