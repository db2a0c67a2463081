/** What the forms about answers may send. */
import { z } from 'zod';
import { asksIdentity, REPLY_LENGTH } from './model.ts';

const reviewId = z.string().regex(/^[0-9a-f]{24}$/);
const slug = z.string().min(1).max(200);

export const replyInput = z.object({
  slug, reviewId,
  /** Of the answer that the form was filled from; 0: there was none. */
  revision: z.coerce.number().int().min(0),
  text: z.string().trim().min(1, { error: 'required' }).max(REPLY_LENGTH).refine((text) => !asksIdentity(text), { error: 'reply-identity' }),
});
export const withdrawReplyInput = z.object({ slug, reviewId, revision: z.coerce.number().int().min(1) });
