import { describe, expect, it } from 'vitest';
import { EXAMPLE, EXAMPLE_NEXT } from '#db/seed/standards/employment-services.ts';
import { completeness, textsOf } from '#features/standards/completeness.ts';
import { standardDocument } from '#features/standards/input.ts';
import { consultationProblem, criteriaOf, nextPublished, openVersions, phaseOf, publicationProblem, takesApplications, type Publication, type StandardDocument, type VersionDates } from '#features/standards/model.ts';
import { partOfSteps, partSteps } from '#features/standards/paths.ts';
import { presentVersion } from '#features/standards/view.ts';
import { exampleStandard } from '#tests/support/standards.ts';
import { lix } from '#tests/support/lix.ts';

const NONE: VersionDates = { state: 'draft', consultationFrom: null, consultationUntil: null, publishedOn: null, inForceFrom: null, applicationsFrom: null, graceUntil: null };
const HEARD: VersionDates = { ...NONE, state: 'consultation', consultationFrom: '2026-01-01', consultationUntil: '2026-01-31' };
const FIRST: VersionDates & { number: number } = { ...HEARD, number: 1, state: 'published', publishedOn: '2026-02-10', inForceFrom: '2026-03-01', applicationsFrom: '2026-03-15' };
const SECOND = { ...FIRST, number: 2, publishedOn: '2026-09-01', inForceFrom: '2026-10-01', applicationsFrom: '2026-10-10', graceUntil: '2026-12-31' };

describe('phases', () => {
  it.each([
    ['2026-02-28', 'announced'], ['2026-03-01', 'in-force'], ['2026-09-30', 'in-force'], ['2026-10-01', 'grace'], ['2026-12-31', 'grace'], ['2027-01-01', 'superseded'],
  ] as const)('of a version that another replaces, on %s: %s', (day, phase) => expect(phaseOf(FIRST, SECOND, day)).toBe(phase));

  it.each([['2026-01-31', 'consultation'], ['2026-02-01', 'consulted']] as const)('of a consultation, on %s: %s', (day, phase) => expect(phaseOf(HEARD, null, day)).toBe(phase));

  it('without a date of grace it ends when the next one takes applications, and not a day before', () => {
    const strict = { ...SECOND, graceUntil: null };
    expect(phaseOf(FIRST, strict, '2026-10-09')).toBe('grace');
    expect(phaseOf(FIRST, strict, '2026-10-10')).toBe('superseded');
  });

  it('on every day of its time somebody can apply by exactly the versions that say so', () => {
    const days = ['2026-03-14', '2026-03-15', '2026-10-09', '2026-10-10', '2026-12-31', '2027-01-01'];
    expect(days.map((day) => openVersions([FIRST, SECOND], day).map(({ number }) => number))).toEqual([[], [1], [1], [2, 1], [2, 1], [2]]);
    expect(takesApplications({ ...FIRST, state: 'draft' }, null, '2026-05-01')).toBe(false);
    expect(nextPublished([FIRST, SECOND], 2)).toBeNull();
  });

  it('a reader comes to the one that counts, else to what is being talked about', () => {
    const talked = { ...HEARD, number: 3 };
    expect(presentVersion([FIRST, SECOND, talked], '2026-11-01')?.number).toBe(2);
    expect(presentVersion([talked], '2026-01-15')?.number).toBe(3);
    expect(presentVersion([FIRST], '2026-02-20')?.number).toBe(1);
    expect(presentVersion([], '2026-02-20')).toBeNull();
  });
});

describe('dates', () => {
  const DATES: Publication = { inForceFrom: '2026-03-01', applicationsFrom: '2026-03-15', graceUntil: null };
  const refused = (version: VersionDates, last: VersionDates | null, changes: Partial<Publication>, day = '2026-02-10') => publicationProblem(version, last, { ...DATES, ...changes }, day)?.reason ?? null;

  it('a consultation: of a draft, not in the past, and at least fourteen days', () => {
    expect(consultationProblem(NONE, '2026-01-01', '2026-01-15', '2026-01-01')).toBeNull();
    expect(consultationProblem(NONE, '2026-01-01', '2026-01-14', '2026-01-01')?.reason).toBe('standard-consultation-short');
    expect(consultationProblem(NONE, '2025-12-31', '2026-01-31', '2026-01-01')?.reason).toBe('standard-past-day');
    expect(consultationProblem(HEARD, '2026-02-01', '2026-02-28', '2026-02-01')?.reason).toBe('standard-not-draft');
  });

  it('publication: after the consultation, with notice, in force before anybody applies, after the version before', () => {
    expect(refused(HEARD, null, {})).toBeNull();
    expect(refused({ ...HEARD, state: 'draft' }, null, {})).toBeNull();
    expect(refused(NONE, null, {})).toBe('standard-no-consultation');
    expect(refused(HEARD, null, {}, '2026-01-31')).toBe('standard-consultation-runs');
    expect(refused(FIRST, null, {})).toBe('standard-not-draft');
    expect(refused(HEARD, null, { inForceFrom: '2026-02-09' })).toBe('standard-past-day');
    expect(refused(HEARD, null, { inForceFrom: '2026-02-10', applicationsFrom: '2026-02-23' })).toBe('standard-notice-short');
    expect(refused(HEARD, null, { inForceFrom: '2026-02-10', applicationsFrom: '2026-02-24' })).toBeNull();
    expect(refused(HEARD, null, { inForceFrom: '2026-03-16' })).toBe('standard-before-force');
    expect(refused(HEARD, FIRST, {})).toBe('standard-before-last');
    expect(refused(HEARD, FIRST, { inForceFrom: '2026-03-02' })).toBe('standard-before-last');
    expect(refused(HEARD, FIRST, { inForceFrom: '2026-03-02', applicationsFrom: '2026-03-16', graceUntil: '2026-03-15' })).toBe('standard-grace-early');
    expect(refused(HEARD, FIRST, { inForceFrom: '2026-03-02', applicationsFrom: '2026-03-16', graceUntil: '2026-03-16' })).toBeNull();
  });
});

