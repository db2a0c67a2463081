import { eq } from 'drizzle-orm';
import { enquiry, enquiryCount } from '#db/schema/index.ts';
import { audit } from '#platform/audit.ts';
import { today } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { countsAsAsked } from '../model.ts';
import { lockedByToken } from './enquiry-rows.ts';

/** The citizen takes it back: all of it is deleted at once. What is gone already stays gone. */
export async function withdrawEnquiry(ctx: Context, token: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const row = await lockedByToken(tx, token);
    if (!row) return;
    await tx.delete(enquiry).where(eq(enquiry.id, row.id));
    const [count] = row.countId === null ? [] : await tx.select().from(enquiryCount).where(eq(enquiryCount.id, row.countId));
    // Taken back before an answer was due: it says nothing about the provider.
    if (count && !countsAsAsked(count, today())) await tx.delete(enquiryCount).where(eq(enquiryCount.id, count.id));
    await audit(tx, { actor: 'citizen', action: 'enquiry.withdraw', object: `enquiry:${row.id}`, detail: { providerId: row.providerId } });
    await ctx.outbox.send(tx, 'providers.changed', { providerIds: [row.providerId] });
  });
}
