import { describe, expect, it } from 'vitest';
import { checkProvider } from '#features/catalogue/check-provider.ts';
import { FaultList, type Fault } from '#features/catalogue/faults.ts';
import { addOwnCodes, SeenProviders, type KnownCodes } from '#features/catalogue/references.ts';
import { aProgramme, aProvider, aResult } from '#tests/factories/catalogue.ts';

const known = (): KnownCodes => ({
  regions: new Map([['dk', null], ['dk-kommune:0265', 'dk'], ['dk-region:1085', 'dk']]),
  targetGroups: new Set(['sygedagpenge']),
  sectors: new Set(['P', '25']),
});

/** Faults of `/providers/12`. */
function faultsOf(value: unknown): Fault[] {
  const checked = checkProvider({ index: 12, value, faults: [] }, known(), new SeenProviders());
  return Array.isArray(checked) ? checked : [];
}

const stage = { title: { da: 'Del' }, format: 'group' };

describe('faults of a provider', () => {
  it('finds none in a good one', () => {
    expect(faultsOf(aProvider())).toEqual([]);
  });

  it.each<[name: string, value: unknown, pointer: string, field: string, shown: unknown, expected: string]>([
    ['a missing field', { ...aProvider(), name: undefined }, '/providers/12/name', 'name', null, 'a text (required)'],
    ['a field of another type', { ...aProvider(), name: 5 }, '/providers/12/name', 'name', 5, 'a text'],
    ['no object', 'x', '/providers/12', 'providers', 'x', 'an object'],
    ['a word that is no choice', { ...aProvider(), kind: 'firm' }, '/providers/12/kind', 'kind', 'firm', 'one of private, municipality, unemployment-fund, education, association, other'],
    ['a spelling mistake', { ...aProvider(), websit: 'x' }, '/providers/12/websit', 'websit', 'x', 'no such field; the fields here are id, name, legalName'],
    ['an unknown field far inside', { ...aProvider(), programmes: [aProgramme({ stages: [{ ...stage, 'a/b~': 1 } as never] })] }, '/providers/12/programmes/0/stages/0/a~1b~0', 'a/b~', 1, 'no such field'],
    ['a text without a language', { ...aProvider(), summary: {} }, '/providers/12/summary', 'summary', {}, 'at least one language'],
    ['a language of another page', { ...aProvider(), summary: { da: 'x', de: 'y' } }, '/providers/12/summary/de', 'de', 'y', 'no such field; the fields here are da, en, sv, nl, fi'],
    ['a day that is none', { ...aProvider(), closedOn: '2025-02-29' }, '/providers/12/closedOn', 'closedOn', '2025-02-29', 'a day that exists, as YYYY-MM-DD'],
    ['a day in year 0', { ...aProvider(), closedOn: '0000-01-01' }, '/providers/12/closedOn', 'closedOn', '0000-01-01', 'a day that exists, as YYYY-MM-DD'],
    ['a count that is not whole', { ...aProvider(), results: [aResult({ started: 1.5 })] }, '/providers/12/results/0/started', 'started', 1.5, 'a whole number of 0 or more'],
    ['a count below zero', { ...aProvider(), results: [aResult({ exits: [{ reason: 'moved', count: -1 }] })] }, '/providers/12/results/0/exits/0/count', 'count', -1, 'a whole number of 0 or more'],
    ['a whole number that is too small', { ...aProvider(), programmes: [aProgramme({ plannedMaxDays: 0 })] }, '/providers/12/programmes/0/plannedMaxDays', 'plannedMaxDays', 0, 'a whole number of 1 or more'],
    ['a number beyond its bound', { ...aProvider(), locations: [{ region: 'dk', lat: 91 }] }, '/providers/12/locations/0/lat', 'lat', 91, 'a number of 90 or less'],
    ['no stage', { ...aProvider(), programmes: [aProgramme({ stages: [] })] }, '/providers/12/programmes/0/stages', 'stages', [], 'at least 1 in the list'],
    ['hours that do not add up', { ...aProvider(), programmes: [aProgramme({ stages: [{ ...stage, days: 10, hoursPerDay: 3, hours: 31 } as never] })] }, '/providers/12/programmes/0/stages/0/hours', 'hours', 31, 'days × hoursPerDay = 30'],
    ['a group that shrinks', { ...aProvider(), programmes: [aProgramme({ stages: [{ ...stage, groupSize: { min: 9, max: 3 } } as never] })] }, '/providers/12/programmes/0/stages/0/groupSize', 'groupSize', { min: 9, max: 3 }, 'min at most max'],
    ['a wrong check digit', { ...aProvider(), id: { scheme: 'dk-cvr', value: '12345678' } }, '/providers/12/id/value', 'value', '12345678', 'a valid dk-cvr number (its check digit is wrong)'],
    ['an unknown region', { ...aProvider(), coverage: ['dk', 'dk-kommune:9999'] }, '/providers/12/coverage/1', 'coverage', 'dk-kommune:9999', 'the code of a region that the register or this file has'],
    ['a region that is none', { ...aProvider(), coverage: ['Roskilde'] }, '/providers/12/coverage/0', 'coverage', 'Roskilde', 'a region as scheme:code, such as dk-kommune:0265'],
    ['an unknown target group', { ...aProvider(), targetGroups: [{ code: 'nobody' }] }, '/providers/12/targetGroups/0/code', 'code', 'nobody', 'the code of a target group that the register or this file has'],
    ['an unknown sector', { ...aProvider(), sectors: ['99'] }, '/providers/12/sectors/0', 'sectors', '99', 'a NACE section or an ISCO-08 sub-major group'],
    ['a programme twice', { ...aProvider(), programmes: [aProgramme(), aProgramme()] }, '/providers/12/programmes/1/code', 'code', 'course', 'a value that occurs once (/providers/12/programmes/0/code has the same)'],
    ['a result twice', { ...aProvider(), results: [aResult(), aResult({ started: 40, note: { da: 'igen' } })] }, '/providers/12/results/1', 'results', null, 'a result that differs from /providers/12/results/0 in programme'],
    ['a result of an unknown programme', { ...aProvider(), results: [aResult({ programme: 'other' })] }, '/providers/12/results/0/programme', 'programme', 'other', 'the code of one of the programmes of this provider'],
    ['a claim about an unknown programme', { ...aProvider(), claims: [{ text: { da: 'x' }, programme: 'other' }] }, '/providers/12/claims/0/programme', 'programme', 'other', 'the code of one of the programmes'],
    ['people who are lost', { ...aProvider(), results: [aResult({ outcomes: [{ measure: 'E6', placed: 12, notPlaced: 26, unknown: 1 }] })] }, '/providers/12/results/0/outcomes/0', 'outcomes', 39, 'placed + notPlaced + unknown + excluded = started = 40'],
    ['more who complete than start', { ...aProvider(), results: [aResult({ completed: 41 })] }, '/providers/12/results/0/completed', 'completed', 41, 'at most started = 40'],
    ['more who leave than can', { ...aProvider(), results: [aResult({ exits: [{ reason: 'moved', count: 11 }] })] }, '/providers/12/results/0/exits', 'exits', 11, 'at most started − completed = 10 people in all'],
    ['a period with one end', { ...aProvider(), results: [aResult({ to: null })] }, '/providers/12/results/0/to', 'to', null, 'both from and to, or neither'],
    ['a period that ends before it begins', { ...aProvider(), results: [aResult({ to: '2024-01-01' })] }, '/providers/12/results/0/to', 'to', '2024-01-01', 'a day on or after 2025-01-01'],
    ['a measure of its own without a base', { ...aProvider(), results: [aResult({ outcomes: [{ measure: 'other', name: { en: 'x' }, placed: 1, notPlaced: 1, unknown: 0 }] })] }, '/providers/12/results/0/outcomes/0/of', 'of', null, 'the number of people counted'],
    ['U+0000', { ...aProvider(), name: 'a\0b' }, '/providers/12/name', 'name', 'a\uFFFDb', 'a text without U+0000'],
    ['half a character', { ...aProvider(), programmes: [aProgramme({ title: { da: 'x\ud800' } })] }, '/providers/12/programmes/0/title/da', 'da', 'x\uFFFD', 'a text without U+0000'],
    ['a number beyond numbers', { ...aProvider(), staff: { advisers: Infinity } }, '/providers/12/staff/advisers', 'advisers', 'Infinity', 'a number'],
  ])('names %s', (_, value, pointer, field, shown, expected) => {
    const faults = faultsOf(value);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({ pointer, field, value: shown });
    expect(faults[0]?.expected).toContain(expected);
  });

  it('names every fault of a record, not only the first', () => {
    const faults = faultsOf({ ...aProvider(), name: '', kind: 'x', programmes: [aProgramme({ kind: 'y' as never })] });
    expect(faults.map((each) => each.pointer)).toEqual(['/providers/12/name', '/providers/12/kind', '/providers/12/programmes/0/kind']);
  });

  it('lets a text keep a backslash that only looks like an escape', () => {
    expect(faultsOf({ ...aProvider(), name: 'C:\\u0000 and \\ud800' })).toEqual([]);
  });

  it('takes a successor that nobody has heard of, but not one with a wrong number', () => {
    expect(faultsOf({ ...aProvider(), succeededBy: { scheme: 'dk-cvr', value: '13748136' } })).toEqual([]);
    expect(faultsOf({ ...aProvider(), succeededBy: { scheme: 'dk-cvr', value: '13748137' } })[0]?.pointer).toBe('/providers/12/succeededBy/value');
  });

  it('shortens what it shows', () => {
    const [fault] = faultsOf({ ...aProvider(), kind: 'x'.repeat(10_000) });
    expect(String(fault?.value)).toHaveLength(121);
  });
});

