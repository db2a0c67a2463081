/** Tokens with which an organisation's own systems act. Pure, but for chance and hashing. */
import { createHash, randomBytes } from 'node:crypto';
import type { TokenScope } from '../policy.ts';

const PREFIX = 'vv_';
const FORM = /^vv_[A-Za-z0-9_-]{43}$/;

/** Days that a token can be made for. */
export const TOKEN_DAYS = [30, 90, 365] as const;
export const MOST_TOKENS = 20;

/** Uses that have an address in the API. */
export const OFFERED_SCOPES = ['profile:write', 'results:write', 'stays:write'] as const satisfies readonly TokenScope[];

/** 256 random bits: nobody guesses it, so a plain hash keeps it. */
export const newToken = (): string => `${PREFIX}${randomBytes(32).toString('base64url')}`;

export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Of the header Authorization; null: there is none, or it cannot be a token of ours. */
export function bearerOf(header: string | null): string | null {
  const [, token = ''] = /^Bearer (\S+)$/i.exec(header?.trim() ?? '') ?? [];
  return FORM.test(token) ? token : null;
}
