import { sql } from 'drizzle-orm';
import { rows, type Db } from '#db/client.ts';
import type { KnownCodes } from './references.ts';

/** Codes that the database knows: the shipped registers and what catalogues have brought. */
export async function knownCodes(db: Db): Promise<KnownCodes> {
  const regions = await rows<{ code: string; parent: string | null }>(db, sql`select code, parent from region`);
  const groups = await rows<{ code: string }>(db, sql`select code from target_group`);
  const sectors = await rows<{ code: string }>(db, sql`select code from sector`);
  return {
    regions: new Map(regions.map((each) => [each.code, each.parent])),
    targetGroups: new Set(groups.map((each) => each.code)),
    sectors: new Set(sectors.map((each) => each.code)),
  };
}
