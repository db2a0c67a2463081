import { and, eq, lt, ne, or } from 'drizzle-orm';
import { enquiry } from '#db/schema/index.ts';
import { audit } from '#platform/audit.ts';
import { now } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { KEPT_DAYS, UNCONFIRMED_HOURS } from '../model.ts';

const HOUR_MS = 3_600_000;

/** A day's duty: enquiries whose time is over, with every word of them. Only the counts stay. @returns how many */
export async function eraseOldEnquiries(ctx: Context): Promise<number> {
  return ctx.db.transaction(async (tx) => {
    const before = (hours: number) => new Date(now().getTime() - hours * HOUR_MS);
    const erased = await tx
      .delete(enquiry)
      .where(or(and(eq(enquiry.state, 'unconfirmed'), lt(enquiry.createdAt, before(UNCONFIRMED_HOURS))), and(ne(enquiry.state, 'unconfirmed'), lt(enquiry.lastWordAt, before(KEPT_DAYS * 24)))))
      .returning({ id: enquiry.id });
    if (erased.length > 0) await audit(tx, { actor: ctx.actor, action: 'enquiry.erase-old', object: 'enquiries', detail: { erased: erased.length } });
    return erased.length;
  });
}
