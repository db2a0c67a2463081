/**
 * What moderation may do to a review, in its own transaction; it keeps the record of who and why. `revision` is that of the
 * text that was looked at: when its author has changed it since, nothing is done and the caller is told.
 */
import type { Db } from '#db/client.ts';
import type { Context } from '#platform/context.ts';
import { DomainError } from '#platform/errors.ts';
import { sameVersion } from '#platform/form.ts';
import { hasPending, hold, holdPending, redact, redactPending, refusePending, release, remove, restore, takePending, type LiveReview, type Review } from '../model.ts';
import { lockedReview, lockedRow, saveReview } from './review-rows.ts';

export interface LookedAt {
  reviewId: string;
  revision: number;
}

type Step = 'hold' | 'release' | 'redact' | 'remove' | 'restore';
const cannot = (step: Step, { state }: Review): DomainError => new DomainError('conflict', `${step}: the review is ${state}`);

/** The text that is looked at is a change of what stands in public. */
const isPending = (review: Review, revision: number) => hasPending(review) && review.pending.revision === revision;

/** What everybody sees changed: pages of the provider are made anew. */
async function tellPages(ctx: Context, tx: Db, reviewId: string, before: Review, after: Review): Promise<void> {
  const shown = (review: Review) => (review.state === 'published' ? JSON.stringify([review.revision, review.shown]) : null);
  if (shown(before) === shown(after)) return;
  const row = await lockedRow(tx, reviewId);
  if (row) await ctx.outbox.send(tx, 'providers.changed', { providerIds: [row.providerId] });
}

async function apply(ctx: Context, tx: Db, { reviewId, revision }: LookedAt, next: (review: Review) => Review): Promise<Review> {
  const before = await lockedReview(tx, reviewId);
  if (before.state !== 'withdrawn') sameVersion(revision, isPending(before, revision) ? revision : before.revision);
  const after = next(before);
  await saveReview(tx, before, after, 'moderation');
  await tellPages(ctx, tx, reviewId, before, after);
  return after;
}

/** Out of view until somebody has decided; a change of a published one waits by itself, and what stands there stays. */
export function holdReview(ctx: Context, tx: Db, looked: LookedAt): Promise<Review> {
  return apply(ctx, tx, looked, (review) => {
    if (hasPending(review) && isPending(review, looked.revision)) return holdPending(review);
    if (review.state === 'waiting' || review.state === 'ready' || review.state === 'published') return hold(review);
    if (review.state === 'held') return review;
    throw cannot('hold', review);
  });
}

/** It may be shown: in its place if it was in public before, else with its pool's next batch. */
export function releaseReview(ctx: Context, tx: Db, looked: LookedAt): Promise<Review> {
  return apply(ctx, tx, looked, (review) => {
    if (hasPending(review) && isPending(review, looked.revision)) return takePending(review);
    if (review.state === 'waiting' || review.state === 'held') return release(review);
    if (review.state === 'ready' || review.state === 'published') return review;
    throw cannot('release', review);
  });
}

/** @param shown the words with visible marks where something was left out; as written to undo all redactions */
export function redactReview(ctx: Context, tx: Db, looked: LookedAt & { shown: string | null }): Promise<Review> {
  return apply(ctx, tx, looked, (review) => {
    if (hasPending(review) && isPending(review, looked.revision)) return redactPending(review, looked.shown);
    if (review.state === 'withdrawn' || review.state === 'removed') throw cannot('redact', review);
    return redact<LiveReview>(review, looked.shown);
  });
}

/** A change that may not stand is refused alone: what stood there before it stays. */
export function removeReview(ctx: Context, tx: Db, looked: LookedAt): Promise<Review> {
  return apply(ctx, tx, looked, (review) => {
    if (hasPending(review) && isPending(review, looked.revision)) return refusePending(review);
    if (review.state === 'withdrawn' || review.state === 'removed') throw cannot('remove', review);
    return remove(review);
  });
}

/** After an appeal. */
export function restoreReview(ctx: Context, tx: Db, looked: LookedAt): Promise<Review> {
  return apply(ctx, tx, looked, (review) => {
    if (review.state === 'removed') return restore(review);
    throw cannot('restore', review);
  });
}
