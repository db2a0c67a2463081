import { eq } from 'drizzle-orm';
import { standardVersion } from '#db/schema/index.ts';
import { audit } from '#platform/audit.ts';
import { now } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import type { StandardDocument } from '../model.ts';
import { documentHash, plainDocument } from '../hash.ts';
import { lockVersion, requireDraft } from './version-rows.ts';

interface Change {
  versionId: number;
  /** For the audit trail: which part, nothing of what it says. */
  detail: Readonly<Record<string, string>>;
  change(document: StandardDocument): StandardDocument;
}

/** One step of writing a draft. @param change throws Refused for what cannot be done */
export async function changeDocument(ctx: Context, { versionId, detail, change }: Change): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const { row, document } = await lockVersion(tx, versionId);
    requireDraft(row);
    const next = change(document);
    const hash = documentHash(next);
    if (hash === row.hash) return;
    await tx.update(standardVersion).set({ document: plainDocument(next), hash, revision: row.revision + 1, updatedAt: now() }).where(eq(standardVersion.id, versionId));
    await audit(tx, { actor: ctx.actor, action: 'standard.write-draft', object: `standard-version:${versionId}`, detail });
  });
}
