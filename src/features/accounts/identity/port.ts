/**
 * Who somebody is: signing in by link, eID or passkey, and who sends a request. The one place that knows the sign-in
 * library; everything else sees this port.
 */
import type { Db } from '#db/client.ts';
import { audit } from '#platform/audit.ts';
import type { Env } from '#platform/env.ts';
import type { Locale } from '#platform/input.ts';
import { log } from '#platform/log.ts';
import { isMailFault, type Post } from '#platform/mail.ts';
import type { Session } from '#platform/permissions.ts';
import type { LimitAnswer, Limiter } from '#platform/rate-limit.ts';
import { newCeremony, withCeremony } from './ceremony.ts';
import { cookieName, isOurCookie, withPresentSignatures } from './cookies.ts';
import { answerCeremony } from './endpoints.ts';
import { passkeyLetter, signInLetter } from './letter.ts';
import { BASE_PATH, openLibrary, type Library } from './library.ts';
import { LIMITS } from './limits.ts';
import { METHODS, normaliseEmail, safeNext } from './model.ts';
import { PROVIDER } from './oidc.ts';
import { personByEmail } from './queries.ts';

export interface SignedIn {
  personId: string;
  name: string;
  email: string;
  /** Whether somebody has shown that the address is theirs. */
  emailVerified: boolean;
  locale: Locale;
  suspended: boolean;
  session: Session;
}

/** What to send along with the next page: `set-cookie` lines. */
export type Cookies = readonly string[];
export type Redeemed = { ok: true; cookies: Cookies } | { ok: false; why: 'not-valid' | 'too-often'; retryAfterSeconds: number };
export type OidcStart = { url: string; cookies: Cookies } | null;

export interface LinkRequest {
  email: string;
  locale: Locale;
  /** As `addressOf` of the rate limits gives it. */
  address: string;
  /** Path of this site to go to afterwards. */
  next: string | null;
}

export interface OidcInput {
  /** Path to go to afterwards, and where the reason is told when it came to nothing. */
  next: string;
  errorPath: string;
  /** Adds the eID to the person who is signed in. */
  link: boolean;
  /** See `LinkRequest`. */
  address: string;
}

export interface Identity {
  /** Who sends it, by the session cookie. Null: nobody, or a session that ended. */
  actorFor(request: Request): Promise<SignedIn | null>;
  /** The session cookie, for whoever must take it away. */
  readonly cookie: { name: string; attributes: { path: '/'; secure: boolean; httpOnly: true; sameSite: 'lax' } };
  /** Sends a link if there is such a person. The answer, and when it comes, are the same if there is none. */
  requestLink(request: LinkRequest): Promise<LimitAnswer>;
  /** Spends a link. @param address see `LinkRequest` */
  redeemLink(token: string, request: Request, address: string): Promise<Redeemed>;
  /** The broker's name for the button; null: none is configured. */
  readonly oidcName: string | null;
  /** Where to send the browser. Null: the broker does not answer, or it was asked too often */
  startOidc(request: Request, input: OidcInput): Promise<OidcStart>;
  /** The few addresses under /api/auth that browsers and brokers call; 404 for any other. */
  handle(request: Request, address: string): Promise<Response>;
  /** Ends the session. */
  signOut(request: Request): Promise<Cookies>;
  /** Resolves when every letter under way is sent; for a graceful stop, and tests. */
  settled(): Promise<void>;
}

export interface IdentityOptions {
  db: Db;
  env: Env;
  /** The present one first. */
  secrets: readonly string[];
  post: Post;
  limiter: Limiter;
}

const FAILED: Redeemed = { ok: false, why: 'not-valid', retryAfterSeconds: 0 };

