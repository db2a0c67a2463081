/** One signature a stay: whoever asks with a link's secret gets the blinded message signed, once. */
import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { IssuerDb } from '#db/issuer/client.ts';
import { invitation, pool, stay } from '#db/issuer/schema.ts';
import { now, today } from '#platform/clock.ts';
import { bytesOf, isKeyId, SECRET_BYTES, SIGNATURE_BYTES, toBase64url } from '#features/reviews/rv1/format.ts';
import { blindSign, NotBlinded } from '#features/reviews/rv1/sign.ts';
import { openPoolKey } from './keys.ts';

/** All but the first are reasons that a page can put into words. */
export type SignOutcome = { outcome: 'signed'; signature: string } | { outcome: 'malformed' | 'unknown' | 'not-yet' | 'closed' | 'used' };

export interface SignRequest {
  keyId: string;
  /** Of the link, base64url. */
  secret: string;
  /** Base64url. */
  blinded: string;
}

export const secretHash = (secret: Uint8Array): string => createHash('sha256').update(secret).digest('hex');

type Pool = typeof pool.$inferSelect;
type Stay = typeof stay.$inferSelect;

/** Whether a stay of this pool may collect now. null: it may. */
export function whyNot({ issueUntil, closedOn, privateKey }: Pool, { collectFrom }: Pick<Stay, 'collectFrom'>): 'not-yet' | 'closed' | null {
  const at = now();
  if (closedOn !== null || privateKey === null || (issueUntil !== null && at >= issueUntil)) return 'closed';
  return collectFrom === null || issueUntil === null || at < collectFrom ? 'not-yet' : null;
}

/** The pool before the stay, as closing does it: nobody collects while it is being counted. */
export async function lockStay(tx: IssuerDb, stayId: number, poolId: string): Promise<{ ofPool: Pool; ofStay: Stay } | null> {
  const [ofPool] = await tx.select().from(pool).where(eq(pool.id, poolId)).for('share');
  const [ofStay] = await tx.select().from(stay).where(eq(stay.id, stayId)).for('update');
  return ofPool && ofStay ? { ofPool, ofStay } : null;
}

/**
 * The same blinded message gets the same answer again, also after closing: who lost it on the way has lost nothing.
 * @param passphrase of the pool keys
 */
export async function sign(db: IssuerDb, passphrase: string, request: SignRequest): Promise<SignOutcome> {
  const [secret, blinded] = [bytesOf(request.secret, SECRET_BYTES), bytesOf(request.blinded, SIGNATURE_BYTES)];
  if (!secret || !blinded || !isKeyId(request.keyId)) return { outcome: 'malformed' };
  const blindedHash = createHash('sha256').update(blinded).digest('hex');
  const [found] = await db.select({ stayId: stay.id, poolId: pool.id }).from(invitation).innerJoin(stay, eq(stay.id, invitation.stayId)).innerJoin(pool, eq(pool.id, stay.poolId))
    .where(and(eq(invitation.hash, secretHash(secret)), eq(pool.keyId, request.keyId)));
  if (!found) return { outcome: 'unknown' };
  return db.transaction(async (tx): Promise<SignOutcome> => {
    const locked = await lockStay(tx, found.stayId, found.poolId);
    if (!locked) return { outcome: 'unknown' };
    const { ofPool, ofStay } = locked;
    if (ofStay.answer !== null && ofStay.blindedHash === blindedHash) return { outcome: 'signed', signature: ofStay.answer };
    if (ofStay.spentOn !== null) return { outcome: 'used' };
    const reason = whyNot(ofPool, ofStay);
    if (reason !== null || ofPool.privateKey === null) return { outcome: reason ?? 'closed' };
    try {
      const answer = toBase64url(blindSign(openPoolKey({ keyId: ofPool.keyId, privateKey: ofPool.privateKey }, passphrase), blinded));
      await tx.update(stay).set({ spentOn: today(), spentBy: 'token', blindedHash, answer }).where(eq(stay.id, ofStay.id));
      return { outcome: 'signed', signature: answer };
    } catch (error) {
      if (error instanceof NotBlinded) return { outcome: 'malformed' };
      throw error;
    }
  });
}
