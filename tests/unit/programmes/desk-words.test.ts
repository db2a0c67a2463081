import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LOCALES, messages } from '#i18n/index.ts';
import type { Field } from '#platform/document-form/fields.ts';
import { placeOfName } from '#platform/document-form/problems.ts';
import { PROFILE_FIELDS } from '#features/providers/sections.ts';
import { descriptionDifferences } from '#features/programmes/desk-differences.ts';
import { fieldLabel, homeArea, optionsFor, rowName } from '#features/programmes/desk-words.ts';
import { PROGRAMME_FIELDS } from '#features/programmes/sections.ts';
import type { DraftPart } from '#features/programmes/draft.ts';
import { aFullProvider } from '#tests/factories/catalogue.ts';
import { lix } from '#tests/support/lix.ts';
import { shippedRegister } from '#tests/support/shipped-register.ts';

const register = await shippedRegister();
const { programmes: whole, results: _results, ...profile } = aFullProvider();
const programmes = whole ?? [];
const full = { profile, programmes };
const around = { locale: 'da' as const, register, description: full };

function paths(fields: readonly Field[], before = ''): string[] {
  return fields.flatMap((field) => [before + field.name, ...('fields' in field ? paths(field.fields, `${before}${field.name}.`) : [])]);
}

describe('words of the desk', () => {
  test.each(LOCALES)('every field has a label (%s)', (locale) => {
    const missing = (part: DraftPart, fields: readonly Field[]) => paths(fields).filter((path) => fieldLabel(locale, part, path) === path);
    expect(Object.values(PROFILE_FIELDS).flatMap((fields) => missing({ section: 'basics' }, fields))).toEqual([]);
    expect(Object.values(PROGRAMME_FIELDS).flatMap((fields) => missing({ programme: '', part: 'basics' }, fields))).toEqual([]);
  });

  test('Danish is plain', () => {
    const texts = (value: unknown): string[] => (typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : []);
    expect(lix(texts(messages('da').deskProfile).join('\n'))).toBeLessThan(35);
  });

  test.each([
    ['claims.1.sourceUrl', { path: 'claims.sourceUrl', row: 2 }],
    ['claims', { path: 'claims', row: null }],
    ['claims.0', { path: 'claims', row: 1 }],
  ])('%s is found again', (name, expected) => expect(placeOfName(PROFILE_FIELDS.claims, name)).toEqual(expected));

  test('fields of codes and of rows within rows are found again', () => {
    expect(placeOfName(PROFILE_FIELDS.people, 'targetGroups.own:a.b.since')).toEqual({ path: 'targetGroups.since', row: null });
    expect(placeOfName(PROFILE_FIELDS.staff, 'staff.development.0.funding.2.amount')).toEqual({ path: 'staff.development.funding.amount', row: 1 });
    expect(placeOfName(PROFILE_FIELDS.staff, 'nothing')).toBeNull();
    expect(rowName('da', 'claims', 2)).toBe('Påstand 2');
    expect(rowName('da', 'unheard-of', 2)).toBe('Nr. 2');
  });

  test('what is chosen is offered, whatever it is', () => {
    for (const options of ['language', 'municipality', 'sector', 'targetGroup', 'currency', 'scheme', 'programme', 'providerKind']) {
      expect(optionsFor(around, options, { language: 'da', area: 'dk' }, ['zz-unknown']).map((each) => each.code)).toContain('zz-unknown');
    }
    expect(optionsFor(around, 'municipality', { language: 'da', area: 'dk' }, [])).toHaveLength(98);
  });

  test.each([
    ['what is covered', { profile: { coverage: ['se-lan:01'] }, programmes: [] }, 'se'],
    ['where it lies', { profile: { coverage: [], locations: [{ region: 'nl-gemeente:0363' }] }, programmes: [] }, 'nl'],
    ['its number', { profile: { coverage: [], id: { scheme: 'fi-ytunnus', value: '1' } }, programmes: [] }, 'fi'],
    ['nothing', { profile: { coverage: [], id: { scheme: 'demo', value: '1' } }, programmes: [] }, 'dk'],
  ])('the country follows from %s', (_name, description, expected) => expect(homeArea(description)).toBe(expected));
});

describe('differences in words', () => {
  const between = (before: typeof full, after: typeof full) => descriptionDifferences({ ...around, description: after }, before, after);

  test('nothing differs from itself', () => expect(between(full, full)).toEqual([]));

  test('a text by language, a number, a choice and a list', () => {
    const after = { ...full, profile: { ...profile, summary: { ...profile.summary, en: 'new' }, kind: 'association' as const, languages: ['da', 'pl'], staff: { ...profile.staff, advisers: 5 } } };
    const [group] = between(full, after);
    expect(group?.heading).toBeNull();
    expect(group?.fields.map(({ label, removed, added }) => [label, removed.map((each) => each.text), added.map((each) => each.text)])).toEqual([
      ['Hvad er I?', ['Privat rådgiver'], ['Forening']],
      ['Hvad I gør, i én sætning', ['summary (en)'], ['new']],
      ['Sprog, I hjælper på', ['traditionelt kinesisk', 'britisk engelsk'], ['polsk']],
      ['Antal rådgivere', ['4,5'], ['5']],
    ]);
  });

  test('programmes come, go and change', () => {
    const [first] = programmes;
    if (!first) throw new Error('no programme');
    const other = { ...first, code: 'other', title: { da: 'Et nyt' } };
    expect(between(full, { ...full, programmes: [...programmes, other] }).map((each) => each.heading)).toEqual(['Nyt forløb: Et nyt']);
    expect(between({ ...full, programmes: [...programmes, other] }, full)).toEqual([{ heading: 'Forløb fjernet: Et nyt', fields: [] }]);
    const [price] = between(full, { ...full, programmes: [{ ...first, prices: [{ amount: 100_000, currency: 'DKK', per: 'hour', paidBy: 'citizen' }] }] });
    expect(price?.heading).toBe('Forløb: path (da)');
    expect(price?.fields[0]?.added[0]?.text.replaceAll('\u00a0', ' ')).toBe('Beløb: 1.000 kr.; Valuta: DKK; For hvad: pr. time; Betales af: dig selv');
    expect(between({ ...full, programmes: [first, other] }, { ...full, programmes: [other, first] })).toEqual([{ heading: 'Rækkefølgen er en anden.', fields: [] }]);
  });

  test('stages in another order are told as such', () => {
    const [first] = programmes;
    if (!first) throw new Error('no programme');
    const [group] = between(full, { ...full, programmes: [{ ...first, stages: [...first.stages].reverse() }] });
    expect(group?.fields).toMatchObject([{ label: 'Trin', moved: true, removed: [], added: [] }]);
  });

  test('the other way round, before and now change places', () => {
    fc.assert(fc.property(fc.subarray(Object.keys(profile)), (names) => {
      const less = { ...full, profile: { ...profile, ...Object.fromEntries(names.filter((name) => name !== 'coverage').map((name) => [name, undefined])) } };
      const [there] = between(full, less);
      const [back] = between(less, full);
      expect(there?.fields.map(({ path, removed }) => [path, removed])).toEqual(back?.fields.map(({ path, added }) => [path, added]));
    }));
  });
});
