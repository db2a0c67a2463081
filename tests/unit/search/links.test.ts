import { describe, expect, it } from 'vitest';
import { SearchLinks } from '#features/search/links.ts';

const links = (query: string) => new SearchLinks('/en/providers', new URLSearchParams(query));

describe('addresses around a search', () => {
  it('takes one value off and goes back to the first page', () => {
    const search = links('q=mentor&group=unge&group=seniorer&page=3&p=a');
    expect(search.without('group', 'unge')).toBe('/en/providers?q=mentor&group=seniorer&p=a');
    expect(search.without('group')).toBe('/en/providers?q=mentor&p=a');
    expect(search.without('q')).toBe('/en/providers?group=unge&group=seniorer&p=a');
  });

  it('puts a value in place of another', () => {
    expect(links('place=2600&page=2').with({ place: '2600, Glostrup Kommune', country: 'dk' })).toBe('/en/providers?place=2600%2C+Glostrup+Kommune&country=dk');
    expect(links('place=2600&sort=name').with({ place: '' })).toBe('/en/providers?sort=name');
  });

  it('pages without losing anything', () => {
    expect(links('q=a&p=x').page(2)).toBe('/en/providers?q=a&p=x&page=2');
    expect(links('q=a&page=2').page(1)).toBe('/en/providers?q=a');
  });

  it('clears what was chosen and keeps the list', () => {
    expect(links('q=a&place=2400&country=se&price=free&sort=name&p=x').cleared()).toBe('/en/providers?sort=name&p=x');
    expect(links('q=a').cleared('/en/map')).toBe('/en/map');
  });

  it('takes all filters off and leaves what was said', () => {
    expect(links('q=a&place=2400&price=free&group=unge&page=2&p=x').withoutFilters()).toBe('/en/providers?q=a&place=2400&p=x');
  });

  it('is best known without order, page and list', () => {
    expect(links('service=mentoring&place=Aarhus&sort=name&page=2&p=x').canonical('/providers')).toBe('/providers?service=mentoring&place=Aarhus');
    expect(links('p=x').canonical('/providers')).toBe('/providers');
  });

  it('carries the search to the map', () => {
    expect(links('q=a&p=x').here('/en/map')).toBe('/en/map?q=a&p=x');
  });
});
