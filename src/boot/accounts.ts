/** Signing in, mail and limits of this process. */
import type { Db } from '#db/client.ts';
import { authSecrets } from '#platform/auth-secret.ts';
import type { Env } from '#platform/env.ts';
import { openPost, type Post } from '#platform/mail.ts';
import { openLimiter, type Limiter } from '#platform/rate-limit.ts';
import { useSecrets } from '#platform/seal.ts';
import { openIdentity, type Identity } from '#features/accounts/identity/port.ts';

export interface Accounts {
  identity: Identity;
  post: Post;
  limiter: Limiter;
}

/** @throws EnvironmentError when a real database has no AUTH_SECRET */
export function openAccounts(db: Db, env: Env): Accounts {
  const secrets = authSecrets(env);
  useSecrets(secrets);
  const post = openPost(db, env);
  const limiter = openLimiter(db);
  return { post, limiter, identity: openIdentity({ db, env, secrets, post, limiter }) };
}