function toSignedIn({ session, user }: { session: Record<string, unknown>; user: Record<string, unknown> }): SignedIn | null {
  const method = METHODS.find((each) => each === session['method']);
  const authenticatedAt = session['authenticatedAt'];
  if (!method || !(authenticatedAt instanceof Date)) return null;
  return {
    personId: String(user['id']),
    name: String(user['name']),
    email: String(user['email']),
    emailVerified: user['emailVerified'] === true,
    locale: user['locale'] as Locale,
    suspended: user['suspendedAt'] instanceof Date,
    session: { id: String(session['id']), method, acr: typeof session['acr'] === 'string' ? session['acr'] : null, organisation: typeof session['organisation'] === 'string' ? session['organisation'] : null, authenticatedAt },
  };
}

class OwnIdentity implements Identity {
  readonly #options: IdentityOptions;
  readonly #library: Library;
  /** Asks the broker for its addresses when first needed, again if it did not answer. */
  #withOidc: Library | null = null;
  readonly #underWay = new Set<Promise<void>>();
  readonly oidcName: string | null;
  readonly cookie: Identity['cookie'];

  constructor(options: IdentityOptions) {
    this.#options = options;
    this.#library = this.#open(false);
    const { siteUrl } = options.env;
    this.cookie = { name: cookieName(siteUrl), attributes: { path: '/', secure: siteUrl.startsWith('https:'), httpOnly: true, sameSite: 'lax' } };
    this.oidcName = options.env.OIDC_ISSUER === undefined ? null : options.env.OIDC_NAME;
  }

