/**
 * From reviews to frozen counts, and from those to the figures that pages read. Counts are frozen with a batch or at the
 * turn of a quarter; figures are a projection of them and of nothing else.
 */
import { eq, sql } from 'drizzle-orm';
import { recordset, rows, type Db } from '#db/client.ts';
import { reviewReference } from '#db/schema/index.ts';
import { releaseAttendance, type AttendanceRelease } from '../showing/attendance.ts';
import { addDimensions, NO_BARS, perDimension, type BatchCounts, type Bars, type DimensionBars } from '../showing/counts.ts';
import { scoreRows, type CountedBatch } from '../showing/score.ts';
import { DIMENSIONS } from '../content.ts';

/** Grows with the form of the documents. */
export const SCORE_VERSION = 1;

/**
 * Of what was in public once and was neither withdrawn nor removed: being looked at again takes no rating out of a figure.
 * A batch of leftovers keeps its counts, as one of them less would be one that everybody could work out.
 */
const COUNTED = sql`r.state not in ('withdrawn', 'removed') and not r.totals_only`;

const bars = (column: string) => sql.raw(`json_build_array(${[1, 2, 3, 4, 5].map((value) => `count(*) filter (where r.${column} = ${value})`).join(', ')})`);

interface FreshCounts extends Record<string, unknown> {
  id: string;
  programme: string | null;
  reviewers: number;
  frozen: BatchCounts;
}

/** Batches of a pool, whose counts are no longer what their reviews say. */
async function refreshCounts(tx: Db, providerId: number): Promise<void> {
  const found = await rows<FreshCounts>(
    tx,
    sql`select b.id, p.programme_code as programme, count(r.id)::int as reviewers, b.counts as frozen,
          ${sql.join(DIMENSIONS.map((each) => sql`${bars(each)} as ${sql.raw(each)}`), sql`, `)}
        from review_batch b join review_pool p on p.id = b.pool_id left join review r on r.batch_id = b.id and ${COUNTED}
        where b.provider_id = ${providerId} group by b.id, p.programme_code`,
  );
  const changed = found.flatMap((row) => {
    const counts: BatchCounts = { programme: row.programme, reviewers: row.reviewers, dimensions: perDimension((each) => row[each] as Bars) };
    const same = row.frozen.reviewers === counts.reviewers && DIMENSIONS.every((each) => String(row.frozen.dimensions?.[each]) === String(counts.dimensions[each]));
    return same ? [] : [{ id: row.id, counts }];
  });
  if (changed.length > 0) await tx.execute(sql`update review_batch b set counts = r.counts from ${recordset(changed, 'id text, counts jsonb')} where r.id = b.id`);
}

/** Tells apart by attendance what can be by now. Those batches are marked, and the newest of them holds the table. */
async function releaseByAttendance(tx: Db, providerId: number): Promise<void> {
  const pending = await rows<{ id: string; chosen: Bars; others: Bars }>(
    tx,
    sql`select b.id, ${sql.join(
      [['chosen', sql`=`], ['others', sql`<>`]].map(([name, is]) => sql`json_build_array(${sql.join([1, 2, 3, 4, 5].map((value) => sql`count(*) filter (where r.again = ${value} and r.attendance ${is} 'chosen')`), sql`, `)}) as ${sql.raw(name as string)}`),
      sql`, `,
    )}
        from review_batch b left join review r on r.batch_id = b.id and ${COUNTED}
        where b.provider_id = ${providerId} and b.pool_id is not null and b.by_attendance is null group by b.id order by b.published_on desc, b.id`,
  );
  const all = (side: 'chosen' | 'others') => pending.reduce((sum, each) => sum.map((count, i) => count + (each[side][i] ?? 0)), [0, 0, 0, 0, 0]) as unknown as Bars;
  const released = releaseAttendance({ chosen: all('chosen'), others: all('others') });
  const newest = pending[0]?.id;
  if (released === null || newest === undefined) return;
  const marked = pending.map(({ id }) => ({ id, table: id === newest ? released : { with: newest } }));
  await tx.execute(sql`update review_batch b set by_attendance = r."table" from ${recordset(marked, 'id text, "table" jsonb')} where r.id = b.id`);
}

/** All providers when the quarter began: of batches before it. Worked out once and kept. */
export async function referenceOf(tx: Db, quarter: string): Promise<DimensionBars> {
  const kept = async () => (await tx.select().from(reviewReference).where(eq(reviewReference.quarter, quarter)))[0]?.counts as DimensionBars | undefined;
  const found = await kept();
  if (found) return found;
  const sums = await rows<{ dimension: string; bars: Bars }>(
    tx,
    sql`select d.dimension, json_build_array(${sql.join([0, 1, 2, 3, 4].map((i) => sql`sum((b.counts->'dimensions'->d.dimension->>${sql.raw(String(i))})::int)::int`), sql`, `)}) as bars
        from review_batch b cross join (select unnest(array[${sql.join(DIMENSIONS.map((each) => sql`${each}`), sql`, `)}]) as dimension) d
        where b.quarter < ${quarter} group by d.dimension`,
  );
  const counts = addDimensions([perDimension((each) => sums.find((row) => row.dimension === each)?.bars ?? NO_BARS)]);
  await tx.insert(reviewReference).values({ quarter, counts: { ...counts } as never }).onConflictDoNothing();
  return (await kept()) ?? counts;
}

interface BatchRow {
  quarter: string;
  counts: BatchCounts;
  byAttendance: AttendanceRelease | { with: string } | null;
}

/** Works the figures of one provider out anew, from what is frozen. */
export async function writeScores(tx: Db, providerId: number, quarter: string): Promise<void> {
  const found = await rows<BatchRow>(tx, sql`select quarter, counts, by_attendance as "byAttendance" from review_batch where provider_id = ${providerId} order by quarter, id`);
  const batches: CountedBatch[] = found.map(({ byAttendance, ...each }) => ({ ...each, byAttendance: byAttendance !== null && 'classing' in byAttendance ? byAttendance : null }));
  const wanted = scoreRows(batches, await referenceOf(tx, quarter), quarter).map((each) => ({ programme: each.programmeCode, attendance: each.attendance, document: each.document }));
  await tx.execute(sql`delete from review_score where provider_id = ${providerId}`);
  if (wanted.length === 0) return;
  await tx.execute(sql`
    insert into review_score (provider_id, programme_code, attendance, document, version)
    select ${providerId}::int, r.programme, r.attendance, r.document, ${SCORE_VERSION}::int from ${recordset(wanted, 'programme text, attendance text, document jsonb')}`);
}

/** With a batch, or at the turn of a quarter: takes over what was corrected since, and what may be told apart by now. */
export async function freezeAndScore(tx: Db, providerId: number, quarter: string): Promise<void> {
  await refreshCounts(tx, providerId);
  await releaseByAttendance(tx, providerId);
  await writeScores(tx, providerId, quarter);
}
