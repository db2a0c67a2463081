/** Notices of a case, and what their senders are told. */
import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import { moderationNotice } from '#db/schema/index.ts';
import { today } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { queueMail } from '#platform/mail.ts';
import { unseal } from '#platform/seal.ts';
import { noticeLetter, type NoticeTold } from '../letters.ts';

export type NoticeRow = typeof moderationNotice.$inferSelect;

export interface NoticeContact {
  email: string;
  name: string | null;
  /** Of the sender's link. */
  token: string;
}
export interface NoticeWords {
  /** The passage that it is about, as the sender copied it. */
  sentence: string | null;
  explanation: string;
}

export const contactOf = ({ contact }: Pick<NoticeRow, 'contact'>): NoticeContact | null => (contact === null ? null : (JSON.parse(unseal('moderation', contact)) as NoticeContact));
export const wordsOf = ({ words }: Pick<NoticeRow, 'words'>): NoticeWords | null => (words === null ? null : (JSON.parse(unseal('moderation', words)) as NoticeWords));

const waiting = (caseId: number) => and(eq(moderationNotice.caseId, caseId), isNull(moderationNotice.decidedOn));

export async function noticesWaiting(tx: Db, caseId: number): Promise<number> {
  const [found] = await tx.select({ n: sql<number>`count(*)::int` }).from(moderationNotice).where(waiting(caseId));
  return found?.n ?? 0;
}

/** To whoever gave an address. @param siteUrl without slash at the end */
export async function tellNotifier(ctx: Context, tx: Db, row: NoticeRow, what: NoticeTold, siteUrl: string): Promise<void> {
  const contact = contactOf(row);
  if (contact) await queueMail(ctx, tx, { kind: `notice-${what}`, to: contact.email, personId: null, letter: noticeLetter(row, contact, what, siteUrl) });
}

/**
 * The decision answers every notice that waited, and after an appeal those that were answered before; their senders hear of it.
 * @param unfounded without any ground, as a person found
 */
export async function answerNotices(ctx: Context, tx: Db, { id, round }: { id: number; round: number }, { upheld, unfounded, siteUrl }: { upheld: boolean; unfounded: boolean; siteUrl: string }): Promise<number> {
  const again = round === 1 ? [] : await tx.update(moderationNotice).set({ upheld, unfounded: false }).where(and(eq(moderationNotice.caseId, id), isNotNull(moderationNotice.decidedOn))).returning();
  const answered = await tx.update(moderationNotice).set({ decidedOn: today(), upheld, unfounded: unfounded && !upheld }).where(waiting(id)).returning();
  for (const row of again) await tellNotifier(ctx, tx, row, 'appeal-decided', siteUrl);
  for (const row of answered) await tellNotifier(ctx, tx, row, 'decided', siteUrl);
  return answered.length;
}
