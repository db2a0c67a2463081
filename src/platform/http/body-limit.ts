/** How much a request may send, by its address (trust.md S2). Said before anything of it is read. */
import type { IncomingMessage } from 'node:http';

const KB = 1024;
const MB = 1024 * KB;
/** Around a file lie the other fields of its form. */
const FORM_MARGIN = 64 * KB;
export const MAX_BODY = 20 * MB + FORM_MARGIN;

/** Addresses for systems: what forms of other sites can send is refused before anybody reads it. */
const SYSTEMS = /^\/api\/v1\//;

const LIMITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:\/(?:en|sv|nl|fi))?\/review(?:\/|$)/, 32 * KB],
  [/^(?:\/(?:en|sv|nl|fi))?\/desk\/provider\/[^/]+\/(?:results|approvals)(?:\/|$)/, MAX_BODY],
  [/^(?:\/(?:en|sv|nl|fi))?\/desk\/authority\/[^/]+\/cases(?:\/|$)/, MAX_BODY],
  [/^(?:\/(?:en|sv|nl|fi))?\/desk\/authority\/[^/]+\/pools(?:\/|$)/, 8 * MB + FORM_MARGIN],
  [/^\/api\/v1\/providers\/[^/]+\/results$/, 20 * MB],
  [/^\/api\/v1\/pools\/[^/]+\/stays$/, 8 * MB],
  [/^\/api\/v1\//, MB],
];
const FORM = 64 * KB;

/** @param path without its query @returns bytes */
export function bodyLimit(path: string): number {
  return LIMITS.find(([pattern]) => pattern.test(path))?.[1] ?? FORM;
}

/** Large bodies lie in memory while they are read: this many at a time, others are asked to come again. */
const LARGE_AT_ONCE = 4;
let large = 0;

export interface Refused {
  status: 411 | 413 | 415 | 503;
  text: string;
}

/** Null: let it in. A length that is told is held by the HTTP parser itself. */
export function refuseBody({ headers }: Pick<IncomingMessage, 'headers'>, path: string): Refused | null {
  if (headers['transfer-encoding'] !== undefined) return { status: 411, text: 'Say how long the body is (Content-Length).' };
  if (SYSTEMS.test(path) && !/^(?:text\/csv|application\/json)\s*(?:;|$)/i.test(headers['content-type'] ?? '')) return { status: 415, text: 'Send text/csv or application/json, and say so in Content-Type.' };
  const length = Number(headers['content-length'] ?? 0);
  const limit = bodyLimit(path);
  if (!(length <= limit)) return { status: 413, text: `That is too large: at most ${Math.floor(limit / MB) || limit / KB} ${limit >= MB ? 'MB' : 'KB'} here. Go back; what you wrote is still there.` };
  if (length > MB && large >= LARGE_AT_ONCE) return { status: 503, text: 'Others are sending large files just now. Go back and try again in a moment.' };
  return null;
}

/** Counts a large body until what it returns is called. */
export function enterBody({ headers }: Pick<IncomingMessage, 'headers'>): () => void {
  if (Number(headers['content-length'] ?? 0) <= MB) return () => {};
  large++;
  return () => void large--;
}
