import { and, eq, isNull, lt } from 'drizzle-orm';
import { standardComment } from '#db/schema/index.ts';
import { audit } from '#platform/audit.ts';
import { now, today } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { Refused } from '#platform/form.ts';
import type { Locale } from '#platform/input.ts';
import { COMMENT_NAME_DAYS, commentKind, hasPart } from '../comments.ts';
import type { Comment } from '../queries.ts';
import { lockVersion } from './version-rows.ts';

const DAY_MS = 86_400_000;

export interface NewComment extends Pick<Comment, 'about' | 'author' | 'side' | 'text'> {
  versionId: number;
  locale: Locale;
}

/** What somebody says to a draft in its consultation, or asks about a published version. Shown at once. */
export async function addComment(ctx: Context, { versionId, ...comment }: NewComment): Promise<number> {
  return ctx.db.transaction(async (tx) => {
    const { dates, document } = await lockVersion(tx, versionId);
    const kind = commentKind(dates, today());
    if (kind === null) throw new Refused('gone', { field: null, reason: 'standard-comments-closed' });
    if (comment.about !== null && !hasPart(document, comment.about)) throw new Refused('invalid', { field: 'about', reason: 'choose' });
    const [row] = await tx.insert(standardComment).values({ ...comment, versionId, kind, day: today(), authorUntil: comment.author === null ? null : new Date(now().getTime() + COMMENT_NAME_DAYS * DAY_MS) }).returning({ id: standardComment.id });
    if (!row) throw new Error('The comment was not written.');
    await audit(tx, { actor: 'public', action: 'standard.comment', object: `standard-version:${versionId}`, detail: { commentId: row.id, kind } });
    return row.id;
  });
}

/** @throws Refused when it has been taken away. An answer may be put better later; the day is that of the last word. */
export async function answerComment(ctx: Context, { commentId, answer, locale }: { commentId: number; answer: string; locale: Locale }): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const changed = await tx
      .update(standardComment)
      .set({ answer, answerLocale: locale, answeredBy: ctx.actor, answeredOn: today() })
      .where(and(eq(standardComment.id, commentId), isNull(standardComment.hiddenOn)))
      .returning({ id: standardComment.id });
    if (!changed[0]) throw new Refused('gone', { field: null, reason: 'comment-gone' });
    await audit(tx, { actor: ctx.actor, action: 'standard.answer-comment', object: `standard-comment:${commentId}` });
  });
}

/** For what may not stand in public, such as names of others: the words go, and the reason stands in their place. */
export async function hideComment(ctx: Context, { commentId, reason }: { commentId: number; reason: string }): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const changed = await tx
      .update(standardComment)
      .set({ hiddenOn: today(), hiddenReason: reason, text: '', author: null, authorUntil: null })
      .where(and(eq(standardComment.id, commentId), isNull(standardComment.hiddenOn)))
      .returning({ id: standardComment.id });
    if (!changed[0]) throw new Refused('gone', { field: null, reason: 'comment-gone' });
    await audit(tx, { actor: ctx.actor, action: 'standard.hide-comment', object: `standard-comment:${commentId}` });
  });
}

/** A day's duty. @returns how many */
export async function forgetCommentNames(ctx: Context): Promise<number> {
  return ctx.db.transaction(async (tx) => {
    const gone = await tx
      .update(standardComment)
      .set({ author: null, authorUntil: null })
      .where(lt(standardComment.authorUntil, now()))
      .returning({ id: standardComment.id });
    if (gone.length > 0) await audit(tx, { actor: ctx.actor, action: 'standard.forget-names', object: 'standard-comments', detail: { names: gone.length } });
    return gone.length;
  });
}
