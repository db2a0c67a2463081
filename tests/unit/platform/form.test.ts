import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { DomainError } from '#platform/errors.ts';
import { formState, formValues, problemOf, problemsOf, Refused, sameVersion, type SentForm } from '#platform/form.ts';

function form(...entries: [string, string | File][]): FormData {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
}

describe('what a form sent', () => {
  it('names make nested values, lists in order, and texts with Unix line ends', () => {
    expect(
      formValues(form(['title.da', 'Et\r\nto\rtre'], ['title.en', 'One'], ['stages.10.name', 'last'], ['stages.2.name', 'first'], ['groups[]', 'a'], ['groups[]', 'b'], ['plain', 'x'])),
    ).toEqual({ title: { da: 'Et\nto\ntre', en: 'One' }, stages: [{ name: 'first' }, { name: 'last' }], groups: ['a', 'b'], plain: 'x' });
  });

  it('a null character, which no database takes, is left out', () => {
    expect(formValues(form(['a', 'o\0ne'], ['b', '\0']))).toEqual({ a: 'one' });
  });

  it('empty inputs, names of our own and unused file fields count as not given', () => {
    expect(formValues(form(['a', ''], ['b', ' \n '], ['_key', 'x'], ['file', new File([], '')], ['kept', new File(['1'], 'a.csv')]))).toEqual({ kept: expect.any(File) });
  });

  it.each(['__proto__.x', 'constructor.prototype.x', 'a.__proto__', 'a..b', 'a.b.c.d.e.f.g'])('a made-up name like %s is dropped', (name) => {
    expect(formValues(form([name, 'x'], ['fine', 'y']))).toEqual({ fine: 'y' });
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  it('huge indices make no list, and a name that is both a value and a group does not break', () => {
    expect(formValues(form(['a.999999999.x', '1']))).toEqual({ a: { 999999999: { x: '1' } } });
    expect(formValues(form(['a', 'text'], ['a.b', 'inner']))).toEqual({ a: { b: 'inner' } });
  });
});

describe('what is wrong, as keys', () => {
  const schema = z.object({
    name: z.string().min(3).max(5),
    email: z.email().optional(),
    link: z.url().optional(),
    day: z.iso.date().optional(),
    count: z.coerce.number().min(2).max(4).optional(),
    kind: z.enum(['a', 'b']).optional(),
    own: z.string().regex(/^x$/, { error: 'organisation-number' }).optional(),
    list: z.array(z.string()).min(2).max(3).optional(),
    nested: z.object({ inner: z.string() }).optional(),
  });
  const reasons = (values: Record<string, unknown>) => {
    const parsed = schema.safeParse({ name: 'abc', ...values });
    return parsed.success ? [] : parsed.error.issues.map((issue) => problemOf(issue, { name: 'abc', ...values }));
  };
  it.each([
    [{ name: undefined }, 'name', 'required', undefined],
    [{ name: 'ab' }, 'name', 'too-short', { limit: 3 }],
    [{ name: 'abcdef' }, 'name', 'too-long', { limit: 5 }],
    [{ email: 'x' }, 'email', 'email', undefined],
    [{ link: 'x' }, 'link', 'url', undefined],
    [{ day: '2026-02-30' }, 'day', 'date', undefined],
    [{ count: 'x' }, 'count', 'number', undefined],
    [{ count: '1' }, 'count', 'too-small', { limit: 2 }],
    [{ count: '5' }, 'count', 'too-large', { limit: 4 }],
    [{ kind: 'c' }, 'kind', 'choose', undefined],
    [{ own: 'y' }, 'own', 'organisation-number', undefined],
    [{ list: ['1'] }, 'list', 'too-few', { limit: 2 }],
    [{ list: ['1', '2', '3', '4'] }, 'list', 'too-many', { limit: 3 }],
    [{ nested: {} }, 'nested.inner', 'required', undefined],
    [{ nested: { inner: 3 } }, 'nested.inner', 'invalid', undefined],
  ] as const)('%j: %s %s', (values, field, reason, params) => {
    expect(reasons(values)).toEqual([params ? { field, reason, params } : { field, reason }]);
  });

  it('faults of a command point to fields; a refusal names its own', () => {
    const fault = new DomainError('invalid', 'no', [{ pointer: '/prices/0/amount', field: 'amount', value: 1, expected: 'more' }]);
    expect(problemsOf(fault)).toEqual([{ field: 'prices.0.amount', reason: 'invalid', params: { expected: 'more' } }]);
    expect(problemsOf(new Refused('conflict', { field: 'email', reason: 'already-member' }))).toEqual([{ field: 'email', reason: 'already-member' }]);
    expect(problemsOf(new Error('x'))).toEqual([]);
    expect(problemsOf(null)).toEqual([]);
  });

  it('who saves second is told', () => {
    expect(() => sameVersion('7', 7)).not.toThrow();
    expect(() => sameVersion('7', 8)).toThrow(expect.objectContaining({ domainCode: 'conflict', problems: [{ field: null, reason: 'changed-meanwhile' }] }) as Error);
  });
});

describe('a form on its page', () => {
  const sent: SentForm = { act: 'accounts.invite', key: '2', data: form(['email', 'x@'], ['roles[]', 'a'], ['roles[]', 'b']), problems: [{ field: 'email', reason: 'email' }, { field: 'roles', reason: 'choose' }], shown: null };
  const page = { locals: { form: sent } };

  it('keeps what was typed, even where nothing was', () => {
    const state = formState(page, 'accounts.invite', '2');
    expect([state.sent, state.value('email', 'before'), state.value('role', 'before')]).toEqual([true, 'x@', '']);
    expect(state.values('roles[]', ['c'])).toEqual(['a', 'b']);
    expect([state.problem('email')?.reason, state.problem('roles[]')?.reason, state.problem('other')]).toEqual(['email', 'choose', null]);
  });

  it.each([['accounts.invite', '3'], ['accounts.invite', ''], ['accounts.other', '2']])('%s %s is another form and fresh', (act, key) => {
    const state = formState(page, act, key);
    expect([state.sent, state.value('email', 'before'), state.problems.length, state.problem('email')]).toEqual([false, 'before', 0, null]);
    expect(state.values('roles[]', ['c'])).toEqual(['c']);
  });

  it('what is shown once is no refusal', () => {
    const state = formState({ locals: { form: { ...sent, data: null, problems: [], shown: { token: 't' } } } }, 'accounts.invite', '2');
    expect([state.shown, state.value('email', 'fresh')]).toEqual([{ token: 't' }, 'fresh']);
  });
});
