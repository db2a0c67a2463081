/** Who speaks: the holder of a receipt or of a printed code. The site knows that they may, and nothing of who they are. */
import { createPublicKey, verify } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import { review, reviewCode, reviewPool } from '#db/schema/index.ts';
import { DomainError } from '#platform/errors.ts';
import { Refused } from '#platform/form.ts';
import { codeHash } from './codes.ts';
import type { ReviewRow } from './commands/review-rows.ts';
import { readStatement } from './input.ts';
import { bytesOf, decodeToken, fromBase64url, toBase64url, toHex } from './rv1/format.ts';
import { verifyToken } from './rv1/sign.ts';
import { SIGNATURE_LENGTH, signedBytes, type SignedStatement, type Statement } from './statement.ts';

export type PoolRow = typeof reviewPool.$inferSelect;

export type Author = { proof: 'token'; pool: PoolRow; keyId: string; /** Hexadecimal. */ pk: string } | { proof: 'code'; pool: PoolRow; codeHash: string };

function isSigned(reviewKey: Uint8Array, statement: string, signature: Uint8Array): boolean {
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: toBase64url(reviewKey) }, format: 'jwk' });
  return verify(null, signedBytes(statement), key, signature);
}

const notValid = () => new DomainError('forbidden', 'the receipt is not valid');

export interface OpenedStatement {
  author: Extract<Author, { proof: 'token' }>;
  /** @throws Refused for what it lacks, DomainError forbidden when it is meant for another pool */
  said(): Statement;
}

function read(statement: string, keyId: string): Statement {
  const said = readStatement(statement);
  if (!said.success) {
    const reasons = said.error.issues.map(({ path, message }) => ({ field: path.map(String).join('.') || null, reason: /^[a-z]+(-[a-z]+)*$/.test(message) ? message : 'invalid' }));
    throw new Refused('invalid', ...reasons);
  }
  if (said.data.key !== keyId) throw notValid();
  return said.data;
}

/**
 * The pool whose key is in the token, the token valid under that key alone, and what is said signed by the token's own key.
 * @throws DomainError not-found (no such pool), forbidden (not valid)
 */
export async function openStatement(db: Db, { token: text, statement, signature }: SignedStatement): Promise<OpenedStatement> {
  const token = decodeToken(text);
  const signed = bytesOf(signature, SIGNATURE_LENGTH);
  if (!token || !signed) throw notValid();
  const [pool] = await db.select().from(reviewPool).where(eq(reviewPool.keyId, token.keyId));
  if (!pool?.spki) throw new DomainError('not-found', 'no such pool');
  const spki = fromBase64url(pool.spki.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, ''));
  const reviewKey = spki && verifyToken(spki, token);
  if (!reviewKey || !isSigned(reviewKey, statement, signed)) throw notValid();
  return { author: { proof: 'token', pool, keyId: token.keyId, pk: toHex(reviewKey) }, said: () => read(statement, token.keyId) };
}

/** @throws Refused when there is no such code */
export async function openCode(db: Db, typed: string): Promise<Extract<Author, { proof: 'code' }>> {
  const hash = codeHash(typed);
  const [found] = hash === null ? [] : await db.select({ pool: reviewPool }).from(reviewCode).innerJoin(reviewPool, eq(reviewPool.id, reviewCode.poolId)).where(eq(reviewCode.hash, hash));
  if (hash === null || !found) throw new Refused('invalid', { field: 'code', reason: 'code-unknown' });
  return { proof: 'code', pool: found.pool, codeHash: hash };
}

const isTheirs = (author: Author) =>
  author.proof === 'token' ? and(eq(review.poolId, author.pool.id), eq(review.pk, author.pk), sql`${review.pk} is not null`) : and(eq(review.codeHash, author.codeHash), sql`${review.codeHash} is not null`);

/** null: they have not written one. */
export async function reviewBy(db: Db, author: Author): Promise<ReviewRow | null> {
  const [row] = await db.select().from(review).where(isTheirs(author));
  return row ?? null;
}

/** Held until the transaction is done. @throws DomainError not-found when they have not written one */
export async function lockedReviewBy(tx: Db, author: Author): Promise<ReviewRow> {
  const [row] = await tx.select().from(review).where(isTheirs(author)).for('update');
  if (!row) throw new DomainError('not-found', 'no review by this author');
  return row;
}
