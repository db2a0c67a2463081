import { Refused } from '#platform/form.ts';
import type { Context } from '#platform/context.ts';
import { onScale } from '../completeness.ts';
import type { CaseEntry, Score } from '../model/events.ts';
import { aroundCase } from '../queries/around.ts';
import { lockedCase, record, type Caller, type Which } from './case-rows.ts';

export interface Finding {
  criterion: string;
  score: Score;
  grounds: string;
  /** What was seen. */
  evidence: string | null;
}

const lastFinding = (entries: readonly CaseEntry[], criterion: string): CaseEntry<'finding'> | undefined =>
  entries.findLast((each): each is CaseEntry<'finding'> => each.kind === 'finding' && each.content.criterion === criterion);

/** One entry for each that is new or another than before. @returns how many */
export async function recordFindings(ctx: Context, { by }: Caller, { caseId, seen, findings }: Which & { findings: readonly Finding[] }): Promise<number> {
  return ctx.db.transaction(async (tx) => {
    let open = await lockedCase(tx, caseId, seen);
    const around = await aroundCase(tx, caseId);
    if (around === null) throw new Error('A case of nobody.');
    let written = 0;
    for (const [n, finding] of findings.entries()) {
      const { criterion, score, grounds, evidence } = finding;
      if (!onScale(around.standard.document, criterion, score)) throw new Refused('invalid', { field: `findings.${n}.score`, reason: 'choose' });
      const before = lastFinding(open.entries, criterion)?.content;
      if (before && before.score === score && before.grounds === grounds && before.evidence === evidence) continue;
      open = await record(ctx, tx, open, by, 'finding', { criterion, score, grounds, evidence, files: [], adoptedFrom: null });
      written += 1;
    }
    return written;
  });
}
