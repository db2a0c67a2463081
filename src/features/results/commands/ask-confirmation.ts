import { randomBytes } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { sqlState } from '#db/client.ts';
import { resultConfirmation } from '#db/schema/index.ts';
import { audit } from '#platform/audit.ts';
import { now } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { Refused } from '#platform/form.ts';
import { halfOf } from '../desk/half-years.ts';
import { authoritiesToAsk, deskProvider, ownSources, toldRows } from '../desk/queries.ts';

export interface AskInput {
  slug: string;
  authorityId: number;
  sourceId: number;
  from: string;
  to: string;
}

/** A provider asks an authority to look at what it has reported. @throws Refused */
export async function askConfirmation(ctx: Context, { slug, authorityId, sourceId, from, to }: AskInput): Promise<void> {
  const provider = await deskProvider(ctx.db, slug);
  const source = provider && (await ownSources(ctx.db, provider)).find(({ id }) => id === sourceId);
  if (!provider || !source) throw new Refused('invalid', { field: 'sourceId', reason: 'choose' });
  if (!(await authoritiesToAsk(ctx.db, provider.organisationId)).some(({ id }) => id === authorityId)) throw new Refused('invalid', { field: 'authorityId', reason: 'choose' });
  if (from > to) throw new Refused('invalid', { field: 'to', reason: 'period-order' });
  const told = await toldRows(ctx.db, provider.providerId);
  const inPeriod = told.some((row) => row.source === source.title && (halfOf(row.result)?.name ?? '') >= from && (halfOf(row.result)?.name ?? '') <= to);
  if (!inPeriod) throw new Refused('invalid', { field: 'from', reason: 'nothing-reported' });
  await ctx.db
    .transaction(async (tx) => {
      const [made] = await tx
        .insert(resultConfirmation)
        .values({ providerId: provider.providerId, authorityId, sourceId, fromHalf: from, toHalf: to, state: 'open', seed: randomBytes(16).toString('hex'), askedBy: ctx.actor, askedAt: now() })
        .returning({ id: resultConfirmation.id });
      await audit(tx, { actor: ctx.actor, action: 'results.ask', object: `confirmation:${made?.id ?? 0}`, detail: { provider: provider.providerId, authority: authorityId, from, to } });
    })
    .catch((error: unknown) => {
      if (sqlState(error) === '23505') throw new Refused('conflict', { field: null, reason: 'already-asked' });
      throw error;
    });
}

/** @throws Refused when it was answered meanwhile */
export async function withdrawConfirmation(ctx: Context, confirmationId: number): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const changed = await tx
      .update(resultConfirmation)
      .set({ state: 'withdrawn', answeredAt: now() })
      .where(and(eq(resultConfirmation.id, confirmationId), eq(resultConfirmation.state, 'open')))
      .returning({ id: resultConfirmation.id });
    if (changed.length === 0) throw new Refused('conflict', { field: null, reason: 'request-over' });
    await audit(tx, { actor: ctx.actor, action: 'results.withdraw-request', object: `confirmation:${confirmationId}` });
  });
}
