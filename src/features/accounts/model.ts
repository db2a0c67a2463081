/** Organisations, the roles people have in them, and the rules of membership, invitations and claims. Pure. */

/** Owner belongs to the organisation whatever it does: it looks after who may do what there. */
export const PROVIDER_ROLES = ['owner', 'editor', 'reporter'] as const;
export const AUTHORITY_ROLES = ['assessor', 'decider', 'standards-editor', 'confirmer', 'issuer'] as const;
export const SITE_ROLES = ['moderator', 'operator', 'auditor'] as const;
export const ORGANISATION_ROLES = [...PROVIDER_ROLES, ...AUTHORITY_ROLES] as const;
export const ROLES = [...ORGANISATION_ROLES, ...SITE_ROLES] as const;

export type SiteRole = (typeof SITE_ROLES)[number];
export type OrganisationRole = (typeof ORGANISATION_ROLES)[number];
export type Role = (typeof ROLES)[number];

export function isRole(value: string): value is Role {
  return (ROLES as readonly string[]).includes(value);
}

export function isOrganisationRole(value: string): value is OrganisationRole {
  return (ORGANISATION_ROLES as readonly string[]).includes(value);
}

export function isSiteRole(value: string): value is SiteRole {
  return (SITE_ROLES as readonly string[]).includes(value);
}

/** What an organisation is on this site; it can be both. */
export interface OrganisationKind {
  provider: boolean;
  authority: boolean;
}

/** Roles that can be given in an organisation, in the order that they are offered. */
export function rolesOf({ provider, authority }: OrganisationKind): OrganisationRole[] {
  return [...(provider ? PROVIDER_ROLES : (['owner'] as const)), ...(authority ? AUTHORITY_ROLES : [])];
}
