/** Reads that only the API needs. */
import { sql, type SQL } from 'drizzle-orm';
import { rows, type Db } from '#db/client.ts';
import type { OrganisationId } from '#features/providers/input.ts';
import type { Region } from '#features/regions/model.ts';

export interface RegionFilter {
  country?: string | undefined;
  scheme?: string | undefined;
  parent?: string | undefined;
}

/** Kinds of places that occur, in order. */
export async function regionSchemes(db: Db): Promise<string[]> {
  return (await rows<{ scheme: string }>(db, sql`select distinct scheme from region order by scheme`)).map((row) => row.scheme);
}

/** One page of the places that meet all of the filter, in order of code. */
export async function regionsPage(
  db: Db, { country, scheme, parent }: RegionFilter, { page, pageSize }: { page: number; pageSize: number },
): Promise<{ total: number; regions: Omit<Region, 'aliases'>[] }> {
  const all: SQL[] = [sql`true`];
  if (country !== undefined) all.push(sql`country = ${country}`);
  if (scheme !== undefined) all.push(sql`scheme = ${scheme}`);
  if (parent !== undefined) all.push(sql`parent = ${parent}`);
  const where = sql.join(all, sql` and `);
  const [count] = await rows<{ total: number }>(db, sql`select count(*)::int as total from region where ${where}`);
  const regions = await rows<Omit<Region, 'aliases'>>(
    db,
    sql`select code, scheme, country, parent, names, lat, lon, population, array_to_json(neighbours) as neighbours from region
        where ${where} order by code collate "C" limit ${pageSize}::int offset ${(page - 1) * pageSize}::bigint`,
  );
  return { total: count?.total ?? 0, regions };
}

/** Organisation numbers of providers by their id. */
export async function organisationNumbers(db: Db, providerIds: readonly number[]): Promise<Map<number, OrganisationId>> {
  if (providerIds.length === 0) return new Map();
  const found = await rows<{ id: number } & OrganisationId>(
    db,
    sql`select p.id, o.scheme, o.value from provider p join organisation o on o.id = p.organisation_id
        where p.id in (select value::int from json_array_elements_text(${JSON.stringify(providerIds)}::json))`,
  );
  return new Map(found.map(({ id, scheme, value }) => [id, { scheme, value }]));
}
