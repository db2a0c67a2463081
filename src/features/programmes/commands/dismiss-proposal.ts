import { sql } from 'drizzle-orm';
import { rows } from '#db/client.ts';
import { audit } from '#platform/audit.ts';
import { now } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { DomainError } from '#platform/errors.ts';

/** Puts a proposal aside. The same words from the same source do not come again. */
export async function dismissProposal(ctx: Context, { providerId, versionId }: { providerId: number; versionId: number }): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const found = await rows(
      tx,
      sql`update provider_version set answered_at = coalesce(answered_at, ${now().toISOString()}::timestamptz)
          where id = ${versionId}::int and provider_id = ${providerId}::int and state = 'proposal' returning id`,
    );
    if (found.length === 0) throw new DomainError('not-found', 'There is no such proposal.');
    await audit(tx, { actor: ctx.actor, action: 'provider.dismiss-proposal', object: `provider:${providerId}`, detail: { versionId } });
  });
}
