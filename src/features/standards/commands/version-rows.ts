/** What the commands of this folder share: the version that they change, held until they are done. */
import { eq } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import { standard, standardVersion } from '#db/schema/index.ts';
import { DomainError } from '#platform/errors.ts';
import { Refused, sameVersion } from '#platform/form.ts';
import { standardDocument } from '../input.ts';
import type { StandardDocument, VersionDates } from '../model.ts';
import { versionById } from '../queries.ts';

export type VersionRow = typeof standardVersion.$inferSelect;

/** The standard comes first, always: whoever makes, publishes or gives up a version of it waits for the others. */
export async function lockStandard(tx: Db, standardId: number): Promise<typeof standard.$inferSelect> {
  const [row] = await tx.select().from(standard).where(eq(standard.id, standardId)).for('update');
  if (!row) throw new DomainError('not-found', 'no such standard');
  return row;
}

/** @throws Refused conflict when somebody has changed it since the form was made */
export async function lockVersion(tx: Db, versionId: number, revision?: number): Promise<{ row: VersionRow; dates: VersionDates; document: StandardDocument; slug: string; authorityId: number }> {
  const [first] = await tx.select({ standardId: standardVersion.standardId }).from(standardVersion).where(eq(standardVersion.id, versionId));
  if (!first) throw new DomainError('not-found', 'no such version of a standard');
  const { slug, authorityId } = await lockStandard(tx, first.standardId);
  const [row] = await tx.select().from(standardVersion).where(eq(standardVersion.id, versionId)).for('update');
  const dates = await versionById(tx, versionId);
  if (!row || !dates) throw new DomainError('not-found', 'no such version of a standard');
  if (revision !== undefined) sameVersion(revision, row.revision);
  return { row, dates, document: standardDocument.parse(row.document), slug, authorityId };
}

export function requireDraft({ state }: Pick<VersionRow, 'state'>): void {
  if (state !== 'draft') throw new Refused('conflict', { field: null, reason: 'standard-not-draft' });
}
