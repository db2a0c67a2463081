/** What the site's operators see of organisations, people and tokens: as little of people as the work needs. */
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import { rows, type Db } from '#db/client.ts';
import { apiToken, authority, invitation } from '#db/schema/index.ts';
import { now } from '#platform/clock.ts';
import { unseal } from '#platform/seal.ts';
import { isRole, isSiteRole, type Role, type SiteRole } from '../model.ts';

export const PAGE_SIZE = 50;
export interface Page<T> {
  found: T[];
  total: number;
  page: number;
  pages: number;
}

const paged = <T>(found: T[], total: number, page: number): Page<T> => ({ found, total, page, pages: Math.max(1, Math.ceil(total / PAGE_SIZE)) });

export interface SiteOrganisation {
  id: number;
  name: string;
  scheme: string;
  number: string;
  provider: boolean;
  authority: boolean;
  members: number;
  suspended: boolean;
}

/** By name. @param text part of a name, or a whole number; empty: all. @param page from 1 */
export async function siteOrganisations(db: Db, { text, page }: { text: string; page: number }): Promise<Page<SiteOrganisation>> {
  const like = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const where = text === '' ? sql`true` : sql`(o.name ilike ${like} or o.value = ${text.replace(/\s/g, '')})`;
  const [count] = await rows<{ n: number }>(db, sql`select count(*)::int as n from organisation o where ${where}`);
  const found = await rows<SiteOrganisation>(db, sql`
    select o.id, o.name, o.scheme, o.value as number, o.suspended_at is not null as suspended,
      exists (select 1 from provider p where p.organisation_id = o.id) as provider,
      exists (select 1 from authority a where a.organisation_id = o.id and a.ended_at is null) as authority,
      (select count(distinct m.person_id)::int from membership m where m.organisation_id = o.id and m.ended_at is null) as members
    from organisation o where ${where} order by o.name, o.id limit ${PAGE_SIZE} offset ${(page - 1) * PAGE_SIZE}`);
  return paged(found, count?.n ?? 0, page);
}

/** Present ones. */
export async function authorityOf(db: Db, organisationId: number): Promise<{ since: Date; area: string | null } | null> {
  const [found] = await db.select({ since: authority.since, area: authority.area }).from(authority).where(and(eq(authority.organisationId, organisationId), isNull(authority.endedAt)));
  return found ?? null;
}

export interface SiteToken {
  id: number;
  name: string;
  scopes: string[];
  createdAt: Date;
  expiresAt: Date;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
}

export async function tokensOfOrganisation(db: Db, organisationId: number): Promise<SiteToken[]> {
  const { id, name, scopes, createdAt, expiresAt, lastUsedAt, revokedAt } = apiToken;
  return db.select({ id, name, scopes, createdAt, expiresAt, lastUsedAt, revokedAt }).from(apiToken).where(eq(apiToken.organisationId, organisationId)).orderBy(desc(id));
}

export interface PersonRole {
  role: Role;
  /** null: a role of the site. */
  organisationId: number | null;
  organisationName: string | null;
}

export interface SitePerson {
  id: string;
  name: string;
  suspended: boolean;
  sessions: number;
  roles: PersonRole[];
}

type PersonRow = Omit<SitePerson, 'roles'> & { roles: { role: string; organisationId: number | null; organisationName: string | null }[] };

const personRow = (at: Date) => sql`
  p.id, p.name, p.suspended_at is not null as suspended,
  (select count(*)::int from person_session s where s.person_id = p.id and s.expires_at > ${at.toISOString()}::timestamptz) as sessions,
  coalesce((select json_agg(json_build_object('role', m.role, 'organisationId', m.organisation_id, 'organisationName', o.name) order by m.id)
    from membership m left join organisation o on o.id = m.organisation_id where m.person_id = p.id and m.ended_at is null), '[]'::json) as roles`;

const known = ({ roles, ...person }: PersonRow): SitePerson => ({ ...person, roles: roles.flatMap(({ role, ...where }) => (isRole(role) ? [{ role, ...where }] : [])) });

/** Newest first. @param onlySite those with a role of the site @param page from 1 */
export async function sitePeople(db: Db, { onlySite, page }: { onlySite: boolean; page: number }): Promise<Page<SitePerson>> {
  const where = sql`p.erased_at is null and (not ${onlySite}::boolean or exists (select 1 from membership m where m.person_id = p.id and m.organisation_id is null and m.ended_at is null))`;
  const [count] = await rows<{ n: number }>(db, sql`select count(*)::int as n from person p where ${where}`);
  const found = await rows<PersonRow>(db, sql`
    select ${personRow(now())} from person p where ${where} order by p.created_at desc, p.id limit ${PAGE_SIZE} offset ${(page - 1) * PAGE_SIZE}`);
  return paged(found.map(known), count?.n ?? 0, page);
}

export interface SitePersonDetail extends SitePerson {
  email: string;
  emailVerified: boolean;
  locale: string;
  passkeys: number;
  /** Whether an eID is tied to the account. */
  eid: boolean;
  createdAt: Date;
  suspendedAt: Date | null;
  suspendedReason: string | null;
}

/** null: there is none, or the account was erased. */
export async function sitePerson(db: Db, id: string): Promise<SitePersonDetail | null> {
  const [found] = await rows<PersonRow & Omit<SitePersonDetail, keyof SitePerson | 'createdAt' | 'suspendedAt'> & { createdAt: string; suspendedAt: string | null }>(db, sql`
    select ${personRow(now())}, p.email, p.email_verified as "emailVerified", p.locale, p.created_at::text as "createdAt", p.suspended_at::text as "suspendedAt", p.suspended_reason as "suspendedReason",
      (select count(*)::int from passkey k where k.person_id = p.id) as passkeys, exists (select 1 from person_account a where a.person_id = p.id) as eid
    from person p where p.id = ${id} and p.erased_at is null`);
  if (!found) return null;
  const { createdAt, suspendedAt, email, emailVerified, locale, passkeys, eid, suspendedReason, ...person } = found;
  return {
    ...known(person), email, emailVerified, locale, passkeys, eid, suspendedReason,
    createdAt: new Date(createdAt), suspendedAt: suspendedAt === null ? null : new Date(suspendedAt),
  };
}

/** For the policy: the organisations of a person are parties to what is decided about them. null: there is no such person */
export async function partiesOfPerson(db: Db, personId: string): Promise<{ partyPersonIds: string[] } | null> {
  return (await sitePerson(db, personId)) && { partyPersonIds: [personId] };
}

export interface SiteInvitation {
  id: number;
  address: string;
  role: SiteRole;
  expiresAt: Date;
}

/** To roles of the site, that can still be accepted. */
export async function siteInvitations(db: Db): Promise<SiteInvitation[]> {
  const found = await db
    .select()
    .from(invitation)
    .where(and(isNull(invitation.organisationId), isNull(invitation.revokedAt), isNull(invitation.acceptedAt)))
    .orderBy(asc(invitation.id));
  return found.flatMap(({ id, address, role, expiresAt }) => (address === null || !isSiteRole(role) || expiresAt <= now() ? [] : [{ id, address: unseal('invitation', address), role, expiresAt }]));
}
