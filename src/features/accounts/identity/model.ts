/** Rules of signing in. */

/** A link works for so long. */
export const LINK_MINUTES = 15;
/** A session ends after so long, however much it is used. */
export const SESSION_DAYS = 7;
/** What cannot be undone wants a sign-in not older than this. */
export const RECENT_MINUTES = 15;

export const METHODS = ['link', 'passkey', 'oidc'] as const;
export type Method = (typeof METHODS)[number];

export const LEVELS = ['low', 'substantial', 'high'] as const;
export type Level = (typeof LEVELS)[number];

/**
 * The level in a broker's `acr`: the last part of NSIS (`https://data.gov.dk/concept/core/nsis/loa/Substantial`), eIDAS
 * (`http://eidas.europa.eu/LoA/substantial`) and MitID (`urn:grn:authn:dk:mitid:substantial`) names. Null: it tells none.
 */
export function levelOf(acr: string | null): Level | null {
  const last = acr?.split(/[/:]/).at(-1)?.toLowerCase();
  return LEVELS.find((each) => each === last) ?? null;
}

/** An unknown level reaches none. */
export function reaches(acr: string | null, least: Level): boolean {
  const level = levelOf(acr);
  return level !== null && LEVELS.indexOf(level) >= LEVELS.indexOf(least);
}

export const normaliseEmail = (address: string): string => address.trim().toLowerCase();

/** Where to go after signing in: a path of this site, never another site. @returns null for anything else */
export function safeNext(next: string | null | undefined): string | null {
  if (!next || next.length > 1_000 || !next.startsWith('/') || next.startsWith('//')) return null;
  // Browsers read a backslash as a slash, and drop tabs and line ends.
  return /[\\\u0000-\u001f\u007f]/.test(next) ? null : next;
}

/** More telling names first: an Edge also says Chrome, an Android also says Linux. */
const BROWSERS = [['Edg', 'Edge'], ['OPR', 'Opera'], ['SamsungBrowser', 'Samsung Internet'], ['Firefox', 'Firefox'], ['Chrome', 'Chrome'], ['Safari', 'Safari']] as const;
const SYSTEMS = [['Android', 'Android'], ['iPhone', 'iPhone'], ['iPad', 'iPad'], ['Windows', 'Windows'], ['Mac OS X', 'macOS'], ['Linux', 'Linux']] as const;

/** What a browser calls itself, short enough to tell one's own devices apart. */
export function deviceName(userAgent: string | null): string | null {
  if (!userAgent) return null;
  const parts = [BROWSERS, SYSTEMS].flatMap((names) => names.find(([sign]) => userAgent.includes(sign))?.[1] ?? []);
  return parts.length === 0 ? null : parts.join(', ');
}
