import { selfAssessment, storedFile } from '#db/schema/index.ts';
import { and, eq, inArray } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import { audit } from '#platform/audit.ts';
import { now } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { Refused } from '#platform/form.ts';
import { criterionByCode } from '#features/standards/model.ts';
import { versionById } from '#features/standards/queries.ts';
import { onScale, type SelfAssessment } from '../completeness.ts';
import { assessmentsOf } from '../queries/dossiers.ts';
import { lockedDraft, touch, unusedFiles, type WhichDossier } from './dossier-rows.ts';

/** Only files of the same organisation can be named. */
async function requireOwnFiles(tx: Db, organisationId: number, items: readonly SelfAssessment[]): Promise<void> {
  const ids = [...new Set(items.flatMap(({ files }) => files))];
  if (ids.length === 0) return;
  const own = await tx.select({ id: storedFile.id }).from(storedFile).where(and(eq(storedFile.organisationId, organisationId), inArray(storedFile.id, ids)));
  const foreign = items.findIndex(({ files }) => files.some((id) => !own.some((each) => each.id === id)));
  if (foreign >= 0) throw new Refused('invalid', { field: `items.${foreign}.files`, reason: 'choose' });
}

const filesOf = (said: readonly SelfAssessment[]): string[] => said.flatMap(({ files }) => files);

/** @returns ids of files that nothing names any more, to be taken away @throws Refused for a criterion or score that the standard does not have */
export async function saveAssessment(ctx: Context, which: WhichDossier & { organisationId: number; items: readonly SelfAssessment[] }): Promise<string[]> {
  const { organisationId, items } = which;
  return ctx.db.transaction(async (tx) => {
    const row = await lockedDraft(tx, which);
    const version = await versionById(tx, row.standardVersionId);
    if (!version) throw new Error('A dossier without its standard.');
    for (const [n, { criterion, score }] of items.entries()) {
      if (criterionByCode(version.document, criterion) === null) throw new Refused('invalid', { field: `items.${n}.criterion`, reason: 'case-criterion-unknown' });
      if (score !== null && !onScale(version.document, criterion, score)) throw new Refused('invalid', { field: `items.${n}.score`, reason: 'choose' });
    }
    await requireOwnFiles(tx, organisationId, items);
    const before = filesOf(await assessmentsOf(tx, row.id));
    for (const { criterion, score, statement, links, files } of items) {
      const said = { score, statement, links: [...links], files: [...files], updatedAt: now() };
      await tx.insert(selfAssessment).values({ dossierId: row.id, criterion, ...said }).onConflictDoUpdate({ target: [selfAssessment.dossierId, selfAssessment.criterion], set: said });
    }
    await touch(tx, row);
    await audit(tx, { actor: ctx.actor, action: 'dossier.save', object: `dossier:${row.id}`, detail: { criteria: items.map(({ criterion }) => criterion) } });
    const kept = new Set(filesOf(await assessmentsOf(tx, row.id)));
    return unusedFiles(tx, row.providerId, [...new Set(before)].filter((id) => !kept.has(id)));
  });
}
