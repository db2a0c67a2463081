/** The second pair of eyes on a removal. */
import { and, eq } from 'drizzle-orm';
import { moderationWords } from '#db/schema/index.ts';
import { audit } from '#platform/audit.ts';
import { today } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { Refused, sameVersion } from '#platform/form.ts';
import { unseal } from '#platform/seal.ts';
import { confirm, decline } from '../model.ts';
import { handsFor, lockedText } from '../subjects.ts';
import { addEntry, lockedCase, saveCase } from './case-rows.ts';
import { personActor, refused, writeDecision } from './decide-case.ts';

export interface SecondInput {
  caseId: number;
  version: number;
  agrees: boolean;
  /** Why not. */
  words: string;
}

/** Another person agrees, and the text is removed; or does not, and it is to be decided anew. */
export async function answerRemoval(ctx: Context, { caseId, version, agrees, words }: SecondInput, siteUrl: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const open = await lockedCase(tx, caseId);
    const { row, case: present } = open;
    sameVersion(version, row.version);
    const actor = personActor(ctx);
    if (!agrees) {
      const step = decline(present, actor);
      if (!step.ok) throw refused(step.refusal);
      await addEntry(tx, caseId, row.round, { kind: 'declined', actor, words });
      await saveCase(tx, row, { state: 'open' });
      return audit(tx, { actor, action: 'moderation.decline-removal', object: `case:${caseId}`, detail: { round: row.round } });
    }
    const step = confirm(present, actor, today());
    if (!step.ok || present.state !== 'second') throw refused(step.ok ? 'nothing-proposed' : step.refusal);
    const text = await lockedText(tx, { kind: row.subjectKind, id: row.subjectId });
    if (!text) throw new Refused('gone', { field: null, reason: 'moderation-text-gone' });
    const proposed = open.entries.filter((each) => each.kind === 'proposed').at(-1);
    const [said] = await tx.select().from(moderationWords).where(and(eq(moderationWords.caseId, caseId), eq(moderationWords.seq, proposed?.seq ?? 0)));
    await handsFor(row.subjectKind).remove(ctx, tx, { id: row.subjectId, revision: row.subjectRevision });
    const { reason } = present.proposal;
    const seq = await addEntry(tx, caseId, row.round, { kind: 'confirmed', actor, outcome: 'remove', reason });
    await writeDecision(ctx, tx, open, step.next, seq, text, { outcome: 'remove', reason, facts: said ? unseal('moderation', said.sealed) : '', unfounded: false, siteUrl });
  });
}
