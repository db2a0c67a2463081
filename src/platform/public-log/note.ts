/**
 * A signed state of the log in the form of C2SP tlog-checkpoint (https://c2sp.org/tlog-checkpoint): origin, size, root in
 * base64, then the signature of a C2SP signed note. Other programs that verify transparency logs read it too.
 */
import { join, dirname } from 'node:path';
import { auditFile, siteKey } from '#platform/audit/key.ts';
import { signedText, signNote, type SignedText, type SigningKey } from '#platform/audit/note.ts';
import type { Env } from '#platform/env.ts';

/** How large the tree was, and its hash in hexadecimal. */
export interface TreeHead {
  size: number;
  root: string;
}
export type SignedHead = TreeHead & SignedText & { origin: string };

/** Named like the log's address. */
export const logKey = (env: Pick<Env, 'AUDIT_KEY' | 'siteUrl' | 'dataDir'>): SigningKey => siteKey(env, '/decisions/log');

/** Beside the checkpoints of the audit trail. */
export function logFile(env: Pick<Env, 'AUDIT_FILE' | 'dataDir'>): string {
  return join(dirname(auditFile(env)), 'public-log.txt');
}

/** The origin is the name of the key, as the form recommends. */
export function writeHead({ size, root }: TreeHead, key: SigningKey): string {
  return signNote(`${key.name}\n${size}\n${Buffer.from(root, 'hex').toString('base64')}\n`, key);
}

const HEAD = /(?:^|\n)([^\s+]+)\n(0|[1-9]\d{0,14})\n([A-Za-z0-9+/]{43}=)\n\n— (\S+) ([A-Za-z0-9+/=]+)\n?/g;

/** Every checkpoint in a text, whatever stands around them. */
export function findHeads(text: string): SignedHead[] {
  return [...text.replaceAll('\r\n', '\n').matchAll(HEAD)].map(([, origin = '', size = '', root = '', keyName = '', base64 = '']) => ({
    origin, size: Number(size), root: Buffer.from(root, 'base64').toString('hex'), ...signedText(`${origin}\n${size}\n${root}\n`, keyName, base64),
  }));
}
