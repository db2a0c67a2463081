/** What somebody with a receipt or a code sees of their pool and of what they wrote. */
import type { Db } from '#db/client.ts';
import { reviewReply } from '#db/schema/index.ts';
import { eq } from 'drizzle-orm';
import { now } from '#platform/clock.ts';
import { DomainError } from '#platform/errors.ts';
import { reviewBy, type Author } from './authors.ts';
import { reviewOf, type ReviewRow } from './commands/review-rows.ts';
import type { ReviewContent } from './content.ts';
import { choices, hasPending, type ReviewState } from './model.ts';
import { poolById } from './pools/queries.ts';
import type { AuthorStatement, ModerationPort } from './ports.ts';
import { windowOf } from './window.ts';

export interface AuthorReview {
  state: ReviewState;
  /** A change of a published one waits. */
  pending: boolean;
  /** As its author said it last; null: withdrawn. */
  content: ReviewContent | null;
  /** The words as they are or will be shown, where that is not how they were written; null: they are. */
  redacted: string | null;
  /** For the next change. */
  revision: number;
  inPublic: boolean;
  totalsOnly: boolean;
  choices: readonly ('edit' | 'withdraw')[];
  /** The provider's answer, as it is shown. */
  reply: string | null;
  statements: readonly AuthorStatement[];
}

export interface AuthorView {
  proof: Author['proof'];
  /** Of the pool, for the next statement; null with a code. */
  keyId: string | null;
  provider: string;
  /** By language. */
  programme: Record<string, string>;
  programmeCode: string;
  fromDay: string;
  toDay: string;
  window: 'soon' | 'open' | 'over';
  opens: Date | null;
  closes: Date | null;
  review: AuthorReview | null;
}

async function authorReview(db: Db, moderation: ModerationPort, row: ReviewRow, locale: string): Promise<AuthorReview> {
  const present = await reviewOf(db, row);
  const last = present.state === 'withdrawn' ? null : hasPending(present) ? present.pending : present;
  const [reply] = await db.select({ shown: reviewReply.shownText, state: reviewReply.state }).from(reviewReply).where(eq(reviewReply.reviewId, row.id));
  return {
    state: present.state, pending: hasPending(present), content: last?.content ?? null, redacted: last !== null && last.shown !== last.content.text ? (last.shown ?? '') : null,
    revision: last?.revision ?? row.revision, inPublic: present.state === 'published', totalsOnly: row.totalsOnly, choices: choices(present),
    reply: reply?.state === 'published' ? reply.shown : null, statements: await moderation.statements(db, row.id, locale),
  };
}

export async function authorView(db: Db, moderation: ModerationPort, author: Author, locale: string): Promise<AuthorView> {
  const pool = await poolById(db, author.pool.id);
  if (!pool) throw new DomainError('not-found', 'no such pool');
  const row = await reviewBy(db, author);
  return {
    proof: author.proof, keyId: author.proof === 'token' ? author.keyId : null, provider: pool.provider, programme: pool.programme, programmeCode: pool.programmeCode,
    fromDay: pool.fromDay, toDay: pool.toDay, window: windowOf(pool, now()), opens: pool.redeemFrom, closes: pool.redeemUntil,
    review: row && (await authorReview(db, moderation, row, locale)),
  };
}
