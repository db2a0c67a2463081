/** How site and issuer know each other: HMAC by the secret that they share (ISSUER_SECRET). Everything is repeatable, so a copy of a message does no harm. */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { now } from '#platform/clock.ts';
import type { Env } from '#platform/env.ts';
import { LOCALES, type Locale } from '#platform/input.ts';
import { ownSecret } from '#platform/secrets.ts';

export const AT_HEADER = 'x-vejviser-at';
export const SIGNATURE_HEADER = 'x-vejviser-signature';
/** How far the two clocks may be apart, the way included. */
const SKEW_MS = 5 * 60_000;
/** From the desk's page to the issuer's. */
const TICKET_MS = 15 * 60_000;

export const issuerSecret = (env: Pick<Env, 'ISSUER_SECRET' | 'dataDir'>): string => env.ISSUER_SECRET ?? ownSecret(env.dataDir, 'issuer').toString('base64url');

/** @param purpose so that what is signed for one thing is worth nothing for another */
export function signatureOf(secret: string, purpose: 'request' | 'ticket' | 'session', ...parts: string[]): string {
  return createHmac('sha256', secret).update([purpose, ...parts].join('\n')).digest('hex');
}

export function sameSignature(given: string, right: string): boolean {
  const [a, b] = [given, right].map((each) => createHash('sha256').update(each).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}

export function requestHeaders(secret: string, path: string, body: string, at = now()): Record<string, string> {
  return { 'content-type': 'application/json', [AT_HEADER]: at.toISOString(), [SIGNATURE_HEADER]: signatureOf(secret, 'request', path, at.toISOString(), body) };
}

/** @param headers lower-case names */
export function isFromSite(secret: string, path: string, body: string, headers: Readonly<Record<string, unknown>>): boolean {
  const [at, signature] = [String(headers[AT_HEADER] ?? ''), String(headers[SIGNATURE_HEADER] ?? '')];
  const age = Math.abs(now().getTime() - Date.parse(at));
  return age <= SKEW_MS && sameSignature(signature, signatureOf(secret, 'request', path, at, body));
}

const signed = z.strictObject({ organisationId: z.int(), locale: z.enum(LOCALES), until: z.int(), nonce: z.string() });
export type StaffPass = z.output<typeof signed>;

function makePass(secret: string, purpose: 'ticket' | 'session', pass: Omit<StaffPass, 'nonce'>): string {
  const text = Buffer.from(JSON.stringify({ ...pass, nonce: randomBytes(16).toString('hex') } satisfies StaffPass)).toString('base64url');
  return `${text}.${signatureOf(secret, purpose, text)}`;
}

/** null: not ours, altered, or run out. */
export function readPass(secret: string, purpose: 'ticket' | 'session', given: string): StaffPass | null {
  const [text = '', signature = ''] = given.split('.');
  if (!sameSignature(signature, signatureOf(secret, purpose, text))) return null;
  const pass = signed.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  return pass.success && pass.data.until > now().getTime() ? pass.data : null;
}

/** What a person with the role `issuer` goes over to the issuer's own pages with. Opens once. */
export const staffTicket = (secret: string, organisationId: number, locale: Locale): string => makePass(secret, 'ticket', { organisationId, locale, until: now().getTime() + TICKET_MS });

export const staffSession = (secret: string, { organisationId, locale }: StaffPass, milliseconds: number): string => makePass(secret, 'session', { organisationId, locale, until: now().getTime() + milliseconds });
