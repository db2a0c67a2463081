import { beforeAll, describe, expect, it } from 'vitest';
import { createAnalyser, type Analyser } from '#features/search/analysis/analyser.ts';
import { splitCompound } from '#features/search/analysis/compounds.ts';
import { fold, words } from '#features/search/analysis/fold.ts';
import { CONCEPTS } from '#features/search/analysis/lexicon/index.ts';
import { stem } from '#features/search/analysis/stem.ts';
import { PROGRAMME_KINDS } from '#features/programmes/input.ts';
import { ACCESSIBILITY, PROVIDER_KINDS } from '#features/providers/input.ts';
import type { Register } from '#features/regions/register.ts';
import { messages } from '#i18n/index.ts';
import { LOCALES } from '#platform/input.ts';
import { aProviderSummary } from '#tests/factories/summary.ts';
import { shippedRegister } from '#tests/support/shipped-register.ts';

describe('letters', () => {
  it.each([
    [['Århus', 'Aarhus', 'ARHUS'], 'arhus'],
    [['København', 'Koebenhavn', 'kobenhavn'], 'kobenhavn'],
    [['ære', 'aere', 'äre'], 'ere'],
    [['flexjob', 'fleksjob'], 'fleksjob'],
    [['Élan', 'elan'], 'elan'],
    [['A\u030Arhus'], 'arhus'],
  ])('%s are one', (forms, folded) => {
    for (const form of forms) expect(fold(form)).toBe(folded);
  });

  it('parts words at signs and hyphens, and cuts what is no word', () => {
    expect(words('A-kasse, CV & 50+: «ja»')).toEqual(['a', 'kasse', 'cv', '50', 'ja']);
    expect(words('å'.repeat(300))[0]?.length).toBe(40);
    expect(words('… – !')).toEqual([]);
  });
});

describe('stems', () => {
  it.each([
    ['da', ['kursus', 'kurser', 'kurset']],
    ['da', ['ledig', 'ledige', 'ledighed']],
    ['da', ['leder', 'ledere', 'ledelse']],
    ['da', ['uddannelse', 'uddannelser']],
    ['sv', ['kurs', 'kurser', 'kursen']],
    ['sv', ['sjukskriven', 'sjukskrivna']],
    ['nl', ['cursus', 'cursussen']],
    ['fi', ['kurssi', 'kurssit', 'kurssille']],
    ['en', ['course', 'courses']],
  ] as const)('in %s %s are one word', (locale, forms) => {
    expect(new Set(forms.map((form) => stem(form, locale))).size).toBe(1);
  });

  it('keeps apart what the stemmer throws together', () => {
    expect(new Set(['ledig', 'leder', 'led'].map((form) => stem(form, 'da'))).size).toBe(3);
  });
});

describe('compounds', () => {
  it.each([
    ['jobsøgningskurser', 'da', ['job', 'sogning', 'kurs']],
    ['virksomhedspraktik', 'da', ['virksomhed', 'praktik']],
    ['karrierevejledning', 'da', ['karri', 'vejledning']],
    ['indvandrerkvinder', 'da', ['indvandr', 'kvind']],
    ['truckutbildning', 'sv', ['truck', 'utbildning']],
    ['sollicitatiecursussen', 'nl', ['sollicitatie', 'cursus']],
    ['työnhakukurssi', 'fi', ['tyo', 'haku', 'kurs']],
  ] as const)('%s', (word, locale, parts) => expect(splitCompound(word, locale)).toEqual(parts));

  it.each(['personlig', 'mentor', 'kommune', 'løsladelse', 'selvstændig', 'kandidat', 'kursus', 'job', '123456'])('leaves %s whole', (word) => {
    expect(splitCompound(word, 'da')).toBeNull();
  });
});

