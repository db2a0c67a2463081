import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { domainErrorCode } from '#platform/errors.ts';
import { readSearch, refuseProblems, searchQuery, toSearchParams, type KnownCodes } from '#features/search/input.ts';

const known = {
  targetGroup: (code: string) => (['unge', 'dk-dagpenge'].includes(code) ? { code } : null),
  countries: () => [{ code: 'dk' }, { code: 'se' }],
} as unknown as KnownCodes;
const read = (text: string, options = {}) => readSearch(new URLSearchParams(text), known, options);

describe('a search in an address', () => {
  it('reads every parameter', () => {
    const { input, problems } = read('q=mentor&place=5000+Odense&country=se&group=unge&group=dk-dagpenge&kind=private&service=mentoring&language=ar&accessibility=wheelchair&approved=yes&delivery=remote&price=free&sort=price&page=3');
    expect(problems).toEqual([]);
    expect(input).toMatchObject({
      q: 'mentor', place: '5000 Odense', country: 'se', sort: 'price', page: 3, pageSize: 20,
      filters: {
        group: ['dk-dagpenge', 'unge'], kind: ['private'], service: ['mentoring'], language: ['ar'], accessibility: ['wheelchair'],
        approved: ['yes'], delivery: ['remote'], price: ['free'],
      },
    });
  });

  it('takes what an empty form sends for no choice at all', () => {
    expect(read('q=&place=&group=&kind=&sort=&page=&country=')).toEqual(read(''));
    expect(read('').input).toMatchObject({ q: '', country: 'dk', filters: {}, sort: 'fit', page: 1 });
  });

  it.each([
    ['group=nobody', 'group'], ['kind=shop', 'kind'], ['service=magic', 'service'], ['language=da_DK', 'language'], ['approved=no', 'approved'],
    ['price=cheap', 'price'], ['delivery=post', 'delivery'], ['accessibility=lift', 'accessibility'], ['sort=best', 'sort'], ['country=xx', 'country'],
    ['page=0', 'page'], ['page=-1', 'page'], ['page=1e9', 'page'], ['page=two', 'page'], ['page=99999999999', 'page'],
    [`q=${'a'.repeat(201)}`, 'q'], [`place=${'a'.repeat(121)}`, 'place'], ['q=a&q=b', 'q'], ['facets=colour', 'facets'],
  ])('leaves out what it does not know, and says so: %s', (text, parameter) => {
    const { input, problems } = read(text);
    expect(problems.map((each) => each.parameter)).toEqual([parameter]);
    expect(input.q.length).toBeLessThanOrEqual(200);
    expect(input.page).toBeGreaterThanOrEqual(1);
    expect(input.filters).toEqual({});
  });

  it('an API refuses them by name, in one answer', () => {
    const { problems } = read('kind=shop&sort=best&colour=red', { alsoKnown: ['lang'] });
    expect(problems.map((each) => each.parameter)).toEqual(['colour', 'kind', 'sort']);
    const refusal = (() => {
      try {
        refuseProblems(problems);
        return null;
      } catch (error) {
        return error;
      }
    })();
    expect(domainErrorCode(refusal)).toBe('bad-request');
    expect(refusal).toMatchObject({ faults: [{ pointer: '/colour' }, { pointer: '/kind', value: 'shop' }, { pointer: '/sort' }] });
    expect(() => refuseProblems([])).not.toThrow();
  });

  it('a page minds only its own parameters', () => expect(read('utm_source=x&pick=y').problems).toEqual([]));

  it('page size is the API’s alone, up to its limit', () => {
    expect(read('pageSize=100').input.pageSize).toBe(20);
    expect(read('pageSize=100', { maxPageSize: 100 })).toMatchObject({ input: { pageSize: 100 }, problems: [] });
    expect(read('pageSize=101', { maxPageSize: 100 })).toMatchObject({ input: { pageSize: 100 }, problems: [{ parameter: 'pageSize' }] });
  });

  it('chooses facets', () => {
    expect(read('facets=kind,group&facets=region').input.facets).toEqual(['region', 'group', 'kind']);
    expect(read('facets=none').input.facets).toEqual([]);
    expect(read('').input.facets).toHaveLength(9);
  });

  it('cleans text: no control or invisible characters, one blank between words, signs alone are no words', () => {
    expect(read('q=%00men%E2%80%8Btor%0A%09%20unge%20').input.q).toBe('men tor unge');
    expect(read('q=...%20!').input.q).toBe('');
    expect(read(`q=${encodeURIComponent('\u202Edab')}`).input.q).toBe('dab');
  });

  it('never fails, whatever comes', () => {
    const names = fc.constantFrom('q', 'place', 'country', 'group', 'kind', 'service', 'language', 'sort', 'page', 'pageSize', 'facets', 'approved');
    fc.assert(
      fc.property(fc.array(fc.tuple(names, fc.string({ unit: 'binary' })), { maxLength: 12 }), (pairs) => {
        const { input, problems } = readSearch(new URLSearchParams(pairs), known, { maxPageSize: 100, alsoKnown: [] });
        expect([...input.q].length).toBeLessThanOrEqual(200);
        expect(problems.every((each) => each.value.length <= 101)).toBe(true);
        // What is written is read again as the same, without problems.
        const again = readSearch(toSearchParams(input), known, { maxPageSize: 100 });
        expect(again.problems).toEqual([]);
        expect({ ...again.input, facets: [] }).toEqual({ ...input, facets: [] });
      }),
      { seed: 5 },
    );
  });

  it('is written in one way only', () => {
    const { input } = read('service=mentoring&page=1&group=unge&q=cv&sort=fit&country=dk&group=dk-dagpenge');
    expect(toSearchParams(input).toString()).toBe('q=cv&group=dk-dagpenge&group=unge&service=mentoring');
    expect(toSearchParams(read('').input).toString()).toBe('');
    expect(toSearchParams({ ...input, page: 2 }).toString()).toContain('page=2');
    expect(toSearchParams({ q: 'x' }).toString()).toBe('q=x');
  });

  it('becomes a query', () => {
    const { input } = read('q=cv&group=unge');
    expect(searchQuery(input, { locale: 'en', place: { region: 'dk', point: null }, day: '2026-11-25' })).toEqual({
      text: 'cv', locale: 'en', country: 'dk', place: { region: 'dk', point: null }, filters: { group: ['unge'] }, sort: 'fit', page: 1, pageSize: 20, day: '2026-11-25',
    });
  });
});
