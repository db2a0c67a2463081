import { and, eq } from 'drizzle-orm';
import { selfAssessment } from '#db/schema/index.ts';
import { now } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { DomainError } from '#platform/errors.ts';
import { Refused } from '#platform/form.ts';
import { removeFile } from '#platform/files/commands/decide-file.ts';
import { takeFile } from '#platform/files/commands/take-file.ts';
import type { Files } from '#platform/files/service.ts';
import { criterionByCode } from '#features/standards/model.ts';
import { versionById } from '#features/standards/queries.ts';
import { assessmentsOf } from '../queries/dossiers.ts';
import { lockedDraft, touch, unusedFiles, type WhichDossier } from './dossier-rows.ts';

const FILES_MOST = 20;

/** A file that shows a criterion. @throws Refused with a FileRefusal for the field `file` */
export async function attachEvidence(ctx: Context, files: Files, which: WhichDossier & { organisationId: number; criterion: string; file: File }): Promise<void> {
  const { organisationId, criterion, file } = which;
  // Looked at before the file is taken: a stale form loads nothing up.
  await ctx.db.transaction(async (tx) => {
    const { standardVersionId } = await lockedDraft(tx, which);
    const version = await versionById(tx, standardVersionId);
    if (version === null || criterionByCode(version.document, criterion) === null) throw new Refused('invalid', { field: 'criterion', reason: 'case-criterion-unknown' });
  });
  await takeFile(ctx, files, { organisationId, name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }, async (tx, { id }) => {
    const row = await lockedDraft(tx, which);
    const said = (await assessmentsOf(tx, row.id)).find((each) => each.criterion === criterion);
    if ((said?.files.length ?? 0) >= FILES_MOST) throw new Refused('conflict', { field: 'file', reason: 'file-quota' });
    const at = now();
    await tx
      .insert(selfAssessment)
      .values({ dossierId: row.id, criterion, score: null, statement: '', links: [], files: [id], updatedAt: at })
      .onConflictDoUpdate({ target: [selfAssessment.dossierId, selfAssessment.criterion], set: { files: [...(said?.files ?? []), id], updatedAt: at } });
    await touch(tx, row);
  });
}

/** Takes a file out of a draft; the file itself goes when nothing that was sent names it. */
export async function removeEvidence(ctx: Context, files: Files, which: WhichDossier & { criterion: string; fileId: string }): Promise<void> {
  const { criterion, fileId } = which;
  const unused = await ctx.db.transaction(async (tx) => {
    const row = await lockedDraft(tx, which);
    const said = (await assessmentsOf(tx, row.id)).find((each) => each.criterion === criterion);
    if (!said?.files.includes(fileId)) throw new DomainError('not-found', 'no such file here');
    const left = said.files.filter((id) => id !== fileId);
    await tx.update(selfAssessment).set({ files: left, updatedAt: now() }).where(and(eq(selfAssessment.dossierId, row.id), eq(selfAssessment.criterion, criterion)));
    await touch(tx, row);
    return unusedFiles(tx, row.providerId, [fileId]);
  });
  for (const id of unused) await removeFile(ctx, files, id);
}
