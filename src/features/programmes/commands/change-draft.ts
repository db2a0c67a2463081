import { randomInt } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import { providerDraft } from '#db/schema/index.ts';
import { audit } from '#platform/audit.ts';
import { now } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { DomainError } from '#platform/errors.ts';
import { lockedProvider, presentDescription, type DeskProvider, type Present } from '../desk-queries.ts';
import type { Description } from '../draft.ts';

/** A draft begun anew starts at a number of its own, so that a form of an earlier draft is not taken for one of this. */
const firstRevision = (): number => randomInt(1, 1_000_000_000);

export async function storeDraft(tx: Db, ctx: Context, provider: DeskProvider, before: Present, description: Description, versionId: number | null): Promise<void> {
  const at = now();
  const values = {
    revision: before.draft ? before.draft.revision + 1 : firstRevision(),
    versionId,
    profile: { ...description.profile },
    programmes: description.programmes.map((each) => ({ ...each })),
    changedBy: ctx.actor,
    changedAt: at,
  };
  await tx.insert(providerDraft).values({ providerId: provider.id, ...values }).onConflictDoUpdate({ target: providerDraft.providerId, set: values });
}

export interface DraftChange<T> {
  providerId: number;
  /** For the audit trail. */
  action: string;
  detail?: Record<string, unknown>;
  /** Gives the changed description, or throws: then nothing is kept. */
  change(tx: Db, before: Present, provider: DeskProvider): Promise<{ description: Description; result: T }> | { description: Description; result: T };
}

/**
 * Changes a provider's draft, which begins from what is shown. One change after another: whoever comes second sees
 * what the first has done.
 */
export async function changeDraft<T>(ctx: Context, { providerId, action, detail = {}, change }: DraftChange<T>): Promise<T> {
  return ctx.db.transaction(async (tx) => {
    const provider = await lockedProvider(tx, providerId);
    if (!provider) throw new DomainError('not-found', 'There is no such provider.');
    const before = await presentDescription(tx, provider);
    const { description, result } = await change(tx, before, provider);
    await storeDraft(tx, ctx, provider, before, description, before.draft ? before.draft.versionId : provider.versionId);
    await audit(tx, { actor: ctx.actor, action, object: `provider:${providerId}`, detail });
    return result;
  });
}

/** Takes a draft away. @returns whether there was one */
export async function removeDraft(tx: Db, providerId: number): Promise<boolean> {
  const gone = await tx.delete(providerDraft).where(sql`${providerDraft.providerId} = ${providerId}`).returning({ id: providerDraft.providerId });
  return gone.length > 0;
}
