/** 100,000 made-up situations: the policy against another reading of the table, written from the cells and not the rules. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROLES, isSiteRole } from '#features/accounts/model.ts';
import { ACTION_NAMES, can, TOKEN_SCOPES } from '#features/accounts/policy.ts';
import type { Actor, PolicyObject } from '#platform/permissions.ts';
import { MATRIX, NOT_OWN_CASE, TOKENS, WHILE_SUSPENDED } from './matrix.ts';
import { AT, minutesAgo } from './people.ts';

const CASES = 100_000;
const organisation = fc.constantFrom(1, 2, 3);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 3 });
const people = fc.constantFrom('a', 'b', 'c');

const role = fc.record({ role: fc.constantFrom(...ROLES, 'made-up'), organisationId: fc.option(organisation, { nil: null, freq: 3 }), organisationSuspended: fc.boolean() });
const session = fc.option(
  fc.record({
    id: fc.constant('s'),
    method: fc.constantFrom('link' as const, 'passkey' as const, 'oidc' as const),
    acr: fc.constantFrom(null, 'urn:loa:Low', 'http://eidas.europa.eu/LoA/substantial', 'https://data.gov.dk/concept/core/nsis/loa/High'),
    organisation: fc.constant(null),
    authenticatedAt: fc.constantFrom(...[-1, 0, 1, 15, 15.01, 60].map(minutesAgo)),
  }),
  { nil: null, freq: 8 },
);
const token = fc.option(fc.record({ id: fc.constant(1), organisationId: organisation, scopes: fc.subarray([...TOKEN_SCOPES]), organisationSuspended: fc.boolean() }), { nil: null, freq: 1 });
const somebody: fc.Arbitrary<Actor> = fc.record({
  personId: fc.option(people, { nil: null, freq: 8 }),
  suspended: fc.boolean(),
  roles: fc.array(role, { maxLength: 4 }),
  session,
  token: fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: token }),
});
const something: fc.Arbitrary<PolicyObject> = fc.record({
  organisationId: maybe(fc.option(organisation, { nil: null })),
  authorityId: maybe(fc.option(organisation, { nil: null })),
  personId: maybe(fc.option(people, { nil: null })),
  partyOrganisationIds: maybe(fc.array(organisation, { maxLength: 2 })),
  partyPersonIds: maybe(fc.array(people, { maxLength: 2 })),
});

const column = (cells: string, name: string) => cells.split(' ').join('').charAt(ROLES.findIndex((each) => each === name)) || 'f';

/** Cells that this actor meets, each with whether the organisation they are met in is on hold. */
function met(actor: Actor, action: string, object: PolicyObject): { cell: string; held: boolean }[] {
  const row = MATRIX[action];
  if (!row) throw new Error(action);
  const cells: { cell: string; held: boolean }[] = [];
  if (row.signedIn) cells.push({ cell: 'y', held: false });
  if (row.self && typeof object.personId === 'string' && object.personId === actor.personId) cells.push({ cell: row.self, held: false });
  const siteSays = /[^ -]/.test(row.own.slice(10));
  for (const each of actor.roles) {
    if (each.organisationId === null) {
      if (siteSays) cells.push({ cell: isSiteRole(each.role) ? column(row.own, each.role) : 'f', held: false });
      continue;
    }
    for (const [where, line] of [[object.organisationId, row.own], [object.authorityId, row.asked]] as const) {
      if (where !== each.organisationId || !/[^ -]/.test(line.slice(0, 9))) continue;
      const known = ROLES.some((name) => name === each.role) && !isSiteRole(each.role);
      cells.push({ cell: known ? column(line, each.role) : 'f', held: false });
    }
  }
  return cells;
}

/** Organisations on hold, as the policy sees them: any role there says so. */
const onHold = (actor: Actor, id: number | null | undefined) => actor.roles.some((each) => each.organisationId === id && each.organisationSuspended);

function bySession({ session: found }: Actor): { recent: boolean; strong: boolean } {
  const minutes = found ? (AT.valueOf() - found.authenticatedAt.valueOf()) / 60_000 : Number.NaN;
  return { recent: minutes >= 0 && minutes <= 15, strong: found !== null && (found.method === 'passkey' || (found.method === 'oidc' && /(substantial|High)$/.test(found.acr ?? ''))) };
}

function expected(actor: Actor, action: string, object: PolicyObject): string {
  const row = MATRIX[action];
  if (row?.everyone) return 'yes';
  if (actor.token) {
    if (object.organisationId !== actor.token.organisationId) return 'not-found';
    if (!actor.token.scopes.includes(TOKENS[action] ?? 'no scope')) return 'forbidden';
    return actor.token.organisationSuspended ? 'suspended' : 'yes';
  }
  if (actor.personId === null) return 'sign-in';
  const cells = met(actor, action, object).filter(({ cell }) => cell !== '-');
  if (cells.length === 0) return 'not-found';
  const calm = WHILE_SUSPENDED.includes(action);
  if (actor.suspended && !calm) return 'suspended';
  if (!cells.some(({ cell }) => cell !== 'f')) return 'forbidden';
  const parties = object.partyOrganisationIds ?? [];
  const ownCase = actor.roles.some((each) => each.organisationId !== null && parties.includes(each.organisationId)) || (object.partyPersonIds ?? []).includes(actor.personId);
  if (ownCase && NOT_OWN_CASE.includes(action)) return 'forbidden';
  return bySignIn(actor, action, object, calm);
}

/** Again from the cells, now without those met in an organisation on hold. */
function bySignIn(actor: Actor, action: string, object: PolicyObject, calm: boolean): string {
  const awake = { ...actor, roles: calm ? actor.roles : actor.roles.filter((each) => each.organisationId === null || !onHold(actor, each.organisationId)) };
  const cells = met(awake, action, object).map(({ cell }) => cell).filter((cell) => 'yrsb'.includes(cell));
  if (cells.length === 0) return 'suspended';
  const { recent, strong } = bySession(actor);
  if (cells.includes('y') || (recent && cells.includes('r')) || (strong && cells.includes('s')) || (recent && strong)) return 'yes';
  return strong || cells.includes('r') ? 'authenticate-again' : 'stronger-sign-in';
}

describe('the policy', () => {
  it(`agrees with the table in ${CASES} made-up situations`, () => {
    const answers = new Map<string, number>();
    fc.assert(
      fc.property(somebody, fc.constantFrom(...ACTION_NAMES), something, (actor, action, object) => {
        const decision = can(actor, action, object, AT);
        const answer = decision.allowed ? 'yes' : decision.outcome;
        answers.set(answer, (answers.get(answer) ?? 0) + 1);
        expect(answer).toBe(expected(actor, action, object));
      }),
      { numRuns: CASES, seed: 20261125 },
    );
    // The situations are such that every answer is given often: a table that is never met would show nothing.
    for (const each of ['yes', 'sign-in', 'not-found', 'forbidden', 'authenticate-again', 'stronger-sign-in', 'suspended']) expect(answers.get(each) ?? 0, each).toBeGreaterThan(CASES / 500);
  });
});
