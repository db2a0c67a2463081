/**
 * The hash chain of the audit trail, worked out again outside the database (trust.md S5). The same form is written by
 * the function `audit_canonical` of migration audit-chain: what one writes, the other must repeat.
 */
import { createHash } from 'node:crypto';

/** An entry as the database's own text of each column; `at` in microseconds since 1970. */
export interface ChainedEntry {
  id: string;
  at: string;
  actor: string;
  action: string;
  object: string;
  detail: string;
}

export interface Link {
  seq: number;
  /** Null: the chain names an entry that is not there. */
  entry: ChainedEntry | null;
  /** SHA-256 in hexadecimal, as stored. */
  hash: string;
}

export type FaultKind = 'missing-links' | 'missing-entry' | 'altered-entry';

export interface ChainFault {
  kind: FaultKind;
  /** Of the first link that does not fit. */
  seq: number;
  entryId: string | null;
}

/** What the chain is before its first link. */
export const BEFORE_FIRST = { seq: 0, hash: '0'.repeat(64) } as const;
export type Head = Readonly<{ seq: number; hash: string }>;

/** Each part with its length before it, so that no two entries have the same form. */
export function canonicalForm(seq: number, entry: ChainedEntry): string {
  const parts = [String(seq), entry.id, entry.at, entry.actor, entry.action, entry.object, entry.detail];
  return parts.map((part) => `${Buffer.byteLength(part)}:${part},`).join('');
}

/** @param previous the hash before, in hexadecimal */
export function linkHash(previous: string, seq: number, entry: ChainedEntry): string {
  return createHash('sha256').update(previous).update(canonicalForm(seq, entry)).digest('hex');
}

/**
 * Goes one link on. After a fault the stored hash counts, so that the next fault is told apart from the first.
 * @returns the new head, and what is wrong with this link or null
 */
export function follow(head: Head, link: Link): { head: Head; fault: ChainFault | null } {
  const next: Head = { seq: link.seq, hash: link.hash };
  const fault = (kind: FaultKind) => ({ head: next, fault: { kind, seq: link.seq, entryId: link.entry?.id ?? null } });
  if (link.seq !== head.seq + 1) return fault('missing-links');
  if (link.entry === null) return fault('missing-entry');
  return linkHash(head.hash, link.seq, link.entry) === link.hash ? { head: next, fault: null } : fault('altered-entry');
}
