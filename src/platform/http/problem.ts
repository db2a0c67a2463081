/** Errors of the API as problem details (RFC 9457): what the server itself and the routes of `/api` both send. */
import { STATUS_CODES } from 'node:http';
import type { Fault } from '#platform/errors.ts';

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';
/** Reading is open to every site: nothing here depends on a cookie. */
export const CORS_HEADERS: Readonly<Record<string, string>> = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'etag' };
export const READING_METHODS = 'GET, HEAD, OPTIONS';

/** Something that could have been meant, for the caller to choose from. */
export interface Choice {
  code: string;
  label: string;
}

export interface ProblemDetails {
  type: 'about:blank';
  /** The name of the status, as RFC 9457 wants it for `about:blank`. */
  title: string;
  status: number;
  detail: string;
  /** The path that was asked for. */
  instance: string;
  faults?: readonly Fault[];
  choices?: readonly Choice[];
}

/** @param more members with something in them; empty lists are left out */
export function problemDetails(status: number, detail: string, instance: string, more: Pick<ProblemDetails, 'faults' | 'choices'> = {}): ProblemDetails {
  const { faults = [], choices } = more;
  return {
    type: 'about:blank', title: STATUS_CODES[status] ?? 'Error', status, detail, instance,
    ...(faults.length > 0 ? { faults } : {}),
    ...(choices ? { choices } : {}),
  };
}

const API = /^\/api(?:\/|$)/;
/** The part of the API that only reads, but for the addresses of `WRITING`. */
const READING = /^\/api\/v1(?:\/|$)/;
/** What the systems of organisations send, by token. */
const WRITING: readonly (readonly [string, RegExp])[] = [
  ['POST', /^\/api\/v1\/providers\/[^/]+\/results$/],
  ['PUT', /^\/api\/v1\/providers\/[^/]+$/],
  ['POST', /^\/api\/v1\/pools\/[^/]+\/stays$/],
];

export const isApiPath = (path: string): boolean => API.test(path);

/**
 * What an address for reading answers to any other method; null: the method is none of its business. Not left to the
 * routes, because Astro refuses forms of other sites and methods such as TRACE before any route is asked.
 */
export function methodAnswer(method: string, path: string): { status: number; headers: Record<string, string>; body: string } | null {
  if (!READING.test(path) || method === 'GET' || method === 'HEAD' || WRITING.some(([name, address]) => name === method && address.test(path))) return null;
  if (method === 'OPTIONS') {
    const preflight = { 'access-control-allow-methods': READING_METHODS, 'access-control-allow-headers': 'if-none-match', 'access-control-max-age': '86400' };
    return { status: 204, headers: { allow: READING_METHODS, ...CORS_HEADERS, ...preflight }, body: '' };
  }
  const body = problemDetails(405, `This address is for reading: it takes ${READING_METHODS}.`, path);
  return { status: 405, headers: { allow: READING_METHODS, 'content-type': PROBLEM_TYPE, 'cache-control': 'no-store', ...CORS_HEADERS }, body: JSON.stringify(body) };
}
