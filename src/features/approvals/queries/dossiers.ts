/** Evidence files of providers: what they say of themselves by a standard. */
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import { approvalDossier, selfAssessment, standardVersion } from '#db/schema/index.ts';
import { filesByIds, type FileRow } from '#platform/files/queries.ts';
import type { StandardDocument } from '#features/standards/model.ts';
import { selfAssessmentLacks, type Lack, type SelfAssessment } from '../completeness.ts';
import type { Score } from '../model/events.ts';

export type DossierRow = typeof approvalDossier.$inferSelect;

export interface Dossier {
  id: number;
  providerId: number;
  versionId: number;
  standardId: number;
  version: number;
  document: StandardDocument;
  revision: number;
  state: 'draft' | 'sent' | 'discarded';
  assessments: SelfAssessment[];
  /** Every file that a criterion names. */
  files: FileRow[];
  /** What is missing before it can be sent. */
  lacks: Lack[];
  updatedAt: Date;
  sentAt: Date | null;
}

export async function assessmentsOf(db: Db, dossierId: number): Promise<SelfAssessment[]> {
  const found = await db.select().from(selfAssessment).where(eq(selfAssessment.dossierId, dossierId)).orderBy(asc(selfAssessment.criterion));
  return found.map(({ criterion, score, statement, links, files }) => ({ criterion, score: score as Score | null, statement, links, files }));
}

/** @param providerId null: whoever's it is, for whom it was sent to */
export async function dossierById(db: Db, dossierId: number, providerId: number | null): Promise<Dossier | null> {
  const [found] = await db
    .select({ row: approvalDossier, version: standardVersion })
    .from(approvalDossier)
    .innerJoin(standardVersion, eq(standardVersion.id, approvalDossier.standardVersionId))
    .where(and(eq(approvalDossier.id, dossierId), ...(providerId === null ? [] : [eq(approvalDossier.providerId, providerId)])));
  if (!found) return null;
  const { row, version } = found;
  const assessments = await assessmentsOf(db, dossierId);
  const files = await filesByIds(db, [...new Set(assessments.flatMap((each) => each.files))]);
  const document = version.document as unknown as StandardDocument;
  return {
    id: row.id, providerId: row.providerId, versionId: version.id, standardId: version.standardId, version: version.number, document, revision: row.revision,
    state: row.sentAt ? 'sent' : row.discardedAt ? 'discarded' : 'draft',
    assessments, files, lacks: selfAssessmentLacks(document, assessments, new Map(files.map(({ id, state }) => [id, state]))), updatedAt: row.updatedAt, sentAt: row.sentAt,
  };
}

export interface ListedDossier {
  id: number;
  versionId: number;
  document: StandardDocument;
  state: 'draft' | 'sent';
  updatedAt: Date;
}

/** Of a provider, drafts first, newest first. */
export async function dossiersOf(db: Db, providerId: number): Promise<ListedDossier[]> {
  const found = await db
    .select({ id: approvalDossier.id, versionId: standardVersion.id, document: standardVersion.document, sentAt: approvalDossier.sentAt, updatedAt: approvalDossier.updatedAt })
    .from(approvalDossier)
    .innerJoin(standardVersion, eq(standardVersion.id, approvalDossier.standardVersionId))
    .where(and(eq(approvalDossier.providerId, providerId), isNull(approvalDossier.discardedAt)))
    .orderBy(sql`${approvalDossier.sentAt} is not null`, desc(approvalDossier.id));
  return found.map(({ sentAt, document, ...each }) => ({ ...each, document: document as unknown as StandardDocument, state: sentAt ? 'sent' : 'draft' }));
}

/** The draft that there may be. */
export async function draftFor(db: Db, providerId: number, versionId: number): Promise<{ id: number } | null> {
  const [row] = await db
    .select({ id: approvalDossier.id })
    .from(approvalDossier)
    .where(and(eq(approvalDossier.providerId, providerId), eq(approvalDossier.standardVersionId, versionId), isNull(approvalDossier.sentAt), isNull(approvalDossier.discardedAt)));
  return row ?? null;
}
