import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOCALES, messages } from '#i18n/index.ts';
import type { CaseEntry, DecisionContent, Redaction } from '#features/approvals/model/events.ts';
import { decisionDocument, eventDocument, PUBLIC_EVENTS, type PublicCase, type PublicEvent } from '#features/approvals/public-document.ts';
import { badges, lineText, periodText, scoreText, writtenParts } from '#features/approvals/public-view.ts';
import { standingOn } from '#features/approvals/queries/decisions.ts';
import { lix } from '#tests/support/lix.ts';

const about: PublicCase = { caseId: 4, provider: { id: 2, name: 'Broen' }, authority: { id: 3, name: 'Prøve Kommune' }, standard: { slug: 'employment', version: 1, title: { da: 'Beskæftigelse' } } };
const content: DecisionContent = {
  outcome: 'conditions', rule: 'Reglen i lov om Jens', considerations: 'Jens Hansen svarede. Jens var enig.', facts: 'Prisen er 4.000 kr.', answerTreated: null,
  guidance: { body: 'Klagenævnet', how: 'Skriv til Jens' }, validFrom: '2026-12-01', validTo: '2028-11-30', conditions: [{ text: 'Jens skal have et kursus', dueOn: '2027-03-01' }],
  redactions: [], language: 'da',
};
const findings = [{ criterion: 'a', title: 'Krav A', score: 'partly', grounds: 'Jens Hansen sagde det', adoptedFrom: null }] as const;
const document = (redactions: Redaction[]) => decisionDocument(about, { seq: 9, decidedOn: '2026-11-26', content: { ...content, redactions }, findings, appealUntil: '2026-12-24' });

describe('what is published of a decision', () => {
  it('has people and trade secrets out of every text, the longest passage first, and says how often and why', () => {
    const published = document([{ passage: 'Jens', ground: 'person' }, { passage: 'Jens Hansen', ground: 'person' }, { passage: '4.000 kr.', ground: 'trade-secret' }]);
    expect(published.rule).toBe('Reglen i lov om [udeladt: person]');
    expect(published.considerations).toBe('[udeladt: person] svarede. [udeladt: person] var enig.');
    expect(published.facts).toBe('Prisen er [udeladt: forretningshemmelighed]');
    expect(published.findings[0]?.grounds).toBe('[udeladt: person] sagde det');
    expect(published.conditions[0]?.text).toBe('[udeladt: person] skal have et kursus');
    expect(published.appeal.how).toBe('Skriv til [udeladt: person]');
    expect(published.redactions).toEqual([{ ground: 'person', count: 6 }, { ground: 'trade-secret', count: 1 }]);
  });

  it('holds no passage that was to be left out, whatever the texts', () => {
    const words = fc.constantFrom('anna', 'bo', 'co', 'dan', ' ');
    fc.assert(fc.property(fc.array(words, { maxLength: 30 }), fc.uniqueArray(fc.constantFrom('anna', 'bo', 'annabo', 'dan'), { maxLength: 4 }), (parts, passages) => {
      const facts = parts.join('');
      const published = decisionDocument(about, { seq: 1, decidedOn: '2026-11-26', content: { ...content, facts, language: 'en', redactions: passages.map((passage) => ({ passage, ground: 'other' as const })) }, findings: [], appealUntil: '2026-12-24' });
      const left = published.facts.replaceAll('[left out]', '');
      for (const passage of passages) if (facts.includes(passage)) expect(published.facts.split('[left out]').some((each) => each.includes(passage)), `${facts} ${left}`).toBe(false);
    }));
  });

  it('names nobody who worked on the case', () => {
    expect(JSON.stringify(document([]))).not.toMatch(/decidedBy|preparedBy|person:/);
    expect(Object.keys(document([])).sort()).toEqual([
      'answerTreated', 'appeal', 'authority', 'case', 'conditions', 'considerations', 'decidedOn', 'facts', 'findings', 'form', 'language', 'outcome', 'provider', 'redactions', 'rule', 'seq', 'standard', 'validFrom', 'validTo',
    ]);
  });
});

