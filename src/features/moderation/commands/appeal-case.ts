/** Somebody whom a decision concerns wants another person to look at it; or an author answers what a notice says. */
import { and, desc, eq } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import { moderationCase, moderationNotice, moderationStatement } from '#db/schema/index.ts';
import { audit } from '#platform/audit.ts';
import { today } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { DomainError } from '#platform/errors.ts';
import { Refused } from '#platform/form.ts';
import { tokenHash } from '#features/accounts/invitation.ts';
import { appeal, authorAnswers } from '../model.ts';
import { isOurs, type Subject } from '../subjects.ts';
import { addEntry, entriesOf, lockedCase, presentCase, saveCase } from './case-rows.ts';
import { refused } from './decide-case.ts';

/**
 * The case is open again; who decided before may not decide now. Each party once, or a case would go on until nobody is left
 * to decide it; after that there are the bodies outside the site (DSA Art. 21).
 */
async function reopen(tx: Db, caseId: number, actor: string, words: string, detail: { notice?: number } = {}): Promise<void> {
  const open = await lockedCase(tx, caseId);
  const before = (await entriesOf(tx, caseId)).filter(({ kind }) => kind === 'appealed');
  if (before.some((each) => each.actor === actor && each.detail['notice'] === detail.notice)) throw refused('appealed-before');
  // Another case about the same text is looked at: it answers this one too.
  if (await presentCase(tx, { kind: open.row.subjectKind, id: open.row.subjectId })) throw refused('not-decided');
  const step = appeal(open.case, today());
  if (!step.ok) throw refused(step.refusal);
  await addEntry(tx, caseId, step.next.round, { kind: 'appealed', actor, words, detail });
  await saveCase(tx, open.row, { state: 'open', round: step.next.round, roundOn: today(), authorUntil: null, authorAnswered: false });
}

/** Begins what the site tells an author in the place of a statement: a question that may be answered. */
export const QUESTION = 'question-';

async function answerQuestion(tx: Db, subject: Subject, words: string): Promise<void> {
  const open = await presentCase(tx, subject);
  const step = open && authorAnswers(open.case, today());
  if (!open || !step?.ok) throw refused('not-open');
  await addEntry(tx, open.row.id, open.row.round, { kind: 'author-answered', actor: 'author', words });
  await saveCase(tx, open.row, { authorAnswered: true });
}

/**
 * In the author's transaction. No audit entry: it would tell when the author sat there.
 * @param statementId as the author was told it @throws Refused when it cannot be appealed, or was
 */
export async function appealAsAuthor(tx: Db, subject: Subject, { statementId, words }: { statementId: string; words: string }): Promise<void> {
  if (statementId.startsWith(QUESTION)) return answerQuestion(tx, subject, words);
  const [statement] = await tx
    .select()
    .from(moderationStatement)
    .where(and(eq(moderationStatement.id, statementId), eq(moderationStatement.subjectKind, subject.kind), eq(moderationStatement.subjectId, subject.id)));
  if (!statement) throw new DomainError('not-found', 'no such statement');
  const [newest] = await tx.select().from(moderationStatement).where(eq(moderationStatement.caseId, statement.caseId)).orderBy(desc(moderationStatement.seq)).limit(1);
  // An older decision is no longer the one that holds, and what was lifted or only held has nothing to appeal.
  if (newest?.id !== statement.id || (statement.restriction !== 'redacted' && statement.restriction !== 'removed')) throw refused('not-decided');
  await reopen(tx, statement.caseId, 'author', words);
}

/** By whoever sent the notice, with the link in the letter. */
export async function appealAsNotifier(ctx: Context, token: string, words: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const [notice] = await tx.select().from(moderationNotice).where(eq(moderationNotice.tokenHash, tokenHash(token)));
    if (!notice) throw new DomainError('not-found', 'no such notice');
    if (notice.decidedOn === null) throw refused('not-decided');
    await reopen(tx, notice.caseId, 'notifier', words, { notice: notice.id });
    await audit(tx, { actor: 'notifier', action: 'moderation.appeal', object: `case:${notice.caseId}`, detail: { notice: notice.id } });
  });
}

/** By the provider, about what was decided on its own answer to a review. */
export async function appealAsProvider(ctx: Context, { reviewId, providerId, words }: { reviewId: string; providerId: number; words: string }): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const [row] = await tx
      .select()
      .from(moderationCase)
      .where(and(eq(moderationCase.subjectKind, 'reply'), eq(moderationCase.subjectId, reviewId), eq(moderationCase.providerId, providerId), eq(moderationCase.state, 'decided')))
      .orderBy(desc(moderationCase.decidedOn))
      .limit(1);
    if (!row || !isOurs(row.subjectKind)) throw new Refused('gone', { field: null, reason: 'moderation-not-decided' });
    await reopen(tx, row.id, `provider:${providerId}`, words);
    await audit(tx, { actor: ctx.actor, action: 'moderation.appeal', object: `case:${row.id}` });
  });
}
