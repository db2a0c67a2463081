import { and, asc, eq, inArray, ne, sql } from 'drizzle-orm';
import { rows, type Db } from '#db/client.ts';
import { storedFile } from '#db/schema/index.ts';
import { QUOTA_BYTES, type FileKind, type FileState } from './model.ts';

export interface FileRow {
  id: string;
  organisationId: number;
  name: string;
  kind: FileKind;
  size: number;
  sha256: string;
  state: FileState;
  /** What the scanner found; of refused files. */
  fault: string | null;
  /** An operator's, who released it. */
  reason: string | null;
  uploadedAt: Date;
}

const COLUMNS = {
  id: storedFile.id, organisationId: storedFile.organisationId, name: storedFile.name, kind: storedFile.kind, size: storedFile.size, sha256: storedFile.sha256,
  state: storedFile.state, fault: storedFile.fault, reason: storedFile.reason, uploadedAt: storedFile.uploadedAt,
};

/** Null: there is none, or it is still arriving. */
export async function fileById(db: Db, id: string): Promise<FileRow | null> {
  const [found] = await db.select(COLUMNS).from(storedFile).where(and(eq(storedFile.id, id), ne(storedFile.state, 'arriving')));
  return found ?? null;
}

export async function filesByIds(db: Db, ids: readonly string[]): Promise<FileRow[]> {
  if (ids.length === 0) return [];
  return db.select(COLUMNS).from(storedFile).where(and(inArray(storedFile.id, [...ids]), ne(storedFile.state, 'arriving'))).orderBy(asc(storedFile.uploadedAt), asc(storedFile.id));
}

/** For the operator: what waits in quarantine, the oldest first. */
export async function quarantinedFiles(db: Db): Promise<FileRow[]> {
  return db.select(COLUMNS).from(storedFile).where(eq(storedFile.state, 'quarantined')).orderBy(asc(storedFile.uploadedAt)).limit(200);
}

/** Bytes kept and allowed. */
export async function quotaOf(db: Db, organisationId: number): Promise<{ used: number; allowed: number }> {
  const [row] = await rows<{ used: string }>(db, sql`
    select coalesce(sum(size), 0)::text as used from stored_file where organisation_id = ${organisationId} and state in ('arriving', 'quarantined', 'released')`);
  return { used: Number(row?.used ?? 0), allowed: QUOTA_BYTES };
}
