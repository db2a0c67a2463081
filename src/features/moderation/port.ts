/** Moderation as reviews know it (features/reviews/ports.ts): their own commands call it in the author's transaction. */
import { asLocale } from '#features/accounts/commands/people.ts';
import type { ModerationPort } from '#features/reviews/ports.ts';
import { appealAsAuthor } from './commands/appeal-case.ts';
import { takeIn, takenBack } from './commands/take-in.ts';
import { authorStatements } from './statements.ts';

export const moderationPort: ModerationPort = {
  received: (ctx, tx, { reviewId, providerId, revision, text, language }) => takeIn(ctx, tx, { subject: { kind: 'review', id: reviewId }, providerId, revision, text, language }),
  withdrawn: async (_ctx, tx, reviewId) => {
    await takenBack(tx, { kind: 'review', id: reviewId });
    await takenBack(tx, { kind: 'reply', id: reviewId });
  },
  statements: (db, reviewId, locale) => authorStatements(db, { kind: 'review', id: reviewId }, asLocale(locale)),
  appeal: (_ctx, tx, { reviewId, statementId, words }) => appealAsAuthor(tx, { kind: 'review', id: reviewId }, { statementId, words }),
};
