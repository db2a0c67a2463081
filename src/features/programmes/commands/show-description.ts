import { sql } from 'drizzle-orm';
import { rows, type Db } from '#db/client.ts';
import { Refused } from '#platform/form.ts';
import type { Context } from '#platform/context.ts';
import { renameOrganisations } from '#features/accounts/commands/rename-organisations.ts';
import { ensureSource } from '#features/providers/commands/ensure-source.ts';
import type { ProviderProfile } from '#features/providers/input.ts';
import { descriptionHash } from '../description-hash.ts';
import type { Ready } from '../draft.ts';
import type { DeskProvider } from '../desk-queries.ts';
import { OWN_SOURCE } from '../own-source.ts';
import { stageProgrammes } from './stage-programmes.ts';

/**
 * Makes a description the shown one, as the provider's own words: a new version in place of its earlier one. What other
 * sources say stays beside it. The caller holds the provider's row.
 * @returns the version's id
 */
export async function showDescription(ctx: Context, tx: Db, provider: DeskProvider, { profile, programmes }: Ready, at: Date): Promise<number> {
  await checkCodes(tx, profile, programmes);
  const own = { ...profile, id: { ...provider.number } };
  const when = sql`${at.toISOString()}::timestamptz`;
  const sourceId = await ensureSource(tx, OWN_SOURCE, at);
  await tx.execute(sql`
    update provider_version set state = 'past', replaced_at = ${when}
    where provider_id = ${provider.id} and source_id = ${sourceId} and state = 'current'`);
  const [made] = await rows<{ id: number }>(
    tx,
    sql`insert into provider_version (provider_id, source_id, state, hash, profile, created_at, activated_at)
        values (${provider.id}, ${sourceId}, 'current', ${descriptionHash(JSON.stringify(own), JSON.stringify(programmes))}, ${JSON.stringify(own)}::jsonb, ${when}, ${when})
        returning id`,
  );
  if (!made) throw new Error('The version was not written.');
  await stageProgrammes(tx, [{ versionId: made.id, programmes }]);
  // From now on the profile is the provider's own: no file overwrites it.
  await tx.execute(sql`update provider set version_id = ${made.id}, claimed_at = coalesce(claimed_at, ${when}) where id = ${provider.id}`);
  await renameOrganisations(tx, [{ id: provider.organisationId, name: profile.legalName ?? profile.name }]);
  await ctx.outbox.send(tx, 'providers.changed', { providerIds: [provider.id] });
  return made.id;
}

/** Places, groups and sectors that no register has: only a request made by hand holds such a thing. */
async function checkCodes(tx: Db, profile: ProviderProfile, programmes: Ready['programmes']): Promise<void> {
  const regions = [...profile.coverage, ...(profile.locations ?? []).map((each) => each.region), ...programmes.flatMap((each) => each.coverage ?? [])];
  const groups = [...(profile.targetGroups ?? []), ...programmes.flatMap((each) => each.targetGroups ?? [])].map((each) => each.code);
  const wanted = { region: regions, target_group: groups, sector: profile.sectors ?? [] };
  for (const [table, codes] of Object.entries(wanted)) {
    const [unknown] = await rows<{ code: string }>(
      tx,
      sql`select value as code from json_array_elements_text(${JSON.stringify(codes)}::json)
          where value not in (select code from ${sql.identifier(table)}) limit 1`,
    );
    // A bare country is known by its regions.
    if (unknown && !(table === 'region' && /^[a-z]{2}$/.test(unknown.code))) throw new Refused('invalid', { field: null, reason: 'not-ready' });
  }
}
