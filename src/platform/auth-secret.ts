/** AUTH_SECRET, or one that an embedded database makes for itself. */
import { EnvironmentError, type Env } from './env.ts';
import { ownSecret } from './secrets.ts';

/**
 * The first signs and seals; the others still open what they signed and sealed.
 * @throws EnvironmentError when a real database has none: one made here would differ between its processes
 */
export function authSecrets(env: Env): readonly string[] {
  if (env.AUTH_SECRET) return env.AUTH_SECRET;
  if (env.DATABASE_URL) {
    throw new EnvironmentError('The environment is not right: DATABASE_URL needs AUTH_SECRET, at least 32 random bytes, such as from `openssl rand -base64 48`. See .env.example.');
  }
  return [ownSecret(env.dataDir, 'auth').toString('base64url')];
}
