/**
 * The browser's own code against a signer and a site's database, with the real cryptography: a receipt comes out, no byte of
 * what the signer saw is among what the site has, and each review fits each of those who collected equally well.
 */
import { createPublicKey } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rows, type OpenDatabase } from '#db/client.ts';
import { reviewPool } from '#db/schema/index.ts';
import { signingKey, verifierLine } from '#platform/audit/note.ts';
import { appendPublic } from '#platform/public-log/append.ts';
import { signLog } from '#platform/public-log/checkpoint.ts';
import { useSecrets } from '#platform/seal.ts';
import { answerAuthor } from '#features/reviews/author-request.ts';
import { collect } from '#features/reviews/browser/collect.ts';
import type { PoolAnswer } from '#features/reviews/pool-answer.ts';
import { poolAnswer } from '#features/reviews/pool-query.ts';
import { SECRET_BYTES, type Receipt } from '#features/reviews/rv1/format.ts';
import { blindSign, verifyToken } from '#features/reviews/rv1/sign.ts';
import { contextOf } from '#tests/support/catalogue.ts';
import { freshDatabase } from '#tests/support/database.ts';
import { makePool, reviewGround } from '#tests/support/pools.ts';
import { goodContent, noModeration, poolKey, saying, type TestKey } from '#tests/support/receipts.ts';

const PEOPLE = 10;
const ISSUER = 'https://issuer.test';
const logger = signingKey('site.test/decisions/log', Buffer.alloc(32, 9));
const folder = mkdtempSync(join(tmpdir(), 'unlinkable-'));

let open: OpenDatabase;
let key: TestKey;
/** What a signer that secretly writes down everything has. */
const seen: { secret: string; blinded: Buffer; answer: Buffer }[] = [];
const asked: string[] = [];

