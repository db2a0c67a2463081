/** What the log holds: the bytes of an entry, and the commitment to the document beside it. */
import { createHash, randomBytes } from 'node:crypto';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };
export type JsonObject = { readonly [key: string]: Json | undefined };

/** What happened. A new kind needs no more than a name here, and its words for the log's pages. */
export const PUBLIC_KINDS = [
  'standard-version', 'decision', 'approval-entry', 'appeal-entry', 'review-pool', 'review-pool-closed', 'review-pool-expired',
] as const;
export type PublicKind = (typeof PUBLIC_KINDS)[number];

export interface LogEntry {
  index: number;
  kind: PublicKind;
  /** What it is about, such as `decision:12`. */
  subject: string;
  /** ISO, UTC, milliseconds. */
  at: string;
  /** SHA-256 over salt and document, in hexadecimal. */
  commitment: string;
}

function sorted(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const object = value as JsonObject;
  return Object.fromEntries(Object.keys(object).sort().flatMap((key) => {
    const each = object[key];
    return each === undefined ? [] : [[key, sorted(each)]];
  }));
}

/** JSON in the form of RFC 8785: no spaces, keys by their UTF-16 units, numbers as JavaScript writes them. */
export function canonicalJson(value: Json): string {
  return JSON.stringify(sorted(value));
}

export const freshSalt = (): string => randomBytes(32).toString('hex');

/** @param salt in hexadecimal @param document canonical JSON */
export function commitmentTo(salt: string, document: string): string {
  return createHash('sha256').update(Buffer.from(salt, 'hex')).update(document).digest('hex');
}

export const entryText = ({ index, kind, subject, at, commitment }: LogEntry): string => canonicalJson({ index, kind, subject, at, commitment });
