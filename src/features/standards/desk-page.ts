/** What the desk pages of one version share: whose it is, and whether there is such a one. */
import type { Db } from '#db/client.ts';
import { organisationById, type OrganisationOnDesk } from '#features/accounts/queries.ts';
import { deskStandards, deskVersion } from './paths.ts';
import { versionOnDesk, type StandardVersion } from './queries.ts';

export interface DeskVersion {
  organisation: OrganisationOnDesk;
  version: StandardVersion;
  /** Paths without language. */
  list: string;
  home: string;
}

/** @param params of the address. null: there is no such version, or it is another authority's */
export async function openDeskVersion(db: Db, { id, slug, version: number }: Record<string, string | undefined>): Promise<DeskVersion | null> {
  if (!/^[1-9]\d{0,3}$/.test(number ?? '')) return null;
  const version = await versionOnDesk(db, slug ?? '', Number(number));
  const organisation = version && String(version.authorityId) === id ? await organisationById(db, version.authorityId) : null;
  if (!version || !organisation) return null;
  return { organisation, version, list: deskStandards(organisation.id), home: deskVersion(organisation.id, version.slug, version.number) };
}
