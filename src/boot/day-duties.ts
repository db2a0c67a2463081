/** What the list in retention.ts asks for, once a day. */
import { eraseOldMail } from '#platform/mail.ts';
import type { Context } from '#platform/context.ts';
import { forgetExpired } from '#features/accounts/commands/forget-expired.ts';
import { forgetInvitationAddresses, forgetMailTraces, forgetUnshownAccounts } from '#features/accounts/commands/forget-unused.ts';
import { eraseOldEnquiries } from '#features/enquiries/commands/erase-old-enquiries.ts';
import { forgetClaimWords } from '#features/providers/commands/forget-claim-words.ts';
import { forgetReviewWords } from '#features/reviews/commands/forget-words.ts';
import { eraseOldWords } from '#features/moderation/commands/erase-old-words.ts';
import { forgetCommentNames } from '#features/standards/commands/comments.ts';

/** Each on its own feet: what one run does not reach, the next day's does. */
export async function keepToRetention(ctx: Context): Promise<void> {
  await eraseOldMail(ctx.db);
  await forgetExpired(ctx.db);
  await forgetInvitationAddresses(ctx.db);
  await forgetMailTraces(ctx.db);
  await forgetUnshownAccounts(ctx.db);
  await forgetClaimWords(ctx.db);
  await eraseOldEnquiries(ctx);
  await forgetCommentNames(ctx);
  await eraseOldWords(ctx);
  await forgetReviewWords(ctx);
}
