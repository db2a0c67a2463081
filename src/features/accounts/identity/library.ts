/** The sign-in library (better-auth), used narrowly: no passwords, no sign-up by link, no cookie cache, no telemetry. */
import { passkey as passkeyPlugin } from '@better-auth/passkey';
import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { APIError } from 'better-auth/api';
import { magicLink } from 'better-auth/plugins/magic-link';
import type { Db } from '#db/client.ts';
import { passkey, person, personAccount, personSession, verification } from '#db/schema/index.ts';
import { audit } from '#platform/audit.ts';
import { now } from '#platform/clock.ts';
import type { Env } from '#platform/env.ts';
import { log } from '#platform/log.ts';
import { methodOfPath, presentCeremony } from './ceremony.ts';
import { cookieName } from './cookies.ts';
import { deviceName, LINK_MINUTES, RECENT_MINUTES, SESSION_DAYS } from './model.ts';
import { PROVIDER, oidcPlugin } from './oidc.ts';

export const BASE_PATH = '/api/auth';

export interface LibraryOptions {
  db: Db;
  env: Env;
  /** The present secret. */
  secret: string;
  /** @param metadata what `signInMagicLink` was given */
  sendLink(to: string, token: string, metadata: Record<string, unknown>): Promise<void>;
  /** With the broker: asks it for its addresses, so only where it is needed. */
  withOidc: boolean;
}

/** What of the library is used. */
export interface Library {
  handler(request: Request): Promise<Response>;
  api: {
    getSession(input: { headers: Headers }): Promise<{ session: Record<string, unknown>; user: Record<string, unknown> } | null>;
    signInMagicLink(input: { body: { email: string; metadata: Record<string, unknown> }; headers: Headers }): Promise<unknown>;
  };
}

/** Nothing of the broker's tokens is kept: nothing is done with them later. */
const NO_TOKENS = { accessToken: null, refreshToken: null, idToken: null, accessTokenExpiresAt: null, refreshTokenExpiresAt: null };

/** Every session knows how it came about; a path that is not known makes none. */
function sessionHooks(db: Db) {
  return {
    create: {
      async before(session: { userAgent?: string | null }, context: { path?: string | undefined } | null) {
        const method = methodOfPath(context?.path);
        if (method === null) return false;
        const { acr, organisation } = method === 'oidc' ? presentCeremony() : { acr: null, organisation: null };
        return { data: { ...session, method, acr, organisation, authenticatedAt: now(), ipAddress: null, userAgent: deviceName(session.userAgent ?? null) } };
      },
      async after(session: { id: string; userId: string; [key: string]: unknown }) {
        const record = { actor: `person:${session.userId}`, action: 'identity.sign-in', object: `session:${session.id}`, detail: { method: session['method'], acr: session['acr'] } };
        await db.transaction((tx) => audit(tx, record));
      },
    },
  };
}

const mustBeVerified = (verified: boolean | undefined) => {
  // Held by somebody is not enough: the device must have asked for finger, face or PIN.
  if (verified !== true) throw new APIError('UNAUTHORIZED', { code: 'USER_NOT_VERIFIED' });
};

function passkeys(env: Env) {
  return passkeyPlugin({
    rpID: new URL(env.siteUrl).hostname,
    rpName: 'Vejviser',
    origin: new URL(env.siteUrl).origin,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    advanced: { webAuthnChallengeCookie: 'ceremony' },
    registration: {
      afterVerification: async ({ verification: { registrationInfo } }) => mustBeVerified(registrationInfo?.userVerified),
    },
    authentication: { afterVerification: async ({ verification: { authenticationInfo } }) => mustBeVerified(authenticationInfo.userVerified) },
  });
}

/** Its messages may hold addresses and states: only what is said in its own fixed words is logged. */
const logger = {
  level: 'error' as const,
  log: (_level: string, message: string) => log.warn({ reason: /^[\w ,:-]{1,80}$/.test(message) ? message : 'see the code of the page' }, 'sign-in library'),
};

export function openLibrary({ db, env, secret, sendLink, withOidc }: LibraryOptions): Library {
  const oidc = withOidc ? oidcPlugin(env) : null;
  const secure = env.siteUrl.startsWith('https:');
  return betterAuth({
    appName: 'Vejviser',
    baseURL: env.siteUrl,
    basePath: BASE_PATH,
    secret,
    telemetry: { enabled: false },
    logger,
    database: drizzleAdapter(db, { provider: 'pg', schema: { user: person, session: personSession, account: personAccount, verification, passkey } }),
    emailAndPassword: { enabled: false },
    trustedOrigins: [new URL(env.siteUrl).origin],
    // Ours counts by account as well, see rate-limit.ts.
    rateLimit: { enabled: false },
    onAPIError: { errorURL: `${env.siteUrl}/sign-in` },
    user: {
      additionalFields: {
        locale: { type: 'string', required: false, input: false, defaultValue: 'da' },
        suspendedAt: { type: 'date', required: false, input: false },
      },
    },
    session: {
      expiresIn: SESSION_DAYS * 86_400,
      disableSessionRefresh: true,
      freshAge: RECENT_MINUTES * 60,
      cookieCache: { enabled: false },
      additionalFields: {
        method: { type: 'string', required: false, input: false },
        acr: { type: 'string', required: false, input: false },
        organisation: { type: 'string', required: false, input: false },
        authenticatedAt: { type: 'date', required: false, input: false },
      },
    },
    account: {
      updateAccountOnSignIn: false,
      // Only by a signed-in person who asks for it; an equal address proves nothing.
      accountLinking: { enabled: true, disableImplicitLinking: true, allowDifferentEmails: true, trustedProviders: [PROVIDER] },
    },
    databaseHooks: {
      session: sessionHooks(db),
      account: {
        create: { before: async (account) => ({ data: { ...account, ...NO_TOKENS } }) },
        update: { before: async (account) => ({ data: { ...account, ...NO_TOKENS } }) },
      },
    },
    advanced: {
      // `true` would put `__Secure-` before our own names.
      useSecureCookies: false,
      defaultCookieAttributes: { secure, httpOnly: true, sameSite: 'lax', path: '/' },
      cookiePrefix: cookieName(env.siteUrl),
      cookies: { session_token: { name: cookieName(env.siteUrl) } },
      // Said outright, because the library turns it off where it believes that tests run.
      disableOriginCheck: false,
      disableCSRFCheck: false,
      ipAddress: { disableIpTracking: true },
    },
    plugins: [
      magicLink({
        expiresIn: LINK_MINUTES * 60,
        disableSignUp: true,
        storeToken: 'hashed',
        sendMagicLink: ({ email, token, metadata }) => sendLink(email, token, metadata ?? {}),
      }),
      passkeys(env),
      ...(oidc ? [oidc] : []),
    ],
  }) as unknown as Library;
}
