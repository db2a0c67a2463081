/** What citizens read about moderation: easy Danish, all reasons in every language, and no code where a word belongs. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LOCALES, messages } from '#i18n/index.ts';
import { DETECTORS } from '#features/moderation/detectors/types.ts';
import { databaseStatement } from '#features/moderation/export/transparency-database.ts';
import { reportCsv, REPORT_PARTS, type ReportFacts } from '#features/moderation/export/report.ts';
import { ledgerLines } from '#features/moderation/ledger.ts';
import { markOf, placesOf, redactText } from '#features/moderation/redaction.ts';
import { REASON_CODES, REASONS, REASONS_SINCE, REASONS_VERSION } from '#features/moderation/reasons.ts';
import { statementSentences } from '#features/moderation/statements.ts';
import { sitePath } from '#features/moderation/sender.ts';
import { subjectOf } from '#features/moderation/commands/file-notice.ts';
import { TERMS_SINCE, TERMS_VERSION, termsJson } from '#features/moderation/terms.ts';
import { pieces } from '#features/moderation/view.ts';
import { parseCells } from '#features/results/csv-text.ts';
import { lix } from '#tests/support/lix.ts';

/** Every text of an area, functions asked with something in each place. */
const texts = (part: unknown): string[] =>
  typeof part === 'string' ? [part] : typeof part === 'function' ? [String(part(2, 'tre', 'fire'))] : typeof part === 'object' && part !== null ? Object.values(part).flatMap(texts) : [];

const statement = {
  id: 'a1', caseId: 1, seq: 2, subjectKind: 'review', subjectId: 'r', restriction: 'removed', ground: 'law', reason: 'threat', reasonsVersion: 1, facts: 'En trussel.', source: 'own',
  automatedDetection: true, automatedDecision: false, language: 'da', madeOn: '2026-11-26',
} as const;

describe('words', () => {
  const { statement: told, letters, notice, ledger, tools, reasons, help } = messages('da').moderation;
  it.each(Object.entries({ told, letters, notice, ledger, tools, reasons, help }).map(([name, part]) => [name, texts(part).join('\n')] as const))('LIX of %s is under 35', (_name, text) => {
    expect(lix(text)).toBeLessThan(35);
  });
  it.each(LOCALES)('every reason and detector has its words in %s, and a mark in brackets', (locale) => {
    const t = messages(locale).moderation;
    expect(Object.keys(t.reasons).sort()).toEqual([...REASON_CODES].sort());
    expect(Object.keys(t.detectors).sort()).toEqual([...DETECTORS].sort());
    for (const mark of Object.values(t.marks)) expect(mark).toMatch(/^\[.+\]$/);
  });
  it('the help lines are those of Denmark', () => {
    for (const locale of LOCALES) expect(texts(messages(locale).moderation.help).join(' ')).toMatch(/112[\s\S]*70 201 201/);
  });
});

describe('the list of reasons', () => {
  it('has versions with days, and a category for every reason that the report knows', () => {
    expect(REASONS_SINCE).toHaveLength(REASONS_VERSION);
    for (const code of REASON_CODES) expect(REASONS[code].category).toMatch(/^STATEMENT_CATEGORY_[A-Z_]+$/);
    for (const code of REASON_CODES) if (REASONS[code].ground === 'terms') expect(REASONS[code].law).toBeUndefined();
  });
});

