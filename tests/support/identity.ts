/** Signing in without a browser: an identity over a database, and something that keeps cookies. */
import type { OpenDatabase } from '#db/client.ts';
import { readEnv, type Env } from '#platform/env.ts';
import { openPost, type Post } from '#platform/mail.ts';
import { openLimiter } from '#platform/rate-limit.ts';
import { useSecrets } from '#platform/seal.ts';
import { openIdentity, type Identity } from '#features/accounts/identity/port.ts';

export const SECRET = 'test-only-Zq3vT8mKx0RbN5yLw2HdPc7JfUe9AgSiXo4V';
export const OTHER_SECRET = 'test-only-9AgSiXo4VZq3vT8mKx0RbN5yLw2HdPc7JfUe';
export const SITE_URL = 'http://localhost:4000';

/** @param more settings beside the address of the site */
export function testIdentity({ db }: OpenDatabase, more: Record<string, string> = {}, secrets: readonly string[] = [SECRET]): { identity: Identity; post: Post; env: Env } {
  useSecrets(secrets);
  const env = readEnv({ SITE_URL, DATA_DIR: '/nowhere', ...more });
  const post = openPost(db, env);
  return { env, post, identity: openIdentity({ db, env, secrets, post, limiter: openLimiter(db) }) };
}

/** A browser, as far as cookies go. */
export class Visitor {
  readonly cookies = new Map<string, string>();
  readonly #site: string;

  constructor(site = SITE_URL) {
    this.#site = site;
  }

  request(path: string, init: RequestInit = {}): Request {
    const headers = new Headers(init.headers);
    if (this.cookies.size > 0) headers.set('cookie', [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    return new Request(new URL(path, this.#site), { ...init, headers });
  }

  take(lines: readonly string[]): void {
    for (const line of lines) {
      const [pair = '', ...attributes] = line.split(';');
      const [name = '', value = ''] = pair.split(/=(.*)/s, 2);
      if (value === '' || attributes.some((each) => /^\s*max-age=0$/i.test(each))) this.cookies.delete(name.trim());
      else this.cookies.set(name.trim(), value);
    }
  }
}

/** The token of the newest sign-in letter to somebody. */
export async function newestToken({ identity, post }: { identity: Identity; post: Post }, to: string): Promise<string | null> {
  await identity.settled();
  const letter = (await post.outbox?.())?.find((each) => each.kind === 'sign-in' && each.to === to);
  return letter?.letter.action ? new URL(letter.letter.action.url).searchParams.get('token') : null;
}