  #open(withOidc: boolean): Library {
    const { db, env, secrets: [secret], post } = this.#options;
    if (secret === undefined) throw new Error('There must be a secret.');
    return openLibrary({
      db, env, secret, withOidc,
      async sendLink(to, token, metadata) {
        const { locale, next, personId } = metadata as { locale: Locale; next: string | null; personId: string };
        await post.sendNow({ kind: 'sign-in', to, personId, letter: signInLetter(env.siteUrl, locale, token, next) });
      },
    });
  }

  #headers(request: Request): Headers {
    const { env, secrets } = this.#options;
    const headers = new Headers();
    const cookie = withPresentSignatures(request.headers.get('cookie'), env.siteUrl, secrets);
    if (cookie) headers.set('cookie', cookie);
    const agent = request.headers.get('user-agent');
    if (agent) headers.set('user-agent', agent);
    headers.set('origin', new URL(env.siteUrl).origin);
    return headers;
  }

  #carriesCookie(request: Request): boolean {
    return (request.headers.get('cookie') ?? '').split(';').some((each) => isOurCookie(each.trim().split('=', 1)[0] ?? '', this.#options.env.siteUrl));
  }

  async actorFor(request: Request): Promise<SignedIn | null> {
    if (!this.#carriesCookie(request)) return null;
    const found = await this.#library.api.getSession({ headers: this.#headers(request) });
    return found ? toSignedIn(found) : null;
  }

  async requestLink({ email, locale, address, next }: LinkRequest): Promise<LimitAnswer> {
    const { limiter } = this.#options;
    const account = normaliseEmail(email);
    // Both are counted always: the account by itself, because addresses of the network are cheap to change.
    const answers = [await limiter.take(LIMITS.linkByAccount, account), await limiter.take(LIMITS.linkByAddress, address)];
    const refused = answers.find((each) => each !== null);
    if (refused) return refused;
    this.#run(this.#sendLink(account, locale, safeNext(next)));
    return null;
  }

  async #sendLink(email: string, locale: Locale, next: string | null): Promise<void> {
    const known = await personByEmail(this.#options.db, email);
    if (!known) return;
    await this.#library.api.signInMagicLink({ body: { email, metadata: { locale, next, personId: known.id } }, headers: new Headers() });
  }

  /** Not awaited by the answer, so that it takes as long for strangers. */
  #run(work: Promise<void>): void {
    // Only a mail fault of our own says nothing personal.
    const running = work.catch((error: unknown) => log.error({ fault: isMailFault(error) ? error.message : (error as Error).name }, 'letter about signing in not sent'));
    this.#underWay.add(running);
    void running.finally(() => this.#underWay.delete(running));
  }

  async settled(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }

  async redeemLink(token: string, request: Request, address: string): Promise<Redeemed> {
    const limited = await this.#options.limiter.take(LIMITS.redeemByAddress, address);
    if (limited) return { ok: false, why: 'too-often', ...limited };
    if (!/^[A-Za-z]{32}$/.test(token)) return FAILED;
    const url = new URL(`${BASE_PATH}/magic-link/verify`, this.#options.env.siteUrl);
    url.search = new URLSearchParams({ token, callbackURL: '/' }).toString();
    const answer = await this.#library.handler(new Request(url, { headers: this.#headers(request) }));
    const cookies = answer.headers.getSetCookie();
    const failed = new URL(answer.headers.get('location') ?? '/?error=', this.#options.env.siteUrl).searchParams.has('error');
    return answer.status === 302 && !failed && cookies.length > 0 ? { ok: true, cookies } : FAILED;
  }

  async startOidc(request: Request, { next, errorPath, link, address }: OidcInput): Promise<OidcStart> {
    const { env, limiter } = this.#options;
    if (this.oidcName === null || (await limiter.take(LIMITS.ceremonyByAddress, address)) !== null) return null;
    const library = (this.#withOidc ??= this.#open(true));
    const body = { provider: PROVIDER, callbackURL: `${env.siteUrl}${safeNext(next) ?? '/'}`, errorCallbackURL: `${env.siteUrl}${errorPath}`, disableRedirect: true };
    const headers = this.#headers(request);
    headers.set('content-type', 'application/json');
    const url = new URL(`${BASE_PATH}/${link ? 'link-social' : 'sign-in/social'}`, env.siteUrl);
    const answer = await library.handler(new Request(url, { method: 'POST', headers, body: JSON.stringify(body) }));
    const told = answer.ok ? ((await answer.json()) as { url?: string }).url : undefined;
    if (told === undefined) {
      // 401: nobody is signed in to tie an eID to.
      if (answer.status === 401) return null;
      this.#withOidc = null;
      log.error({ status: answer.status }, 'the OpenID Connect broker cannot be used');
      return null;
    }
    return { url: told, cookies: answer.headers.getSetCookie() };
  }

  async handle(request: Request, address: string): Promise<Response> {
    const { env, limiter, db, post } = this.#options;
    const ceremony = newCeremony();
    const path = new URL(request.url).pathname.slice(BASE_PATH.length);
    const library = path.startsWith('/callback/') && this.oidcName !== null ? (this.#withOidc ??= this.#open(true)) : this.#library;
    return answerCeremony(request, path, {
      siteUrl: env.siteUrl,
      headers: this.#headers(request),
      limited: () => limiter.take(LIMITS.ceremonyByAddress, address),
      run: (inner) => withCeremony(ceremony, () => library.handler(inner)),
      suspended: async () => (await this.actorFor(request))?.suspended === true,
      refused: () => ceremony.refused,
      registered: async () => {
        const signedIn = await this.actorFor(request);
        if (!signedIn) return;
        const record = { actor: `person:${signedIn.personId}`, action: 'identity.add-passkey', object: `person:${signedIn.personId}` };
        await db.transaction((tx) => audit(tx, record));
        const { personId, email: to, locale } = signedIn;
        this.#run(post.sendNow({ kind: 'passkey-added', to, personId, letter: passkeyLetter(env.siteUrl, locale) }));
      },
    });
  }

  async signOut(request: Request): Promise<Cookies> {
    const { env } = this.#options;
    const headers = this.#headers(request);
    const answer = await this.#library.handler(new Request(new URL(`${BASE_PATH}/sign-out`, env.siteUrl), { method: 'POST', headers }));
    return answer.headers.getSetCookie();
  }
}

export function openIdentity(options: IdentityOptions): Identity {
  return new OwnIdentity(options);
}
