/** Who belongs where, with which roles; invitations. */
import { and, asc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import { rows, type Db } from '#db/client.ts';
import { authority, invitation, membership, organisation, person, provider } from '#db/schema/index.ts';
import type { ActorRole } from '#platform/permissions.ts';
import { unseal } from '#platform/seal.ts';
import { tokenHash } from './invitation.ts';
import { isRole, isOrganisationRole, type OrganisationKind, type OrganisationRole, type Role } from './model.ts';

/** Roles as they are now: for the actor of a request. */
export async function rolesOfPerson(db: Db, personId: string): Promise<ActorRole[]> {
  return db
    .select({ organisationId: membership.organisationId, role: membership.role, organisationSuspended: sql<boolean>`${organisation.suspendedAt} is not null` })
    .from(membership)
    .leftJoin(organisation, eq(organisation.id, membership.organisationId))
    .where(and(eq(membership.personId, personId), isNull(membership.endedAt)))
    .orderBy(asc(membership.id));
}

export interface OrganisationOnDesk extends OrganisationKind {
  id: number;
  scheme: string;
  number: string;
  name: string;
  /** Of the provider that it is; null: it is none. */
  providerId: number | null;
  slug: string | null;
  suspendedAt: Date | null;
  suspendedReason: string | null;
}

const ON_DESK = {
  id: organisation.id,
  scheme: organisation.scheme,
  number: organisation.value,
  name: organisation.name,
  providerId: provider.id,
  slug: provider.slug,
  provider: sql<boolean>`${provider.id} is not null`,
  authority: sql<boolean>`${authority.organisationId} is not null`,
  suspendedAt: organisation.suspendedAt,
  suspendedReason: organisation.suspendedReason,
};

const onDesk = (db: Db) =>
  db
    .select(ON_DESK)
    .from(organisation)
    .leftJoin(provider, eq(provider.organisationId, organisation.id))
    .leftJoin(authority, and(eq(authority.organisationId, organisation.id), isNull(authority.endedAt)));

export async function organisationById(db: Db, id: number): Promise<OrganisationOnDesk | null> {
  const [found] = await onDesk(db).where(eq(organisation.id, id));
  return found ?? null;
}

/** By name. */
export async function organisationsById(db: Db, ids: readonly number[]): Promise<OrganisationOnDesk[]> {
  if (ids.length === 0) return [];
  return onDesk(db).where(inArray(organisation.id, [...ids])).orderBy(asc(organisation.name), asc(organisation.id));
}

export interface Member {
  personId: string;
  name: string;
  email: string;
  roles: OrganisationRole[];
  since: Date;
}

/** Present members, first come first; each with all their roles. */
export async function membersOf(db: Db, organisationId: number): Promise<Member[]> {
  const found = await db
    .select({ personId: person.id, name: person.name, email: person.email, role: membership.role, since: membership.since })
    .from(membership)
    .innerJoin(person, eq(person.id, membership.personId))
    .where(and(eq(membership.organisationId, organisationId), isNull(membership.endedAt)))
    .orderBy(asc(membership.id));
  const members = new Map<string, Member>();
  for (const { role, ...each } of found) {
    const member = members.get(each.personId) ?? { ...each, roles: [] };
    if (isOrganisationRole(role)) member.roles.push(role);
    members.set(each.personId, member);
  }
  return [...members.values()];
}

export interface SentInvitation {
  id: number;
  address: string;
  role: Role;
  createdAt: Date;
  expiresAt: Date;
}

/** Those that can still be accepted, or could until lately. */
export async function invitationsOf(db: Db, organisationId: number): Promise<SentInvitation[]> {
  const found = await db
    .select()
    .from(invitation)
    .where(and(eq(invitation.organisationId, organisationId), isNull(invitation.revokedAt), isNull(invitation.acceptedAt), isNotNull(invitation.address)))
    .orderBy(asc(invitation.id));
  return found.flatMap(({ id, address, role, createdAt, expiresAt }) =>
    address === null || !isRole(role) ? [] : [{ id, address: unseal('invitation', address), role, createdAt, expiresAt }]);
}

export interface ReceivedInvitation extends SentInvitation {
  /** null: a role of the site itself. */
  organisationId: number | null;
  organisationName: string | null;
  invitedBy: string | null;
  state: 'open' | 'expired' | 'revoked' | 'accepted';
}

/** @param tokenHash see `tokenHash` in invitation.ts */
export async function invitationByToken(db: Db, tokenHash: string, at: Date): Promise<ReceivedInvitation | null> {
  const [found] = await db
    .select({ row: invitation, organisationName: organisation.name, invitedBy: person.name })
    .from(invitation)
    .leftJoin(organisation, eq(organisation.id, invitation.organisationId))
    .leftJoin(person, eq(person.id, invitation.invitedBy))
    .where(eq(invitation.tokenHash, tokenHash));
  if (!found || !isRole(found.row.role)) return null;
  const { row, organisationName, invitedBy } = found;
  const state = row.acceptedAt ? 'accepted' : row.revokedAt ? 'revoked' : row.expiresAt <= at ? 'expired' : 'open';
  const address = row.address === null ? '' : unseal('invitation', row.address);
  return { id: row.id, role: found.row.role, organisationId: row.organisationId, organisationName, invitedBy, address, state, createdAt: row.createdAt, expiresAt: row.expiresAt };
}

/** Whose an invitation is, for the policy; null: there is none. */
export async function invitationOrganisation(db: Db, id: number): Promise<{ organisationId: number | null } | null> {
  const [found] = await db.select({ organisationId: invitation.organisationId }).from(invitation).where(eq(invitation.id, id));
  return found ?? null;
}

export interface Contact {
  personId: string;
  name: string;
  email: string;
  locale: string;
}

/** People to tell, with an address of their own that works. @param present false: those who were owners and are no more */
export async function ownersOf(db: Db, organisationId: number, present = true): Promise<Contact[]> {
  return rows<Contact>(
    db,
    sql`select distinct p.id as "personId", p.name, p.email, p.locale
        from membership m join person p on p.id = m.person_id
        where m.organisation_id = ${organisationId} and m.role = 'owner' and p.erased_at is null
          and (m.ended_at is null) = ${present}
          and (${present} or not exists (select 1 from membership n where n.person_id = m.person_id and n.organisation_id = m.organisation_id and n.role = 'owner' and n.ended_at is null))
        order by p.id`,
  );
}

/** By the part of an address that should be its id; null for anything that is none. */
export async function organisationOfParam(db: Db, param: string | undefined): Promise<OrganisationOnDesk | null> {
  return param !== undefined && /^[1-9]\d{0,8}$/.test(param) ? organisationById(db, Number(param)) : null;
}

/** By the token in a letter's link. */
export async function invitationOfLink(db: Db, token: string | undefined, at: Date): Promise<ReceivedInvitation | null> {
  return token === undefined ? null : invitationByToken(db, tokenHash(token), at);
}
