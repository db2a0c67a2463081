/** What answers ask of moderation, which stands to their right on the ladder; src/actions puts the two together. */
import type { Db } from '#db/client.ts';
import type { Context } from '#platform/context.ts';

export interface ReplyModeration {
  /** In the writer's transaction: the same detectors as for reviews let it through or hold it. */
  received(ctx: Context, tx: Db, reply: { reviewId: string; providerId: number; revision: number; text: string }): Promise<void>;
  withdrawn(ctx: Context, tx: Db, reviewId: string): Promise<void>;
}
