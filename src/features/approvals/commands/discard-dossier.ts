import { audit } from '#platform/audit.ts';
import { now } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { removeFile } from '#platform/files/commands/decide-file.ts';
import type { Files } from '#platform/files/service.ts';
import { assessmentsOf } from '../queries/dossiers.ts';
import { lockedDraft, touch, unusedFiles, type WhichDossier } from './dossier-rows.ts';

/** Puts a draft aside, with the files that nothing else names; what was sent stays. */
export async function discardDossier(ctx: Context, files: Files, which: WhichDossier): Promise<void> {
  const unused = await ctx.db.transaction(async (tx) => {
    const row = await lockedDraft(tx, which);
    await touch(tx, row, { discardedAt: now() });
    await audit(tx, { actor: ctx.actor, action: 'dossier.discard', object: `dossier:${row.id}` });
    return unusedFiles(tx, row.providerId, (await assessmentsOf(tx, row.id)).flatMap((each) => each.files));
  });
  for (const id of unused) await removeFile(ctx, files, id);
}
