/**
 * What each role may do: one table and one pure function. Everything else in the product asks here.
 * A rule is who (relation × roles), how well they must have shown who they are, and which token scope will do.
 */
import type { Actor, Decision, PolicyObject, Refusal, RefusalReason } from '#platform/permissions.ts';
import { reaches, RECENT_MINUTES } from './identity/model.ts';
import { AUTHORITY_ROLES, ORGANISATION_ROLES, PROVIDER_ROLES, SITE_ROLES, type OrganisationRole, type SiteRole } from './model.ts';

/** `everyone` needs no sign-in; `self` is the person that the object is about. */
type Grant =
  | { on: 'everyone' | 'signed-in' | 'self' }
  /** A role in the organisation whose it is. */
  | { on: 'organisation'; roles: readonly OrganisationRole[] }
  /** A role in the authority that was asked. */
  | { on: 'authority'; roles: readonly OrganisationRole[] }
  | { on: 'site'; roles: readonly SiteRole[] };

/** Recent: shown who they are within `RECENT_MS`. Strong: passkey, or an identity provider at NSIS Substantial. */
export interface Assurance {
  recent?: true;
  strong?: true;
}

export const TOKEN_SCOPES = ['profile:write', 'programmes:write', 'openings:write', 'results:write', 'stays:write'] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

export interface Rule {
  grants: readonly (Grant & { needs?: Assurance })[];
  /** A token of the organisation with this scope may do it too. */
  token?: TokenScope;
  /** Also while the person or the organisation is suspended: to read, to leave, to take one's data along. */
  whileSuspended?: true;
  /** Nobody does this in a case of their own organisation or their own. */
  notOwnCase?: true;
}

const RECENT = { recent: true } as const satisfies Assurance;
const STRONG = { strong: true } as const satisfies Assurance;
const BOTH = { recent: true, strong: true } as const satisfies Assurance;

const own = (roles: readonly OrganisationRole[], needs: Assurance = {}) => ({ on: 'organisation', roles, needs }) as const;
const asked = (roles: readonly OrganisationRole[], needs: Assurance = {}) => ({ on: 'authority', roles, needs }) as const;
const site = (roles: readonly SiteRole[], needs: Assurance) => ({ on: 'site', roles, needs }) as const;
const self = (needs: Assurance = {}) => ({ on: 'self', needs }) as const;
const SIGNED_IN = { on: 'signed-in' } as const;
const EVERYONE = { on: 'everyone' } as const;

const OWNER = ['owner'] as const;
const EDITORS = ['owner', 'editor'] as const;
const REPORTERS = ['owner', 'reporter'] as const;
const OPERATOR = ['operator'] as const;
const WATCHERS = ['operator', 'auditor'] as const;
const MODERATOR = ['moderator'] as const;
const CASEWORKERS = ['assessor', 'decider'] as const;

