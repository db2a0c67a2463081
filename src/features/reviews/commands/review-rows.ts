/** A review between its row and its state; what the commands about reviews share. */
import { and, eq, isNull, max, sql } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import { review, reviewRevision } from '#db/schema/index.ts';
import { today } from '#platform/clock.ts';
import { DomainError } from '#platform/errors.ts';
import { DIMENSIONS, type Ratings, type ReviewContent, type ReviewLanguage } from '../content.ts';
import type { Pending, Review } from '../model.ts';

export type ReviewRow = typeof review.$inferSelect;

function contentOf(row: ReviewRow): ReviewContent {
  const { attendance, finished, outcome, text, language } = row;
  if (attendance === null || finished === null || outcome === null) throw new Error(`Review ${row.id} has lost its answers.`);
  const ratings = Object.fromEntries(DIMENSIONS.map((each) => [each, row[each]])) as Ratings;
  return { ratings, attendance, finished, outcome, text, language: language as ReviewLanguage };
}

async function pendingOf(tx: Db, { id, pendingRevision, pendingState }: ReviewRow): Promise<Pending | null> {
  if (pendingRevision === null || pendingState === null) return null;
  const [found] = await tx
    .select()
    .from(reviewRevision)
    .where(and(eq(reviewRevision.reviewId, id), eq(reviewRevision.revision, pendingRevision), eq(reviewRevision.by, 'author'), isNull(reviewRevision.replacedOn)));
  if (!found) throw new Error(`The change of review ${id} is not there.`);
  return { state: pendingState, revision: pendingRevision, content: found.content as unknown as ReviewContent, shown: found.shownText };
}

/** As it is stored. @throws Error when the row contradicts itself */
export async function reviewOf(tx: Db, row: ReviewRow): Promise<Review> {
  const { id, state, revision, shownText: shown, batchId } = row;
  if (state === 'withdrawn') return { state, id };
  const stands = { id, revision, content: contentOf(row), shown };
  if (state === 'ready') return { ...stands, state };
  if (state !== 'published') return { ...stands, state, batchId };
  if (batchId === null) throw new Error(`Review ${id} is in public outside a batch.`);
  return { ...stands, state, batchId, pending: await pendingOf(tx, row) };
}

/** Held until the transaction is done, so that author and moderation come one after the other. null: there is none. */
export async function lockedRow(tx: Db, reviewId: string): Promise<ReviewRow | null> {
  const [row] = await tx.select().from(review).where(eq(review.id, reviewId)).for('update');
  return row ?? null;
}

/** @throws DomainError not-found */
export async function lockedReview(tx: Db, reviewId: string): Promise<Review> {
  const row = await lockedRow(tx, reviewId);
  if (!row) throw new DomainError('not-found', 'no such review');
  return reviewOf(tx, row);
}

const EMPTY = { fit: null, heard: null, able: null, contacts: null, closer: null, again: null, attendance: null, finished: null, outcome: null, text: null, shownText: null };

/** The columns that a state fills. */
export function columnsOf(present: Review): Partial<ReviewRow> {
  if (present.state === 'withdrawn') return { ...EMPTY, state: 'withdrawn', pendingRevision: null, pendingState: null };
  const { ratings, ...answers } = present.content;
  const pending = present.state === 'published' ? present.pending : null;
  return {
    ...ratings, ...answers, state: present.state, revision: present.revision, shownText: present.shown,
    pendingRevision: pending?.revision ?? null, pendingState: pending?.state ?? null,
  };
}

async function closeRevisions(tx: Db, reviewId: string): Promise<void> {
  await tx.update(reviewRevision).set({ replacedOn: today() }).where(and(eq(reviewRevision.reviewId, reviewId), isNull(reviewRevision.replacedOn)));
}

async function nextStep(tx: Db, reviewId: string, revision: number): Promise<number> {
  const [found] = await tx.select({ most: max(reviewRevision.step) }).from(reviewRevision).where(and(eq(reviewRevision.reviewId, reviewId), eq(reviewRevision.revision, revision)));
  return (found?.most ?? -1) + 1;
}

/** What stood there, for as long as it may have to be gone through or put back. */
async function keepBefore(tx: Db, before: Review, by: 'author' | 'moderation'): Promise<void> {
  if (before.state === 'withdrawn') return;
  const { id: reviewId, revision, content, shown: shownText } = before;
  const day = today();
  await tx.insert(reviewRevision).values({ reviewId, revision, step: await nextStep(tx, reviewId, revision), by, content: { ...content }, shownText, writtenOn: day, replacedOn: day });
}

const wasInPublic = (before: Review): boolean => before.state === 'published' || ('batchId' in before && before.batchId !== null);

/** Writes where it has come to, in the caller's transaction. What its author replaced before it was in public is not kept. */
export async function saveReview(tx: Db, before: Review, after: Review, by: 'author' | 'moderation'): Promise<void> {
  const pending = after.state === 'published' ? after.pending : null;
  if (after.state === 'withdrawn') await tx.delete(reviewRevision).where(eq(reviewRevision.reviewId, after.id));
  else {
    if (before.state === 'published' && before.pending !== null) await closeRevisions(tx, after.id);
    if (before.state !== 'withdrawn' && (by === 'moderation' ? before.shown !== after.shown : wasInPublic(before) && before.revision !== after.revision)) await keepBefore(tx, before, by);
  }
  if (pending !== null) {
    const { revision, content, shown: shownText } = pending;
    await tx.insert(reviewRevision).values({ reviewId: after.id, revision, step: await nextStep(tx, after.id, revision), by: 'author', content: { ...content }, shownText, writtenOn: today(), replacedOn: null });
  }
  const written = await tx.update(review).set(columnsOf(after)).where(eq(review.id, after.id)).returning({ id: sql<string>`${review.id}` });
  if (written.length !== 1) throw new Error(`Review ${after.id} was not written.`);
}
