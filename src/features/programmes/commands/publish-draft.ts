import { sql } from 'drizzle-orm';
import { Refused, sameVersion } from '#platform/form.ts';
import { audit } from '#platform/audit.ts';
import { now } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { DomainError } from '#platform/errors.ts';
import { draftOf, lockedProvider } from '../desk-queries.ts';
import { readyDescription } from '../draft.ts';
import { removeDraft } from './change-draft.ts';
import { showDescription } from './show-description.ts';

export interface PublishInput {
  providerId: number;
  /** Of the draft that the person has seen. */
  revision: number;
}

/**
 * Shows the draft to everybody, as a new version, and ends it. Publishing says that all of it is right.
 * @throws Refused when it is not whole, or somebody changed it since it was looked at
 */
export async function publishDraft(ctx: Context, { providerId, revision }: PublishInput): Promise<{ versionId: number }> {
  return ctx.db.transaction(async (tx) => {
    const provider = await lockedProvider(tx, providerId);
    if (!provider) throw new DomainError('not-found', 'There is no such provider.');
    const draft = await draftOf(tx, providerId);
    if (!draft) throw new Refused('conflict', { field: null, reason: 'changed-meanwhile' });
    sameVersion(revision, draft.revision);
    const ready = readyDescription(draft);
    if (Array.isArray(ready)) throw new Refused('invalid', { field: null, reason: 'not-ready' });
    const at = now();
    const versionId = await showDescription(ctx, tx, provider, ready, at);
    await tx.execute(sql`update provider set confirmed_at = ${at.toISOString()}::timestamptz where id = ${providerId}`);
    await removeDraft(tx, providerId);
    await audit(tx, { actor: ctx.actor, action: 'provider.publish', object: `provider:${providerId}`, detail: { versionId, replaces: provider.versionId } });
    return { versionId };
  });
}
