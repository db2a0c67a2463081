/**
 * Where a review can be and where it can go from there, one type a state, so that a step from a wrong state does not compile.
 * Moderation may hold, redact, remove and give back; it never changes a rating. Pure.
 */
import type { ReviewContent } from './content.ts';

interface Stands {
  id: string;
  /** Of `content`; grows when its author changes it. */
  revision: number;
  content: ReviewContent;
  /** The words as they are shown: after redactions. null: none. */
  shown: string | null;
}

/** A change by the author of a published review: the old one stays in view until this is looked through. */
export interface Pending {
  state: 'waiting' | 'held';
  revision: number;
  content: ReviewContent;
  shown: string | null;
}

/** `batchId` not null: it was in public before, and goes back there without another batch. */
interface MayReturn {
  batchId: string | null;
}
/** For moderation. */
export interface Waiting extends Stands, MayReturn {
  state: 'waiting';
}
/** A detector or a notice keeps it from view until a person has decided. */
export interface Held extends Stands, MayReturn {
  state: 'held';
}
/** For its pool's next batch. */
export interface Ready extends Stands {
  state: 'ready';
}
export interface Published extends Stands {
  state: 'published';
  batchId: string;
  pending: Pending | null;
}
/** Against the law or the terms, as two people found. */
export interface Removed extends Stands, MayReturn {
  state: 'removed';
}
/** Nothing is left of it; that its token is used stays. */
export interface Withdrawn {
  state: 'withdrawn';
  id: string;
}

export type LiveReview = Waiting | Held | Ready | Published;
export type Review = LiveReview | Removed | Withdrawn;
export type ReviewState = Review['state'];
export const REVIEW_STATES = ['waiting', 'held', 'ready', 'published', 'removed', 'withdrawn'] as const satisfies readonly ReviewState[];
export type PublishedWithPending = Published & { pending: Pending };

export const hasPending = (review: Review): review is PublishedWithPending => review.state === 'published' && review.pending !== null;

const stands = ({ id, revision, content, shown }: Stands): Stands => ({ id, revision, content, shown });
const cameFrom = (review: LiveReview | Removed): string | null => (review.state === 'ready' ? null : review.batchId);
/** In view where it was before, else for the next batch. */
const passed = (review: Waiting | Held | Removed): Ready | Published =>
  review.batchId === null ? { ...stands(review), state: 'ready' } : { ...stands(review), state: 'published', batchId: review.batchId, pending: null };

export const receive = (id: string, content: ReviewContent): Waiting => ({ state: 'waiting', id, revision: 1, content, shown: content.text, batchId: null });

/** A change that waited goes along: what is decided is decided on what its author says now. */
export function hold(review: Waiting | Ready | Published): Held {
  return { ...stands(hasPending(review) ? replaced(review) : review), state: 'held', batchId: cameFrom(review) };
}

export const release = (review: Waiting | Held): Ready | Published => passed(review);

/** @param shown the words with visible marks where something was left out */
export const redact = <R extends LiveReview>(review: R, shown: string | null): R => ({ ...review, shown });

export function remove(review: LiveReview): Removed {
  return { ...stands(review), state: 'removed', batchId: cameFrom(review) };
}

/** After an appeal. */
export const restore = (review: Removed): Ready | Published => passed(review);

export const publish = (review: Ready, batchId: string): Published => ({ ...stands(review), state: 'published', batchId, pending: null });

/** Before it is in public, silently; afterwards as a change that waits. */
export function edit(review: LiveReview, content: ReviewContent): Waiting | Published {
  if (review.state === 'published') {
    const revision = (review.pending?.revision ?? review.revision) + 1;
    return { ...review, pending: { state: 'waiting', revision, content, shown: content.text } };
  }
  return { state: 'waiting', id: review.id, revision: review.revision + 1, content, shown: content.text, batchId: cameFrom(review) };
}

function replaced({ id, pending: { revision, content, shown } }: PublishedWithPending): Stands {
  return { id, revision, content, shown };
}

/** The change takes the place of what stood there. */
export const takePending = (review: PublishedWithPending): Published => ({ ...replaced(review), state: 'published', batchId: review.batchId, pending: null });

export const holdPending = (review: PublishedWithPending): PublishedWithPending => ({ ...review, pending: { ...review.pending, state: 'held' } });

export const redactPending = (review: PublishedWithPending, shown: string | null): PublishedWithPending => ({ ...review, pending: { ...review.pending, shown } });

/** The change may not stand; what stood there does. */
export const refusePending = (review: PublishedWithPending): Published => ({ ...review, pending: null });

export const withdraw = (review: LiveReview | Removed): Withdrawn => ({ state: 'withdrawn', id: review.id });

/** What the author may do now. */
export function choices(review: Review): readonly ('edit' | 'withdraw')[] {
  if (review.state === 'withdrawn') return [];
  return review.state === 'removed' ? ['withdraw'] : ['edit', 'withdraw'];
}
