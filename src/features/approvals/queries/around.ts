/** Names around a case: provider, authority, standard, as they are now. */
import { sql } from 'drizzle-orm';
import { rows, type Db } from '#db/client.ts';
import type { StandardDocument } from '#features/standards/model.ts';

export interface AroundCase {
  id: number;
  provider: { id: number; organisationId: number; name: string; slug: string };
  authority: { id: number; name: string };
  standard: { id: number; slug: string; version: number; versionId: number; document: StandardDocument };
}

/** null: there is no such case. */
export async function aroundCase(db: Db, caseId: number): Promise<AroundCase | null> {
  const [found] = await rows<AroundCase>(
    db,
    sql`select c.id,
          json_build_object('id', p.id, 'organisationId', p.organisation_id, 'slug', p.slug, 'name', coalesce(v.profile->>'name', o.name)) as provider,
          json_build_object('id', a.id, 'name', a.name) as authority,
          json_build_object('id', s.id, 'slug', s.slug, 'version', n.number, 'versionId', n.id, 'document', n.document) as standard
        from approval_case c join provider p on p.id = c.provider_id join organisation o on o.id = p.organisation_id left join provider_version v on v.id = p.version_id
        join organisation a on a.id = c.authority_id join standard s on s.id = c.standard_id join standard_version n on n.id = c.standard_version_id
        where c.id = ${caseId}`,
  );
  return found ?? null;
}

export interface CaseOwner {
  authorityId: number;
  providerOrganisationId: number;
  slug: string;
}

/** Whose a case is, for the policy; null: there is none. */
export async function caseOwner(db: Db, caseId: number): Promise<CaseOwner | null> {
  const [found] = await rows<CaseOwner>(
    db,
    sql`select c.authority_id as "authorityId", p.organisation_id as "providerOrganisationId", p.slug from approval_case c join provider p on p.id = c.provider_id where c.id = ${caseId}`,
  );
  return found ?? null;
}
