/** Who sends a notice, and about which page of this site. */
import { sql } from 'drizzle-orm';
import { rows, type Db } from '#db/client.ts';
import type { Actor } from '#platform/permissions.ts';

export interface SendingOrganisation {
  id: number;
  name: string;
  as: 'provider' | 'authority';
}

/** Organisations that a person belongs to, and in whose name a notice can be sent. */
export async function sendingOrganisations(db: Db, personId: string | null): Promise<SendingOrganisation[]> {
  if (personId === null) return [];
  return rows<SendingOrganisation>(
    db,
    sql`select distinct o.id, o.name, case when a.organisation_id is null then 'provider' else 'authority' end as "as"
        from membership m join organisation o on o.id = m.organisation_id left join authority a on a.organisation_id = o.id and a.ended_at is null
        where m.person_id = ${personId} and m.ended_at is null and o.suspended_at is null order by o.name`,
  );
}

/** @param as id of the organisation; another's, or none: the sender is a person */
export async function senderOf(db: Db, { personId }: Pick<Actor, 'personId'>, as: string | undefined): Promise<{ organisationId: number; as: 'provider' | 'authority' } | null> {
  const found = (await sendingOrganisations(db, personId)).find((each) => String(each.id) === as);
  return found ? { organisationId: found.id, as: found.as } : null;
}

/** The path on this site that somebody typed or copied, with its fragment; null: it is no address of this site. */
export function sitePath(given: string, siteUrl: string): string | null {
  const site = new URL(siteUrl);
  const whole = /^https?:\/\//i.test(given) ? given : given.startsWith('/') && !/^\/[/\\]/.test(given) ? `${site.origin}${given}` : `https://${given}`;
  if (!URL.canParse(whole)) return null;
  const { host, pathname, search, hash } = new URL(whole);
  return host === site.host ? `${pathname}${search}${hash}` : null;
}