beforeAll(async () => {
  useSecrets(['a secret that is at least 32 bytes long']);
  open = await freshDatabase('embedded');
  key = poolKey();
  const poolId = await makePool(open.db, await reviewGround(open.db), { keyId: key.keyId, spki: key.spki, stays: PEOPLE, invited: PEOPLE, issued: PEOPLE });
  const { index } = await open.db.transaction((tx) => appendPublic(contextOf(tx), tx, { kind: 'review-pool', subject: `review-pool:${poolId}`, document: { event: 'announced', keyId: key.keyId, spki: key.spki, stays: PEOPLE } }));
  await open.db.update(reviewPool).set({ logIndex: index }).where(eq(reviewPool.id, poolId));
  await signLog(open.db, logger, join(folder, 'log.txt'));
}, 120_000);
afterAll(async () => {
  await open.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Lies {
  /** What the issuer shows. */
  spki?: string;
  pool?: (answer: PoolAnswer) => PoolAnswer;
  signature?: string;
  /** So many answers are lost on their way. */
  lost?: number;
}

/** Issuer and review origin as the browser meets them. */
function network({ spki = key.spki, pool = (answer) => answer, signature, lost = 0 }: Lies = {}): typeof fetch {
  let losing = lost;
  return async (input, init) => {
    const url = String(input);
    asked.push(`${init?.method ?? 'GET'} ${url.replace(key.keyId, 'KEY')}`);
    expect(init).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store' });
    if (url.startsWith('/review/key/')) return Response.json(pool(await poolAnswer(open.db, key.keyId, verifierLine(logger), 'da')));
    if (url === `${ISSUER}/pools/${key.keyId}`) return Response.json({ keyId: key.keyId, spki });
    const { secret, blinded } = JSON.parse(String(init?.body)) as { secret: string; blinded: string };
    const bytes = Buffer.from(blinded, 'base64url');
    const answer = Buffer.from(blindSign(key.privateKey, bytes));
    if (!seen.some((each) => each.blinded.equals(bytes))) seen.push({ secret, blinded: bytes, answer });
    if (losing-- > 0) throw new TypeError('network');
    return Response.json({ signature: signature ?? answer.toString('base64url') });
  };
}

const invitation = (n = 0) => ({ keyId: key.keyId, secret: new Uint8Array(SECRET_BYTES).fill(n) });
const receiptFrom = (lies?: Lies, n = 0) => collect(invitation(n), { issuerOrigin: ISSUER, keyPath: '/review/key', fetch: network(lies) });

describe('collecting', () => {
  test('gives a token that is valid under the pool’s key', async () => {
    const steps: string[] = [];
    const { receipt, pool } = await collect(invitation(), { issuerOrigin: ISSUER, keyPath: '/review/key', fetch: network(), onStep: (step) => steps.push(step) });
    expect(verifyToken(new Uint8Array(Buffer.from(key.spki, 'base64')), receipt.token)).not.toBeNull();
    expect(steps).toEqual(['key', 'blind', 'sign', 'finish']);
    expect(pool.about).toBe('job hos tenant provider');
  });

  test('a lost answer costs nothing: the same is asked again', async () => {
    const before = seen.length;
    await receiptFrom({ lost: 2 });
    expect(seen.length).toBe(before + 1);
  });

  test.each([
    ['the issuer shows another key than the log', () => ({ spki: poolKey().spki }), 'key-differs'],
    ['the log’s document was changed', () => ({ pool: (answer: PoolAnswer) => ({ ...answer, bundle: answer.bundle.replace(key.spki, poolKey().spki) }) }), 'key-differs'],
    ['the log is signed by another', () => ({ pool: (answer: PoolAnswer) => ({ ...answer, verifier: verifierLine(signingKey('site.test/decisions/log', Buffer.alloc(32, 1))) }) }), 'key-differs'],
    ['there is no proof', () => ({ pool: (answer: PoolAnswer) => ({ ...answer, bundle: '{}' }) }), 'key-differs'],
  ])('stops before anything is sent when %s', async (_what, lies, fault) => {
    const before = [seen.length, asked.filter((each) => each.startsWith('POST')).length];
    await expect(receiptFrom(lies())).rejects.toMatchObject({ fault });
    expect([seen.length, asked.filter((each) => each.startsWith('POST')).length]).toEqual(before);
  });

  test('takes no answer that is no signature', async () => {
    await expect(receiptFrom({ signature: Buffer.alloc(384, 1).toString('base64url') })).rejects.toMatchObject({ fault: 'not-signed' });
  });
});

const modulus = () => BigInt(`0x${Buffer.from(createPublicKey(key.privateKey).export({ format: 'jwk' }).n ?? '', 'base64url').toString('hex')}`);
const number = (bytes: Uint8Array) => BigInt(`0x${Buffer.from(bytes).toString('hex')}`);

function power(base: bigint, exponent: bigint, n: bigint): bigint {
  let [result, square] = [1n, base % n];
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % n;
    square = (square * square) % n;
  }
  return result;
}

function inverse(a: bigint, n: bigint): bigint {
  let [r, next, x, y] = [n, a % n, 0n, 1n];
  while (next !== 0n) {
    const times = r / next;
    [r, next, x, y] = [next, r - times * next, y, x - times * y];
  }
  return ((x % n) + n) % n;
}

test('ten collect and four write: the signer’s notes and the site’s database have nothing in common, and every pair is as possible', async () => {
  seen.length = 0;
  const receipts: Receipt[] = [];
  for (let n = 0; n < PEOPLE; n++) receipts.push((await receiptFrom({}, n + 1)).receipt);
  const authors = receipts.slice(3, 7);
  for (const receipt of authors) {
    const form = await saying(receipt, { act: 'write', key: key.keyId, content: goodContent() });
    expect((await answerAuthor(contextOf(open.db), noModeration(), form, 'da')).done).toBe('written');
  }
  const kept = JSON.stringify([await rows(open.db, sql`select * from review`), await rows(open.db, sql`select * from review_spent`)]);
  for (const { secret, blinded, answer } of seen) {
    for (const bytes of [blinded, answer]) for (const part of [bytes.toString('hex'), bytes.toString('base64url'), bytes.toString('base64')]) expect(kept.includes(part.slice(0, 24))).toBe(false);
    expect(kept.includes(secret)).toBe(false);
  }

  // For each person and each token there is one blinding that makes them fit; so none fits better than another.
  const n = modulus();
  for (const { token } of authors) {
    const signature = number(token.signature);
    for (const { blinded, answer } of seen) {
      const blinding = (number(answer) * inverse(signature, n)) % n;
      expect((power(blinding, 65_537n, n) * power(signature, 65_537n, n)) % n).toBe(number(blinded));
    }
  }
}, 120_000);
