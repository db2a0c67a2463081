/** One OpenID Connect broker (MitID, a municipality's own), by configuration only. */
import { createHash } from 'node:crypto';
import { genericOAuth } from 'better-auth/plugins/generic-oauth';
import type { Env } from '#platform/env.ts';
import { presentCeremony } from './ceremony.ts';
import { reaches } from './model.ts';

/** Its name in our addresses: /api/auth/callback/oidc. */
export const PROVIDER = 'oidc';

interface Claims {
  sub?: unknown;
  acr?: unknown;
  name?: unknown;
  email?: unknown;
  email_verified?: unknown;
  /** MitID Erhverv and its brokers; the long name is that of the public profile for professionals. */
  cvr?: unknown;
  'https://data.gov.dk/model/core/eid/professional/cvr'?: unknown;
}

/** Read only after the library has checked signature, issuer, audience, time and nonce. */
function claimsOf(idToken: string): Claims {
  return JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString('utf8')) as Claims;
}

/** The address of somebody whose eID tells none: unverified and never written to. */
export function addressOfSubject(subject: string): string {
  const local = /^[a-z0-9._-]{1,64}$/.test(subject) ? subject : createHash('sha256').update(subject).digest('hex').slice(0, 40);
  return `${local}@mitid.invalid`;
}

/** The Danish company that the person acts for; null: as a private person, or the broker does not tell. */
export function organisationOf(claims: Claims): string | null {
  const cvr = claims['https://data.gov.dk/model/core/eid/professional/cvr'] ?? claims.cvr;
  return typeof cvr === 'string' && /^\d{8}$/.test(cvr) ? `dk-cvr:${cvr}` : null;
}

/** Null refuses the sign-in. An address that the broker has not verified counts as none. */
export function personOf(claims: Claims, least: Env['OIDC_MIN_ACR']) {
  const { sub } = claims;
  if (typeof sub !== 'string' || sub === '') return null;
  const acr = typeof claims.acr === 'string' ? claims.acr : null;
  const ceremony = presentCeremony();
  if (least !== undefined && !reaches(acr, least)) {
    ceremony.refused = 'level-too-low';
    return null;
  }
  ceremony.acr = acr;
  ceremony.organisation = organisationOf(claims);
  const told = claims.email_verified === true && typeof claims.email === 'string' ? claims.email : null;
  return { id: sub, sub, email: told ?? addressOfSubject(sub), emailVerified: told !== null, name: typeof claims.name === 'string' ? claims.name : '' };
}

export function oidcPlugin(env: Env) {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_ACR_VALUES: acrValues } = env;
  if (issuer === undefined || clientId === undefined) return null;
  return genericOAuth({
    config: [
      {
        providerId: PROVIDER,
        name: env.OIDC_NAME,
        discoveryUrl: `${issuer.replace(/\/+$/, '')}/.well-known/openid-configuration`,
        clientId,
        ...(clientSecret === undefined ? { tokenEndpointAuth: { method: 'none' as const } } : { clientSecret }),
        // Never `ssn`: the civil registration number is no business of this site.
        scopes: ['openid', 'profile', 'email'],
        pkce: true,
        requireIdTokenVerification: true,
        ...(acrValues === undefined ? {} : { authorizationUrlParams: { acr_values: acrValues } }),
        getUserInfo: async (tokens) => (tokens.idToken ? personOf(claimsOf(tokens.idToken), env.OIDC_MIN_ACR) : null),
      },
    ],
  });
}
