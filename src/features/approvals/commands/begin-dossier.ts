import { and, desc, eq, isNotNull } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import { approvalDossier, selfAssessment, standardVersion } from '#db/schema/index.ts';
import { audit } from '#platform/audit.ts';
import { now, today } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { Refused } from '#platform/form.ts';
import { criteriaOf, type StandardDocument } from '#features/standards/model.ts';
import { versionById, versionsForApplications } from '#features/standards/queries.ts';
import { onScale } from '../completeness.ts';
import { assessmentsOf, draftFor } from '../queries/dossiers.ts';

/** What was said the last time, where the standard still asks for it in the same way. */
async function fillFromLast(tx: Db, providerId: number, standardId: number, dossierId: number, document: StandardDocument): Promise<void> {
  const [last] = await tx
    .select({ id: approvalDossier.id })
    .from(approvalDossier)
    .innerJoin(standardVersion, eq(standardVersion.id, approvalDossier.standardVersionId))
    .where(and(eq(approvalDossier.providerId, providerId), eq(standardVersion.standardId, standardId), isNotNull(approvalDossier.sentAt)))
    .orderBy(desc(approvalDossier.id))
    .limit(1);
  if (!last) return;
  const codes = new Set(criteriaOf(document).map(({ criterion }) => criterion.code));
  const kept = (await assessmentsOf(tx, last.id)).filter(({ criterion }) => codes.has(criterion));
  if (kept.length === 0) return;
  await tx.insert(selfAssessment).values(kept.map((each) => ({
    dossierId, criterion: each.criterion, score: each.score !== null && onScale(document, each.criterion, each.score) ? each.score : null, statement: each.statement,
    links: [...each.links], files: [...each.files], updatedAt: now(),
  })));
}

/** A draft by a version that takes applications; the one that is there already, if there is one. @returns its id */
export async function beginDossier(ctx: Context, { providerId, versionId, person }: { providerId: number; versionId: number; person: string }): Promise<number> {
  return ctx.db.transaction(async (tx) => {
    const version = await versionById(tx, versionId);
    const open = version ? await versionsForApplications(tx, version.standardId, today()) : [];
    if (!version || !open.some(({ id }) => id === versionId)) throw new Refused('invalid', { field: 'versionId', reason: 'standard-not-open' });
    const present = await draftFor(tx, providerId, versionId);
    if (present) return present.id;
    const at = now();
    const [row] = await tx
      .insert(approvalDossier)
      .values({ providerId, standardVersionId: versionId, revision: 1, createdBy: person, createdAt: at, updatedAt: at })
      .onConflictDoNothing()
      .returning({ id: approvalDossier.id });
    // Somebody else began it at the same moment.
    if (!row) throw new Refused('conflict', { field: null, reason: 'changed-meanwhile' });
    await fillFromLast(tx, providerId, version.standardId, row.id, version.document);
    await audit(tx, { actor: ctx.actor, action: 'dossier.begin', object: `dossier:${row.id}`, detail: { provider: providerId, version: versionId } });
    return row.id;
  });
}
