/** The letter about a decision, from what was kept of it. */
import { and, desc, eq } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import { approvalDecision } from '#db/schema/index.ts';
import { decisionLetter, decisionOf, type DecisionLetter } from '../decision-letter.ts';
import { aroundCase } from './around.ts';
import { entriesOf } from './entries.ts';

export interface CaseLetter {
  letter: DecisionLetter;
  /** Entry of the decision. */
  seq: number;
}

/** @param seq entry of the decision; null: the last one @returns null: the case has no such decision */
export async function letterOfCase(db: Db, caseId: number, seq: number | null): Promise<CaseLetter | null> {
  const [row] = await db
    .select({ seq: approvalDecision.seq, appealUntil: approvalDecision.appealUntil })
    .from(approvalDecision)
    .where(and(eq(approvalDecision.caseId, caseId), ...(seq === null ? [] : [eq(approvalDecision.seq, seq)])))
    .orderBy(desc(approvalDecision.seq))
    .limit(1);
  const around = row ? await aroundCase(db, caseId) : null;
  if (!row || !around) return null;
  const { entries } = await entriesOf(db, caseId);
  const decided = decisionOf(entries, row.seq);
  return decided && { letter: decisionLetter(around, entries, decided, row.appealUntil), seq: row.seq };
}
