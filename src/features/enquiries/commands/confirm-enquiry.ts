import { eq } from 'drizzle-orm';
import { enquiry, enquiryCount } from '#db/schema/index.ts';
import { audit } from '#platform/audit.ts';
import { now, today } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { DomainError } from '#platform/errors.ts';
import { Refused } from '#platform/form.ts';
import { UNCONFIRMED_HOURS } from '../model.ts';
import { tellProvider } from '../letters.ts';
import { lockedByToken } from './enquiry-rows.ts';

/** The citizen has opened the link and pressed the button: now the provider can read it. A second time does nothing. */
export async function confirmEnquiry(ctx: Context, token: string, siteUrl: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const row = await lockedByToken(tx, token);
    if (!row) throw new DomainError('not-found', 'no such enquiry');
    if (row.state !== 'unconfirmed') return;
    const at = now();
    if (at.getTime() - row.createdAt.getTime() > UNCONFIRMED_HOURS * 3_600_000) throw new Refused('gone', { field: null, reason: 'link-over' });
    const [count] = await tx.insert(enquiryCount).values({ providerId: row.providerId, askedOn: today() }).returning({ id: enquiryCount.id });
    await tx.update(enquiry).set({ state: 'waiting', confirmedAt: at, lastWordAt: at, countId: count?.id ?? null }).where(eq(enquiry.id, row.id));
    await audit(tx, { actor: 'citizen', action: 'enquiry.confirm', object: `enquiry:${row.id}`, detail: { providerId: row.providerId } });
    await tellProvider(ctx, tx, row, siteUrl);
  });
}
