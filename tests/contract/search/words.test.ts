import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Locale } from '#platform/input.ts';
import type { Register } from '#features/regions/register.ts';
import type { ProviderSummary, SearchQuery } from '#features/search/model.ts';
import { aProviderSummary, type ProviderWords } from '#tests/factories/summary.ts';
import { shippedRegister } from '#tests/support/shipped-register.ts';
import { ENGINE_NAMES, testEngine, type TestEngine } from './engines.ts';

const PROVIDERS: (ProviderWords & Partial<Pick<ProviderSummary, 'kind' | 'languages'>>)[] = [
  { id: 1, name: 'Vejen Frem', covers: ['dk-kommune:0751'], at: ['dk-kommune:0751', 'Aarhus C', '8000'], says: { da: 'Mentorordning til unge.' }, offers: [[{ da: 'Mentor' }, 'mentoring']], helps: ['unge'] },
  { id: 2, name: 'Søgebasen', covers: ['dk'], says: { da: 'Jobsøgningskurser over hele landet.' }, offers: [[{ da: 'Jobsøgningskursus' }, 'job-search-course']] },
  { id: 3, name: 'Rolig Start', covers: ['dk-kommune:0265'], says: { da: 'For dig, der er gået ned med stress.' }, offers: [[{ da: 'Tilbage igen' }, 'health-support']], helps: ['dk-sygedagpenge'] },
  { id: 4, name: 'C# & Co. "Kode"', covers: ['dk-kommune:0101'], says: { da: 'Programmør på 20 uger (100% online) – O’Neill\\backslash.' }, offers: [[{ da: 'Kodning' }, 'skills-training']] },
  { id: 5, name: 'Fagligt Værn', covers: ['dk'], kind: 'unemployment-fund', says: { da: 'Arbejdsløshedskasse for alle fag.' } },
  { id: 6, name: 'Fleksbroen', covers: ['dk-kommune:0461'], says: { da: 'Vi skaffer fleksjob.' }, helps: ['dk-fleksjob'] },
  { id: 7, name: 'Café Élan', covers: ['dk-kommune:0147'], says: { da: 'Praktikpladser i køkken.' }, offers: [[{ da: 'Praktik' }, 'work-placement']] },
  { id: 8, name: 'Ordværkstedet', covers: ['dk-kommune:0851'], says: { da: 'Undervisning for ordblinde.' } },
  { id: 9, name: 'Kontorhuset', covers: ['dk-kommune:0630'], says: { da: 'Kursus i kontorarbejde og regnskab.' } },
  { id: 10, name: 'Norrsken', covers: ['se-kommun:1280'], says: { sv: 'Mentorer för unga arbetslösa.' }, offers: [[{ sv: 'Mentorskap' }, 'mentoring']], helps: ['unge'] },
];

