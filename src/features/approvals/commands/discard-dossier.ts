import { audit } from '#platform/audit.ts';
import { now } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { lockedDraft, touch, type WhichDossier } from './dossier-rows.ts';

/** Puts a draft aside; what was sent stays. */
export async function discardDossier(ctx: Context, which: WhichDossier): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const row = await lockedDraft(tx, which);
    await touch(tx, row, { discardedAt: now() });
    await audit(tx, { actor: ctx.actor, action: 'dossier.discard', object: `dossier:${row.id}` });
  });
}
