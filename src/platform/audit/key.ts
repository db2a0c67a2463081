/** The site's key for checkpoints: AUDIT_KEY, else one of its own in DATA_DIR/secrets. */
import { join, resolve } from 'node:path';
import type { Env } from '#platform/env.ts';
import { ownSecret } from '#platform/secrets.ts';
import { signingKey, type SigningKey } from './note.ts';

type KeyEnv = Pick<Env, 'AUDIT_KEY' | 'siteUrl' | 'dataDir'>;

/** The key under the site's host, with a path after it: a signature for one use is no good for another. */
export function siteKey(env: KeyEnv, path = ''): SigningKey {
  const seed = env.AUDIT_KEY === undefined ? ownSecret(env.dataDir, 'audit.key') : Buffer.from(env.AUDIT_KEY, 'base64');
  return signingKey(`${new URL(env.siteUrl).hostname}${path}`, seed);
}

/** Named by the site's host, so that checkpoints of several sites can lie in one mailbox. */
export const auditKey = (env: KeyEnv): SigningKey => siteKey(env);

/** Where this site writes its checkpoints. */
export function auditFile(env: Pick<Env, 'AUDIT_FILE' | 'dataDir'>): string {
  return env.AUDIT_FILE === undefined ? join(env.dataDir, 'audit', 'checkpoints.txt') : resolve(env.AUDIT_FILE);
}