describe.each(ENGINE_NAMES)('words on %s', (name) => {
  let register: Register;
  let test: TestEngine;

  beforeAll(async () => {
    register = await shippedRegister();
    test = await testEngine(name, register);
    await test.engine.upsert(PROVIDERS.map(({ kind, languages, ...words }) => aProviderSummary(register, words, { ...(kind ? { kind } : {}), ...(languages ? { languages } : {}) })));
  });
  afterAll(() => test.close());

  const search = (text: string, locale: Locale = 'da', changes: Partial<SearchQuery> = {}) =>
    test.engine.search({ text, locale, country: 'dk', place: null, filters: {}, sort: 'fit', page: 1, pageSize: 20, day: '2026-11-25', ...changes });
  const ids = async (text: string, locale: Locale = 'da', changes: Partial<SearchQuery> = {}) => (await search(text, locale, changes)).hits.map((hit) => hit.id).sort((a, b) => a - b);

  it.each([
    ['inflection', 'mentorer', [1]],
    ['upper case', 'MENTOR', [1]],
    ['a compound whose parts stand apart', 'kontorkursus', [9]],
    ['a compound typed apart', 'job søgning kursus', [2]],
    ['a part of a compound', 'mentor', [1]],
    ['letters left out', 'jobsogning', [2]],
    ['ae for æ', 'fagligt vaern', [5]],
    ['x for ks', 'flexjob', [6]],
    ['accents', 'cafe elan', [7]],
    ['a synonym', 'a-kasse', [5]],
    ['a synonym in one word', 'akasse', [5]],
    ['the word for a target group', 'sygemeldt', [3]],
    ['one’s own word for it', 'udbrændt', [3]],
    ['a place in three spellings', 'mentor Århus', [1]],
    ['… as the municipality writes it', 'mentor Aarhus', [1]],
    ['… without Danish letters', 'mentor arhus', [1]],
    ['words that say nothing', 'jeg vil gerne have en mentor', [1]],
    ['words in another order', 'unge mentor', [1]],
  ])('finds through %s', async (_, text, expected) => {
    const answer = await search(text);
    expect(answer.hits.map((hit) => hit.id).sort((a, b) => a - b)).toEqual(expected);
    expect(answer).toMatchObject({ corrected: null, partial: false, total: expected.length });
  });

  it.each([
    ['unge mentor for young people', 'en', [1]],
    ['mentor för unga', 'sv', [1]],
    ['sick leave', 'en', [3]],
    ['työttömyyskassa', 'fi', [5]],
    ['stage', 'nl', [7]],
  ] as const)('understands “%s” on a page in %s', async (text, locale, expected) => {
    expect(await ids(text, locale)).toEqual(expected);
  });

  it('keeps to the country', async () => {
    expect(await ids('mentor', 'sv', { country: 'se' })).toEqual([10]);
    expect(await ids('mentor', 'sv', { country: 'all' })).toEqual([1, 10]);
  });

  it.each([
    ['a letter too many', 'sttress', 3, 'stress'],
    ['a letter changed', 'sydedagpenge', 3, 'sygedagpenge'],
    ['two letters swapped', 'ordbilnde', 8, 'ordblinde'],
    ['a letter missing', 'rgnskab', 9, 'regnskab'],
  ])('corrects %s and says so', async (_, text, expected, corrected) => {
    const answer = await search(text);
    expect(answer.hits.map((hit) => hit.id)).toEqual([expected]);
    expect(answer.corrected?.toLowerCase()).toBe(corrected);
  });

  it('finds a longer word by its shared letters, and says so', async () => {
    const answer = await search('ordblindskolen');
    expect(answer.hits.map((hit) => hit.id)).toEqual([8]);
  });

  it('takes the beginning of a word', async () => {
    expect(await ids('køkk')).toEqual([7]);
    expect(await ids('regns')).toEqual([9]);
  });

  it('a place among the words finds those who serve it, wherever they are', async () => {
    expect(await ids('Aarhus')).toEqual([1, 2, 5]);
    expect(await ids('kursus i Vejle')).toEqual([2, 9]);
    expect(await ids('8000')).toEqual([1]);
  });

  it('leaves a word out that nobody knows, and says so', async () => {
    const answer = await search('mentor xqzzvw');
    expect(answer.hits.map((hit) => hit.id)).toEqual([1]);
    expect(answer.corrected).toBe('mentor');
  });

  it.each(['xqzzvw', 'blorptastisk fnuggelhop', 'qwrtpsd', '…', '§§§'])('finds nobody for “%s”', async (text) => {
    expect(await search(text)).toMatchObject({ total: 0, hits: [], corrected: null, partial: false });
  });

  it('shows those with most of the words when nobody has all, and says so', async () => {
    const answer = await search('stress ordblind regnskab kontor');
    expect(answer.partial).toBe(true);
    expect(answer.hits.map((hit) => hit.id)).toEqual([9]);
  });

  it.each(['"', "'", '\\', 'a" OR 1=1', 'kode"', 'C#', '100%', '(', '[x]', '<b>mentor</b>', '-mentor', '*', 'mentor\u0000', '🙂', 'a'.repeat(500), 'word '.repeat(60)])(
    'stands “%s” without an error',
    async (text) => {
      const answer = await search(text);
      expect(answer.total).toBe(answer.hits.length);
    },
  );

  it('takes signs in filter values for what they are', async () => {
    for (const value of ['a"b', "a'b", 'a\\', 'x OR y = z', '] OR [', 'æ ø å']) {
      expect((await search('', 'da', { filters: { language: [value] } })).total).toBe(0);
      await test.engine.upsert([aProviderSummary(register, { id: 50, name: 'Sprog', covers: ['dk-kommune:0101'] }, { languages: [value] })]);
      const answer = await search('', 'da', { filters: { language: [value] } });
      expect(answer.hits.map((hit) => hit.id)).toEqual([50]);
      expect(answer.facets.language[value]).toBe(1);
    }
    await test.engine.remove([50]);
  }, 180_000);

  it('counts facets of what the words find', async () => {
    const answer = await search('mentor');
    expect(answer.facets.group).toEqual({ unge: 1 });
    expect(answer.facets.region['dk-kommune:0751']).toBe(1);
  });

  it('puts a name before a mention', async () => {
    await test.engine.upsert([
      aProviderSummary(register, { id: 60, name: 'Andet Hus', covers: ['dk'], more: { da: 'Vi arbejder sammen med Søgebasen.' } }),
    ]);
    expect((await search('søgebasen')).hits.map((hit) => hit.id)).toEqual([2, 60]);
    await test.engine.remove([60]);
  });

  it('suggests names, programmes, kinds of help, groups and places', async () => {
    const kinds = async (prefix: string) => (await test.engine.suggest(prefix, 'da', 10)).map((each) => `${each.kind}:${each.text}`);
    expect(await kinds('søge')).toContain('provider:Søgebasen');
    expect(await kinds('jobsøgningsk')).toContain('programme:Jobsøgningskursus');
    expect(await kinds('aarh')).toContain('place:Aarhus');
    expect(await kinds('men')).toContain('programme:Mentor');
    expect(await kinds('ung')).toContain('group:Unge');
    expect(await kinds('basen')).toEqual([]);
    expect(await kinds('m')).toEqual([]);
    expect((await test.engine.suggest('mento', 'en', 10)).map((each) => each.value)).toContain('mentoring');
    expect((await test.engine.suggest('malm', 'sv', 10)).map((each) => each.value)).toContain('se-kommun:1280');
  });
});
