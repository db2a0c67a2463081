import { sql } from 'drizzle-orm';
import { rows, type Db } from '#db/client.ts';
import { removeOrganisations } from '#features/accounts/commands/remove-organisations.ts';

/**
 * Takes back up to `limit` staged versions of an abandoned import, and the providers and organisations it made for them.
 * Their programmes must be gone already.
 * @param madeAt the import's own time, which it gave to everything it made
 */
export async function removeStagedVersions(tx: Db, versionIds: readonly number[], madeAt: Date): Promise<void> {
  const ids = sql`(select value::int from json_array_elements_text(${JSON.stringify(versionIds)}::json))`;
  const when = sql`${madeAt.toISOString()}::timestamptz`;
  const orphans = await rows<{ id: number }>(
    tx,
    sql`with gone as (delete from provider_version where id in ${ids} and state = 'staged' returning id, provider_id)
        select p.id from provider p where p.id in (select provider_id from gone)
        and p.created_at = ${when} and p.version_id is null and p.claimed_at is null
        and not exists (select 1 from provider_version v where v.provider_id = p.id and v.id not in (select id from gone))
        and not exists (select 1 from reported_result r where r.provider_id = p.id)`,
  );
  if (orphans.length === 0) return;
  const removed = await rows<{ organisation_id: number }>(
    tx,
    sql`delete from provider where id in (select value::int from json_array_elements_text(${JSON.stringify(orphans.map((each) => each.id))}::json))
        returning organisation_id`,
  );
  await removeOrganisations(tx, removed.map((each) => each.organisation_id), madeAt);
}

/** Some staged versions of an import; none left: an empty list. */
export async function stagedVersionIds(db: Db, importId: number, limit: number): Promise<number[]> {
  const found = await rows<{ id: number }>(
    db,
    sql`select id from provider_version where import_id = ${importId} and state = 'staged' order by id limit ${limit}`,
  );
  return found.map((each) => each.id);
}
