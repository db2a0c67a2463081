/** What the commands about evidence files share. */
import { and, eq, sql } from 'drizzle-orm';
import { rows, type Db } from '#db/client.ts';
import { approvalDossier } from '#db/schema/index.ts';
import { now } from '#platform/clock.ts';
import { DomainError } from '#platform/errors.ts';
import { Refused, sameVersion } from '#platform/form.ts';
import type { DossierRow } from '../queries/dossiers.ts';

/** Whose it is, and the revision that the form was made from. */
export interface WhichDossier {
  providerId: number;
  dossierId: number;
  revision: number;
}

/** @throws Refused conflict when somebody has changed it since; not-found also for that of another provider */
export async function lockedDossier(tx: Db, { providerId, dossierId, revision }: WhichDossier): Promise<DossierRow> {
  const [row] = await tx.select().from(approvalDossier).where(and(eq(approvalDossier.id, dossierId), eq(approvalDossier.providerId, providerId))).for('update');
  if (!row || row.discardedAt) throw new DomainError('not-found', 'no such dossier');
  sameVersion(revision, row.revision);
  return row;
}

/** One that can still be written. @throws Refused gone when it has been sent */
export async function lockedDraft(tx: Db, which: WhichDossier): Promise<DossierRow> {
  const row = await lockedDossier(tx, which);
  if (row.sentAt) throw new Refused('conflict', { field: null, reason: 'dossier-sent' });
  return row;
}

export async function touch(tx: Db, { id, revision }: DossierRow, changes: { sentAt?: Date; discardedAt?: Date } = {}): Promise<void> {
  await tx.update(approvalDossier).set({ ...changes, revision: revision + 1, updatedAt: now() }).where(eq(approvalDossier.id, id));
}

/** Those of the files that no application or case of the provider names, and no results either. */
export async function unusedFiles(tx: Db, providerId: number, fileIds: readonly string[]): Promise<string[]> {
  const found = await rows<{ id: string }>(
    tx,
    sql`select f.value as id from json_array_elements_text(${JSON.stringify(fileIds)}::json) f
        where not exists (select 1 from self_assessment s join approval_dossier d on d.id = s.dossier_id where d.provider_id = ${providerId} and d.discarded_at is null and s.files ? f.value)
          and not exists (select 1 from approval_case c join case_entry e on e.case_id = c.id where c.provider_id = ${providerId} and e.content->'files' ? f.value)
          and not exists (select 1 from result_evidence_file r where r.file_id = f.value)`,
  );
  return found.map(({ id }) => id);
}
