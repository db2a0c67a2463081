/** The site's key for checkpoints: AUDIT_KEY, else one of its own in DATA_DIR/secrets. */
import { join, resolve } from 'node:path';
import type { Env } from '#platform/env.ts';
import { ownSecret } from '#platform/secrets.ts';
import { signingKey, type SigningKey } from './note.ts';

/** Named by the site's host, so that checkpoints of several sites can lie in one mailbox. */
export function auditKey(env: Pick<Env, 'AUDIT_KEY' | 'siteUrl' | 'dataDir'>): SigningKey {
  const seed = env.AUDIT_KEY === undefined ? ownSecret(env.dataDir, 'audit.key') : Buffer.from(env.AUDIT_KEY, 'base64');
  return signingKey(new URL(env.siteUrl).hostname, seed);
}

/** Where this site writes its checkpoints. */
export function auditFile(env: Pick<Env, 'AUDIT_FILE' | 'dataDir'>): string {
  return env.AUDIT_FILE === undefined ? join(env.dataDir, 'audit', 'checkpoints.txt') : resolve(env.AUDIT_FILE);
}
