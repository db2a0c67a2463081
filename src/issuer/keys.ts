/** Keys of pools: made here, kept encrypted, and never sent anywhere. */
import { createPrivateKey, createPublicKey, generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { MODULUS_BITS } from '#features/reviews/rv1/format.ts';
import { keyIdOf } from '#features/reviews/rv1/sign.ts';

export interface PoolKey {
  keyId: string;
  /** Base64. */
  spki: string;
  /** PKCS #8, encrypted by the passphrase. */
  privateKey: string;
}

const generate = promisify(generateKeyPair);

/** @param passphrase 32 random bytes in hexadecimal, of this issuer alone */
export async function makePoolKey(passphrase: string): Promise<PoolKey> {
  const { publicKey, privateKey } = await generate('rsa', { modulusLength: MODULUS_BITS, publicExponent: 0x10001 });
  const spki = publicKey.export({ format: 'der', type: 'spki' });
  return { keyId: keyIdOf(spki), spki: spki.toString('base64'), privateKey: String(privateKey.export({ format: 'pem', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase })) };
}

/** @throws Error when it was encrypted by another passphrase, or is not the key that was published */
export function openPoolKey({ keyId, privateKey }: Pick<PoolKey, 'keyId' | 'privateKey'>, passphrase: string): KeyObject {
  const key = createPrivateKey({ key: privateKey, format: 'pem', passphrase });
  if (keyIdOf(createPublicKey(key).export({ format: 'der', type: 'spki' })) !== keyId) throw new Error('A pool has another key than was published.');
  return key;
}
