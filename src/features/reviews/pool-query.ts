/** What everybody may know of a pool, with the proof that its key stands in the public log. */
import { eq } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import { reviewPool } from '#db/schema/index.ts';
import { formatMoment, messages, pickText, type Locale } from '#i18n/index.ts';
import { DomainError } from '#platform/errors.ts';
import { bundleOf } from '#platform/public-log/queries.ts';
import type { PoolAnswer } from './pool-answer.ts';
import { poolById } from './pools/queries.ts';
import { isKeyId } from './rv1/format.ts';

/**
 * @param verifier of the log, as /decisions/log tells it
 * @throws DomainError not-found: no such pool, or not in the signed log yet
 */
export async function poolAnswer(db: Db, keyId: string, verifier: string, locale: Locale): Promise<PoolAnswer> {
  const [found] = isKeyId(keyId) ? await db.select({ id: reviewPool.id }).from(reviewPool).where(eq(reviewPool.keyId, keyId)) : [];
  const pool = found ? await poolById(db, found.id) : null;
  if (!pool || pool.logIndex === null) throw new DomainError('not-found', 'no such pool');
  const bundle = await bundleOf(db, pool.logIndex);
  return {
    keyId, about: messages(locale).review.desk.about(pickText(pool.programme, locale)?.text ?? pool.programmeCode, pool.provider),
    opens: pool.redeemFrom && formatMoment(locale, pool.redeemFrom), bundle: JSON.stringify(bundle), verifier,
  };
}