const entry = (kind: PublicEvent, more: object): CaseEntry<PublicEvent> => ({ kind, by: { person: 'p', role: 'decider' }, on: '2027-01-02', seq: 12, content: more }) as unknown as CaseEntry<PublicEvent>;
const EXAMPLES: Record<PublicEvent, [object, string]> = {
  'condition-judged': [{ number: 1, met: true, grounds: 'Hemmeligt' }, 'Vilkår 1 er opfyldt'],
  'condition-extended': [{ number: 2, dueOn: '2027-05-01', grounds: 'Hemmeligt' }, 'Vilkår 2 har fået ny frist: 1. maj 2027'],
  expired: [{}, 'Godkendelsen udløb'],
  replaced: [{ from: '2027-06-01', applicationId: 9 }, 'En ny godkendelse kommer i stedet fra 1. juni 2027'],
  'appeal-lodged': [{ text: 'Hemmeligt' }, 'Leverandøren har klaget'],
  'appeal-taken-back': [{}, 'Klagen er trukket tilbage'],
  'appeal-decided': [{ result: 'dismissed', body: 'Nævnet', grounds: 'Hemmeligt', validFrom: null, validTo: null }, 'Nævnet: Leverandøren fik ikke ret i klagen'],
  reopened: [{ reason: 'Hemmeligt' }, 'Sagen er åbnet igen'],
};

describe('what is published of later entries', () => {
  it.each(PUBLIC_EVENTS)('%s: that it happened, and none of the words that somebody wrote', (kind) => {
    const [more, text] = EXAMPLES[kind];
    const published = eventDocument(about, entry(kind, more));
    expect(JSON.stringify(published)).not.toContain('Hemmeligt');
    expect(lineText('da', published)).toEqual({ text, day: '2027-01-02' });
    for (const locale of LOCALES) expect(lineText(locale, published).text.length).toBeGreaterThan(5);
  });
  it('a condition that is not met says so', () => {
    expect(lineText('en', eventDocument(about, entry('condition-judged', { number: 1, met: false }))).text).toBe('Condition 1 is not met');
  });
});

describe('in words', () => {
  it('scores, periods, and only the parts that have a text', () => {
    expect([scoreText('da', 'partly'), scoreText('en', '4')]).toEqual(['Delvist opfyldt', '4 of 5']);
    expect(periodText('da', document([]))).toBe('1. december 2026 til 30. november 2028');
    expect(periodText('da', { validFrom: null, validTo: null })).toBeNull();
    expect(writtenParts(document([])).map(({ part }) => part)).toEqual(['rule', 'considerations', 'facts']);
    expect(lineText('da', document([]))).toEqual({ text: 'Ny afgørelse: Godkendt på vilkår', day: '2026-11-26' });
  });
  it('where an approval stands on a day', () => {
    const given = { state: 'in-force', validFrom: '2026-12-01', overFrom: '2027-12-01' } as const;
    expect(['2026-11-30', '2026-12-01', '2027-11-30', '2027-12-01'].map((day) => standingOn(given, day))).toEqual(['later', 'counts', 'counts', 'over']);
    expect([standingOn({ ...given, state: 'suspended' }, '2026-12-05'), standingOn(null, '2026-12-05')]).toEqual(['suspended', 'none']);
  });
});

const texts = (part: unknown): string[] =>
  typeof part === 'string' ? [part] : typeof part === 'function' ? [String(part(2, 'tre', 'fire'))] : typeof part === 'object' && part !== null ? Object.values(part).flatMap(texts) : [];

describe('the words of the area', () => {
  it.each(LOCALES.filter((locale) => locale !== 'da'))('%s is not the Danish one', (locale) => {
    const danish = texts(messages('da').decisions);
    expect(texts(messages(locale).decisions).filter((text, n) => text.length > 25 && text === danish[n])).toEqual([]);
  });
  it.each(['sv', 'nl', 'fi'] as const)('%s says of letter and decision that no lawyer has confirmed them', (locale) => {
    expect(messages(locale).decisions.letter.unconfirmed.length).toBeGreaterThan(20);
    expect(messages(locale).decisions.page.unconfirmed.length).toBeGreaterThan(20);
  });
  it('are plain Danish', () => expect(lix(texts(messages('da').decisions).filter((text) => text !== '').join('\n'))).toBeLessThan(35));
});

describe('the badge of a provider', () => {
  it('says of an approval with conditions that it is one', () => {
    const by = (authority: string, conditional = false) => ({ authority, conditional });
    expect(badges('en', [])).toEqual([]);
    expect(badges('en', [by('A'), by('B')])).toEqual(['Approved by A and B']);
    expect(badges('da', [by('A', true)])).toEqual(['Godkendt på vilkår af A']);
    expect(badges('en', [by('A'), by('B', true), by('C'), by('D')])).toEqual(['Approved by A and 2 others', 'Approved with conditions by B']);
  });
});
