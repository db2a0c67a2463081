import { eq } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import { enquiry } from '#db/schema/index.ts';
import { audit } from '#platform/audit.ts';
import { now } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { Refused, sameVersion } from '#platform/form.ts';
import type { EnquiryRow } from '../queries.ts';
import { setFreePlaces } from './change-opening.ts';
import { addMessage, countAnswer, lockedById, messageCount } from './enquiry-rows.ts';
import { lockedOpening } from './openings.ts';

export interface Answer {
  providerId: number;
  enquiryId: number;
  /** place: the place that was asked for is given, so there is one fewer. */
  how: 'answer' | 'decline' | 'place';
  message: string;
  /** Messages there were when the form was made. */
  seen: number;
}

async function givePlace(ctx: Context, tx: Db, row: EnquiryRow): Promise<void> {
  if (row.placeGivenAt) throw new Refused('conflict', { field: 'how', reason: 'place-given' });
  if (row.openingId === null) throw new Refused('invalid', { field: 'how', reason: 'no-opening' });
  const opening = await lockedOpening(tx, row.providerId, row.openingId);
  if (opening.freePlaces < 1) throw new Refused('conflict', { field: 'how', reason: 'no-places' });
  await setFreePlaces(ctx, tx, opening, opening.freePlaces - 1);
}

/**
 * The provider answers, says no, or gives the place; the citizen gets a letter with the link to it.
 * @throws Refused gone when the citizen has taken it back, conflict when something was written meanwhile
 */
export async function answerEnquiry(ctx: Context, { providerId, enquiryId, how, message, seen }: Answer): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const row = await lockedById(tx, enquiryId);
    if (!row || row.providerId !== providerId || row.state === 'unconfirmed') throw new Refused('gone', { field: null, reason: 'enquiry-gone' });
    sameVersion(seen, await messageCount(tx, row.id));
    if (how === 'place') await givePlace(ctx, tx, row);
    const at = now();
    await addMessage(tx, row.id, { author: 'provider', text: message });
    await tx
      .update(enquiry)
      .set({ state: how === 'decline' ? 'declined' : 'answered', lastWordAt: at, ...(how === 'place' ? { placeGivenAt: at } : {}) })
      .where(eq(enquiry.id, row.id));
    await countAnswer(tx, row.countId);
    await audit(tx, { actor: ctx.actor, action: `enquiry.${how === 'place' ? 'give-place' : how}`, object: `enquiry:${row.id}`, detail: { providerId } });
    await ctx.outbox.send(tx, 'enquiry.to-tell', { enquiryId: row.id, what: how });
    await ctx.outbox.send(tx, 'providers.changed', { providerIds: [providerId] });
  });
}
