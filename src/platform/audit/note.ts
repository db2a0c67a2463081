/**
 * A checkpoint says: at this time the chain had so many links and ended in this hash. It is signed in the form of C2SP
 * signed notes (https://c2sp.org/signed-note), which other programs can verify too, and kept outside the database.
 */
import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import type { Head } from './chain.ts';

export const NOTE_ORIGIN = 'vejviser-audit/1';

export interface AuditKey {
  name: string;
  /** First four bytes of a hash over name and public key, in hexadecimal. */
  id: string;
  publicKey: KeyObject;
}
export interface SigningKey extends AuditKey {
  privateKey: KeyObject;
}

export interface Checkpoint extends Head {
  at: Date;
}
export interface SignedText {
  /** What was signed, to the last line end. */
  text: string;
  keyName: string;
  keyId: string;
  signature: Buffer;
}
export type SignedCheckpoint = Checkpoint & SignedText;

const ED25519 = 1;
/** What stands before 32 bytes of an Ed25519 key in DER (RFC 8410). */
const PRIVATE_DER = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_DER = Buffer.from('302a300506032b6570032100', 'hex');

const rawPublic = (key: KeyObject) => key.export({ format: 'der', type: 'spki' }).subarray(PUBLIC_DER.length);

function keyId(name: string, publicKey: KeyObject): string {
  return createHash('sha256').update(`${name}\n`).update(Buffer.from([ED25519])).update(rawPublic(publicKey)).digest('hex').slice(0, 8);
}

/** @param seed 32 secret bytes */
export function signingKey(name: string, seed: Buffer): SigningKey {
  const privateKey = createPrivateKey({ key: Buffer.concat([PRIVATE_DER, seed]), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(privateKey);
  return { name, id: keyId(name, publicKey), publicKey, privateKey };
}

/** The public half in one line, to be kept with the checkpoints: name+id+base64. */
export function verifierLine({ name, id, publicKey }: AuditKey): string {
  return `${name}+${id}+${Buffer.concat([Buffer.from([ED25519]), rawPublic(publicKey)]).toString('base64')}`;
}

/** @returns null where the line is no such key or its id is not that of the key */
export function readVerifier(line: string): AuditKey | null {
  const [, name, id, base64] = /^([^+\s]+)\+([0-9a-f]{8})\+(\S+)$/.exec(line.trim()) ?? [];
  if (name === undefined || id === undefined || base64 === undefined) return null;
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length !== 33 || bytes[0] !== ED25519) return null;
  const publicKey = createPublicKey({ key: Buffer.concat([PUBLIC_DER, bytes.subarray(1)]), format: 'der', type: 'spki' });
  return keyId(name, publicKey) === id ? { name, id, publicKey } : null;
}

/** A whole signed note, with a line end last. @param text that is signed, with a line end last too */
export function signNote(text: string, key: SigningKey): string {
  const signature = sign(null, Buffer.from(text), key.privateKey);
  return `${text}\n— ${key.name} ${Buffer.concat([Buffer.from(key.id, 'hex'), signature]).toString('base64')}\n`;
}

export function writeNote({ seq, hash, at }: Checkpoint, key: SigningKey): string {
  return signNote(`${NOTE_ORIGIN}\n${seq}\n${hash}\n${at.toISOString()}\n`, key);
}

const NOTE = new RegExp(`${NOTE_ORIGIN}\\n(\\d{1,15})\\n([0-9a-f]{64})\\n([0-9TZ:.-]+)\\n\\n— (\\S+) ([A-Za-z0-9+/=]+)`, 'g');

/** @param base64 the last word of a note's last line */
export function signedText(text: string, keyName: string, base64: string): SignedText {
  const bytes = Buffer.from(base64, 'base64');
  return { text, keyName, keyId: bytes.subarray(0, 4).toString('hex'), signature: bytes.subarray(4) };
}

/** Every note in a text, whatever stands around them: a file of checkpoints, or mails copied together. */
export function findNotes(text: string): SignedCheckpoint[] {
  return [...text.replaceAll('\r\n', '\n').matchAll(NOTE)].map(([, seq = '', hash = '', at = '', keyName = '', base64 = '']) => ({
    seq: Number(seq), hash, at: new Date(at), ...signedText(`${NOTE_ORIGIN}\n${seq}\n${hash}\n${at}\n`, keyName, base64),
  }));
}

/** Null: signed by none of these keys. */
export function signedBy(note: SignedText, keys: readonly AuditKey[]): AuditKey | null {
  const key = keys.find((each) => each.name === note.keyName && each.id === note.keyId);
  return key && verify(null, Buffer.from(note.text), key.publicKey, note.signature) ? key : null;
}
