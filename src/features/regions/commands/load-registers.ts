/** Fills the registers of places, target groups and sectors from the files shipped in db/seed/registers. */
import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { recordset, rows, type Db } from '#db/client.ts';
import { now } from '#platform/clock.ts';
import { readRegisterFiles, type RegisterFiles } from './register-files.ts';
import { postcodeRecords, regionRecords, sectorRecords, targetGroupRecords } from './register-records.ts';
import { ADVISORY_LOCK } from '#db/advisory-locks.ts';

const NAME = 'registers';
/** Raise it when the same files are to become other rows. */
const LOADER_VERSION = '1';

interface Target {
  table: string;
  /** Name and SQL type; the first `keys` of them identify a row. */
  columns: readonly (readonly [string, string])[];
  keys: number;
}

const REGION: Target = {
  table: 'region',
  columns: [
    ['code', 'text'], ['scheme', 'text'], ['country', 'text'], ['parent', 'text'], ['names', 'jsonb'], ['aliases', 'text[]'],
    ['lat', 'float8'], ['lon', 'float8'], ['population', 'int'], ['neighbours', 'text[]'], ['source_id', 'int'],
  ],
  keys: 1,
};
const POSTCODE: Target = {
  table: 'postcode',
  columns: [
    ['country', 'text'], ['code', 'text'], ['region', 'text'], ['place', 'text'], ['main', 'boolean'],
    ['area_share', 'float8'], ['lat', 'float8'], ['lon', 'float8'],
  ],
  keys: 3,
};
const TARGET_GROUP: Target = {
  table: 'target_group',
  columns: [
    ['code', 'text'], ['kind', 'text'], ['list_version', 'text'], ['names', 'jsonb'], ['description', 'jsonb'], ['sensitive', 'boolean'],
    ['primary_outcome', 'text'], ['hours_threshold', 'int'], ['position', 'int'], ['source_id', 'int'],
  ],
  keys: 1,
};
const SECTOR: Target = {
  table: 'sector',
  columns: [['code', 'text'], ['classification', 'text'], ['names', 'jsonb'], ['short', 'jsonb'], ['position', 'int']],
  keys: 1,
};

async function upsert(tx: Db, target: Target, records: readonly object[]): Promise<number> {
  const names = target.columns.map(([name]) => name);
  const own = names.slice(target.keys).map((name) => `${name} = excluded.${name}`);
  await tx.execute(sql`
    insert into ${sql.raw(target.table)} (${sql.raw(names.join(', '))})
    select ${sql.raw(names.map((name) => `r.${name}`).join(', '))}
    from ${recordset(records as readonly Record<string, unknown>[], target.columns.map((column) => column.join(' ')).join(', '))}
    on conflict (${sql.raw(names.slice(0, target.keys).join(', '))}) do update set ${sql.raw(own.join(', '))}`);
  return records.length;
}

/** Places that left the files leave the register; target groups and sectors stay, because old results name them. */
async function store(tx: Db, files: RegisterFiles): Promise<number> {
  const regions = regionRecords(files);
  const codes = JSON.stringify(regions.map((region) => region.code));
  await tx.execute(sql`delete from region where source_id is null and code not in (select json_array_elements_text(${codes}::json))`);
  await tx.execute(sql`delete from postcode`);
  return (
    (await upsert(tx, REGION, regions)) +
    (await upsert(tx, POSTCODE, postcodeRecords(files))) +
    (await upsert(tx, TARGET_GROUP, targetGroupRecords(files))) +
    (await upsert(tx, SECTOR, sectorRecords(files)))
  );
}

/**
 * Does nothing when this database already holds these files.
 * @returns whether rows were written, and how many the registers hold. Read the register again after `loaded`.
 */
export async function loadRegisters(db: Db): Promise<{ loaded: boolean; rows: number }> {
  const { files, texts } = await readRegisterFiles();
  const hash = createHash('sha256').update(LOADER_VERSION).update(texts.join('\0')).digest('hex');
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${ADVISORY_LOCK.registers})`);
    const [held] = await rows<{ hash: string; rows: number | string }>(tx, sql`select hash, rows from shipped_data where name = ${NAME}`);
    if (held?.hash === hash) return { loaded: false, rows: Number(held.rows) };
    const count = await store(tx, files);
    await tx.execute(sql`
      insert into shipped_data (name, hash, loaded_at, rows) values (${NAME}, ${hash}, ${now().toISOString()}::timestamptz, ${count})
      on conflict (name) do update set hash = excluded.hash, loaded_at = excluded.loaded_at, rows = excluded.rows`);
    return { loaded: true, rows: count };
  });
}
