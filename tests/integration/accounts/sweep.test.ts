/**
 * Ids of one tenant in the hands of every other: no act of any feature answers anything but that there is no such thing.
 * Goes through the registry of acts, so a new act is swept without being named here.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenDatabase } from '#db/client.ts';
import type { Act } from '#platform/define-action.ts';
import { NOBODY, type Actor, type Gate, type PolicyObject } from '#platform/permissions.ts';
import { ACTIONS, TOKEN_SCOPES, type ActionName } from '#features/accounts/policy.ts';
import { ACTS } from '#src/actions/acts.ts';
import { freshDatabase } from '#tests/support/database.ts';
import { testIdentity } from '#tests/support/identity.ts';
import { actorOfPerson, formFor, gateOf, makeAuthority, makePerson, makeSite, makeTenant, requestOf, rowsOfTenant, type FieldValues, type Tenant } from '#tests/support/tenants.ts';

const acts: [string, Act][] = Object.entries(ACTS).flatMap(([feature, verbs]) => Object.entries<Act>(verbs).map(([verb, act]): [string, Act] => [`${feature}.${verb}`, act]));

/** Anybody may ask: their own rules look at whom they are about, and have tests of their own. */
const isForAnybody = ({ action }: Act) => ACTIONS[action].grants.some(({ on }) => on === 'everyone' || on === 'signed-in');
/** About oneself: the act takes nobody's id. */
const isAboutOneself = (act: Act, object: PolicyObject) => object.personId === 'asker' && !isForAnybody(act);

/** Rows that are everybody's: anybody applies by a published standard. */
const EVERYBODYS: Record<string, string[]> = { 'approvals.begin': ['versionId'] };

/** Nothing may get as far as the files. */
const NO_FILES = new Proxy({}, { get: (_target, name) => () => Promise.reject(new Error(`touched a file: ${String(name)}`)) });

describe('ids of another tenant', () => {
  let open: OpenDatabase;
  let tenant: Tenant;
  let other: Tenant;
  let values: FieldValues;
  let strangers: Actor[];
  let siteRoles: Record<string, string>;

  beforeAll(async () => {
    open = await freshDatabase('embedded');
    testIdentity(open);
    const { db } = open;
    tenant = await makeTenant(db, 'tenant');
    other = await makeTenant(db, 'other');
    const near = await makeAuthority(db, 'near-authority');
    const far = await makeAuthority(db, 'far-authority');
    siteRoles = await makeSite(db);
    values = await rowsOfTenant(db, tenant, near.organisationId);
    const nobodys = await makePerson(db, 'without-a-role');
    const people = [...Object.values(other.people), ...Object.values(far.people), nobodys];
    strangers = await Promise.all(people.map((id) => actorOfPerson(db, id)));
    strangers.push({ ...NOBODY, token: { id: 1, organisationId: other.organisationId, scopes: TOKEN_SCOPES, organisationSuspended: false } });
  });
  afterAll(() => open.close());

  /** What the act is about, found out by a gate that lets nobody through. */
  async function objectOf(act: Act): Promise<PolicyObject | string> {
    const asker: Actor = { ...NOBODY, personId: 'asker' };
    let seen: PolicyObject | string = 'nothing';
    const gate: Gate<ActionName> = {
      ...gateOf(asker),
      ask(_action, object) {
        seen = object ?? 'nothing';
        return { allowed: false, outcome: 'forbidden', reason: 'role' };
      },
    };
    const outcome = await act.perform(requestOf(open.db, asker, formFor(act, values)), gate);
    return outcome.state === 'problems' ? outcome.problems.map(({ field, reason }) => `${field}: ${reason}`).join(', ') : seen;
  }

  it.each(acts)('%s', async (name, act) => {
    const object = await objectOf(act);
    expect(object, `${name}: teach tests/support/tenants.ts a value for each of its fields, and a row that it can be about`).toEqual(expect.any(Object));
    if (typeof object === 'string' || isForAnybody(act) || isAboutOneself(act, object)) return;
    for (const stranger of strangers) {
      const outcome = await act.perform(requestOf(open.db, stranger, formFor(act, values)), gateOf(stranger));
      expect(outcome, `${name} by ${stranger.personId ?? 'a token'}`).toEqual({ state: 'refused', outcome: 'not-found', reason: 'not-yours' });
    }
    expect(await act.perform(requestOf(open.db, NOBODY, formFor(act, values)), gateOf(NOBODY))).toMatchObject({ state: 'refused', outcome: 'sign-in' });
    // A role of the site opens nothing that the table does not give it.
    for (const role of ['moderator', 'auditor'] as const) {
      if (ACTIONS[act.action].grants.some((grant) => grant.on === 'site' && grant.roles.includes(role))) continue;
      const watcher = await actorOfPerson(open.db, siteRoles[role] ?? '');
      expect(await act.perform(requestOf(open.db, watcher, formFor(act, values)), gateOf(watcher)), `${name} by ${role}`).toMatchObject({ state: 'refused' });
    }
  });

  /** The worse half: what is one's own opens the door, and a row of somebody else lies in the form. */
  it.each(acts.filter(([, act]) => !isForAnybody(act)))('%s: rows of another under one’s own name', async (name, act) => {
    const mixed = { ...values, slug: other.slug, organisationId: String(other.organisationId), providerId: String(other.providerId) };
    const object = await objectOf(act);
    if (typeof object === 'string' || isAboutOneself(act, object)) return;
    const form = formFor(act, mixed);
    const rowsNamed = [...form.keys()].map((field) => field.replace(/^.*\./, '')).filter((field) => (/Id$/.test(field) && !/^(organisation|provider|authority)Id$/.test(field) && !EVERYBODYS[name]?.includes(field)) || field === 'session' || field === 'passkey');
    if (rowsNamed.length === 0) return;
    for (const id of Object.values(other.people)) {
      const insider = await actorOfPerson(open.db, id);
      const outcome = await act.perform(requestOf(open.db, insider, form, { files: NO_FILES }), gateOf(insider)).catch((error: unknown) => ({ state: 'broken', error: String(error) }));
      expect(['refused', 'problems'], `${name} by ${id} with ${rowsNamed.join(', ')}: ${JSON.stringify(outcome)}`).toContain(outcome.state);
    }
  });

  it('an id that does not exist is answered like one of somebody else', async () => {
    const stranger = strangers[0] as Actor;
    for (const [name, act] of acts.filter(([, each]) => !isForAnybody(each))) {
      const object = await objectOf(act);
      if (typeof object === 'string' || isAboutOneself(act, object)) continue;
      const away = Object.fromEntries(Object.entries(values).map(([field, value]) => [field, /Id$/.test(field) && /^\d+$/.test(value) ? '2000000000' : field === 'slug' ? 'no-such' : value]));
      expect(await act.perform(requestOf(open.db, stranger, formFor(act, away)), gateOf(stranger)), name).toEqual({ state: 'refused', outcome: 'not-found', reason: 'not-yours' });
    }
  });
});
