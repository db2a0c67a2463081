import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import { opening } from '#db/schema/index.ts';
import { audit } from '#platform/audit.ts';
import { now } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { lockedOpening, type OpeningRow } from './openings.ts';

interface Which {
  providerId: number;
  openingId: number;
  /** That the form was made from. */
  revision: number;
}

/** In a command's transaction. Whoever changes a number says by it that the rest is so. */
export async function setFreePlaces(ctx: Context, tx: Db, row: OpeningRow, freePlaces: number): Promise<void> {
  await tx.update(opening).set({ freePlaces, revision: row.revision + 1, confirmedAt: now() }).where(eq(opening.id, row.id));
  await audit(tx, { actor: ctx.actor, action: 'opening.set-places', object: `opening:${row.id}`, detail: { providerId: row.providerId, from: row.freePlaces, to: freePlaces } });
  await ctx.outbox.send(tx, 'providers.changed', { providerIds: [row.providerId] });
}

export async function changePlaces(ctx: Context, { providerId, openingId, revision, freePlaces }: Which & { freePlaces: number }): Promise<void> {
  await ctx.db.transaction(async (tx) => setFreePlaces(ctx, tx, await lockedOpening(tx, providerId, openingId, revision), freePlaces));
}

export async function closeOpening(ctx: Context, { providerId, openingId, revision }: Which): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const row = await lockedOpening(tx, providerId, openingId, revision);
    await tx.update(opening).set({ closedAt: now(), revision: row.revision + 1 }).where(eq(opening.id, row.id));
    await audit(tx, { actor: ctx.actor, action: 'opening.close', object: `opening:${row.id}`, detail: { providerId } });
    await ctx.outbox.send(tx, 'providers.changed', { providerIds: [providerId] });
  });
}

/** All that the desk shows is still right. */
export async function confirmOpenings(ctx: Context, providerId: number): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const confirmed = await tx.update(opening).set({ confirmedAt: now() }).where(and(eq(opening.providerId, providerId), isNull(opening.closedAt))).returning({ id: opening.id });
    await audit(tx, { actor: ctx.actor, action: 'opening.confirm', object: `provider:${providerId}`, detail: { openings: confirmed.length } });
    await ctx.outbox.send(tx, 'providers.changed', { providerIds: [providerId] });
  });
}
