import { eq } from 'drizzle-orm';
import { standardVersion } from '#db/schema/index.ts';
import { audit } from '#platform/audit.ts';
import { now, today } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { Refused } from '#platform/form.ts';
import { completeness } from '../completeness.ts';
import { consultationProblem } from '../model.ts';
import { lockVersion } from './version-rows.ts';

/** Everybody may read the draft from now on, and comment on it in the days given. @param from, until YYYY-MM-DD */
export async function openConsultation(ctx: Context, { versionId, revision, from, until }: { versionId: number; revision: number; from: string; until: string }): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const { row, dates, document } = await lockVersion(tx, versionId, revision);
    const problem = consultationProblem(dates, from, until, today());
    if (problem) throw new Refused('invalid', problem);
    if (completeness(document).length > 0) throw new Refused('invalid', { field: null, reason: 'standard-incomplete' });
    await tx
      .update(standardVersion)
      .set({ state: 'consultation', consultationFrom: from, consultationUntil: until, consulted: row.document, revision: row.revision + 1, updatedAt: now() })
      .where(eq(standardVersion.id, versionId));
    await audit(tx, { actor: ctx.actor, action: 'standard.open-consultation', object: `standard-version:${versionId}`, detail: { from, until } });
  });
}

/** After the consultation: what was said is worked into the draft. What was consulted stays beside it, so that anybody sees the changes. */
export async function reviseAfterConsultation(ctx: Context, { versionId, revision }: { versionId: number; revision: number }): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const { row, dates } = await lockVersion(tx, versionId, revision);
    if (row.state !== 'consultation') throw new Refused('conflict', { field: null, reason: 'standard-no-consultation' });
    if ((dates.consultationUntil ?? '') >= today()) throw new Refused('conflict', { field: null, reason: 'standard-consultation-runs' });
    await tx.update(standardVersion).set({ state: 'draft', revision: row.revision + 1, updatedAt: now() }).where(eq(standardVersion.id, versionId));
    await audit(tx, { actor: ctx.actor, action: 'standard.revise', object: `standard-version:${versionId}` });
  });
}
