/** Acts of providers that answer reviews. */
import { defineAct, type Act, type ActRequest } from '#platform/define-action.ts';
import { DomainError } from '#platform/errors.ts';
import { deskProvider } from '#features/programmes/desk-queries.ts';
import { replyToReview, withdrawReply } from '../commands/reply-review.ts';
import { replyInput, withdrawReplyInput } from './input.ts';
import type { ReplyModeration } from './port.ts';

async function desk({ ctx }: ActRequest, { slug }: { slug: string }): Promise<{ organisationId: number } | null> {
  const found = await deskProvider(ctx.db, slug);
  return found && { organisationId: found.organisationId };
}

async function providerId({ ctx }: ActRequest, slug: string): Promise<number> {
  const found = await deskProvider(ctx.db, slug);
  if (!found) throw new DomainError('not-found', 'no such provider');
  return found.id;
}

/** @param moderation given by src/actions */
export const replyActs = (moderation: ReplyModeration) =>
  ({
    reply: defineAct({
      action: 'reviews.reply',
      input: replyInput,
      object: desk,
      async run(request, { slug, ...reply }) {
        await replyToReview(request.ctx, moderation, { ...reply, providerId: await providerId(request, slug) });
        return { done: 'reply-sent' };
      },
    }),
    withdraw: defineAct({
      action: 'reviews.reply',
      input: withdrawReplyInput,
      object: desk,
      async run(request, { slug, ...reply }) {
        await withdrawReply(request.ctx, moderation, { ...reply, providerId: await providerId(request, slug) });
        return { done: 'reply-withdrawn' };
      },
    }),
  }) satisfies Record<string, Act>;
