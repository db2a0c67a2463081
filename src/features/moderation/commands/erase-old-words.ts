/** The day's duties of moderation: what has been kept for long enough goes. */
import { and, eq, gte, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import { moderationCase, moderationNotice, moderationStatement, moderationWarning, moderationWords } from '#db/schema/index.ts';
import { audit } from '#platform/audit.ts';
import { today } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { addDays } from '#features/enquiries/working-days.ts';
import { STATEMENT_DAYS, WORDS_DAYS } from '../model.ts';
import { MISUSE } from '../misuse.ts';
import { forgetPassages } from '../subjects.ts';

const LATE_DAYS = 90;

/** @returns how many cases it touched */
export async function eraseOldWords(ctx: Context): Promise<number> {
  return ctx.db.transaction(async (tx) => {
    const day = today();
    const before = addDays(day, -WORDS_DAYS);
    const over = and(sql`${moderationCase.state} in ('decided', 'gone')`, lt(sql`coalesce(${moderationCase.decidedOn}, ${moderationCase.roundOn})`, before));
    const erased = await tx.delete(moderationWords).where(sql`${moderationWords.caseId} in (select id from ${moderationCase} where ${over})`).returning({ caseId: moderationWords.caseId });
    const notices = await tx
      .update(moderationNotice)
      .set({ words: null, contact: null })
      .where(and(or(isNotNull(moderationNotice.words), isNotNull(moderationNotice.contact)), sql`${moderationNotice.caseId} in (select id from ${moderationCase} where ${over})`))
      .returning({ id: moderationNotice.id });
    // What was redacted half a year ago is not put back any more: the passages themselves are forgotten. Late days are made up for.
    const redacted = await tx
      .update(moderationCase)
      .set({ findings: [] })
      .where(and(over, eq(moderationCase.outcome, 'redact'), gte(moderationCase.decidedOn, addDays(before, -LATE_DAYS))))
      .returning({ kind: moderationCase.subjectKind, id: moderationCase.subjectId });
    for (const subject of redacted) await forgetPassages(tx, subject);
    await tx.delete(moderationStatement).where(lt(moderationStatement.madeOn, addDays(day, -STATEMENT_DAYS)));
    await tx.delete(moderationWarning).where(and(or(isNull(moderationWarning.suspendedUntil), lt(moderationWarning.suspendedUntil, day)), sql`${moderationWarning.warnedAt}::date < ${addDays(day, -MISUSE.withinDays)}::date`));
    const touched = new Set(erased.map((each) => each.caseId)).size;
    if (touched + notices.length + redacted.length > 0) await audit(tx, { actor: ctx.actor, action: 'moderation.erase-old', object: 'moderation', detail: { cases: touched, notices: notices.length, redactions: redacted.length } });
    return touched;
  });
}
