/** Every role × action × relation against the table written by hand (matrix.ts), and what lies across it. */
import { describe, expect, it } from 'vitest';
import { AUTHORITY_ROLES, PROVIDER_ROLES, ROLES, SITE_ROLES, isSiteRole, rolesOf } from '#features/accounts/model.ts';
import { ACTION_NAMES, ACTIONS, can, RECENT_MS, TOKEN_SCOPES, type ActionName } from '#features/accounts/policy.ts';
import { NOBODY, type Actor, type Decision, type PolicyObject } from '#platform/permissions.ts';
import { MATRIX, NOT_OWN_CASE, TOKENS, WHILE_SUSPENDED, type Row } from './matrix.ts';
import { actor, AT, ELSEWHERE, HOME, ME, minutesAgo, session, SUBSTANTIAL } from './people.ts';

const said = (decision: Decision): string => (decision.allowed ? 'yes' : `${decision.outcome}/${decision.reason}`);
const NOT_FOUND = 'not-found/not-yours';
const STRONGER = 'stronger-sign-in/not-strong';
const AGAIN = 'authenticate-again/too-long-ago';

/** What a cell of the table means for each of the four ways to be signed in: [recent, strong] → answer. */
const MEANS: Record<string, (recent: boolean, strong: boolean) => string> = {
  y: () => 'yes',
  r: (recent) => (recent ? 'yes' : AGAIN),
  s: (_recent, strong) => (strong ? 'yes' : STRONGER),
  b: (recent, strong) => (strong ? (recent ? 'yes' : AGAIN) : STRONGER),
  f: () => 'forbidden/role',
  '-': () => NOT_FOUND,
};
const WAYS = [[true, true], [true, false], [false, true], [false, false]] as const;

function rowOf(action: ActionName): Row {
  const row = MATRIX[action];
  if (!row) throw new Error(`${action} is not in the matrix`);
  return row;
}

function cell(cells: string, role: string): string {
  return cells.replaceAll(' ', '')[(ROLES as readonly string[]).indexOf(role)] ?? '?';
}

const holder = (role: string, more: Partial<Actor> = {}) => actor([{ role, organisationId: isSiteRole(role) ? null : HOME }], more);

/** Relations of a role to an object, and the cell that tells. A role elsewhere is nobody's business here. */
const RELATIONS: [string, PolicyObject, (row: Row, role: string) => string][] = [
  ['own organisation', { organisationId: HOME, authorityId: ELSEWHERE, personId: 'other' }, (row, role) => cell(row.own, role)],
  ['asked authority', { organisationId: ELSEWHERE, authorityId: HOME, personId: 'other' }, (row, role) => (isSiteRole(role) ? cell(row.own, role) : cell(row.asked, role))],
  ['another organisation', { organisationId: ELSEWHERE, authorityId: ELSEWHERE, personId: 'other' }, (row, role) => (isSiteRole(role) ? cell(row.own, role) : '-')],
  ['no organisation', {}, (row, role) => (isSiteRole(role) ? cell(row.own, role) : '-')],
];

describe('the matrix', () => {
  it('has a row for every action and no other, and eleven cells in each', () => {
    expect(Object.keys(MATRIX).sort()).toEqual([...ACTION_NAMES].sort());
    for (const { own, asked } of Object.values(MATRIX)) {
      expect(own).toMatch(/^[yrsbf-]{3} [yrsbf-]{5} [yrsbf-]{3}$/);
      expect(asked).toMatch(/^[yrsbf-]{3} [yrsbf-]{5} ---$/);
    }
    expect(ROLES).toHaveLength(11);
  });

  describe.each(ACTION_NAMES)('%s', (action) => {
    const row = rowOf(action);
    it.each(ROLES)('%s', (role) => {
      for (const [relation, object, expected] of RELATIONS) {
        const code = row.everyone || row.signedIn ? 'y' : expected(row, role);
        for (const [recent, strong] of WAYS) {
          const answer = said(can(holder(role, { session: session(recent, strong) }), action, object, AT));
          expect(`${relation} recent=${recent} strong=${strong}: ${answer}`).toBe(`${relation} recent=${recent} strong=${strong}: ${MEANS[code]?.(recent, strong)}`);
        }
      }
    });

    it('the person it is about, without any role', () => {
      const code = row.everyone || row.signedIn ? 'y' : (row.self ?? '-');
      for (const [recent, strong] of WAYS) {
        expect(said(can(actor([], { session: session(recent, strong) }), action, { personId: ME, organisationId: ELSEWHERE }, AT))).toBe(MEANS[code]?.(recent, strong));
      }
    });

    it('somebody else without any role, and nobody', () => {
      const open = row.everyone || row.signedIn ? 'yes' : NOT_FOUND;
      expect(said(can(actor([]), action, { personId: 'other', organisationId: HOME, authorityId: HOME }, AT))).toBe(open);
      expect(said(can(NOBODY, action, { personId: ME, organisationId: HOME, authorityId: HOME }, AT))).toBe(row.everyone ? 'yes' : 'sign-in/nobody');
    });

    it('a token by its scope, only for its own organisation', () => {
      const token = (scopes: readonly string[], organisationSuspended = false): Actor => ({ ...NOBODY, token: { id: 1, organisationId: HOME, scopes, organisationSuspended } });
      const scope = TOKENS[action];
      const others = TOKEN_SCOPES.filter((each) => each !== scope);
      expect(ACTIONS[action].token).toBe(scope);
      if (row.everyone) return expect(said(can(token([]), action, {}, AT))).toBe('yes');
      expect(said(can(token(others), action, { organisationId: HOME }, AT))).toBe('forbidden/scope');
      expect(said(can(token(TOKEN_SCOPES), action, { organisationId: ELSEWHERE }, AT))).toBe(NOT_FOUND);
      expect(said(can(token(TOKEN_SCOPES), action, {}, AT))).toBe(NOT_FOUND);
      expect(said(can(token(TOKEN_SCOPES), action, { organisationId: HOME }, AT))).toBe(scope === undefined ? 'forbidden/scope' : 'yes');
      if (scope !== undefined) expect(said(can(token([scope], true), action, { organisationId: HOME }, AT))).toBe('suspended/organisation-suspended');
    });
  });
});

