import { sql } from 'drizzle-orm';
import { rows, type Db } from '#db/client.ts';
import { renameOrganisations } from '#features/accounts/commands/rename-organisations.ts';

/**
 * Makes an import's staged versions the current ones, in a few set-based statements: part of the one short swap.
 * A claimed profile is not overwritten: its version becomes a proposal, in place of an earlier one that nobody ever saw.
 * Where several sources describe one provider, the source added last is shown.
 * @returns ids of the providers whose published profile may have changed
 */
export async function activateVersions(tx: Db, importId: number, at: Date): Promise<number[]> {
  const when = sql`${at.toISOString()}::timestamptz`;
  await tx.execute(sql`
    update provider_version old set state = case when old.state = 'proposal' then 'abandoned' else 'past' end, replaced_at = ${when}
    from provider_version fresh join provider p on p.id = fresh.provider_id
    where fresh.import_id = ${importId} and fresh.state = 'staged'
    and old.provider_id = fresh.provider_id and old.source_id = fresh.source_id
    and old.state = case when p.claimed_at is null then 'current' else 'proposal' end`);
  await tx.execute(sql`
    update provider_version v
    set state = case when p.claimed_at is null then 'current' else 'proposal' end, activated_at = ${when}
    from provider p where p.id = v.provider_id and v.import_id = ${importId} and v.state = 'staged'`);
  const shown = sql`
    select distinct on (v.provider_id) v.provider_id, v.id
    from provider_version v
    where v.state = 'current' and v.provider_id in (select provider_id from provider_version where import_id = ${importId})
    order by v.provider_id, v.source_id desc`;
  await tx.execute(sql`
    update provider p set version_id = best.id from (${shown}) best
    where best.provider_id = p.id and p.claimed_at is null and p.version_id is distinct from best.id`);
  await followNames(tx, importId);
  const changed = await rows<{ id: number }>(
    tx,
    sql`select provider_id as id from provider_version where import_id = ${importId} and state = 'current' order by 1`,
  );
  return changed.map((each) => each.id);
}

/** The legal unit bears the name that the shown version gives it. */
async function followNames(tx: Db, importId: number): Promise<void> {
  const renamed = await rows<{ id: number; name: string }>(
    tx,
    sql`select o.id, coalesce(v.profile->>'legalName', v.profile->>'name') as name
        from provider_version v join provider p on p.version_id = v.id join organisation o on o.id = p.organisation_id
        where v.import_id = ${importId} and o.name <> coalesce(v.profile->>'legalName', v.profile->>'name')`,
  );
  await renameOrganisations(tx, renamed);
}
