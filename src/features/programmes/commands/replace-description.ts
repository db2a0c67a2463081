import { sql } from 'drizzle-orm';
import { rows } from '#db/client.ts';
import { audit } from '#platform/audit.ts';
import { now } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { DomainError } from '#platform/errors.ts';
import { descriptionHash } from '../description-hash.ts';
import { draftOf, lockedProvider } from '../desk-queries.ts';
import type { Ready } from '../draft.ts';
import { OWN_SOURCE } from '../own-source.ts';
import { showDescription } from './show-description.ts';

export interface Replaced {
  /** `unchanged`: the provider's own words are these already; nothing was written. */
  outcome: 'published' | 'unchanged';
  versionId: number;
}

/**
 * Shows a whole description that the provider's own system sent. It is a new version like any other, and can be restored.
 * @throws DomainError not-found; conflict while somebody writes a draft, whose work it would pass over
 */
export async function replaceDescription(ctx: Context, providerId: number, ready: Ready): Promise<Replaced> {
  return ctx.db.transaction(async (tx) => {
    const provider = await lockedProvider(tx, providerId);
    if (!provider) throw new DomainError('not-found', 'There is no such provider.');
    if (await draftOf(tx, providerId)) throw new DomainError('conflict', 'Somebody is writing a draft at the desk. Publish it or discard it there first.');
    const own = { ...ready.profile, id: { ...provider.number } };
    const [shown] = await rows<{ hash: string }>(
      tx,
      sql`select v.hash from provider_version v join source s on s.id = v.source_id
          where v.id = ${provider.versionId}::int and s.title = ${OWN_SOURCE.title} and s.publisher = ${OWN_SOURCE.publisher}`,
    );
    if (provider.versionId !== null && shown?.hash === descriptionHash(JSON.stringify(own), JSON.stringify(ready.programmes))) {
      return { outcome: 'unchanged', versionId: provider.versionId };
    }
    const at = now();
    const versionId = await showDescription(ctx, tx, provider, ready, at);
    await tx.execute(sql`update provider set confirmed_at = ${at.toISOString()}::timestamptz where id = ${providerId}`);
    await audit(tx, { actor: ctx.actor, action: 'provider.publish', object: `provider:${providerId}`, detail: { versionId, replaces: provider.versionId } });
    return { outcome: 'published', versionId };
  });
}
