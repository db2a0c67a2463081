/** Parameters: what is taken, what is refused and how it is told. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DomainError, type Fault } from '#platform/errors.ts';
import { compareProviders, listRegions, searchProviders } from '#features/catalogue/api/endpoints.ts';
import { openApiDocument } from '#features/catalogue/api/openapi.ts';
import { readQuery } from '#features/catalogue/api/read-query.ts';
import { readSearch } from '#features/search/input.ts';
import type { TargetGroup } from '#features/regions/model.ts';
import { ApiDocument, type OpenApi } from '#tests/support/api-document.ts';

const search = (query: string) => readQuery(searchProviders.query, new URLSearchParams(query));

function faultsOf(read: () => unknown): readonly Fault[] {
  try {
    read();
  } catch (error) {
    if (error instanceof DomainError && error.domainCode === 'bad-request') return error.faults;
    throw error;
  }
  return [];
}

describe('a query', () => {
  it('has defaults, ignores what is unknown or empty, and repeats are alternatives', () => {
    expect(search('utm=x&sort=&kind=private&kind=other&kind=private&page=3')).toEqual({
      q: '', group: [], kind: ['private', 'other'], service: [], language: [], accessibility: [], delivery: [], facets: [], sort: 'fit', page: 3, pageSize: 20, lang: 'da',
    });
  });

  it.each([
    ['sort=best', '/sort', 'best', 'one of fit, distance, name, price, waiting, results, experiences'],
    ['kind=private&kind=bank', '/kind/1', 'bank', 'one of private, municipality, unemployment-fund, education, association, other'],
    ['page=0', '/page', 0, 'a whole number of 1 or more'],
    ['page=-1', '/page', '-1', 'a whole number'],
    ['page=1.5', '/page', '1.5', 'a whole number'],
    ['page=1e3', '/page', '1e3', 'a whole number'],
    ['pageSize=101', '/pageSize', 101, 'a whole number of 100 or less'],
    ['page=1&page=2', '/page', ['1', '2'], 'one value; it cannot be repeated'],
    ['language=danish', '/language/0', 'danish', 'a language as BCP 47, such as da or zh-Hant'],
    ['country=denmark', '/country', 'denmark', 'a country code such as dk, or all'],
    ['approved=no', '/approved', 'no', '"yes"'],
    ['facets=region,colour', '/facets/0', 'region,colour', 'none, or some of region, group, kind, service, language, accessibility, delivery, approved, price'],
  ])('%s is refused', (query, pointer, value, expected) => {
    expect(faultsOf(() => search(query))).toEqual([{ pointer, field: pointer.split('/')[1], value, expected }]);
  });

  it('tells every fault at once', () => {
    expect(faultsOf(() => search('sort=x&page=x&lang=xx')).map((each) => each.pointer)).toEqual(['/sort', '/page', '/lang']);
  });

  it('compares two to four different providers', () => {
    const compare = (query: string) => faultsOf(() => readQuery(compareProviders.query, new URLSearchParams(query)));
    for (const query of ['', 'p=a', 'p=a&p=a', 'p=a&p=b&p=c&p=d&p=e']) {
      expect(compare(query), query).toMatchObject([{ pointer: '/p', expected: '2 to 4 different slugs' }]);
    }
    expect(compare('p=a&p=b')).toEqual([]);
  });
});

/** Parameters as a careless or hostile caller sends them: known names, values right and wrong. */
const words = ['', 'dk', 'all', 'fit', 'name', 'private', 'mentoring', 'da', 'yes', 'free', 'remote', 'region,group', 'none', '1', '0', '99999999999', '１', ' 2', 'x'.repeat(250), '\u0000', '\ud800', '🙂'];
const anyQuery = fc
  .array(fc.tuple(fc.constantFrom(...Object.keys(searchProviders.query.shape), 'other'), fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'binary' }))), { maxLength: 8 })
  .map((pairs) => new URLSearchParams(pairs));

describe('any query', () => {
  it('is read or refused with faults, never anything else', () => {
    for (const { query } of [searchProviders, compareProviders, listRegions]) {
      fc.assert(
        fc.property(anyQuery, (params) => {
          for (const each of faultsOf(() => readQuery(query, params))) expect(each.pointer).toMatch(/^\/[A-Za-z]+(\/\d+)?$/);
        }),
      );
    }
  });

  it('that is taken means to the search what the document says', () => {
    const api = new ApiDocument(openApiDocument('') as unknown as OpenApi);
    const schemas = new Map(api.operation('/api/v1/providers')?.parameters.map(({ name, schema }) => [name, api.compile(schema)]));
    const register = { targetGroup: () => ({}) as TargetGroup, countries: () => [{ code: 'dk' }] as never };
    fc.assert(
      fc.property(anyQuery, (given) => {
        // As the server in front hands it on: without empty values.
        const params = new URLSearchParams([...given].filter(([, value]) => value !== ''));
        let read: ReturnType<typeof search>;
        try {
          read = search(params.toString());
        } catch {
          return;
        }
        for (const [name, value] of Object.entries(read)) if (value !== undefined) expect(schemas.get(name)?.(value), `${name} ${JSON.stringify(value)}`).toBe(true);
        if (read.country !== undefined && !['dk', 'all'].includes(read.country)) return;
        const { input, problems } = readSearch(params, register, { maxPageSize: 100 });
        expect(problems).toEqual([]);
        expect(input).toMatchObject({ page: read.page, pageSize: read.pageSize, sort: read.sort, country: read.country ?? 'dk' });
        expect(input.filters.kind ?? []).toEqual(read.kind.toSorted());
      }),
      { numRuns: 500 },
    );
  });
});
