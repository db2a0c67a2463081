import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { organisationKey, organisationNumberProblem } from '#features/providers/model.ts';

interface Rule {
  id: string;
  kind: string;
  valid: string[];
  invalid: string[];
}
const { identifiers } = JSON.parse(readFileSync('tests/vectors/id-numbers.json', 'utf8')) as { identifiers: Rule[] };
const companies = identifiers.filter((each) => each.kind === 'company');
const SCHEMES: Record<string, string> = { 'dk.cvr': 'dk-cvr', 'se.orgnr': 'se-orgnr', 'nl.kvk': 'nl-kvk', 'fi.ytunnus': 'fi-ytunnus' };

describe.each(companies.flatMap((rule) => (SCHEMES[rule.id] ? [{ ...rule, scheme: SCHEMES[rule.id] ?? '' }] : [])))('$scheme', ({ scheme, valid, invalid }) => {
  it.each(valid)('takes %s', (value) => {
    expect(organisationNumberProblem(scheme, value)).toBeNull();
  });
  it.each(invalid)('refuses %s', (value) => {
    expect(organisationNumberProblem(scheme, value)).not.toBeNull();
  });
});

it.each(['constructor', 'toString', '__proto__'])('has no rule for the scheme %s', (scheme) => {
  expect(organisationNumberProblem(scheme, '1')).toBeNull();
  expect(organisationKey({ scheme, value: '1' })).toEqual({ scheme, value: '1' });
});

it('knows the vectors of all four countries', () => {
  expect(companies.map((each) => SCHEMES[each.id]).filter(Boolean)).toHaveLength(4);
});

it('sees one organisation in its spellings, and leaves other schemes alone', () => {
  const key = (scheme: string, value: string) => organisationKey({ scheme, value }).value;
  expect(key('se-orgnr', '556016-0680')).toBe(key('se-orgnr', '5560160680'));
  expect(key('dk-cvr', 'DK 13 74 81 36')).toBe('13748136');
  expect(key('us-nj-etpl', '0-1 A')).toBe('0-1 A');
});
