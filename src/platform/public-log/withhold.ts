/** Taking a document out of what is shown. The log keeps its entry and its commitment, so it stays whole. */
import { eq } from 'drizzle-orm';
import { publicLogDocument } from '#db/schema/index.ts';
import { audit } from '#platform/audit.ts';
import { now } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { DomainError } from '#platform/errors.ts';
import type { Db } from '#db/client.ts';

export interface Withholding {
  index: number;
  /** What is left to show, in the form of the whole; null: nothing. */
  shown: Record<string, unknown> | null;
  /** In words, for everybody; nothing of what was taken out. */
  ground: string;
}

/**
 * In the caller's transaction. Document and salt are gone for good: nobody can check the entry's text any more, nor guess it.
 * @throws DomainError not-found
 */
export async function withhold(ctx: Context, tx: Db, { index, shown, ground }: Withholding): Promise<void> {
  const done = await tx.update(publicLogDocument).set({ document: null, salt: null, shown, ground, withheldAt: now() }).where(eq(publicLogDocument.index, index)).returning({ index: publicLogDocument.index });
  if (done.length === 0) throw new DomainError('not-found', 'The log has no such entry.');
  await audit(tx, { actor: ctx.actor, action: 'public-log.withhold', object: `public-log:${index}`, detail: { partly: shown !== null } });
}
