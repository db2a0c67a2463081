/** The session cookie: its name, and how it outlives a change of the secret. */
import { createHmac, timingSafeEqual } from 'node:crypto';

/** `__Host-` ties a cookie to this host over https; browsers refuse the prefix on plain http, as on localhost. */
export const cookieName = (siteUrl: string): string => (siteUrl.startsWith('https:') ? '__Host-vejviser' : 'vejviser');

const sign = (value: string, secret: string) => createHmac('sha256', secret).update(value).digest('base64');

function isSigned(value: string, signature: string, secret: string): boolean {
  const expected = Buffer.from(sign(value, secret));
  const given = Buffer.from(signature);
  return expected.length === given.length && timingSafeEqual(expected, given);
}

/** Every cookie that we set, with the passing ones of a sign-in under way. */
export function isOurCookie(name: string, siteUrl: string): boolean {
  const own = cookieName(siteUrl);
  return name === own || name.startsWith(`${own}.`);
}

/**
 * The sign-in library knows one signing secret. What an earlier one signed is signed anew with the present one before
 * the library reads it, so that nobody is signed out by a change of the secret.
 * @param secrets the present one first
 */
export function withPresentSignatures(header: string | null, siteUrl: string, secrets: readonly string[]): string | null {
  const [present, ...earlier] = secrets;
  if (!header || present === undefined || earlier.length === 0) return header;
  return header.split(';').map((each) => {
    const [name = '', raw = ''] = each.trim().split(/=(.*)/s, 2);
    if (!isOurCookie(name, siteUrl)) return each.trim();
    const signed = decode(raw);
    const dot = signed.lastIndexOf('.');
    const [value, signature] = [signed.slice(0, dot), signed.slice(dot + 1)];
    return earlier.some((secret) => isSigned(value, signature, secret)) ? `${name}=${encodeURIComponent(`${value}.${sign(value, present)}`)}` : each.trim();
  }).join('; ');
}

function decode(raw: string): string {
  try {
    return decodeURIComponent(raw);
  } catch {
    return raw;
  }
}
