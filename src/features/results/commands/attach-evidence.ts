import { and, eq } from 'drizzle-orm';
import { resultEvidenceFile } from '#db/schema/index.ts';
import type { Context } from '#platform/context.ts';
import { DomainError } from '#platform/errors.ts';
import { removeFile } from '#platform/files/commands/decide-file.ts';
import { takeFile, type TakenFile } from '#platform/files/commands/take-file.ts';
import type { Files } from '#platform/files/service.ts';
import { deskProvider } from '../desk/queries.ts';

export interface EvidenceInput {
  slug: string;
  /** At least one, such as 2025H1. */
  halfYears: readonly string[];
  name: string;
  bytes: Uint8Array;
}

/** @throws Refused with a FileRefusal for the field `file` */
export async function attachEvidence(ctx: Context, files: Files, { slug, halfYears, name, bytes }: EvidenceInput): Promise<TakenFile> {
  const provider = await deskProvider(ctx.db, slug);
  if (!provider) throw new DomainError('not-found', 'There is no such provider.');
  const { providerId, organisationId } = provider;
  return takeFile(ctx, files, { organisationId, name, bytes }, async (tx, { id }) => {
    await tx.insert(resultEvidenceFile).values([...new Set(halfYears)].map((halfYear) => ({ fileId: id, halfYear, providerId })));
  });
}

/** @throws not-found also for a file of another provider */
export async function removeEvidence(ctx: Context, files: Files, { slug, fileId }: { slug: string; fileId: string }): Promise<void> {
  const provider = await deskProvider(ctx.db, slug);
  const [own] = provider
    ? await ctx.db.select({ id: resultEvidenceFile.fileId }).from(resultEvidenceFile).where(and(eq(resultEvidenceFile.fileId, fileId), eq(resultEvidenceFile.providerId, provider.providerId))).limit(1)
    : [];
  if (!own) throw new DomainError('not-found', 'There is no such file.');
  await removeFile(ctx, files, fileId);
}
