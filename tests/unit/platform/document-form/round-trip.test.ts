import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LOCALES } from '#platform/input.ts';
import type { Document, Entries, Field, Tab } from '#platform/document-form/fields.ts';
import { readAmount, readNumber, writeAmount, writeNumber } from '#platform/document-form/figures.ts';
import { entriesOf, fromEntries } from '#platform/document-form/read.ts';
import { withoutRow } from '#platform/document-form/remove.ts';
import { entriesKey, toEntries } from '#platform/document-form/write.ts';
import { PROFILE_FIELDS } from '#features/providers/sections.ts';
import { PROGRAMME_FIELDS } from '#features/programmes/sections.ts';

const CODES = ['a', 'b:1', 'c', 'dk', 'dk-kommune:0101', 'se-kommun:0180'];
const text = fc.string({ minLength: 1, maxLength: 12 }).map((each) => each.replaceAll('\0', '').trim()).filter((each) => each !== '' && each.isWellFormed() && !each.includes('\r'));
const words = fc.dictionary(fc.constantFrom(...LOCALES), text, { minKeys: 1, noNullPrototype: true });

/** A value that a schema could have let through. */
function valueOf(field: Field): fc.Arbitrary<unknown> {
  switch (field.kind) {
    case 'line': case 'text': return text;
    case 'day': return fc.constantFrom('2024-02-29', '2026-11-25');
    case 'choice': return fc.constantFrom('x', 'y', ...(field.preset ? [field.preset] : []));
    case 'number': return fc.oneof(fc.integer({ min: 0, max: 100_000 }), fc.constantFrom(0.5, 2.25, 1.125, 12.5));
    case 'money': return fc.integer({ min: 0, max: 1_000_000_000 });
    case 'yesNo': return fc.boolean();
    case 'words': return words;
    case 'wordList': return fc.array(words, { minLength: field.always ? 0 : 1, maxLength: 3 });
    case 'checks': return fc.uniqueArray(fc.constantFrom(...CODES), { minLength: field.none || field.always ? 0 : 1 });
    case 'group': return documentOf(field.fields).filter((each) => isSaid(field.fields, each));
    case 'rows': return fc.array(documentOf(field.fields).filter((row) => isSaid(field.fields, row)), { minLength: field.always ? 0 : 1, maxLength: 3 });
    case 'picks': return fc.uniqueArray(fc.constantFrom(...CODES), { minLength: 1 }).chain((codes) =>
      fc.tuple(...codes.map((code) => documentOf(field.fields).map((rest) => ({ ...rest, [field.key]: code })))));
  }
}

/** A preset choice alone does not make a row. */
function isSaid(fields: readonly Field[], row: Document): boolean {
  return fields.some((field) => {
    const value = row[field.name];
    return value !== undefined && !(field.kind === 'choice' && field.preset === value) && !(Array.isArray(value) && value.length === 0);
  });
}

function documentOf(fields: readonly Field[]): fc.Arbitrary<Document> {
  const must = new Set(fields.filter((field) => 'always' in field && field.always).map((field) => field.name));
  const shape = Object.fromEntries(fields.map((field) => [field.name, must.has(field.name) ? valueOf(field) : fc.option(valueOf(field), { nil: undefined })]));
  return fc.record(shape).map((each) => JSON.parse(JSON.stringify(each)) as Document);
}

const tab = fc.record({ language: fc.constantFrom(...LOCALES), area: fc.constantFrom('dk', 'se') });
const forms: [string, readonly Field[]][] = [...Object.entries(PROFILE_FIELDS), ...Object.entries(PROGRAMME_FIELDS).map(([name, fields]): [string, readonly Field[]] => [`programme ${name}`, fields])];

/** As the browser sends it back: a list of pairs. */
const sentAs = (entries: Entries): Entries => entriesOf([...entries].flatMap(([name, values]) => values.map((value): [string, unknown] => [name, value])));

