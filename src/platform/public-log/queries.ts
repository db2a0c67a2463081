/** The public log for those who read or check it. */
import { asc, eq, gte, sql } from 'drizzle-orm';
import { rows, type Db } from '#db/client.ts';
import { publicLogDocument, publicLogEntry } from '#db/schema/index.ts';
import { DomainError } from '#platform/errors.ts';
import { lastSigned } from './checkpoint.ts';
import type { PublicKind } from './entry.ts';
import { inclusionProof } from './tree.ts';
import type { Bundle } from './verify.ts';

/** An entry with what it commits to, as far as it is shown. */
export interface ShownEntry {
  index: number;
  kind: PublicKind;
  subject: string;
  at: Date;
  entry: string;
  /** Canonical JSON; null: taken out. */
  document: string | null;
  salt: string | null;
  /** What is left of a document of which a part was taken out. */
  shown: Record<string, unknown> | null;
  withheldAt: Date | null;
  ground: string | null;
}

const columns = {
  index: publicLogEntry.index, kind: sql<PublicKind>`${publicLogEntry.kind}`, subject: publicLogEntry.subject, at: publicLogEntry.at, entry: publicLogEntry.entry,
  document: publicLogDocument.document, salt: publicLogDocument.salt, shown: publicLogDocument.shown, withheldAt: publicLogDocument.withheldAt, ground: publicLogDocument.ground,
};
const entries = (db: Db) => db.select(columns).from(publicLogEntry).innerJoin(publicLogDocument, eq(publicLogDocument.index, publicLogEntry.index));

/** null: there is no such entry. */
export async function logEntry(db: Db, index: number): Promise<ShownEntry | null> {
  const [found] = await entries(db).where(eq(publicLogEntry.index, index));
  return found ?? null;
}

/** In their order, from one on. */
export function logEntries(db: Db, from: number, limit: number): Promise<ShownEntry[]> {
  return entries(db).where(gte(publicLogEntry.index, from)).orderBy(asc(publicLogEntry.index)).limit(limit);
}

/** All about one thing, in their order. */
export function logEntriesOf(db: Db, subject: string): Promise<ShownEntry[]> {
  return entries(db).where(eq(publicLogEntry.subject, subject)).orderBy(asc(publicLogEntry.index));
}

/** What somebody needs who wants to check an entry. @throws DomainError not-found: no such entry, or none that is signed yet */
export async function bundleOf(db: Db, index: number): Promise<Bundle> {
  const [found, signed] = [await logEntry(db, index), await lastSigned(db)];
  if (!found) throw new DomainError('not-found', 'The log has no such entry.');
  if (!signed || signed.size <= index) throw new DomainError('not-found', 'The entry is new and not signed yet. Try again in a minute.');
  const { entry, document, salt } = found;
  return { entry, document, salt, proof: await inclusionProof(db, index, signed.size), checkpoint: signed.note };
}

/** Another one whenever pages about the log may show something else. */
export async function logStamp(db: Db): Promise<string> {
  const [row] = await rows<{ stamp: string }>(db, sql`
    select (select coalesce(max(index), -1) from public_log_entry) || '/' || (select count(*) || ':' || coalesce(max(withheld_at)::text, '') from public_log_document where withheld_at is not null)
      || '/' || (select coalesce(max(size), 0) from public_log_checkpoint) as stamp`);
  return row?.stamp ?? '';
}