const TABLE = {
  // One's own account.
  'account.view': { grants: [self()], whileSuspended: true },
  'account.edit': { grants: [self()] },
  'account.end-session': { grants: [self()], whileSuspended: true },
  'account.passkeys': { grants: [self(RECENT)] },
  'account.export': { grants: [self(RECENT)], whileSuspended: true },
  'account.erase': { grants: [self(RECENT)], whileSuspended: true },

  // The desk and membership.
  'desk.view': { grants: [SIGNED_IN], whileSuspended: true },
  'organisation.view': { grants: [own(ORGANISATION_ROLES), site(WATCHERS, STRONG)], whileSuspended: true },
  'organisation.invite': { grants: [own(OWNER, RECENT), site(OPERATOR, BOTH)] },
  'organisation.revoke-invitation': { grants: [own(OWNER), site(OPERATOR, BOTH)] },
  'organisation.change-role': { grants: [own(OWNER, RECENT), site(OPERATOR, BOTH)] },
  'organisation.remove-member': { grants: [own(OWNER, RECENT), site(OPERATOR, BOTH)] },
  'organisation.leave': { grants: [own(ORGANISATION_ROLES, RECENT)], whileSuspended: true },
  'invitation.open': { grants: [EVERYONE] },
  'invitation.accept': { grants: [SIGNED_IN] },

  // Claims of profiles.
  'claim.make': { grants: [SIGNED_IN] },
  'claim.view': { grants: [self(), own(OWNER), site(WATCHERS, STRONG)], whileSuspended: true },
  'claim.withdraw': { grants: [self()] },
  'claim.answer': { grants: [own(OWNER)] },
  'claim.start': { grants: [EVERYONE] },
  'claim.decide': { grants: [site(OPERATOR, BOTH)], notOwnCase: true },

  // The provider's desk.
  'provider.view-desk': { grants: [own(PROVIDER_ROLES)], whileSuspended: true },
  'provider.edit': { grants: [own(EDITORS)], token: 'profile:write' },
  'provider.publish': { grants: [own(EDITORS)], token: 'profile:write' },
  'provider.confirm-fresh': { grants: [own(EDITORS)] },
  'programme.edit': { grants: [own(EDITORS)], token: 'programmes:write' },
  'openings.edit': { grants: [own(EDITORS)], token: 'openings:write' },
  'enquiries.send': { grants: [EVERYONE] },
  'enquiries.read': { grants: [own(EDITORS)] },
  'enquiries.answer': { grants: [own(EDITORS)] },
  'tokens.manage': { grants: [own(OWNER, RECENT)] },

  // Results and their evidence.
  'results.view-desk': { grants: [own(PROVIDER_ROLES)], whileSuspended: true },
  'results.report': { grants: [own(REPORTERS)], token: 'results:write' },
  'results.submit-evidence': { grants: [own(REPORTERS)], token: 'results:write' },
  'results.view-confirmations': { grants: [asked(['confirmer'])], whileSuspended: true },
  'results.confirm': { grants: [asked(['confirmer'], BOTH)], notOwnCase: true },
  'evidence.read': { grants: [own(REPORTERS), asked(['confirmer']), site(WATCHERS, STRONG)] },

  // The authority's desk.
  'authority.view-desk': { grants: [own(['owner', ...AUTHORITY_ROLES])], whileSuspended: true },

  // Standards of an authority, and what the public says to a draft.
  'standards.view-desk': { grants: [own(['owner', ...AUTHORITY_ROLES])], whileSuspended: true },
  'standards.edit': { grants: [own(['standards-editor'])] },
  'standards.publish': { grants: [own(['standards-editor'], BOTH)] },
  'standards.comment': { grants: [EVERYONE] },

  // Approvals: the applicant's side, then the authority's.
  'approvals.view-desk': { grants: [own(PROVIDER_ROLES)], whileSuspended: true },
  'approvals.apply': { grants: [own(EDITORS)] },
  'approvals.answer': { grants: [own(EDITORS)] },
  'approvals.appeal': { grants: [own(OWNER)] },
  // Who is a party too sees the case at the party's own desk, without notes and drafts.
  'cases.view': { grants: [asked(CASEWORKERS), site(WATCHERS, STRONG)], whileSuspended: true, notOwnCase: true },
  'cases.assign': { grants: [asked(CASEWORKERS)], notOwnCase: true },
  'cases.assess': { grants: [asked(CASEWORKERS)], notOwnCase: true },
  'cases.decide': { grants: [asked(['decider'], BOTH)], notOwnCase: true },
  'cases.follow-up': { grants: [asked(CASEWORKERS)], notOwnCase: true },
  'cases.appeal': { grants: [asked(['decider'], BOTH)], notOwnCase: true },
  'cases.export': { grants: [asked(CASEWORKERS), own(OWNER)], notOwnCase: true },

  // Reviews: pools of the authority whose participants are asked, and the provider's side.
  'pools.view': { grants: [own(['owner', 'issuer'])], whileSuspended: true },
  'pools.manage': { grants: [own(['issuer'])], token: 'stays:write' },
  'pools.confirm-stays': { grants: [own(REPORTERS)] },
  'reviews.send': { grants: [EVERYONE] },
  'reviews.view-desk': { grants: [own(PROVIDER_ROLES)], whileSuspended: true },
  'reviews.reply': { grants: [own(EDITORS)] },

  // Moderation.
  'notices.send': { grants: [EVERYONE] },
  'moderation.view': { grants: [site(['moderator', ...WATCHERS], STRONG)] },
  'moderation.decide': { grants: [site(MODERATOR, BOTH)], notOwnCase: true },
  'moderation.export': { grants: [site(['moderator', ...WATCHERS], STRONG)] },

  // The demo's clock: the command itself refuses outside the demo.
  'demo.move-clock': { grants: [EVERYONE] },

  // The site.
  'site.view-desk': { grants: [site(SITE_ROLES, STRONG)] },
  'site.view-organisations': { grants: [site(WATCHERS, STRONG)] },
  'site.view-people': { grants: [site(WATCHERS, STRONG)] },
  'site.view-claims': { grants: [site(WATCHERS, STRONG)] },
  'site.view-registers': { grants: [site(WATCHERS, STRONG)] },
  'site.view-jobs': { grants: [site(WATCHERS, STRONG)] },
  'site.retry-jobs': { grants: [site(OPERATOR, BOTH)] },
  'site.view-mail': { grants: [site(WATCHERS, STRONG)] },
  'site.handle-mail': { grants: [site(OPERATOR, BOTH)] },
  'site.view-evidence': { grants: [site(WATCHERS, STRONG)] },
  'site.decide-evidence': { grants: [site(OPERATOR, BOTH)], notOwnCase: true },
  'site.view-audit': { grants: [site(WATCHERS, STRONG)] },
  'site.check-audit': { grants: [site(WATCHERS, STRONG)] },
  'site.suspend': { grants: [site(OPERATOR, BOTH)], notOwnCase: true },
  'site.restore': { grants: [site(OPERATOR, BOTH)], notOwnCase: true },
  'site.appoint-authority': { grants: [site(OPERATOR, BOTH)] },
  'site.give-role': { grants: [site(OPERATOR, BOTH)], notOwnCase: true },
} as const satisfies Record<string, Rule>;

