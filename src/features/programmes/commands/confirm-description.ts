import { sql } from 'drizzle-orm';
import { rows } from '#db/client.ts';
import { audit } from '#platform/audit.ts';
import { now } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { DomainError } from '#platform/errors.ts';

/** "Everything is still right": of what is shown, today. */
export async function confirmDescription(ctx: Context, { providerId }: { providerId: number }): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const at = now().toISOString();
    const found = await rows(
      tx,
      sql`update provider set confirmed_at = ${at}::timestamptz, claimed_at = coalesce(claimed_at, ${at}::timestamptz)
          where id = ${providerId} and version_id is not null returning id`,
    );
    if (found.length === 0) throw new DomainError('not-found', 'There is no such published provider.');
    await audit(tx, { actor: ctx.actor, action: 'provider.confirm', object: `provider:${providerId}` });
    await ctx.outbox.send(tx, 'providers.changed', { providerIds: [providerId] });
  });
}
