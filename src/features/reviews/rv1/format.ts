/**
 * Protocol `rv1`: the bytes and texts that issuer, site and browser share. Blind signatures of RFC 9474
 * (RSABSSA-SHA384-PSS-Randomized), one 3072-bit key a pool. Runs in a browser: no node module in here.
 */
export const VARIANT = 'RSABSSA-SHA384-PSS-Randomized';
export const MODULUS_BITS = 3072;
export const SIGNATURE_BYTES = MODULUS_BITS / 8;
/** Of SHA-384, as the variant asks. */
export const SALT_BYTES = 48;
/** Random bytes that `prepare` of RFC 9474 puts in front of the message. */
export const PREFIX_BYTES = 32;
/** An Ed25519 public key. */
export const REVIEW_KEY_BYTES = 32;
/** What the review key is derived from. */
export const SEED_BYTES = 16;
/** Of an invitation: 120 bits. */
export const SECRET_BYTES = 15;
/** SHA-256 of the pool key's SubjectPublicKeyInfo. */
export const KEY_ID_BYTES = 32;

const LABEL = new TextEncoder().encode('rv1|');
export const PREPARED_BYTES = PREFIX_BYTES + LABEL.length + REVIEW_KEY_BYTES;
const TOKEN_BYTES = KEY_ID_BYTES + PREPARED_BYTES + SIGNATURE_BYTES;

const KEY_ID = /^[0-9a-f]{64}$/;
export const isKeyId = (text: string): boolean => KEY_ID.test(text);

export const toHex = (bytes: Uint8Array): string => Array.from(bytes, (each) => each.toString(16).padStart(2, '0')).join('');

/** null: not lower-case hexadecimal of whole bytes. */
export function fromHex(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^(?:[0-9a-f]{2})*$/.test(text)) return null;
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

export const toBase64url = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');

/** null: not the one way to write these bytes. */
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return null;
  const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (each) => each.charCodeAt(0));
  return toBase64url(bytes) === text ? bytes : null;
}

/** Of exactly so many bytes, else null. */
export function bytesOf(text: string, length: number): Uint8Array<ArrayBuffer> | null {
  const bytes = fromBase64url(text);
  return bytes?.length === length ? bytes : null;
}

function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** What is prepared and blinded: "rv1|" and the review key. @throws RangeError for a key that is not 32 bytes */
export function reviewMessage(reviewKey: Uint8Array): Uint8Array<ArrayBuffer> {
  if (reviewKey.length !== REVIEW_KEY_BYTES) throw new RangeError('An Ed25519 public key has 32 bytes.');
  return joined(LABEL, reviewKey);
}

/** The review key in a prepared message of exactly 68 bytes (prefix, "rv1|", key); null: it is none. */
export function reviewKeyOf(prepared: Uint8Array): Uint8Array<ArrayBuffer> | null {
  if (prepared.length !== PREPARED_BYTES || LABEL.some((byte, n) => prepared[PREFIX_BYTES + n] !== byte)) return null;
  return new Uint8Array(prepared.subarray(PREFIX_BYTES + LABEL.length));
}

export interface Token {
  /** Hexadecimal, of the pool key. */
  keyId: string;
  /** 68 bytes: what was signed. */
  prepared: Uint8Array<ArrayBuffer>;
  /** 384 bytes, as `finalize` of RFC 9474 gives it. */
  signature: Uint8Array<ArrayBuffer>;
}

/** 646 characters of base64url. @throws RangeError for parts of another length */
export function encodeToken({ keyId, prepared, signature }: Token): string {
  const id = fromHex(keyId);
  if (id?.length !== KEY_ID_BYTES || prepared.length !== PREPARED_BYTES || signature.length !== SIGNATURE_BYTES) throw new RangeError('These are not the parts of a token.');
  return toBase64url(joined(id, prepared, signature));
}

/** null: not a token. Whether it is a valid one is told by `verifyToken`. */
export function decodeToken(text: string): Token | null {
  const bytes = bytesOf(text, TOKEN_BYTES);
  if (!bytes) return null;
  const prepared = bytes.slice(KEY_ID_BYTES, KEY_ID_BYTES + PREPARED_BYTES);
  if (!reviewKeyOf(prepared)) return null;
  return { keyId: toHex(bytes.subarray(0, KEY_ID_BYTES)), prepared, signature: bytes.slice(KEY_ID_BYTES + PREPARED_BYTES) };
}

export interface Receipt {
  token: Token;
  seed: Uint8Array<ArrayBuffer>;
}

/** For the fragment of an address, which no server sees. */
export const encodeReceipt = ({ token, seed }: Receipt): string => `rv1.${encodeToken(token)}.${toBase64url(seed)}`;

export function decodeReceipt(text: string): Receipt | null {
  const [label, token = '', seed = '', ...more] = text.replace(/^#/, '').split('.');
  const found = label === 'rv1' && more.length === 0 ? { token: decodeToken(token), seed: bytesOf(seed, SEED_BYTES) } : null;
  return found?.token && found.seed ? { token: found.token, seed: found.seed } : null;
}

/** Page on REVIEW_ORIGIN where one writes, and the one that an invitation leads to. */
export const REVIEW_PATH = '/review';
export const INVITATION_PATH = '/review/invitation';

export interface Invitation {
  keyId: string;
  secret: Uint8Array<ArrayBuffer>;
}

/** The secret is in the fragment: it goes to nobody but the issuer. @throws RangeError */
export function invitationLink(reviewOrigin: string, { keyId, secret }: Invitation): string {
  const id = fromHex(keyId);
  if (id?.length !== KEY_ID_BYTES || secret.length !== SECRET_BYTES) throw new RangeError('These are not the parts of an invitation.');
  return `${reviewOrigin}${INVITATION_PATH}#${toBase64url(id)}.${toBase64url(secret)}`;
}

/** @param fragment of the address, with or without # */
export function decodeInvitation(fragment: string): Invitation | null {
  const [key = '', text = '', ...more] = fragment.replace(/^#/, '').split('.');
  const id = bytesOf(key, KEY_ID_BYTES);
  const secret = bytesOf(text, SECRET_BYTES);
  return id && secret && more.length === 0 ? { keyId: toHex(id), secret } : null;
}
