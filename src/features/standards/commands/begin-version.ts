import { and, desc, eq, inArray } from 'drizzle-orm';
import { standardVersion } from '#db/schema/index.ts';
import { audit } from '#platform/audit.ts';
import { now } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { Refused } from '#platform/form.ts';
import type { LocalisedText } from '#platform/input.ts';
import { lockStandard } from './version-rows.ts';

/** A new draft that says what the newest published version says, or what was last given up where none is published. @returns its number */
export async function beginVersion(ctx: Context, { standardId, reason }: { standardId: number; reason: LocalisedText | null }): Promise<{ versionId: number; number: number }> {
  return ctx.db.transaction(async (tx) => {
    await lockStandard(tx, standardId);
    const all = await tx.select().from(standardVersion).where(eq(standardVersion.standardId, standardId)).orderBy(desc(standardVersion.number));
    if (all.some(({ state }) => state === 'draft' || state === 'consultation')) throw new Refused('conflict', { field: null, reason: 'standard-open-version' });
    const from = all.find(({ state }) => state === 'published') ?? all[0];
    if (!from) throw new Error('A standard without a version.');
    const number = (all[0]?.number ?? 0) + 1;
    const at = now();
    const [made] = await tx
      .insert(standardVersion)
      .values({ standardId, number, state: 'draft', document: from.document, hash: from.hash, revision: 1, reason, createdBy: ctx.actor, createdAt: at, updatedAt: at })
      .returning({ id: standardVersion.id });
    if (!made) throw new Error('The version was not written.');
    await audit(tx, { actor: ctx.actor, action: 'standard.begin-version', object: `standard:${standardId}`, detail: { number, from: from.number } });
    return { versionId: made.id, number };
  });
}

/** A draft or consultation that leads to nothing. It stays, unchanged, and is told no more. */
export async function abandonVersion(ctx: Context, { versionId, revision }: { versionId: number; revision: number }): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const open = await tx
      .update(standardVersion)
      .set({ state: 'abandoned', updatedAt: now() })
      .where(and(eq(standardVersion.id, versionId), eq(standardVersion.revision, revision), inArray(standardVersion.state, ['draft', 'consultation'])))
      .returning({ standardId: standardVersion.standardId, number: standardVersion.number });
    if (!open[0]) throw new Refused('conflict', { field: null, reason: 'changed-meanwhile' });
    await audit(tx, { actor: ctx.actor, action: 'standard.abandon-version', object: `standard:${open[0].standardId}`, detail: { number: open[0].number } });
  });
}
