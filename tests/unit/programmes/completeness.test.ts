import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { completeness, PROFILE_NEEDS, PROGRAMME_NEEDS } from '#features/programmes/completeness.ts';
import { nextPart, partPath } from '#features/programmes/desk-path.ts';
import { readyDescription } from '#features/programmes/draft.ts';
import { aFullProvider } from '#tests/factories/catalogue.ts';

const DAY = '2026-11-25';
const { programmes, results: _results, ...profile } = aFullProvider();
const full = programmes?.[0];
const { endedOn: _ended, ...running } = full ?? { code: '', stages: [] };
const programme = { ...running, stages: [{ title: { da: 'x' }, format: 'individual', hours: 10 }] };
const needs = (description: Parameters<typeof completeness>[0]) => completeness(description, DAY).missing.map((each) => each.need);

describe('what a description lacks', () => {
  test('a full one lacks nothing', () => {
    expect(completeness({ profile, programmes: [programme] }, DAY)).toEqual({ missing: [], there: 16, of: 16 });
  });

  test('an empty one lacks everything, and a programme', () => {
    const { missing, there, of } = completeness({ profile: { name: 'x', coverage: [] }, programmes: [] }, DAY);
    expect(missing.map((each) => each.need)).toEqual([...PROFILE_NEEDS, 'programmes']);
    expect([there, of]).toEqual([0, PROFILE_NEEDS.length + 1]);
  });

  test.each([
    ['none of these is an answer', { accessibility: [] }, []],
    ['an empty list of languages is none', { languages: [] }, ['languages']],
    ['no number of advisers', { staff: { backgrounds: [{ da: 'x' }] } }, ['staff']],
    ['contact without anything in it', { contact: {} }, ['contact']],
    ['at a distance, without an address', { locations: [], remote: true }, []],
    ['here, without an address', { locations: [], remote: false }, ['locations']],
  ])('%s', (_name, changes, expected) => {
    expect(needs({ profile: { ...profile, ...changes }, programmes: [programme] })).toEqual(expected);
  });

  test.each([
    ['no stage', { stages: [] }, ['stages']],
    ['a stage without a length', { stages: [{ title: { da: 'x' }, format: 'individual', days: 3 }] }, ['length']],
    ['days and hours a day are a length', { stages: [{ title: { da: 'x' }, format: 'individual', days: 3, hoursPerDay: 2 }] }, []],
    ['a group of unknown size', { stages: [{ title: { da: 'x' }, format: 'group', weeks: 3 }] }, ['group']],
    ['no waiting time', { waitingWeeks: undefined }, ['waiting']],
    ['no wait at all is known', { waitingWeeks: 0 }, []],
  ])('programme: %s', (_name, changes, expected) => {
    expect(needs({ profile, programmes: [{ ...programme, ...changes }] })).toEqual(expected);
  });

  test('an ended programme needs nothing more, and is no offer', () => {
    expect(needs({ profile, programmes: [{ code: 'old', endedOn: DAY, stages: [] }] })).toEqual(['programmes']);
    expect(needs({ profile, programmes: [{ code: 'soon', endedOn: '2026-11-26', stages: [] }] })).toEqual(PROGRAMME_NEEDS.filter((each) => each !== 'length' && each !== 'group'));
  });

  test('what is there and what is missing are all there is', () => {
    fc.assert(fc.property(fc.subarray(Object.keys(profile)), fc.array(fc.subarray(Object.keys(programme)), { maxLength: 3 }), (fields, programmes) => {
      const pick = (from: object, names: string[]) => Object.fromEntries(Object.entries(from).filter(([name]) => names.includes(name)));
      const { missing, there, of } = completeness({ profile: pick(profile, fields), programmes: programmes.map((each) => pick(programme, each)) }, DAY);
      expect(there + missing.length).toBe(of);
      expect(there).toBeGreaterThanOrEqual(0);
    }));
  });
});

describe('the way through the pages', () => {
  const empty = { profile: { id: { scheme: 'test', value: '1' }, name: 'x', kind: 'other', coverage: [] }, programmes: [] };

  test('from the first page that lacks something to the last, then to the whole', () => {
    const way: string[] = [];
    for (let part = nextPart(empty, null, DAY); part; part = nextPart(empty, part, DAY)) way.push(partPath('x', part).replace('/desk/provider/x/', ''));
    expect(way).toEqual(['profile/basics', 'profile/contact-details', 'profile/places', 'profile/area', 'profile/people', 'profile/access', 'profile/staff', 'programmes/add']);
  });

  test('a whole one leads nowhere; a new programme leads to its own pages', () => {
    expect(nextPart({ profile, programmes: [programme] }, null, DAY)).toBeNull();
    const fresh = { profile, programmes: [programme, { code: 'a b', title: { da: 'x' }, kind: 'other', stages: [] }] };
    const next = nextPart(fresh, { programme: 'a b', part: 'basics' }, DAY);
    expect(next && partPath('x', next)).toBe('/desk/provider/x/programmes/a%20b/content');
  });
});

describe('what stands in the way of publishing', () => {
  test('faults lie with the page that can mend them', () => {
    const faults = readyDescription({ profile: { ...profile, name: undefined, claims: [{ text: { da: 'x' }, programme: 'gone' }] }, programmes: [{ ...programme, stages: [] }] });
    expect(faults).toEqual([
      { part: { section: 'basics' }, problems: [{ field: 'name', reason: 'required' }] },
      { part: { programme: 'path', part: 'content' }, problems: [{ field: 'stages', reason: 'required' }] },
      { part: { section: 'claims' }, problems: [{ field: 'claims.0.programme', reason: 'choose' }] },
    ]);
  });

  test('a fault in what no page shows is told on the first', () => {
    expect(readyDescription({ profile: { ...profile, unknown: 1 }, programmes: [programme] })).toEqual([{ part: { section: 'basics' }, problems: [{ field: null, reason: 'invalid' }] }]);
  });
});
