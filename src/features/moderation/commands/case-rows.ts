/** A case between its rows and its state; what the commands of this folder share. */
import { randomBytes, randomInt } from 'node:crypto';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import { moderationCase, moderationEntry, moderationStatement, moderationWords } from '#db/schema/index.ts';
import { today } from '#platform/clock.ts';
import { DomainError } from '#platform/errors.ts';
import { seal } from '#platform/seal.ts';
import type { Case, Outcome, Priority, Requester } from '../model.ts';
import { isReason, REASONS, REASONS_VERSION, type ReasonCode } from '../reasons.ts';
import type { Subject } from '../subjects.ts';

export type CaseRow = typeof moderationCase.$inferSelect;
export type EntryRow = typeof moderationEntry.$inferSelect;
export type StatementRow = typeof moderationStatement.$inferSelect;

const DECIDING = new Set<EntryRow['kind']>(['proposed', 'decided', 'confirmed']);
const UNDOES = new Set<EntryRow['kind']>(['proposed', 'declined', 'revised', 'appealed', 'decided', 'confirmed', 'gone']);

/** Who decided in a round: of what was proposed and did not come to anything, nobody. */
function decidersOf(entries: readonly EntryRow[], round: number): string[] {
  return [...new Set(entries.filter((each) => each.round === round && DECIDING.has(each.kind)).map((each) => each.actor))];
}

function proposalOf(entries: readonly EntryRow[]): { outcome: 'remove'; reason: ReasonCode; by: string } {
  const last = entries.filter((each) => UNDOES.has(each.kind)).at(-1);
  if (last?.kind !== 'proposed' || !isReason(last.reason)) throw new Error('A case waits for a second person, and nothing was proposed.');
  return { outcome: 'remove', reason: last.reason, by: last.actor };
}

/** @param entries in order @throws Error when the rows contradict each other */
export function caseOf(row: CaseRow, entries: readonly EntryRow[]): Case {
  const { round, authorUntil, authorAnswered } = row;
  const earlier = [...new Set(entries.filter((each) => each.round < round && DECIDING.has(each.kind)).map((each) => each.actor))];
  const common = { round, earlier, effective: row.outcome ?? ('none' as const) };
  if (row.state === 'open') return { ...common, state: 'open', authorUntil, authorAnswered };
  if (row.state === 'second') return { ...common, state: 'second', authorUntil, authorAnswered, proposal: proposalOf(entries) };
  if (row.state === 'gone') return { ...common, state: 'gone' };
  const [first, ...others] = decidersOf(entries, round);
  if (row.outcome === null || row.decidedOn === null || first === undefined) throw new Error(`Case ${row.id} is decided by nobody.`);
  return { ...common, state: 'decided', effective: row.outcome, by: [first, ...others], decidedOn: row.decidedOn };
}

export const entriesOf = (db: Db, caseId: number): Promise<EntryRow[]> => db.select().from(moderationEntry).where(eq(moderationEntry.caseId, caseId)).orderBy(asc(moderationEntry.seq));

export interface Opened {
  row: CaseRow;
  entries: EntryRow[];
  case: Case;
}

async function opened(tx: Db, row: CaseRow | undefined): Promise<Opened | null> {
  if (!row) return null;
  const entries = await entriesOf(tx, row.id);
  return { row, entries, case: caseOf(row, entries) };
}

/** Held until the transaction is done. @throws DomainError not-found */
export async function lockedCase(tx: Db, id: number): Promise<Opened> {
  const [row] = await tx.select().from(moderationCase).where(eq(moderationCase.id, id)).for('update');
  const found = await opened(tx, row);
  if (!found) throw new DomainError('not-found', 'no such case');
  return found;
}

/** The case about a text that is not decided yet. null: there is none. */
export async function presentCase(tx: Db, { kind, id }: Subject): Promise<Opened | null> {
  const [row] = await tx
    .select()
    .from(moderationCase)
    .where(and(eq(moderationCase.subjectKind, kind), eq(moderationCase.subjectId, id), inArray(moderationCase.state, ['open', 'second'])))
    .for('update');
  return opened(tx, row);
}

export interface NewCase {
  subject: Subject;
  revision: number;
  providerId: number | null;
  requester: Requester;
  rule: ReasonCode | null;
  priority: Priority;
  findings: CaseRow['findings'];
  held: boolean;
}

const MOST_ID = 2 ** 31 - 1;

/** Its id is a lot, so that it tells nothing of when it was opened. */
export async function insertCase(tx: Db, { subject, revision, providerId, requester, rule, priority, findings, held }: NewCase): Promise<CaseRow> {
  const day = today();
  const [row] = await tx
    .insert(moderationCase)
    .values({
      id: randomInt(1, MOST_ID), subjectKind: subject.kind, subjectId: subject.id, subjectRevision: revision, providerId, state: 'open', round: 1, priority, requester, rule, findings, held,
      openedOn: day, roundOn: day, authorAnswered: false, version: 1,
    })
    .returning();
  if (!row) throw new Error('The case was not written.');
  return row;
}

/** Writes where a case has come to. */
export async function saveCase(tx: Db, row: CaseRow, change: Partial<CaseRow>): Promise<CaseRow> {
  const [saved] = await tx.update(moderationCase).set({ ...change, version: row.version + 1 }).where(eq(moderationCase.id, row.id)).returning();
  if (!saved) throw new Error(`Case ${row.id} was not written.`);
  return saved;
}

export interface NewEntry {
  kind: EntryRow['kind'];
  actor: string;
  outcome?: Outcome;
  reason?: ReasonCode | null;
  detail?: Record<string, unknown>;
  /** Kept sealed beside it. */
  words?: string;
}

/** @returns its number within the case */
export async function addEntry(tx: Db, caseId: number, round: number, { kind, actor, outcome, reason, detail = {}, words }: NewEntry): Promise<number> {
  const [last] = await tx.select({ n: sql<number>`count(*)::int` }).from(moderationEntry).where(eq(moderationEntry.caseId, caseId));
  const seq = (last?.n ?? 0) + 1;
  const on = today();
  await tx.insert(moderationEntry).values({ caseId, seq, round, on, actor, kind, outcome: outcome ?? null, reason: reason ?? null, reasonsVersion: reason ? REASONS_VERSION : null, detail });
  if (words !== undefined && words !== '') await tx.insert(moderationWords).values({ caseId, seq, sealed: seal('moderation', words), on });
  return seq;
}

export interface NewStatement {
  seq: number;
  restriction: StatementRow['restriction'];
  reason: ReasonCode;
  facts: string;
  source: StatementRow['source'];
  automatedDetection: boolean;
  automatedDecision: boolean;
  language: string | null;
}

/** Why something was done to a text, for its author and for the public database (DSA Art. 17). */
export async function addStatement(tx: Db, row: Pick<CaseRow, 'id' | 'subjectKind' | 'subjectId'>, statement: NewStatement): Promise<void> {
  const { subjectKind, subjectId } = row;
  await tx.insert(moderationStatement).values({
    ...statement, id: randomBytes(12).toString('hex'), caseId: row.id, subjectKind, subjectId, ground: REASONS[statement.reason].ground, reasonsVersion: REASONS_VERSION, madeOn: today(),
  });
}
