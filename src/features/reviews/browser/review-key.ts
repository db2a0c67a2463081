/** The author's own key, from the seed in the receipt. WebCrypto alone: the same in a browser and under test. */
import { encodeToken, fromBase64url, REVIEW_KEY_BYTES, SEED_BYTES, toBase64url, type Receipt } from '../rv1/format.ts';
import { signedBytes, type SignedStatement, type Statement } from '../statement.ts';

export interface ReviewKey {
  /** 32 bytes. */
  publicKey: Uint8Array<ArrayBuffer>;
  sign(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>;
}

/** The browser knows no Ed25519. */
export class CannotSign extends Error {
  override readonly name = 'CannotSign';
}

const INFO = new TextEncoder().encode('rv1|review-key');
/** What stands before the 32 bytes of a private key in PKCS #8 (RFC 8410). */
const PKCS8 = [0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20];

export const newSeed = (): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(SEED_BYTES));

/** Seed → HKDF-SHA256 → Ed25519. @throws CannotSign */
export async function reviewKeyFrom(seed: Uint8Array<ArrayBuffer>): Promise<ReviewKey> {
  const secret = await crypto.subtle.importKey('raw', seed, 'HKDF', false, ['deriveBits']);
  const bits = new Uint8Array(await crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: INFO }, secret, 256));
  try {
    const key = await crypto.subtle.importKey('pkcs8', Uint8Array.from([...PKCS8, ...bits]), { name: 'Ed25519' }, true, ['sign']);
    const publicKey = fromBase64url((await crypto.subtle.exportKey('jwk', key)).x ?? '');
    if (publicKey?.length !== REVIEW_KEY_BYTES) throw new CannotSign('The browser gives no public key.');
    return { publicKey, sign: async (bytes) => new Uint8Array(await crypto.subtle.sign({ name: 'Ed25519' }, key, bytes)) };
  } catch (error) {
    throw new CannotSign('The browser cannot sign with Ed25519.', { cause: error });
  }
}

/** Whether this browser can do all that a receipt needs; told before anything is asked of anybody. */
export const canSign = (): Promise<boolean> => (globalThis.isSecureContext === false ? Promise.resolve(false) : reviewKeyFrom(new Uint8Array(SEED_BYTES)).then(() => true, () => false));

/** What is sent to the site. @throws CannotSign */
export async function signStatement({ token, seed }: Receipt, said: Statement): Promise<SignedStatement> {
  const statement = JSON.stringify(said);
  const key = await reviewKeyFrom(seed);
  return { token: encodeToken(token), statement, signature: toBase64url(await key.sign(signedBytes(statement))) };
}
