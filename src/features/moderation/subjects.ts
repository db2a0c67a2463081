/** The texts that cases are about, each by the commands of whoever owns it. */
import { and, eq, sql } from 'drizzle-orm';
import { rows, type Db } from '#db/client.ts';
import { review, reviewReply } from '#db/schema/index.ts';
import type { Context } from '#platform/context.ts';
import { sameVersion } from '#platform/form.ts';
import { DIMENSIONS } from '#features/reviews/content.ts';
import { holdReview, redactReview, releaseReview, removeReview, restoreReview } from '#features/reviews/commands/moderate-review.ts';
import { lockedRow, reviewOf } from '#features/reviews/commands/review-rows.ts';
import type { SubjectKind } from './model.ts';

export interface Subject {
  kind: SubjectKind;
  id: string;
}

export interface SubjectText {
  revision: number;
  /** As it was written; null: no words, or none kept. */
  text: string | null;
  shown: string | null;
  language: string | null;
  providerId: number | null;
  state: string;
  /** Mean of the ratings, as whole stars; null: it has none. */
  stars: number | null;
}

async function reviewText(tx: Db, id: string): Promise<SubjectText | null> {
  const row = await lockedRow(tx, id);
  if (!row) return null;
  const present = await reviewOf(tx, row);
  if (present.state === 'withdrawn') return null;
  const looked = present.state === 'published' && present.pending !== null ? present.pending : present;
  const given = DIMENSIONS.map((each) => looked.content.ratings[each]).filter((each) => each !== null);
  return {
    revision: looked.revision, text: looked.content.text, shown: looked.shown, language: row.language, providerId: row.providerId, state: present.state,
    stars: given.length === 0 ? null : Math.round(given.reduce<number>((sum, each) => sum + each, 0) / given.length),
  };
}

async function replyText(tx: Db, id: string): Promise<SubjectText | null> {
  const [row] = await tx.select().from(reviewReply).where(eq(reviewReply.reviewId, id)).for('update');
  if (!row || row.state === 'withdrawn') return null;
  return { revision: row.revision, text: row.text, shown: row.shownText, language: null, providerId: row.providerId, state: row.state, stars: null };
}

/** Held until the transaction is done. null: there is none, or its author has taken it back. */
export async function lockedText(tx: Db, { kind, id }: Subject): Promise<SubjectText | null> {
  if (kind === 'review') return reviewText(tx, id);
  if (kind === 'reply') return replyText(tx, id);
  const [provider] = kind === 'profile' ? await rows<{ id: number }>(tx, sql`select id from provider where slug = ${id}`) : [];
  return { revision: 1, text: null, shown: null, language: null, providerId: provider?.id ?? null, state: 'published', stars: null };
}

interface Looked {
  id: string;
  revision: number;
}

async function changeReply(ctx: Context, tx: Db, { id, revision }: Looked, change: Partial<typeof reviewReply.$inferInsert>): Promise<void> {
  const [row] = await tx.select().from(reviewReply).where(eq(reviewReply.reviewId, id)).for('update');
  if (!row || row.state === 'withdrawn') return;
  sameVersion(revision, row.revision);
  await tx.update(reviewReply).set(change).where(and(eq(reviewReply.reviewId, id), eq(reviewReply.revision, revision)));
  await ctx.outbox.send(tx, 'providers.changed', { providerIds: [row.providerId] });
}

/** What moderation can do to a text. On profiles and other pages nothing: they are corrected where they come from. */
interface Hands {
  hold(ctx: Context, tx: Db, looked: Looked): Promise<unknown>;
  release(ctx: Context, tx: Db, looked: Looked): Promise<unknown>;
  show(ctx: Context, tx: Db, looked: Looked, shown: string | null): Promise<unknown>;
  remove(ctx: Context, tx: Db, looked: Looked): Promise<unknown>;
  restore(ctx: Context, tx: Db, looked: Looked): Promise<unknown>;
}

const nothing = async (): Promise<void> => undefined;
const HANDS: Readonly<Record<SubjectKind, Hands>> = {
  review: {
    hold: (ctx, tx, { id, revision }) => holdReview(ctx, tx, { reviewId: id, revision }),
    release: (ctx, tx, { id, revision }) => releaseReview(ctx, tx, { reviewId: id, revision }),
    show: (ctx, tx, { id, revision }, shown) => redactReview(ctx, tx, { reviewId: id, revision, shown }),
    remove: (ctx, tx, { id, revision }) => removeReview(ctx, tx, { reviewId: id, revision }),
    restore: (ctx, tx, { id, revision }) => restoreReview(ctx, tx, { reviewId: id, revision }),
  },
  reply: {
    hold: (ctx, tx, looked) => changeReply(ctx, tx, looked, { state: 'held' }),
    release: (ctx, tx, looked) => changeReply(ctx, tx, looked, { state: 'published' }),
    show: (ctx, tx, looked, shown) => changeReply(ctx, tx, looked, { shownText: shown }),
    remove: (ctx, tx, looked) => changeReply(ctx, tx, looked, { state: 'removed' }),
    restore: (ctx, tx, looked) => changeReply(ctx, tx, looked, { state: 'published' }),
  },
  profile: { hold: nothing, release: nothing, show: nothing, remove: nothing, restore: nothing },
  page: { hold: nothing, release: nothing, show: nothing, remove: nothing, restore: nothing },
};
export const handsFor = (kind: SubjectKind): Hands => HANDS[kind];

/** Whether words of it are read by our people here, and can be taken out here. */
export const isOurs = (kind: SubjectKind): kind is 'review' | 'reply' => kind === 'review' || kind === 'reply';

/** The reviews whose words were redacted and may not be put back any more: what is kept is what is shown. */
export async function forgetPassages(tx: Db, subject: Subject): Promise<void> {
  if (subject.kind === 'review') await tx.update(review).set({ text: sql`${review.shownText}` }).where(and(eq(review.id, subject.id), sql`${review.pendingRevision} is null and ${review.state} <> 'withdrawn'`));
  if (subject.kind === 'reply') await tx.update(reviewReply).set({ text: sql`${reviewReply.shownText}` }).where(eq(reviewReply.reviewId, subject.id));
}