describe('concepts', () => {
  let register: Register;
  let analyser: Analyser;
  beforeAll(async () => {
    register = await shippedRegister();
    analyser = createAnalyser(register);
  });
  const asks = (text: string, locale: 'da' | 'en' | 'sv' | 'nl' | 'fi' = 'da') => analyser.query(text, locale, 'dk').map((word) => word.readings[0]?.loose.join('+'));

  it('every kind of help, target group, provider and access has one', () => {
    const codes = [
      ...PROGRAMME_KINDS.filter((kind) => kind !== 'other').map((kind) => `service:${kind}`),
      ...PROVIDER_KINDS.filter((kind) => kind !== 'other').map((kind) => `kind:${kind}`),
      ...ACCESSIBILITY.map((each) => `access:${each}`),
      ...register.targetGroups().map((group) => `group:${group.code}`),
      ...register.sectors().map((sector) => `sector:${sector.code}`),
    ];
    expect(codes.filter((code) => analyser.lexicon.ofCode(code).length === 0)).toEqual([]);
  });

  it('points to concepts that exist, and each has its own name', () => {
    const ids = CONCEPTS.map((concept) => concept.id);
    expect(new Set(ids).size).toBe(ids.length);
    const near = CONCEPTS.flatMap((concept) => (concept.near ?? '').split(',').map((each) => each.trim()).filter(Boolean));
    expect(near.filter((each) => !ids.includes(each))).toEqual([]);
  });

  it.each(LOCALES)('the site’s own label of a target group finds that group (%s)', (locale) => {
    const lost = register.targetGroups().filter((group) => {
      const provider = aProviderSummary(register, { id: 1, name: 'X', covers: ['dk'], helps: [group.code] });
      const { tokens } = analyser.document(provider);
      const asked = analyser.query(group.names[locale] ?? '', locale, 'dk').flatMap((word) => word.readings[0]?.loose ?? []);
      return !asked.every((token) => tokens.has(token));
    });
    expect(lost.map((group) => group.code)).toEqual([]);
  });

  it('one thing, five languages', () => {
    const mentoring = ['mentor', 'mentorship', 'mentorskap', 'maatje', 'tukihenkilö'].map((word, i) => asks(word, LOCALES[i]));
    expect(new Set(mentoring.map(String)).size).toBe(1);
    expect(asks('sygemeldt')).toEqual(asks('on sick leave', 'en'));
  });

  it('reads phrases as one, in any inflection', () => {
    expect(asks('job søgning')).toEqual(asks('jobsøgning'));
    expect(asks('enlige mødre')).toEqual(asks('enlig mor'));
    expect(asks('long-term unemployed', 'en')).toHaveLength(1);
  });

  it('leaves out words that say nothing, unless there are no others', () => {
    expect(asks('jeg vil gerne have hjælp til en mentor')).toEqual(asks('mentor'));
    expect(asks('hjælp')).toHaveLength(1);
    expect(asks('og')).toHaveLength(1);
  });

  it('takes a place for a place', () => {
    expect(asks('mentor Århus')).toEqual([expect.stringMatching(/^zzpdkkommune0751$/), asks('mentor')[0]]);
    expect(analyser.query('Aarhus', 'da', 'dk')[0]?.prefix).toBeNull();
  });

  it('every text that has a word also has what it means', () => {
    const provider = aProviderSummary(register, { id: 1, name: 'Kontor', covers: ['dk'], more: { da: 'Jobsøgningskurser og mentorordninger for sygemeldte.' } });
    const { tokens } = analyser.document(provider);
    for (const word of ['jobsøgningskurser', 'mentorordninger', 'sygemeldte', 'kontor']) {
      const reading = analyser.query(word, 'da', 'dk')[0]?.readings[0];
      expect(reading?.loose.every((token) => tokens.has(token))).toBe(true);
      expect(reading?.strict.every((token) => tokens.has(token))).toBe(true);
    }
  });

  it('keeps a place for long queries: eight words at most', () => {
    expect(analyser.query(Array.from({ length: 50 }, (_, i) => `ord${i}`).join(' '), 'da', 'dk')).toHaveLength(8);
  });

  it.each(LOCALES)('the site’s own name for each kind of help finds it (%s)', (locale) => {
    const names = messages(locale).terms.programmeKind;
    const lost = PROGRAMME_KINDS.filter((kind) => kind !== 'other').filter((kind) => {
      const provider = aProviderSummary(register, { id: 1, name: 'X', covers: ['dk'], offers: [[{ [locale]: names[kind] }, kind]] });
      const { tokens } = analyser.document(provider);
      const asked = analyser.query(names[kind], locale, 'dk').flatMap((word) => word.readings[0]?.loose ?? []);
      return asked.length === 0 || !asked.every((token) => tokens.has(token));
    });
    expect(lost).toEqual([]);
  });
});