describe('a statement of reasons', () => {
  it('says what, why, on what ground, how it was found, and what one can do', () => {
    expect(statementSentences('da', statement)).toEqual([
      'Teksten er fjernet. Karaktererne er ikke ændret af os.', 'Grunden er: Trusler.', 'Teksten truer nogen.', 'Det følger af loven: Straffeloven § 266.', 'Det så vi: En trussel.', 'Vi så det selv.',
      'Et program fandt det. Mennesker tog beslutningen.', 'Du kan klage gratis til og med 29. maj 2027. En anden end dem, der bestemte, ser på det.', 'Du kan også gå til et godkendt klageorgan eller til domstolene.',
    ]);
  });
  it('of a hold says that a program did it, and that a person looks', () => {
    const sentences = statementSentences('en', { ...statement, restriction: 'held', automatedDecision: true, facts: '' }).join(' ');
    expect(sentences).toContain('A human being looks at it first.');
    expect(sentences).toContain('A program found it and held it back.');
    expect(sentences).not.toContain('appeal');
  });
  it('goes to the Transparency Database with the attributes it asks for', () => {
    expect(databaseStatement(statement, 'The text threatens somebody.')).toMatchObject({
      decision_visibility: ['DECISION_VISIBILITY_CONTENT_REMOVED'], decision_ground: 'DECISION_GROUND_ILLEGAL_CONTENT', illegal_content_legal_ground: 'Straffeloven § 266', category: 'STATEMENT_CATEGORY_VIOLENCE',
      content_type: ['CONTENT_TYPE_TEXT'], application_date: '2026-11-26', source_type: 'SOURCE_VOLUNTARY', automated_detection: 'Yes', automated_decision: 'AUTOMATED_DECISION_NOT_AUTOMATED', puid: 'a1',
    });
    expect(databaseStatement({ ...statement, restriction: 'lifted' }, '')).toBeNull();
    expect(databaseStatement({ ...statement, restriction: 'redacted', ground: 'terms', reason: 'named-person', source: 'notice' }, 'x')).toMatchObject({ decision_visibility: ['DECISION_VISIBILITY_OTHER'], incompatible_content_illegal: 'No', source_type: 'SOURCE_ARTICLE_16' });
  });
});

