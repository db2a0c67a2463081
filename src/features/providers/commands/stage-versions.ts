import { sql } from 'drizzle-orm';
import { recordset, rows, type Db } from '#db/client.ts';
import { ensureOrganisations } from '#features/accounts/commands/ensure-organisations.ts';
import type { ProviderProfile } from '../input.ts';
import { organisationKey } from '../model.ts';
import { storedProviders, type StoredProvider } from '../queries.ts';
import { chooseSlugs, type SlugCounters } from './choose-slugs.ts';

export interface Description {
  profile: ProviderProfile;
  /** Of the profile and its programmes together. */
  hash: string;
}

/** `unchanged`: this source has said exactly this before. `proposal`: the provider keeps its own words until it accepts. */
export type DescriptionOutcome = 'new' | 'changed' | 'unchanged' | 'proposal';

export function descriptionOutcome(stored: StoredProvider | undefined, hash: string): DescriptionOutcome {
  if (!stored) return 'new';
  if (stored.currentHash === hash) return 'unchanged';
  if (stored.claimed) return stored.proposalHash === hash ? 'unchanged' : 'proposal';
  return stored.currentHash === null ? 'new' : 'changed';
}

export interface Staging {
  sourceId: number;
  importId: number;
  at: Date;
  slugs: SlugCounters;
}

export interface StagedDescription {
  providerId: number;
  outcome: DescriptionOutcome;
  /** The version that waits to be activated; null: unchanged. */
  versionId: number | null;
}

/**
 * Stores what a source says of some providers as staged versions, and makes the providers that do not exist.
 * Nothing of it shows before `activateVersions`.
 * @returns one entry for each description, in the order given
 */
export async function stageVersions(tx: Db, staging: Staging, descriptions: readonly Description[]): Promise<StagedDescription[]> {
  const keys = descriptions.map(({ profile }) => organisationKey(profile.id));
  const stored = await storedProviders(tx, staging.sourceId, keys);
  const byIndex = new Map(stored.map((each) => [each.n, each]));
  const made = await makeProviders(tx, staging, descriptions, keys, byIndex);
  const staged = descriptions.map(({ hash }, n): StagedDescription => {
    const known = byIndex.get(n);
    return { providerId: known?.providerId ?? made.get(n) ?? 0, outcome: descriptionOutcome(known, hash), versionId: null };
  });
  const wanted = staged.flatMap(({ providerId, outcome }, n) => {
    const description = descriptions[n];
    return outcome === 'unchanged' || !description ? [] : [{ n, provider_id: providerId, hash: description.hash, profile: description.profile }];
  });
  const inserted = await rows<{ id: number; provider_id: number }>(
    tx,
    sql`insert into provider_version (provider_id, source_id, import_id, state, hash, profile, created_at)
        select r.provider_id, ${staging.sourceId}::int, ${staging.importId}::int, 'staged', r.hash, r.profile, ${staging.at.toISOString()}::timestamptz
        from ${recordset(wanted, 'n int, provider_id int, hash text, profile jsonb')} order by r.n
        returning id, provider_id`,
  );
  const versions = new Map(inserted.map((each) => [each.provider_id, each.id]));
  return staged.map((each) => ({ ...each, versionId: each.outcome === 'unchanged' ? null : (versions.get(each.providerId) ?? null) }));
}

/** @returns ids of the providers that were missing, by index */
async function makeProviders(
  tx: Db,
  staging: Staging,
  descriptions: readonly Description[],
  keys: readonly { scheme: string; value: string }[],
  known: ReadonlyMap<number, StoredProvider>,
): Promise<Map<number, number>> {
  const missing = descriptions.flatMap(({ profile }, n) => {
    const key = keys[n];
    return known.has(n) || !key ? [] : [{ n, key, profile }];
  });
  if (missing.length === 0) return new Map();
  const organisations = await ensureOrganisations(
    tx,
    missing.map(({ key, profile }) => ({ ...key, name: profile.legalName ?? profile.name })),
    staging.at,
  );
  const slugs = await chooseSlugs(tx, missing.map(({ profile }) => profile.name), staging.slugs);
  const wanted = missing.map(({ n }, index) => ({ n, organisation_id: organisations[index], slug: slugs[index] }));
  const made = await rows<{ id: number; organisation_id: number }>(
    tx,
    sql`insert into provider (organisation_id, slug, created_at)
        select r.organisation_id, r.slug, ${staging.at.toISOString()}::timestamptz
        from ${recordset(wanted, 'n int, organisation_id int, slug text')} order by r.n
        returning id, organisation_id`,
  );
  const ids = new Map(made.map((each) => [each.organisation_id, each.id]));
  return new Map(wanted.map(({ n, organisation_id }) => [n, ids.get(organisation_id ?? 0) ?? 0]));
}