describe('providers of one file', () => {
  it('are told apart by their number, however it is spelled', () => {
    const seen = new SeenProviders();
    expect(seen.add({ scheme: 'se-orgnr', value: '556016-0680' }, 0)).toEqual([]);
    expect(seen.add({ scheme: 'test', value: '5560160680' }, 1)).toEqual([]);
    expect(seen.add({ scheme: 'se-orgnr', value: '5560160680' }, 2)[0]).toMatchObject({
      pointer: '/providers/2/id', expected: 'a value that occurs once (/providers/0/id has the same)',
    });
  });
});

describe("a file's own codes", () => {
  const region = (code: string, parent?: string) => ({ code, name: { en: code }, parent });

  it('may come in any order and lean on the register', () => {
    const codes = known();
    expect(addOwnCodes({ regions: [region('dk-own:b', 'dk-own:a'), region('dk-own:a', 'dk')], targetGroups: [{ code: 'mine' }] }, codes)).toEqual([]);
    expect(codes.regions.get('dk-own:b')).toBe('dk-own:a');
    expect(codes.targetGroups.has('mine')).toBe(true);
  });

  it.each([
    ['twice', [region('dk-own:a'), region('dk-own:a')], '/regions/1/code'],
    ['inside an unknown one', [region('dk-own:a', 'dk-own:b')], '/regions/0/parent'],
    ['inside itself', [region('dk-own:a', 'dk-own:a')], '/regions/0/parent'],
    ['in a circle', [region('dk-own:a', 'dk-own:b'), region('dk-own:b', 'dk-own:a')], '/regions/0/parent'],
    ['in a scheme of the register that it does not have', [region('dk-kommune:9999')], '/regions/0/code'],
  ])('are refused %s', (_, regions, pointer) => {
    expect(addOwnCodes({ regions }, known())[0]?.pointer).toBe(pointer);
  });

  it('may repeat a region of the register', () => {
    expect(addOwnCodes({ regions: [region('dk-kommune:0265', 'dk-region:1085')] }, known())).toEqual([]);
  });
});

it('counts all faults and keeps a hundred', () => {
  const list = new FaultList();
  const one: Fault = { pointer: '/x', field: 'x', value: null, expected: 'y' };
  for (let n = 0; n < 150; n++) list.add([one, one]);
  expect([list.count, list.shown.length]).toEqual([300, 100]);
});
