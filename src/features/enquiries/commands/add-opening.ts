import { and, eq, isNull, sql } from 'drizzle-orm';
import { opening } from '#db/schema/index.ts';
import { audit } from '#platform/audit.ts';
import { now, today } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { Refused } from '#platform/form.ts';
import type { LocalisedText } from '#platform/input.ts';
import { OPENINGS_MOST, type Delivery } from '../model.ts';
import { runningProgrammes } from './openings.ts';

export interface NewOpening {
  providerId: number;
  programme: string;
  /** YYYY-MM-DD; null: one can start at any time. */
  startsOn: string | null;
  freePlaces: number;
  language: string | null;
  region: string | null;
  delivery: Delivery | null;
  note: LocalisedText | null;
}

/** @returns its id */
export async function addOpening(ctx: Context, { programme, note, ...input }: NewOpening): Promise<number> {
  const { providerId, startsOn } = input;
  return ctx.db.transaction(async (tx) => {
    await tx.execute(sql`select 1 from provider where id = ${providerId} for update`);
    const day = today();
    if (!(await runningProgrammes(tx, providerId, day)).has(programme)) throw new Refused('invalid', { field: 'programme', reason: 'opening-programme' });
    if (startsOn !== null && startsOn < day) throw new Refused('invalid', { field: 'startsOn', reason: 'date-past' });
    const [present] = await tx.select({ n: sql<number>`count(*)::int` }).from(opening).where(and(eq(opening.providerId, providerId), isNull(opening.closedAt)));
    if ((present?.n ?? 0) >= OPENINGS_MOST) throw new Refused('conflict', { field: null, reason: 'too-many-openings' });
    const at = now();
    const [row] = await tx
      .insert(opening)
      .values({ ...input, programmeCode: programme, note: note as Record<string, string> | null, revision: 1, createdAt: at, confirmedAt: at })
      .returning({ id: opening.id });
    if (!row) throw new Error('The opening was not written.');
    await audit(tx, { actor: ctx.actor, action: 'opening.add', object: `opening:${row.id}`, detail: { providerId, programme, startsOn, freePlaces: input.freePlaces } });
    await ctx.outbox.send(tx, 'providers.changed', { providerIds: [providerId] });
    return row.id;
  });
}
