/** Blind signing and verifying by node's own OpenSSL, some hundred times as fast as the browser's library. Pure. */
import { constants, createHash, createPublicKey, privateDecrypt, publicEncrypt, verify, type KeyObject } from 'node:crypto';
import { reviewKeyOf, SALT_BYTES, type Token } from './format.ts';

/** Hexadecimal SHA-256 of the key's SubjectPublicKeyInfo in DER: what names a pool key everywhere. */
export const keyIdOf = (spki: Uint8Array): string => createHash('sha256').update(spki).digest('hex');

export const publicKeyOf = (spki: Uint8Array): KeyObject => createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' });

/** The blinded message is not one that this key can sign. */
export class NotBlinded extends Error {
  override readonly name = 'NotBlinded';
}

/** A fault of the machine: an answer with it could tell the key (RFC 9474, 4.3). */
export class SigningFault extends Error {
  override readonly name = 'SigningFault';
}

/**
 * BlindSign of RFC 9474.
 * @param blinded as long as the modulus
 * @throws NotBlinded for another length, or a number that is not smaller than the modulus
 * @throws SigningFault when what was signed does not give back what was asked
 */
export function blindSign(privateKey: KeyObject, blinded: Uint8Array): Uint8Array<ArrayBuffer> {
  const bits = privateKey.asymmetricKeyDetails?.modulusLength ?? 0;
  if (blinded.length * 8 !== bits) throw new NotBlinded(`A blinded message for this key has ${bits / 8} bytes.`);
  let signature: Buffer;
  try {
    signature = privateDecrypt({ key: privateKey, padding: constants.RSA_NO_PADDING }, blinded);
  } catch (error) {
    throw new NotBlinded('The blinded message is not smaller than the modulus.', { cause: error });
  }
  const back = publicEncrypt({ key: createPublicKey(privateKey), padding: constants.RSA_NO_PADDING }, signature);
  if (!back.equals(blinded)) throw new SigningFault('The signature does not give back the blinded message.');
  return new Uint8Array(signature);
}

/** @param saltBytes of the variant; rv1 knows 48 only */
export function verifySignature(publicKey: KeyObject, prepared: Uint8Array, signature: Uint8Array, saltBytes = SALT_BYTES): boolean {
  return verify('sha384', prepared, { key: publicKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: saltBytes }, signature);
}

/**
 * Under exactly this key, and of exactly the structure that rv1 has.
 * @param spki of the pool that the token names
 * @returns the review key; null: the token is not valid
 */
export function verifyToken(spki: Uint8Array, { keyId, prepared, signature }: Token): Uint8Array<ArrayBuffer> | null {
  if (keyId !== keyIdOf(spki)) return null;
  return verifySignature(publicKeyOf(spki), prepared, signature) ? reviewKeyOf(prepared) : null;
}
