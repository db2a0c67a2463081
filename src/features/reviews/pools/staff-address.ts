/** The way from the desk to the issuer's own pages. */
import type { Env } from '#platform/env.ts';
import type { Locale } from '#platform/input.ts';
import { issuerSecret, staffTicket } from '../issuer-wire.ts';

/** Opens once and soon; made for whoever may issue for that organisation. null: this site has no issuer. */
export function staffAddress(env: Env, organisationId: number, locale: Locale): string | null {
  return env.issuerOrigin === null ? null : `${env.issuerOrigin}/staff?ticket=${staffTicket(issuerSecret(env), organisationId, locale)}`;
}
