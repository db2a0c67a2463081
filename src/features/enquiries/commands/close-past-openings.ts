import { and, isNull, lt, or, isNotNull } from 'drizzle-orm';
import { opening } from '#db/schema/index.ts';
import { audit } from '#platform/audit.ts';
import { now, today } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { UNDATED_DAYS } from '../model.ts';

const DAY_MS = 86_400_000;

/** A day's duty: those that have begun, and those without a date that nobody has spoken of for long. @returns how many */
export async function closePastOpenings(ctx: Context): Promise<number> {
  return ctx.db.transaction(async (tx) => {
    const at = now();
    // A day of grace, so that none closes that the public page would still show.
    const silent = new Date(at.getTime() - (UNDATED_DAYS + 1) * DAY_MS);
    const closed = await tx
      .update(opening)
      .set({ closedAt: at })
      .where(and(isNull(opening.closedAt), or(and(isNotNull(opening.startsOn), lt(opening.startsOn, today())), and(isNull(opening.startsOn), lt(opening.confirmedAt, silent)))))
      .returning({ id: opening.id, providerId: opening.providerId });
    if (closed.length === 0) return 0;
    await audit(tx, { actor: ctx.actor, action: 'opening.expire', object: 'openings', detail: { openings: closed.map((each) => each.id) } });
    await ctx.outbox.send(tx, 'providers.changed', { providerIds: [...new Set(closed.map((each) => each.providerId))] });
    return closed.length;
  });
}
