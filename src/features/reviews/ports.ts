/** What reviews ask of moderation, which stands to their right on the ladder; src/actions puts the two together. */
import type { Db } from '#db/client.ts';
import type { Context } from '#platform/context.ts';

/** A text that has come in or was changed, for moderation to look at. */
export interface ReceivedReview {
  reviewId: string;
  providerId: number;
  /** Of the text, as `release` and the other commands want it. */
  revision: number;
  /** null: ratings alone. */
  text: string | null;
  language: string;
}

/** Why something was done to a review, as its author is told (DSA Art. 17). */
export interface AuthorStatement {
  id: string;
  /** YYYY-MM-DD */
  madeOn: string;
  /** Whole sentences in the reader's language, in their order. */
  sentences: readonly string[];
  /** It can be appealed still, or the question answered. */
  appealable: boolean;
  /** An appeal waits for a decision, or the question was answered. */
  appealed: boolean;
}

/** How the id of a statement begins that is a question to the author: may what a notice calls defamation stand? */
const QUESTION = 'question-';
export const isQuestion = ({ id }: Pick<AuthorStatement, 'id'>): boolean => id.startsWith(QUESTION);

export interface ModerationPort {
  /**
   * In the author's transaction: looks the text through, and holds what is to be held. Whatever it writes carries no time
   * of day, as that would be when its author sat there.
   */
  received(ctx: Context, tx: Db, review: ReceivedReview): Promise<void>;
  /** The author has withdrawn it: nothing is left to decide. */
  withdrawn(ctx: Context, tx: Db, reviewId: string): Promise<void>;
  statements(db: Db, reviewId: string, locale: string): Promise<readonly AuthorStatement[]>;
  /** @throws Refused when it cannot be appealed, or was */
  appeal(ctx: Context, tx: Db, appeal: { reviewId: string; statementId: string; words: string }): Promise<void>;
}
