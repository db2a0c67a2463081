import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entries } from '#platform/document-form/fields.ts';
import { entriesOf } from '#platform/document-form/read.ts';
import { toEntries } from '#platform/document-form/write.ts';
import { fieldsOf, movePart, removePart, seenKey, shownDocument, writePart, type Part } from '#features/standards/draft.ts';
import { documentHash } from '#features/standards/hash.ts';
import { criteriaOf, criterionByCode, type StandardDocument } from '#features/standards/model.ts';
import { exampleStandard } from '#tests/support/standards.ts';
import { anyStandard } from './arbitrary.ts';

const DA = { language: 'da', area: 'dk' } as const;
const EN = { language: 'en', area: 'dk' } as const;
const document = exampleStandard();
const CRITERION: Part = { part: 'criterion', theme: '2', code: '2.1' };
const entries = (part: Part, changes: Record<string, string | null> = {}, tab: typeof DA | typeof EN = DA, of: StandardDocument = document): Entries => {
  const map = new Map(toEntries(fieldsOf(part), shownDocument(of, part) ?? {}, tab));
  for (const [name, value] of Object.entries(changes)) if (value === null) map.delete(name); else map.set(name, [value]);
  return map;
};
const write = (part: Part, changes: Record<string, string | null>, tab: typeof DA | typeof EN = DA, remove: string | null = null) => writePart(document, part, entries(part, changes, tab), tab, remove);
const problems = (part: Part, changes: Record<string, string | null>) => write(part, changes).problems.map(({ field, reason }) => `${field}: ${reason}`);

const partsOf = (of: StandardDocument): Part[] => [
  { part: 'basics' }, ...of.themes.flatMap((theme): Part[] => [{ part: 'theme', code: theme.code }, ...theme.criteria.map(({ code }): Part => ({ part: 'criterion', theme: theme.code, code }))]),
];

describe('writing a draft', () => {
  it('any part of any standard, sent back as it was shown in either language, changes nothing', () => {
    fc.assert(
      fc.property(anyStandard, fc.nat(), fc.constantFrom(DA, EN), (of, pick, tab) => {
        const all = partsOf(of);
        const part = all[pick % all.length] as Part;
        const written = writePart(of, part, entries(part, {}, tab, of), tab, null);
        expect(written.problems).toEqual([]);
        expect(written.document && documentHash(written.document)).toBe(documentHash(of));
      }),
      { numRuns: 300 },
    );
  });

  it('a text in one language leaves the others as they are', () => {
    const { document: after } = write(CRITERION, { title: 'Checked by others' }, EN);
    expect(after && criterionByCode(after, '2.1')?.title).toEqual({ da: 'Resultater, som andre har tjekket', en: 'Checked by others' });
  });

  it('a check keeps only what its kind asks for, and says what is missing', () => {
    const changed = write(CRITERION, { 'check.kind': 'last-confirmed', 'check.months': '3' });
    expect(changed.document && criterionByCode(changed.document, '2.1')?.check).toEqual({ kind: 'last-confirmed', months: 3 });
    expect(problems(CRITERION, { 'check.kind': 'in-area' })).toEqual(['check.by: required']);
    expect(problems(CRITERION, { 'check.halfYears': '9' })).toEqual(['check.halfYears: required']);
    expect(write(CRITERION, { 'check.kind': null }).document && criterionByCode(write(CRITERION, { 'check.kind': null }).document as StandardDocument, '2.1')?.check).toBeUndefined();
  });

  it('says what is wrong by field', () => {
    expect(problems(CRITERION, { weight: '7', mandatory: null, code: 'two one' })).toEqual(['code: standard-code', 'weight: too-large', 'mandatory: required']);
    // A title in the other language is a title; that one is missing is said before a consultation.
    expect(problems(CRITERION, { title: null })).toEqual([]);
    expect(problems({ part: 'criterion', theme: '2', code: null }, {})).toEqual(['title: required']);
    expect(problems({ part: 'basics' }, { 'limits.hearing': 'ten', validMonths: '0' })).toEqual(['validMonths: too-small', 'limits.hearing: number']);
  });

  it('a number stands once in the whole standard', () => {
    expect(problems(CRITERION, { code: '2.3' })).toEqual(['code: standard-same-code']);
    expect(problems(CRITERION, { 'indicators.0.code': '2.1' })).toEqual(['indicators.0.code: standard-same-code']);
    expect(problems({ part: 'theme', code: '2' }, { code: '2.1' })).toEqual(['code: standard-same-code']);
  });

  it('new parts are offered the next free number', () => {
    expect(shownDocument(document, { part: 'theme', code: null })?.['code']).toBe('6');
    expect(shownDocument(document, { part: 'criterion', theme: '2', code: null })?.['code']).toBe('2.6');
    const added = writePart(document, { part: 'criterion', theme: '2', code: null }, entriesOf([['code', '2.6'], ['title', 'Nyt'], ['weight', '2'], ['mandatory', 'no'], ['scale', 'met']]), DA, null);
    expect(added.problems).toEqual([]);
    expect(added.document && criteriaOf(added.document).map(({ criterion }) => criterion.code)).toEqual([...criteriaOf(document).slice(0, 8).map(({ criterion }) => criterion.code), '2.6', ...criteriaOf(document).slice(8).map(({ criterion }) => criterion.code)]);
  });

  it('a row that is taken out is gone, and what was typed elsewhere stays', () => {
    const { document: after } = write({ part: 'criterion', theme: '1', code: '1.1' }, { title: 'Andet navn' }, DA, 'indicators.0');
    const criterion = after && criterionByCode(after, '1.1');
    expect([criterion?.title.da, criterion?.indicators.map(({ code }) => code)]).toEqual(['Andet navn', ['1.1.b']]);
  });

  it('who saves is told when somebody changed the same part meanwhile, and not when it was another', () => {
    const before = seenKey(document, CRITERION, DA);
    const same = write(CRITERION, { title: 'Andet' }).document as StandardDocument;
    const other = write({ part: 'theme', code: '3' }, { title: 'Andet' }).document as StandardDocument;
    expect(seenKey(same, CRITERION, DA)).not.toBe(before);
    expect(seenKey(other, CRITERION, DA)).toBe(before);
    expect(seenKey(same, CRITERION, EN)).toBe(seenKey(document, CRITERION, EN));
  });

  it('moves and removes among its own', () => {
    expect(movePart(document, '3', -1).themes.map(({ code }) => code)).toEqual(['1', '3', '2', '4', '5']);
    expect(movePart(document, '1', -1)).toEqual(document);
    expect(movePart(document, '2.5', 1)).toEqual(document);
    expect(movePart(document, '2.1', 1).themes[1]?.criteria.map(({ code }) => code)).toEqual(['2.2', '2.1', '2.3', '2.4', '2.5']);
    expect(removePart(document, '2').themes.map(({ code }) => code)).toEqual(['1', '3', '4', '5']);
    expect(criterionByCode(removePart(document, '2.1'), '2.1')).toBeNull();
    expect(removePart(document, 'nothing')).toEqual(document);
  });
});
