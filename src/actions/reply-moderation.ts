/** Answers to reviews and moderation, which is to the right of reviews on the ladder: put together here. */
import { takeIn, takenBack } from '#features/moderation/commands/take-in.ts';
import type { ReplyModeration } from '#features/reviews/replies/port.ts';

export const replyModeration: ReplyModeration = {
  received: (ctx, tx, { reviewId, ...reply }) => takeIn(ctx, tx, { ...reply, subject: { kind: 'reply', id: reviewId }, language: null }),
  withdrawn: (_ctx, tx, reviewId) => takenBack(tx, { kind: 'reply', id: reviewId }),
};