describe.each(forms)('the form %s', (_name, fields) => {
  test('a document shown and sent back unchanged is the same document, whatever language or country was shown', () => {
    fc.assert(fc.property(documentOf(fields), tab, (document, where) => {
      const before = { ...document, untouched: 1 };
      expect(fromEntries(fields, sentAs(toEntries(fields, before, where)), before, where)).toEqual(before);
    }));
  });

  test('what was typed into an empty form comes back in the fields', () => {
    fc.assert(fc.property(documentOf(fields), tab, (document, where) => {
      const typed = toEntries(fields, document, where);
      const stored = fromEntries(fields, sentAs(typed), {}, where);
      expect(fromEntries(fields, toEntries(fields, stored, where), {}, where)).toEqual(stored);
    }));
  });

  test('texts typed in one language leave those in the others as they were', () => {
    fc.assert(fc.property(documentOf(fields), (document) => {
      const [danish, finnish]: [Tab, Tab] = [{ language: 'da', area: 'dk' }, { language: 'fi', area: 'dk' }];
      const shown = toEntries(fields, document, finnish);
      const typed = new Map([...shown].map(([name, values]) => [name, values.map((each) => (/^[a-z]/.test(each) ? each : `${each}!`))]));
      const saved = fromEntries(fields, typed, document, finnish);
      const onlyWords = (each: Document) => entriesKey(new Map([...toEntries(fields, each, danish)].filter(([name]) => !shown.has(name))));
      expect(onlyWords(saved)).toBe(onlyWords(document));
    }));
  });
});

describe('figures', () => {
  test.each([['2,5', 2.5], ['2.5', 2.5], ['12 500', 12500], ['-3', -3]])('%s is a number', (given, expected) => expect(readNumber(given)).toBe(expected));
  test.each(['', 'to', '1,2,3', '1e3', '2½'])('%s is none', (given) => expect(readNumber(given)).toBeNull());
  test.each([['12.500', 1_250_000], ['12500', 1_250_000], ['1.250,50', 125_050], ['1,250.5', 125_050], ['0,5', 50], ['12,50', 1_250]])('%s is an amount', (given, expected) =>
    expect(readAmount(given)).toBe(expected));
  test.each(['gratis', '-1', '1,2345', '12,,5'])('%s is no amount', (given) => expect(readAmount(given)).toBeNull());
  test('written and read again', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1e12 }), fc.integer({ min: 0, max: 1e6 }), (minor, thousandth) => {
      expect(readAmount(writeAmount(minor))).toBe(minor);
      expect(readNumber(writeNumber(thousandth / 1000))).toBe(thousandth / 1000);
    }));
  });
});

describe('taking a row out', () => {
  const fields = PROFILE_FIELDS.claims;
  const tabOf: Tab = { language: 'sv', area: 'dk' };
  const claims = ['one', 'two', 'three'].map((each) => ({ text: { da: each } }));

  test('of three rows in another language the middle one goes, and no other', () => {
    const gone = withoutRow(toEntries(fields, { claims }, tabOf), { claims }, 'claims.1');
    expect(fromEntries(fields, gone.entries, gone.document, tabOf)).toEqual({ claims: [claims[0], claims[2]] });
  });

  test('what was typed beside it stays', () => {
    const typed = new Map([['claims.0.date', ['2026-01-01']], ['claims.2.text', ['tre']]]);
    const gone = withoutRow(typed, { claims }, 'claims.1');
    expect(fromEntries(fields, gone.entries, gone.document, tabOf)).toEqual({ claims: [{ ...claims[0], date: '2026-01-01' }, { text: { da: 'three', sv: 'tre' } }] });
  });

  test('a row inside a row', () => {
    const document = { staff: { development: [{ title: { da: 'x' }, funding: [{ from: 'A' }, { from: 'B' }] }] } };
    const gone = withoutRow(toEntries(PROFILE_FIELDS.staff, document, tabOf), document, 'staff.development.0.funding.0');
    expect(fromEntries(PROFILE_FIELDS.staff, gone.entries, gone.document, tabOf)).toEqual({ staff: { development: [{ title: { da: 'x' }, elements: [], funding: [{ from: 'B' }] }] } });
  });

  test.each(['claims', 'claims.x', '__proto__.0', 'nothing.0'])('%s is no row: all stays', (row) => {
    const entries = toEntries(fields, { claims }, tabOf);
    const left = withoutRow(entries, { claims }, row);
    expect([left.entries, left.document]).toEqual([entries, { claims }]);
  });
});

describe('a form as a browser sends it', () => {
  test('empty fields, files and what no database holds are left out; line ends are those of Unix', () => {
    const form = entriesOf([['a', ' x\r\ny\0 '], ['b', '  '], ['c', new Blob()], ['d', '\ud800']]);
    expect(Object.fromEntries(form)).toEqual({ a: ['x\ny'], d: ['\ufffd'] });
  });

  test('a row number out of all reason makes no rows', () => {
    expect(fromEntries(PROFILE_FIELDS.claims, new Map([['claims.99999999.date', ['2026-01-01']]]), {}, { language: 'da', area: 'dk' })).toEqual({});
  });
});
