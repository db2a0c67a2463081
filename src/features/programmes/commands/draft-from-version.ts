import { sql } from 'drizzle-orm';
import { rows } from '#db/client.ts';
import { sameVersion } from '#platform/form.ts';
import { now } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { DomainError } from '#platform/errors.ts';
import { versionDescription } from '../desk-queries.ts';
import { changeDraft } from './change-draft.ts';

export interface FromVersion {
  providerId: number;
  versionId: number;
  /** Of the draft that this replaces, 0 for none: nobody's draft is replaced unseen. */
  revision: number;
}

/**
 * Makes an earlier version, or what another source proposes, the draft. Nothing is shown by it.
 * Its number and its name for the organisation stay the provider's own.
 */
export async function draftFromVersion(ctx: Context, { providerId, versionId, revision }: FromVersion): Promise<void> {
  await changeDraft(ctx, {
    providerId,
    action: 'provider.draft-from-version',
    detail: { versionId },
    async change(tx, before, provider) {
      sameVersion(revision, before.draft?.revision ?? 0);
      const [known] = await rows<{ state: string }>(
        tx,
        sql`select state from provider_version where id = ${versionId}::int and provider_id = ${providerId}::int and state in ('current', 'past', 'proposal') and activated_at is not null`,
      );
      const description = known && (await versionDescription(tx, providerId, versionId));
      if (!description) throw new DomainError('not-found', 'There is no such version.');
      if (known.state === 'proposal') await tx.execute(sql`update provider_version set answered_at = ${now().toISOString()}::timestamptz where id = ${versionId}::int`);
      return { description: { ...description, profile: { ...description.profile, id: { ...provider.number } } }, result: undefined };
    },
  });
}
