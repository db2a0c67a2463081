import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineAct, type ActRequest, type ActResult } from '#platform/define-action.ts';
import { DomainError } from '#platform/errors.ts';
import { Refused } from '#platform/form.ts';
import { allow, keepNowhere, NOBODY, requireAsked, signInAddress, type Actor, type AskingPage } from '#platform/permissions.ts';
import { openGate } from '#features/accounts/gate.ts';
import type { ActionName } from '#features/accounts/policy.ts';
import { actor, HOME, session } from '#tests/unit/accounts/people.ts';

const fresh = { ...session(true, true), authenticatedAt: new Date() };
const owner = actor([{ role: 'owner', organisationId: HOME }], { session: fresh });
const ran: unknown[] = [];

function actWith(run: (input: { id: number }) => Promise<ActResult | void> | ActResult | void, action: ActionName = 'provider.edit') {
  ran.length = 0;
  return defineAct({
    action,
    input: z.object({ id: z.coerce.number({ error: 'number' }) }),
    object: (_request, { id }) => (id === 404 ? null : { organisationId: id }),
    async run(_request, input) {
      ran.push(input);
      return run(input);
    },
  });
}

function perform(act: ReturnType<typeof actWith>, who: Actor, id: string) {
  const form = new FormData();
  if (id !== '') form.append('id', id);
  return act.perform({ actor: who, form } as unknown as ActRequest, openGate(who, null));
}

describe('an act', () => {
  it('asks, then runs, then says where to go', async () => {
    expect(await perform(actWith(() => ({ to: '/desk', done: 'saved' })), owner, String(HOME))).toEqual({ state: 'done', to: '/desk', done: 'saved' });
    expect(ran).toEqual([{ id: HOME }]);
    expect(await perform(actWith(() => undefined), owner, String(HOME))).toEqual({ state: 'done' });
  });

  it.each([
    ['somebody else’s', owner, '2', 'not-found'],
    ['nothing', owner, '404', 'not-found'],
    ['one’s own without the role', actor([{ role: 'reporter', organisationId: HOME }]), '1', 'forbidden'],
    ['by nobody', NOBODY, '1', 'sign-in'],
    ['by nobody, and not right either', NOBODY, '', 'sign-in'],
    ['while suspended', { ...owner, suspended: true }, '1', 'suspended'],
  ])('%s: does not run', async (_what, who, id, outcome) => {
    expect(await perform(actWith(() => undefined), who, id)).toMatchObject({ state: 'refused', outcome });
    expect(ran).toEqual([]);
  });

  it('a form that is not right is told so, by field, and does not run', async () => {
    expect(await perform(actWith(() => undefined), owner, 'x')).toEqual({ state: 'problems', status: 422, problems: [{ field: 'id', reason: 'number' }] });
    expect(ran).toEqual([]);
  });

  it.each([
    [new Refused('conflict', { field: 'id', reason: 'changed-meanwhile' }), { state: 'problems', status: 409, problems: [{ field: 'id', reason: 'changed-meanwhile' }] }],
    [new DomainError('conflict', 'words for the log'), { state: 'problems', status: 409, problems: [{ field: null, reason: 'conflict' }] }],
    [new DomainError('unavailable', 'x'), { state: 'problems', status: 503, problems: [{ field: null, reason: 'unavailable' }] }],
    [new DomainError('invalid', 'x', [{ pointer: '/id', field: 'id', value: 1, expected: 'y' }]), { state: 'problems', status: 422, problems: [{ field: 'id', reason: 'invalid', params: { expected: 'y' } }] }],
    [new DomainError('not-found', 'x'), { state: 'refused', outcome: 'not-found', reason: 'not-yours' }],
  ])('%s', async (error, expected) => {
    expect(await perform(actWith(() => Promise.reject(error)), owner, '1')).toEqual(expected);
  });

  it('what nobody expected is not swallowed', async () => {
    await expect(perform(actWith(() => Promise.reject(new TypeError('bug'))), owner, '1')).rejects.toThrow('bug');
  });
});