describe('completeness', () => {
  const gaps = (document: StandardDocument) => completeness(document).map(({ reason, at }) => `${reason} ${at ?? '-'}`);
  const withCriterion = (change: object) =>
    exampleStandard({ themes: exampleStandard().themes.map((theme) => (theme.code === '1' ? { ...theme, criteria: theme.criteria.map((each) => (each.code === '1.1' ? { ...each, ...change } : each)) } : theme)) });

  it('the example and its next version lack nothing', () => {
    expect(completeness(standardDocument.parse(EXAMPLE))).toEqual([]);
    expect(completeness(standardDocument.parse(EXAMPLE_NEXT))).toEqual([]);
  });

  it('names each thing that is missing, and where', () => {
    expect(gaps(exampleStandard({ themes: [], summary: undefined }))).toEqual(['no-summary -', 'no-themes -']);
    expect(gaps(exampleStandard({ themes: exampleStandard().themes.map((theme) => ({ ...theme, criteria: [] })) }))).toEqual(['no-criteria 1', 'no-criteria 2', 'no-criteria 3', 'no-criteria 4', 'no-criteria 5']);
    expect(gaps(exampleStandard({ themes: exampleStandard().themes.map((theme) => ({ ...theme, criteria: theme.criteria.map((each) => ({ ...each, mandatory: false })) })) }))).toEqual(['no-mandatory -']);
    expect(gaps(withCriterion({ text: undefined, indicators: [], anchors: undefined }))).toEqual(['no-text 1.1', 'no-indicators 1.1', 'no-anchors 1.1']);
    expect(gaps(withCriterion({ anchors: { ...criteriaOf(exampleStandard())[0]?.criterion.anchors, 3: undefined } }))).toEqual(['no-anchors 1.1']);
    expect(gaps(withCriterion({ indicators: [{ code: '1.1.a', text: { da: 'x', en: 'x' } }] }))).toEqual(['no-evidence 1.1.a']);
    expect(gaps(withCriterion({ code: '2.3' }))).toEqual(['same-code 2.3']);
    expect(gaps(exampleStandard({ rule: { metFrom: 3, partlyFrom: 3, approveFrom: 60, conditionsFrom: 60 } }))).toEqual(['scores-crossed -', 'limits-crossed -']);
  });

  it('what is said in a language of the title is said in it throughout', () => {
    const [gap, ...more] = completeness(withCriterion({ title: { da: 'Kun dansk' } }));
    expect(gap).toMatchObject({ reason: 'language', at: '1.1', languages: ['en'] });
    expect(more).toEqual([]);
  });
});

describe('the example', () => {
  it('is marked as one, and is complete: five themes, some twenty criteria, weights, anchors, checks of every kind', () => {
    const document = standardDocument.parse(EXAMPLE);
    expect(document.example).toBe(true);
    expect([document.title.da, document.title.en]).toEqual([expect.stringContaining('eksempel'), expect.stringContaining('example')]);
    expect([document.themes.length, criteriaOf(document).length]).toEqual([5, 19]);
    expect(new Set(criteriaOf(document).flatMap(({ criterion }) => criterion.check?.kind ?? [])).size).toBe(6);
    expect(criteriaOf(document).filter(({ criterion }) => criterion.mandatory).length).toBeGreaterThan(5);
  });

  it('is easy to read in Danish, each theme of it', () => {
    for (const source of [EXAMPLE, EXAMPLE_NEXT]) {
      const document = standardDocument.parse(source);
      for (const theme of document.themes) {
        expect(lix(textsOf({ ...document, themes: [theme] }).flatMap(({ at, text }) => (at === null ? [] : [text.da ?? ''])).join('\n')), theme.code).toBeLessThan(35);
      }
    }
  });
});

describe('addresses of parts', () => {
  it.each([
    { part: 'basics' as const }, { part: 'theme' as const, code: null }, { part: 'theme' as const, code: '2' }, { part: 'criterion' as const, theme: '2', code: null }, { part: 'criterion' as const, theme: '2', code: '2.1' },
  ])('$part leads there and back', (part) => expect(partOfSteps(partSteps(part))).toEqual(part));

  it.each(['', 'basics/1', 'theme/', 'theme/1/criterion/', 'theme/1/other/2', 'theme/1/criterion/2/3', 'x'])('"%s" leads nowhere', (steps) => expect(partOfSteps(steps)).toBeNull());
});
