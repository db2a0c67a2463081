/** The entries of cases, as they were kept. */
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import { caseEntry } from '#db/schema/index.ts';
import { fold, type Case } from '../model/case.ts';
import type { CaseEntry } from '../model/events.ts';

type Row = typeof caseEntry.$inferSelect;

/** With the moment, which the rules do not ask for. */
export type KeptEntry = CaseEntry & { at: Date; round: number; logIndex: number | null };

const entryOf = ({ seq, kind, actor, role, onDay, content, at, round, logIndex }: Row): KeptEntry =>
  ({ seq, kind, by: { person: actor, role }, on: onDay, content, at, round, logIndex }) as unknown as KeptEntry;

/** In order, with the case that they make. */
export async function entriesOf(db: Db, caseId: number): Promise<{ entries: KeptEntry[]; present: Case }> {
  const found = await db.select().from(caseEntry).where(eq(caseEntry.caseId, caseId)).orderBy(asc(caseEntry.seq));
  const entries = found.map(entryOf);
  return { entries, present: fold(entries) };
}

/** Up to a day, for the question what was valid then. @param day YYYY-MM-DD */
export async function entriesUntil(db: Db, caseIds: readonly number[], day: string): Promise<Map<number, KeptEntry[]>> {
  if (caseIds.length === 0) return new Map();
  const found = await db
    .select()
    .from(caseEntry)
    .where(and(inArray(caseEntry.caseId, [...caseIds]), sql`${caseEntry.onDay} <= ${day}`))
    .orderBy(asc(caseEntry.caseId), asc(caseEntry.seq));
  const byCase = new Map<number, KeptEntry[]>();
  for (const row of found) byCase.set(row.caseId, [...(byCase.get(row.caseId) ?? []), entryOf(row)]);
  return byCase;
}
