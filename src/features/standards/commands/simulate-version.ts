import { standardSimulation } from '#db/schema/index.ts';
import { audit } from '#platform/audit.ts';
import { now, today } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { Refused } from '#platform/form.ts';
import { providersInArea, readCheckFacts, type FactsFor } from '../facts.ts';
import { plainSimulation, simulate } from '../simulation.ts';
import { lockVersion } from './version-rows.ts';

/** Runs the machine checks of a version that is not published yet over today's providers, and keeps the counts with it. */
export async function simulateVersion(ctx: Context, { versionId, area, register }: { versionId: number } & Pick<FactsFor, 'area' | 'register'>): Promise<void> {
  const about: FactsFor = { area, register, day: today() };
  // Read before anything is locked: it takes a moment, and figures of a minute ago are as good.
  const facts = [...(await readCheckFacts(ctx.db, await providersInArea(ctx.db, about), about)).values()];
  await ctx.db.transaction(async (tx) => {
    const { row, document } = await lockVersion(tx, versionId);
    if (row.state !== 'draft' && row.state !== 'consultation') throw new Refused('conflict', { field: null, reason: 'standard-not-draft' });
    await tx.insert(standardSimulation).values({ versionId, hash: row.hash, day: about.day, area, document: plainSimulation(simulate(document, facts)), madeBy: ctx.actor, madeAt: now() });
    await audit(tx, { actor: ctx.actor, action: 'standard.simulate', object: `standard-version:${versionId}`, detail: { hash: row.hash } });
  });
}
