/** What the commands of this folder share: the provider or opening that they change, held until they are done. */
import { and, eq, isNull, sql } from 'drizzle-orm';
import { rows, type Db } from '#db/client.ts';
import { opening } from '#db/schema/index.ts';
import { Refused, sameVersion } from '#platform/form.ts';

export type OpeningRow = typeof opening.$inferSelect;

/** Codes of programmes that still run. @param day YYYY-MM-DD */
export async function runningProgrammes(tx: Db, providerId: number, day: string): Promise<Set<string>> {
  const found = await rows<{ code: string }>(
    tx,
    sql`select g.code from provider p join programme_version g on g.provider_version_id = p.version_id
        where p.id = ${providerId} and coalesce(g.programme->>'endedOn', '9999') > ${day}`,
  );
  return new Set(found.map((each) => each.code));
}

/** @throws Refused gone when it has been closed, conflict when somebody has changed it since the form was made */
export async function lockedOpening(tx: Db, providerId: number, openingId: number, revision?: number): Promise<OpeningRow> {
  const [row] = await tx.select().from(opening).where(and(eq(opening.id, openingId), eq(opening.providerId, providerId), isNull(opening.closedAt))).for('update');
  if (!row) throw new Refused('gone', { field: null, reason: 'opening-over' });
  if (revision !== undefined) sameVersion(revision, row.revision);
  return row;
}
