import { eq } from 'drizzle-orm';
import { enquiry } from '#db/schema/index.ts';
import { audit } from '#platform/audit.ts';
import { now } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { DomainError } from '#platform/errors.ts';
import { tellProvider } from '../letters.ts';
import { addMessage, lockedByToken } from './enquiry-rows.ts';

/** The citizen goes on with the conversation. */
export async function writeAgain(ctx: Context, { token, message, siteUrl }: { token: string; message: string; siteUrl: string }): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const row = await lockedByToken(tx, token);
    if (!row || row.state === 'unconfirmed') throw new DomainError('not-found', 'no such enquiry');
    await addMessage(tx, row.id, { author: 'citizen', text: message });
    await tx.update(enquiry).set({ state: 'waiting', lastWordAt: now() }).where(eq(enquiry.id, row.id));
    await audit(tx, { actor: 'citizen', action: 'enquiry.write-again', object: `enquiry:${row.id}`, detail: { providerId: row.providerId } });
    await tellProvider(ctx, tx, row, siteUrl);
  });
}
