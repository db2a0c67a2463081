/** Figures about reviews by the calendar, and made anew. */
import { sql } from 'drizzle-orm';
import { rows, type Db } from '#db/client.ts';
import { today } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { quarterOf } from '../content.ts';
import { freezeAndScore, writeScores } from './score-rows.ts';

/**
 * Once a quarter has begun: older reviews weigh less, what was withdrawn or removed leaves the figures. On any other day
 * nothing is due.
 * @returns providers whose figures were worked out anew
 */
export async function refreshScores(ctx: Context): Promise<number> {
  const quarter = quarterOf(today());
  const due = await rows<{ id: number }>(ctx.db, sql`select distinct provider_id as id from review_score where programme_code = '' and attendance = '' and document->>'quarter' <> ${quarter} order by 1`);
  for (const { id } of due) {
    await ctx.db.transaction(async (tx) => {
      await freezeAndScore(tx, id, quarter);
      await ctx.outbox.send(tx, 'providers.changed', { providerIds: [id] });
    });
  }
  return due.length;
}

/** From what is frozen, without taking over anything new: gives the same figures again. @returns providers with reviews */
export async function rebuildScores(db: Db): Promise<number> {
  const quarter = quarterOf(today());
  const all = await rows<{ id: number }>(db, sql`select distinct provider_id as id from review_batch order by 1`);
  for (const { id } of all) await db.transaction((tx) => writeScores(tx, id, quarter));
  return all.length;
}
