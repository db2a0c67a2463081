/** Notices without any ground, again and again: a warning, then a time in which the sender's notices are read last (DSA Art. 23). */
import { and, desc, eq, gte, sql } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import { moderationNotice, moderationWarning } from '#db/schema/index.ts';
import { audit } from '#platform/audit.ts';
import { now, today } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { DomainError } from '#platform/errors.ts';
import { Refused } from '#platform/form.ts';
import { addDays } from '#features/enquiries/working-days.ts';
import { MISUSE } from '../misuse.ts';
import { contactOf, type NoticeRow } from './notice-rows.ts';
import { queueMail } from '#platform/mail.ts';
import { misuseLetter } from '../letters.ts';

/** Unfounded notices of the last year, those before the last warning left out. */
export async function unfoundedCount(tx: Db, senderName: string): Promise<number> {
  const [last] = await tx.select().from(moderationWarning).where(eq(moderationWarning.senderName, senderName)).orderBy(desc(moderationWarning.id)).limit(1);
  const since = last ? last.warnedAt.toISOString().slice(0, 10) : addDays(today(), -MISUSE.withinDays);
  const [found] = await tx
    .select({ n: sql<number>`count(*)::int` })
    .from(moderationNotice)
    .where(and(eq(moderationNotice.senderName, senderName), eq(moderationNotice.unfounded, true), gte(moderationNotice.receivedOn, since)));
  return found?.n ?? 0;
}

/** Until when notices of this sender are read last; null: like all others. */
export async function suspendedUntil(tx: Db, senderName: string): Promise<string | null> {
  const [found] = await tx.select().from(moderationWarning).where(and(eq(moderationWarning.senderName, senderName), gte(moderationWarning.suspendedUntil, today()))).limit(1);
  return found?.suspendedUntil ?? null;
}

async function wasWarned(tx: Db, senderName: string): Promise<boolean> {
  const found = await tx.select({ id: moderationWarning.id }).from(moderationWarning).where(eq(moderationWarning.senderName, senderName)).limit(1);
  return found.length > 0;
}

/** @throws Refused when there is not enough of it, or no address to warn */
export async function warnSender(ctx: Context, noticeId: number): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const [notice] = await tx.select().from(moderationNotice).where(eq(moderationNotice.id, noticeId));
    if (!notice) throw new DomainError('not-found', 'no such notice');
    const sender = whoSent(notice);
    if (!sender || (await unfoundedCount(tx, sender.name)) < MISUSE.notices) throw new Refused('conflict', { field: null, reason: 'moderation-not-misuse' });
    const until = (await wasWarned(tx, sender.name)) ? addDays(today(), MISUSE.suspendedDays) : null;
    await tx.insert(moderationWarning).values({ senderName: sender.name, warnedBy: ctx.actor, warnedAt: now(), suspendedUntil: until });
    await audit(tx, { actor: ctx.actor, action: until === null ? 'moderation.warn-sender' : 'moderation.suspend-sender', object: `notice:${noticeId}` });
    await queueMail(ctx, tx, { kind: 'notice-misuse', to: sender.email, personId: null, letter: misuseLetter(notice.locale, until) });
  });
}

function whoSent(notice: NoticeRow): { name: string; email: string } | null {
  const contact = contactOf(notice);
  return notice.senderName === null || contact === null ? null : { name: notice.senderName, email: contact.email };
}
