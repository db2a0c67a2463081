/**
 * Seals what may not lie readable in the database: AES-256-GCM by a key derived from AUTH_SECRET, one key a purpose.
 * The keys are kept on globalThis, as scripts and the built pages are two module graphs in one process.
 */
import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** What a sealed text is; a text sealed for one purpose does not open as another. */
export type Purpose = 'mail' | 'limit' | 'file' | 'invitation' | 'enquiry' | 'comment' | 'moderation';

const KEY = Symbol.for('vejviser.secrets');
type Holder = { [KEY]?: () => readonly string[] };
const VERSION = 'v1';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Called once at boot, and by tests.
 * @param secrets the first seals and signs; all open. As a function: asked for when the first text is sealed
 */
export function useSecrets(secrets: readonly string[] | (() => readonly string[])): void {
  (globalThis as Holder)[KEY] = typeof secrets === 'function' ? secrets : () => secrets;
}

function keys(purpose: Purpose): Buffer[] {
  const secrets = (globalThis as Holder)[KEY];
  if (!secrets) throw new Error('No secret is set: openGround does that.');
  return secrets().map((secret) => Buffer.from(hkdfSync('sha256', secret, '', `vejviser ${purpose}`, 32)));
}

function currentKey(purpose: Purpose): Buffer {
  const [key] = keys(purpose);
  if (!key) throw new Error('No secret is set.');
  return key;
}

/** Names a key without telling it, so that the right one of several is taken. */
const keyName = (key: Buffer) => createHash('sha256').update(key).digest('hex').slice(0, 8);

export function seal(purpose: Purpose, text: string): string {
  const key = currentKey(purpose);
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(purpose));
  const body = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `${VERSION}.${keyName(key)}.${body.toString('base64url')}`;
}

/** @throws Error when it was sealed by a secret that is no longer listed, or altered */
export function unseal(purpose: Purpose, sealed: string): string {
  const [version, name, body = ''] = sealed.split('.');
  const key = keys(purpose).find((each) => keyName(each) === name);
  if (version !== VERSION || !key) throw new Error('Sealed by a secret that is not listed in AUTH_SECRET.');
  const bytes = Buffer.from(body, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES)).setAAD(Buffer.from(purpose));
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]).toString('utf8');
}

/** A name for a value that does not tell the value, the same as long as the first secret is. */
export function blindName(purpose: Purpose, value: string): string {
  return createHmac('sha256', currentKey(purpose)).update(value).digest('base64url');
}