export type ActionName = keyof typeof TABLE;
export const ACTIONS: Readonly<Record<ActionName, Rule>> = TABLE;
export const ACTION_NAMES = Object.keys(TABLE) as readonly ActionName[];

/** What this instance asks for; `optional` only where it shows itself, and nobody real depends on it. */
export interface Strictness {
  strongSignIn: 'required' | 'optional';
}
export const STRICT: Strictness = { strongSignIn: 'required' };

export const RECENT_MS = RECENT_MINUTES * 60_000;

const ALLOWED: Decision = { allowed: true };
const refuse = (outcome: Refusal, reason: RefusalReason): Decision => ({ allowed: false, outcome, reason });

function inOwnCase(actor: Actor, object: PolicyObject): boolean {
  const own = new Set(actor.roles.flatMap((each) => (each.organisationId === null ? [] : [each.organisationId])));
  const parties = [...(object.partyOrganisationIds ?? [])];
  return parties.some((id) => own.has(id)) || (actor.personId !== null && (object.partyPersonIds ?? []).includes(actor.personId));
}

/** Roles of the actor that a grant looks at; `near` when the actor belongs where it happens, so may know that it exists. */
function standing(grant: Grant, actor: Actor, object: PolicyObject): { near: boolean; holds: boolean; suspended: boolean } {
  if (!('roles' in grant)) {
    const whoever = grant.on !== 'self' || (typeof object.personId === 'string' && object.personId === actor.personId);
    return { near: whoever, holds: whoever, suspended: false };
  }
  const where = grant.on === 'site' ? null : grant.on === 'authority' ? object.authorityId : object.organisationId;
  // An object that does not say whose it is belongs to no organisation, least of all to the site.
  if (grant.on !== 'site' && (where === undefined || where === null)) return { near: false, holds: false, suspended: false };
  const there = actor.roles.filter((each) => each.organisationId === where);
  return {
    near: there.length > 0,
    holds: there.some((each) => (grant.roles as readonly string[]).includes(each.role)),
    suspended: grant.on !== 'site' && there.some((each) => each.organisationSuspended),
  };
}

function isStrong({ session }: Actor, { strongSignIn }: Strictness): boolean {
  if (strongSignIn === 'optional') return true;
  return session?.method === 'passkey' || (session?.method === 'oidc' && reaches(session.acr, 'substantial'));
}

function isRecent({ session }: Actor, at: Date): boolean {
  if (session === null) return false;
  const age = at.getTime() - session.authenticatedAt.getTime();
  return age >= 0 && age <= RECENT_MS;
}

function decideForToken(token: NonNullable<Actor['token']>, rule: Rule, object: PolicyObject): Decision {
  if (object.organisationId !== token.organisationId) return refuse('not-found', 'not-yours');
  if (rule.token === undefined || !token.scopes.includes(rule.token)) return refuse('forbidden', 'scope');
  return token.organisationSuspended ? refuse('suspended', 'organisation-suspended') : ALLOWED;
}

/**
 * May this actor do this to that? Refusals from the outside in: who has no business here learns nothing (not-found),
 * who belongs here learns what is missing.
 * @param at the time of the act; a sign-in of later than that is no recent one
 */
export function can(actor: Actor, action: ActionName, object: PolicyObject, at: Date, strictness: Strictness = STRICT): Decision {
  const rule = ACTIONS[action];
  if (rule.grants.some((grant) => grant.on === 'everyone')) return ALLOWED;
  if (actor.token !== null) return decideForToken(actor.token, rule, object);
  if (actor.personId === null) return refuse('sign-in', 'nobody');

  const near = rule.grants.map((grant) => ({ grant, ...standing(grant, actor, object) })).filter((each) => each.near);
  if (near.length === 0) return refuse('not-found', 'not-yours');
  if (actor.suspended && !rule.whileSuspended) return refuse('suspended', 'person-suspended');
  const held = near.filter((each) => each.holds);
  if (held.length === 0) return refuse('forbidden', 'role');
  if (rule.notOwnCase && inOwnCase(actor, object)) return refuse('forbidden', 'own-case');
  const usable = held.filter((each) => rule.whileSuspended || !each.suspended);
  if (usable.length === 0) return refuse('suspended', 'organisation-suspended');

  const open = usable.map(({ grant }) => grant.needs ?? {});
  const strongEnough = open.filter((needs) => !needs.strong || isStrong(actor, strictness));
  if (strongEnough.length === 0) return refuse('stronger-sign-in', 'not-strong');
  if (strongEnough.some((needs) => !needs.recent || isRecent(actor, at))) return ALLOWED;
  return refuse('authenticate-again', 'too-long-ago');
}