describe('a page that asks', () => {
  function page(who: Actor, needs: ActionName | 'public' | null) {
    const went: string[] = [];
    const answer = (where: string) => {
      went.push(where);
      return new Response(where);
    };
    const asking: AskingPage<ActionName> = {
      locals: { gate: openGate(who, needs) },
      url: new URL('http://localhost/en/desk?page=2'),
      originPathname: '/en/desk',
      rewrite: async (path) => answer(`rewrite ${path}`),
      redirect: (path) => answer(path),
    };
    return { asking, went };
  }
  const weak = actor([{ role: 'operator', organisationId: null }], { session: { ...fresh, method: 'link' } });
  const old = actor([{ role: 'owner', organisationId: HOME }], { session: { ...fresh, authenticatedAt: new Date(0) } });

  it.each([
    ['may', owner, 'provider.edit', []],
    ['is nobody', NOBODY, 'provider.edit', ['/en/sign-in?next=%2Fen%2Fdesk%3Fpage%3D2']],
    ['has no business here', actor([]), 'provider.edit', ['rewrite /404']],
    ['lacks the role', actor([{ role: 'reporter', organisationId: HOME }]), 'provider.edit', ['rewrite /403']],
    ['signed in long ago', old, 'organisation.invite', ['/en/sign-in?next=%2Fen%2Fdesk%3Fpage%3D2&why=again']],
    ['signed in by a link only', weak, 'site.view-desk', ['/en/sign-in?next=%2Fen%2Fdesk%3Fpage%3D2&why=stronger']],
    ['is suspended', { ...owner, suspended: true }, 'provider.edit', ['rewrite /403']],
  ] as const)('who %s', async (_what, who, needs, expected) => {
    const { asking, went } = page(who, needs);
    const refused = await allow(asking, { organisationId: HOME });
    expect([refused === null, went]).toEqual([expected.length === 0, expected]);
    expect(asking.locals.gate.asked).toBe(true);
    expect(asking.locals.gate.refused === null).toBe(expected.length === 0);
  });

  it('an undeclared route lets nobody through, and a public one names what it asks for', async () => {
    await expect(allow(page(owner, null).asking)).rejects.toThrow('not declared');
    await expect(allow(page(owner, 'public').asking)).rejects.toThrow('by its name');
    expect(await allow(page(owner, 'public').asking, { organisationId: HOME }, 'provider.edit')).toBeNull();
  });

  it.each([
    ['provider.edit', false, 200, true],
    ['provider.edit', false, 204, true],
    [null, false, 200, true],
    ['provider.edit', true, 200, false],
    // Somebody who was sent elsewhere, or told nothing, has been given nothing.
    ['provider.edit', false, 302, false],
    ['provider.edit', false, 404, false],
    ['public', false, 200, false],
  ] as const)('a route that needs %s, asked: %s, status %i, is stopped: %s', (needs, asked, status, stopped) => {
    const check = () => requireAsked({ needs, asked }, '/[...lang]/desk', status);
    if (stopped) expect(check).toThrow('/[...lang]/desk answered without asking');
    else expect(check).not.toThrow();
  });

  it.each([
    ['a public page for anybody', NOBODY, 'public', null],
    ['a public page for somebody', owner, 'public', 'no-store'],
    ['a desk page for somebody', owner, 'desk.view', 'no-store'],
    ['the way from a desk page to the sign-in', NOBODY, 'desk.view', 'no-store'],
    ['what is answered to a system', { ...NOBODY, token: { id: 1, organisationId: HOME, scopes: [], organisationSuspended: false } }, 'public', 'no-store'],
  ] as const)('%s: kept nowhere unless it is the same for everybody', (_what, who, needs, expected) => {
    const response = new Response('');
    keepNowhere({ actor: who, needs }, response);
    expect(response.headers.get('cache-control')).toBe(expected);
  });

  it('to look whether a button is due is not to ask', () => {
    const { gate } = page(old, 'organisation.view').asking.locals;
    expect([gate.may('organisation.invite', { organisationId: HOME }), gate.mayOnce('organisation.invite', { organisationId: HOME }), gate.mayOnce('organisation.invite', {}), gate.mayOnce('claim.decide')]).toEqual([false, true, false, false]);
    expect(gate.asked).toBe(false);
  });

  it('coming back keeps the language and nothing else', () => {
    expect(signInAddress('sign-in', '/desk')).toBe('/sign-in?next=%2Fdesk');
    expect(signInAddress('sign-in', '/fi')).toBe('/fi/sign-in?next=%2Ffi');
    expect(signInAddress('sign-in', '/finland')).toBe('/sign-in?next=%2Ffinland');
  });
});