/** An actor who may do it as long as nothing comes between, and what it is done to; null: anybody may. */
function allowedTo(action: ActionName): { who: Actor; object: PolicyObject } | null {
  const { own, asked, self, everyone } = rowOf(action);
  if (everyone) return null;
  const found = ROLES.find((role) => /[yrsb]/.test(cell(own, role)) || /[yrsb]/.test(cell(asked, role)));
  if (found === undefined) return { who: actor([]), object: self ? { personId: ME } : {} };
  return { who: holder(found), object: /[yrsb]/.test(cell(own, found)) ? { organisationId: HOME } : { organisationId: ELSEWHERE, authorityId: HOME } };
}

describe('across the matrix', () => {
  it.each(ACTION_NAMES)('%s: a suspended person may what is listed', (action) => {
    const found = allowedTo(action);
    if (!found) return expect(said(can(actor([], { suspended: true }), action, {}, AT))).toBe('yes');
    expect(said(can(found.who, action, found.object, AT))).toBe('yes');
    expect(said(can({ ...found.who, suspended: true }, action, found.object, AT))).toBe(WHILE_SUSPENDED.includes(action) ? 'yes' : 'suspended/person-suspended');
  });

  it.each(ACTION_NAMES)('%s: people of a suspended organisation may what is listed', (action) => {
    const found = allowedTo(action);
    if (!found?.who.roles.some((each) => each.organisationId !== null)) return;
    const who = { ...found.who, roles: found.who.roles.map((each) => ({ ...each, organisationSuspended: true })) };
    expect(said(can(who, action, found.object, AT))).toBe(WHILE_SUSPENDED.includes(action) ? 'yes' : 'suspended/organisation-suspended');
  });

  it.each(ACTION_NAMES)('%s: nobody acts in their own case where that is listed', (action) => {
    const found = allowedTo(action);
    if (!found) return;
    const { who, object } = found;
    const member = { ...who, roles: [...who.roles, { role: 'reporter', organisationId: 9, organisationSuspended: false }] };
    const refused = NOT_OWN_CASE.includes(action) ? 'forbidden/own-case' : 'yes';
    expect(said(can(member, action, { ...object, partyOrganisationIds: [7, 9] }, AT))).toBe(refused);
    expect(said(can(member, action, { ...object, partyOrganisationIds: [7], partyPersonIds: ['other'] }, AT))).toBe('yes');
    expect(said(can(who, action, { ...object, partyPersonIds: [ME] }, AT))).toBe(refused);
  });

  it('a person without an id is nobody, whatever else is said of them', () => {
    expect(said(can({ ...NOBODY, roles: holder('owner').roles }, 'provider.edit', { organisationId: HOME }, AT))).toBe('sign-in/nobody');
    expect(said(can(actor([]), 'account.view', { personId: null }, AT))).toBe(NOT_FOUND);
    expect(said(can(actor([]), 'account.view', {}, AT))).toBe(NOT_FOUND);
  });

  it('a role of the site is none in an object that names no organisation, and the other way round', () => {
    const stray = actor([{ role: 'owner', organisationId: null }, { role: 'operator', organisationId: HOME }]);
    expect(said(can(stray, 'provider.edit', { organisationId: null }, AT))).toBe(NOT_FOUND);
    expect(said(can(stray, 'provider.edit', {}, AT))).toBe(NOT_FOUND);
    expect(said(can(actor([{ role: 'operator', organisationId: HOME }]), 'site.suspend', { organisationId: HOME }, AT))).toBe(NOT_FOUND);
  });

  it('of several roles the best counts, each only where it is held', () => {
    const both = actor([{ role: 'reporter', organisationId: HOME }, { role: 'editor', organisationId: ELSEWHERE }]);
    expect(said(can(both, 'provider.edit', { organisationId: HOME }, AT))).toBe('forbidden/role');
    expect(said(can(both, 'provider.edit', { organisationId: ELSEWHERE }, AT))).toBe('yes');
    const two = actor([{ role: 'reporter', organisationId: HOME }, { role: 'editor', organisationId: HOME }]);
    expect(said(can(two, 'provider.edit', { organisationId: HOME }, AT))).toBe('yes');
    // Owner by a link suffices where an operator would need a strong sign-in.
    const owner = actor([{ role: 'owner', organisationId: HOME }, { role: 'operator', organisationId: null }], { session: session(true, false) });
    expect(said(can(owner, 'organisation.invite', { organisationId: HOME }, AT))).toBe('yes');
    // Of two ways that are open the easier one counts.
    const late = actor([{ role: 'owner', organisationId: HOME }, { role: 'operator', organisationId: null }], { session: session(false, true) });
    expect(said(can(late, 'organisation.revoke-invitation', { organisationId: HOME }, AT))).toBe('yes');
    // An organisation on hold does not stop the operator, and the site is never on hold.
    expect(said(can(actor([{ role: 'operator', organisationId: null, organisationSuspended: true }]), 'site.suspend', {}, AT))).toBe('yes');
    const held = actor([{ role: 'owner', organisationId: HOME, organisationSuspended: true }, { role: 'operator', organisationId: null }]);
    expect(said(can(held, 'organisation.invite', { organisationId: HOME }, AT))).toBe('yes');
  });
});

