import { sameVersion } from '#platform/form.ts';
import { audit } from '#platform/audit.ts';
import type { Context } from '#platform/context.ts';
import { draftOf, lockedProvider } from '../desk-queries.ts';
import { removeDraft } from './change-draft.ts';

/** Throws the draft away; what is shown stays. Not one that somebody changed since it was looked at. */
export async function discardDraft(ctx: Context, { providerId, revision }: { providerId: number; revision: number }): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    await lockedProvider(tx, providerId);
    const draft = await draftOf(tx, providerId);
    if (!draft) return;
    sameVersion(revision, draft.revision);
    await removeDraft(tx, providerId);
    await audit(tx, { actor: ctx.actor, action: 'provider.discard-draft', object: `provider:${providerId}` });
  });
}
