import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PROGRAMME_KINDS } from '#features/programmes/input.ts';
import { searchAddress, situationOf, situationsIn, stepAddress, wishesIn } from '#features/search/guide.ts';

interface Groups {
  legalGroups: { id: string }[];
  crossCuttingGroups: { id: string }[];
}
const register = JSON.parse(readFileSync('db/seed/registers/target-groups.json', 'utf8')) as Groups;
const codes = new Set([...register.legalGroups, ...register.crossCuttingGroups].map((each) => each.id));

describe('the guided question', () => {
  it.each(['dk', 'se', 'nl', 'fi'])('knows every group it asks about in %s', (country) => {
    for (const { groups } of situationsIn(country)) for (const code of groups) expect(codes).toContain(code);
  });

  it('asks about Danish law in Denmark alone', () => {
    expect(situationsIn('dk').flatMap((each) => each.groups)).toContain('dk-dagpenge');
    for (const country of ['se', 'nl', 'fi']) {
      expect(situationsIn(country).flatMap((each) => each.groups).filter((code) => code.startsWith('dk-'))).toEqual([]);
    }
  });

  it.each(['dk', 'se'])('offers every service in %s but the unnamed ones and those an employer buys', (country) => {
    const offered = new Set(wishesIn(country).flatMap((each) => each.services));
    expect(PROGRAMME_KINDS.filter((kind) => !offered.has(kind))).toEqual(['outplacement', 'other']);
  });

  it('tells the situation from its groups, whatever their order', () => {
    expect(situationOf(['dk-jobafklaring', 'dk-sygedagpenge'], 'dk')).toBe('sygemeldt');
    expect(situationOf(['dk-sygedagpenge'], 'dk')).toBeNull();
    expect(situationOf([], 'dk')).toBeNull();
  });

  it('carries the answers from step to step and into the search', () => {
    const answers = { place: '2400 København', country: 'dk', groups: ['dk-dagpenge'] };
    expect(stepAddress('wish', answers)).toBe('/?step=wish&place=2400+K%C3%B8benhavn&group=dk-dagpenge');
    expect(searchAddress(answers, ['job-search-course', 'job-club'])).toBe(
      '/providers?place=2400+K%C3%B8benhavn&group=dk-dagpenge&service=job-search-course&service=job-club',
    );
    expect(stepAddress('place', { place: '', country: 'dk', groups: [] })).toBe('/');
    expect(searchAddress({ place: '', country: 'se', groups: [] }, [])).toBe('/providers?country=se');
  });
});
