/** What the sign-in pages share: whom a request counts against, and answers that carry cookies. */
import { localePath, type Locale } from '#i18n/index.ts';
import { addressOf } from '#platform/rate-limit.ts';
import { safeNext } from './model.ts';
import type { Cookies } from './port.ts';

interface Asking {
  request: Request;
  clientAddress: string;
  url: URL;
  locals: { runtime: { env: { TRUSTED_IP_HEADER?: string | undefined } }; locale: Locale };
}

export const networkOf = ({ request, clientAddress, locals }: Asking): string => addressOf(request.headers, clientAddress, locals.runtime.env.TRUSTED_IP_HEADER);

/** What a form sent; with nothing in it where it cannot be read. null: nothing was sent. */
export async function sentForm(request: Request): Promise<FormData | null> {
  return request.method === 'POST' ? request.formData().catch(() => new FormData()) : null;
}

/** Where to go after signing in; the desk, if nothing was asked for. @param given default: what the address says */
export function nextOf({ url, locals }: Asking, given: unknown = url.searchParams.get('next')): string {
  return (typeof given === 'string' ? safeNext(given) : null) ?? localePath(locals.locale, '/desk');
}

export function seeOther(to: string, cookies: Cookies = []): Response {
  const headers = new Headers({ location: to, 'cache-control': 'no-store' });
  for (const each of cookies) headers.append('set-cookie', each);
  return new Response(null, { status: 303, headers });
}

/** The language part of the address is kept. */
export function signInPath({ locals }: Pick<Asking, 'locals'>, query: Record<string, string> = {}): string {
  const text = new URLSearchParams(query).toString();
  return `${localePath(locals.locale, '/sign-in')}${text === '' ? '' : `?${text}`}`;
}

/** Which sentence of i18n `account.signIn.errors` tells it. */
export type SignInError = 'level' | 'otherAccount' | 'unavailable' | 'cancelled' | 'failed';
const ERRORS = new Map<string, SignInError>([
  ['level-too-low', 'level'],
  ['account_not_linked', 'otherAccount'],
  ['account_already_linked_to_different_user', 'otherAccount'],
  ['unavailable', 'unavailable'],
  ['access_denied', 'cancelled'],
]);
export const errorOf = (code: string | null): SignInError | null => (code === null ? null : (ERRORS.get(code) ?? 'failed'));