describe('how well somebody has shown who they are', () => {
  const invite = (authenticatedAt: Date) => said(can(holder('owner', { session: { ...session(true, false), authenticatedAt } }), 'organisation.invite', { organisationId: HOME }, AT));
  it('recent is a quarter of an hour, to the millisecond, and not in the future', () => {
    expect(RECENT_MS).toBe(15 * 60_000);
    expect(invite(minutesAgo(15))).toBe('yes');
    expect(invite(new Date(minutesAgo(15).getTime() - 1))).toBe(AGAIN);
    expect(invite(AT)).toBe('yes');
    expect(invite(new Date(AT.getTime() + 1))).toBe(AGAIN);
  });

  it('no session is neither recent nor strong', () => {
    expect(said(can(holder('owner', { session: null }), 'organisation.invite', { organisationId: HOME }, AT))).toBe(AGAIN);
    expect(said(can(holder('operator', { session: null }), 'site.view-desk', {}, AT))).toBe(STRONGER);
  });

  const decide = (method: 'link' | 'passkey' | 'oidc', acr: string | null, strongSignIn?: 'required' | 'optional') =>
    said(can(holder('operator', { session: { ...session(true, false), method, acr } }), 'claim.decide', {}, AT, strongSignIn && { strongSignIn }));
  it.each([
    ['passkey', null, 'yes'],
    ['oidc', SUBSTANTIAL, 'yes'],
    ['oidc', 'https://data.gov.dk/concept/core/nsis/loa/High', 'yes'],
    ['oidc', 'http://eidas.europa.eu/LoA/substantial', 'yes'],
    ['oidc', 'https://data.gov.dk/concept/core/nsis/loa/Low', STRONGER],
    ['oidc', 'something', STRONGER],
    ['oidc', null, STRONGER],
    ['link', null, STRONGER],
    // A level means nothing where no identity provider vouched for it.
    ['link', SUBSTANTIAL, STRONGER],
  ] as const)('%s at level %s: %s', (method, acr, expected) => {
    expect(decide(method, acr)).toBe(expected);
    expect(decide(method, acr, 'required')).toBe(expected);
  });

  it('where the site only shows itself a link is strong, and still has to be recent', () => {
    expect(decide('link', null, 'optional')).toBe('yes');
    expect(said(can(holder('operator', { session: session(false, false) }), 'claim.decide', {}, AT, { strongSignIn: 'optional' }))).toBe(AGAIN);
  });

  it('a token never does what needs a person to show who they are', () => {
    for (const action of ACTION_NAMES.filter((each) => ACTIONS[each].token)) {
      expect(ACTIONS[action].grants.filter((grant) => grant.needs?.recent || grant.needs?.strong)).toEqual([]);
    }
  });
});

describe('roles', () => {
  it.each([
    [{ provider: true, authority: false }, [...PROVIDER_ROLES]],
    [{ provider: false, authority: true }, ['owner', ...AUTHORITY_ROLES]],
    [{ provider: true, authority: true }, [...PROVIDER_ROLES, ...AUTHORITY_ROLES]],
    [{ provider: false, authority: false }, ['owner']],
  ])('of %j', (kind, expected) => {
    expect(rolesOf(kind)).toEqual(expected);
    expect(rolesOf(kind).filter((role) => (SITE_ROLES as readonly string[]).includes(role))).toEqual([]);
  });
});