describe('the yearly report', () => {
  const facts: ReportFacts = {
    service: '=Vejviser', provider: 'X', publishedOn: '2027-02-01', from: '2026-01-01', to: '2026-12-31',
    measures: [
      { category: 'STATEMENT_CATEGORY_VIOLENCE', ground: 'law', source: 'own', restriction: 'held', automatedDetection: true, automatedDecision: true, measures: 3 },
      { category: 'STATEMENT_CATEGORY_VIOLENCE', ground: 'law', source: 'own', restriction: 'removed', automatedDetection: true, automatedDecision: false, measures: 2 },
      { category: 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC', ground: 'terms', source: 'notice', restriction: 'redacted', automatedDetection: false, automatedDecision: false, measures: 7 },
    ],
    notices: [{ category: 'STATEMENT_CATEGORY_VIOLENCE', received: 4, medianDays: 1, byLaw: 1, byTerms: 0 }],
    complaints: [{ about: 'restriction', submitted: 5, upheld: 3, partly: 1, reversed: 1, medianDays: 2 }, { about: 'notice', submitted: 1, upheld: 1, partly: 0, reversed: 0, medianDays: 4 }],
    newlyImposed: 0, suspensions: 1, detectors: { held: 8, right: 6 }, qualitative: ['a', 'b', 'c', 'd', 'e', 'f'],
  };
  const table = (part: (typeof REPORT_PARTS)[number]) => parseCells(reportCsv(part, facts).replace(/^\ufeff/, '')).lines.map((each) => each.cells);

  it.each(REPORT_PARTS)('%s: every line has as many cells as there are columns, and none is a formula', (part) => {
    const [head = [], ...lines] = table(part);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toHaveLength(head.length);
    for (const line of lines) for (const cell of line) expect(cell).not.toMatch(/^[=+@]/);
  });
  it('own measures are told apart by ground and by what they do', () => {
    const [head = [], total = [], one = []] = table('5_own_initiative_illegal');
    expect(head.slice(3, 9)).toEqual(['Category of illegal content', 'Description of the sub-category "Other"', "Number of measures taken at the provider's own initiative ", 'Number of measures taken after detection with solely automated means ', 'Visibility restriction Removal', 'Visibility restriction Disable']);
    expect(total.slice(5, 9)).toEqual(['5', '5', '2', '3']);
    expect(one[3]).toBe('STATEMENT_CATEGORY_VIOLENCE');
    expect(table('6_own_initiative_TC')[1]?.slice(5, 9)).toEqual(['0', '0', '0', '0']);
  });
  it('complaints and accuracy', () => {
    expect(table('7_appeals_and_recidivism').slice(1, 6).map((line) => line[6])).toEqual(['6', '4', '1', '1', '2']);
    expect(table('8_automated_means').find((line) => line[4]?.endsWith('Precision'))?.[6]).toBe('75');
  });
});

describe('redaction', () => {
  const marks = messages('da').moderation.marks;
  it('marks what was taken out by its kind; passages that overlap become one', () => {
    expect(redactText('Ring Mette på 20304051 nu', [{ start: 14, end: 22, reason: 'contact-details' }, { start: 5, end: 10, reason: 'named-person' }, { start: 7, end: 13, reason: 'health' }], marks)).toBe('Ring [navn udeladt] [kontakt udeladt] nu');
    for (const code of REASON_CODES) expect(marks[markOf(code)]).toBeDefined();
  });
  it('finds every place of a passage that was typed', () => {
    expect(placesOf('aXbXX', 'X')).toEqual([{ start: 1, end: 2 }, { start: 3, end: 4 }, { start: 4, end: 5 }]);
    expect(placesOf('abc', '')).toEqual([]);
  });
  it('pieces of a text are the text', () => {
    const text = 'Ring Mette nu';
    expect(pieces(text, [{ start: 5, end: 10 }, { start: 6, end: 8 }])).toEqual([{ text: 'Ring ', finding: null }, { text: 'Mette', finding: 0 }, { text: ' nu', finding: null }]);
    expect(pieces('', [])).toEqual([{ text: '', finding: null }]);
    expect(pieces(text, [{ start: 5, end: 99 }]).map((each) => each.text).join('')).toBe(text);
  });
});

describe('what a notice is about', () => {
  it('is told by the address, with or without language', () => {
    const id = 'a'.repeat(24);
    expect(subjectOf(`/en/providers/x/reviews?page=2#review-${id}`)).toEqual({ kind: 'review', id });
    expect(subjectOf(`/providers/x/reviews#reply-${id}`)).toEqual({ kind: 'reply', id });
    expect(subjectOf('/fi/providers/x')).toEqual({ kind: 'profile', id: 'x' });
    expect(subjectOf('/nl')).toEqual({ kind: 'page', id: '/' });
    expect(subjectOf('/method?lang=da')).toEqual({ kind: 'page', id: '/method' });
  });
  it('has to be on this site', () => {
    const site = 'https://vejviser.example';
    expect(sitePath('https://vejviser.example/providers/x#review-a', site)).toBe('/providers/x#review-a');
    expect(sitePath('vejviser.example/method', site)).toBe('/method');
    expect(sitePath('/method', site)).toBe('/method');
    for (const other of ['https://elsewhere.example/method', '//elsewhere.example', 'javascript:alert(1)', 'http://', ' ']) expect(sitePath(other, site)).toBeNull();
  });
});

describe('terms', () => {
  it.each(LOCALES)('%s: for machines as for people, with the version that the page says', (locale) => {
    const markdown = readFileSync(`src/content/pages/${locale}/terms.md`, 'utf8');
    const terms = termsJson(locale, markdown.replace(/^---[\s\S]*?---\n/, ''), 'https://x.example/terms');
    expect(terms).toMatchObject({ version: TERMS_VERSION, since: TERMS_SINCE, language: locale });
    expect((terms['sections'] as unknown[]).length).toBe([...markdown.matchAll(/^## /gm)].length);
    expect(JSON.stringify(terms)).not.toMatch(/<!--|\]\(/);
    expect(markdown).toMatch(new RegExp(`lead: .*${TERMS_VERSION}\\.`));
    expect(markdown).toContain(`updated: ${TERMS_SINCE}`);
  });
});

it('the open list for spreadsheets has a line a key', () => {
  const outcomes = { keep: 1, redact: 2, remove: 3, restore: 4 };
  const lines = ledgerLines({
    open: 0, decided: 10, byRule: [{ key: 'threat', cases: 10, outcomes }], byRequester: [{ key: 'person', cases: 10, outcomes }], outcomes, byProvider: [], waiting: { cases: 0, median: null, most: null, inTime: 0 },
    appeals: { decided: 0, changed: 0 }, notices: { received: 0, decided: 0, upheld: 0, unfounded: 0 }, detectors: { held: 0, released: 0 },
  });
  expect(lines).toEqual([['by', 'key', 'cases', 'keep', 'redact', 'remove', 'restore'], ['rule', 'threat', 10, 1, 2, 3, 4], ['requester', 'person', 10, 1, 2, 3, 4]]);
});
