/** What the commands about enquiries share. */
import { eq, sql } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import { enquiry, enquiryCount, enquiryMessage } from '#db/schema/index.ts';
import { now, today } from '#platform/clock.ts';
import { Refused } from '#platform/form.ts';
import { seal } from '#platform/seal.ts';
import { tokenHash } from '#features/accounts/invitation.ts';
import { MESSAGES_MOST } from '../model.ts';
import type { EnquiryRow, Message } from '../queries.ts';
import { workingDaysBetween } from '../working-days.ts';

/** Held until the transaction is done, so that taking back and answering come one after the other. null: it is gone. */
export async function lockedByToken(tx: Db, token: string): Promise<EnquiryRow | null> {
  const [row] = await tx.select().from(enquiry).where(eq(enquiry.tokenHash, tokenHash(token))).for('update');
  return row ?? null;
}

export async function lockedById(tx: Db, id: number): Promise<EnquiryRow | null> {
  const [row] = await tx.select().from(enquiry).where(eq(enquiry.id, id)).for('update');
  return row ?? null;
}

export async function messageCount(tx: Db, enquiryId: number): Promise<number> {
  const [found] = await tx.select({ n: sql<number>`count(*)::int` }).from(enquiryMessage).where(eq(enquiryMessage.enquiryId, enquiryId));
  return found?.n ?? 0;
}

/** @throws Refused when there have been too many */
export async function addMessage(tx: Db, enquiryId: number, { author, text }: Pick<Message, 'author' | 'text'>): Promise<void> {
  if ((await messageCount(tx, enquiryId)) >= MESSAGES_MOST) throw new Refused('conflict', { field: null, reason: 'too-many-messages' });
  await tx.insert(enquiryMessage).values({ enquiryId, author, sealed: seal('enquiry', text), at: now() });
}

/** The first answer is the one that counts. */
export async function countAnswer(tx: Db, countId: number | null): Promise<void> {
  if (countId === null) return;
  const [row] = await tx.select().from(enquiryCount).where(eq(enquiryCount.id, countId)).for('update');
  if (row?.answeredInDays === null) await tx.update(enquiryCount).set({ answeredInDays: workingDaysBetween(row.askedOn, today()) }).where(eq(enquiryCount.id, countId));
}
