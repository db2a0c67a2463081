import { sql } from 'drizzle-orm';
import { recordset, rows, type Db } from '#db/client.ts';
import type { LocalisedText } from '#platform/input.ts';
import { compare, textKey, type Comparison } from '../comparison.ts';

/** A region outside the shipped register, as a catalogue brings it. */
export interface NewRegion {
  code: string;
  name: LocalisedText;
  parent?: string | undefined;
  lat?: number | undefined;
  lon?: number | undefined;
  population?: number | undefined;
}

const regionKey = (each: NewRegion) =>
  JSON.stringify([textKey(each.name), each.parent ?? null, each.lat ?? null, each.lon ?? null, each.population ?? null]);

/** @param sourceId null: a source that is not stored yet */
export async function compareRegions(db: Db, regions: readonly NewRegion[], sourceId: number | null): Promise<Comparison<NewRegion>> {
  if (regions.length === 0) return compare(regions, [], sourceId, regionKey);
  const stored = await rows<NewRegion & { sourceId: number | null }>(
    db,
    sql`select g.code, g.names as name, g.parent, g.lat, g.lon, g.population, g.source_id as "sourceId"
        from ${recordset(regions.map(({ code }) => ({ code })), 'code text')} join region g using (code)`,
  );
  return compare(regions, stored.map((each) => ({ ...each, key: regionKey(each) })), sourceId, regionKey);
}

/** Country and scheme are in the code: `us-nj-county:bergen` is of `us`; a bare `us` is the country itself, as in the register. */
function asRow({ code, name, parent, lat, lon, population }: NewRegion) {
  const [scheme] = code.split(':');
  return { code, scheme, country: code.slice(0, 2), parent, names: name, lat, lon, population };
}

/** Adds and changes what `compareRegions` found; an absent field clears what the same source said before. */
export async function addRegions(tx: Db, { added, changed }: Comparison<NewRegion>, sourceId: number): Promise<void> {
  const columns = 'code text, scheme text, country text, parent text, names jsonb, lat float8, lon float8, population int';
  for (let start = 0, all = [...added, ...changed]; start < all.length; start += 2000) {
    await tx.execute(sql`
      insert into region (code, scheme, country, parent, names, lat, lon, population, source_id)
      select r.*, ${sourceId}::int from ${recordset(all.slice(start, start + 2000).map(asRow), columns)}
      on conflict (code) do update set parent = excluded.parent, names = excluded.names, lat = excluded.lat,
        lon = excluded.lon, population = excluded.population where region.source_id = excluded.source_id`);
  }
}
