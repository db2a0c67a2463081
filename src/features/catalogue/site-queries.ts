/** What data this site holds and where it came from, for its operators. */
import { asc, desc, eq, sql } from 'drizzle-orm';
import { rows, type Db } from '#db/client.ts';
import { catalogueImport, resultRelease, shippedData, source } from '#db/schema/index.ts';

export interface ShippedData {
  name: string;
  hash: string;
  loadedAt: Date;
  rows: number;
}

export const shippedDataHeld = (db: Db): Promise<ShippedData[]> => db.select().from(shippedData).orderBy(asc(shippedData.name));

/** Kinds of rows that registers consist of, such as `dk-kommune`; target groups and sectors under their own names. */
export async function registerCounts(db: Db): Promise<{ kind: string; count: number }[]> {
  return rows<{ kind: string; count: number }>(db, sql`
    select scheme as kind, count(*)::int as count from region group by scheme
    union all select 'postcode', count(*)::int from postcode
    union all select 'target-group', count(*)::int from target_group
    union all select 'sector', count(*)::int from sector
    order by 1`);
}

export interface ImportOnDesk {
  id: number;
  fileName: string;
  state: string;
  source: string | null;
  startedAt: Date;
  activatedAt: Date | null;
  /** As `flatCounts` of report.ts writes them; only what is not nothing. */
  counts: [string, number][];
}

const MOST = 50;

/** Newest first. */
export async function importsOnDesk(db: Db): Promise<ImportOnDesk[]> {
  const found = await db
    .select({ row: catalogueImport, title: source.title })
    .from(catalogueImport)
    .leftJoin(source, eq(source.id, catalogueImport.sourceId))
    .orderBy(desc(catalogueImport.id))
    .limit(MOST);
  return found.map(({ row: { id, fileName, state, startedAt, activatedAt, counts }, title }) => ({
    id, fileName, state, startedAt, activatedAt, source: title, counts: Object.entries(counts).filter(([, n]) => n > 0),
  }));
}

/** Proposals of imports that those who look after the profiles have not answered yet. */
export async function openProposalCount(db: Db): Promise<number> {
  const [found] = await rows<{ n: number }>(db, sql`select count(*)::int as n from provider_version where state = 'proposal' and answered_at is null`);
  return found?.n ?? 0;
}

export interface ReleaseOnDesk {
  id: number;
  day: string;
  methodVersion: string;
  rows: number;
  releasedAt: Date;
}

/** Of results, newest first. */
export async function releasesOnDesk(db: Db): Promise<ReleaseOnDesk[]> {
  const { id, day, methodVersion, rows: count, releasedAt } = resultRelease;
  return db.select({ id, day, methodVersion, rows: count, releasedAt }).from(resultRelease).orderBy(desc(id)).limit(10);
}
