/** Catalogue files as a publisher would send them; every call gives its own objects, so tests may change them. */
import type { z } from 'zod';
import type { catalogueFile, catalogueProvider } from '#features/catalogue/input.ts';

export type FileInput = z.input<typeof catalogueFile>;
export type ProviderInput = z.input<typeof catalogueProvider>;
export type ProgrammeInput = NonNullable<ProviderInput['programmes']>[number];
export type ResultInput = NonNullable<ProviderInput['results']>[number];

export function aProgramme(changes: Partial<ProgrammeInput> = {}): ProgrammeInput {
  return {
    code: 'course',
    title: { da: 'Jobsøgningskursus', en: 'Job search course' },
    kind: 'job-search-course',
    stages: [{ title: { da: 'Forløb' }, format: 'group', days: 10, hoursPerDay: 3, hours: 30, groupSize: { min: 4, max: 12 } }],
    prices: [{ amount: 1_250_000, currency: 'DKK', per: 'participant', paidBy: 'municipality' }],
    ...changes,
  };
}

/** 40 started, 12 of them in work after six months. */
export function aResult(changes: Partial<ResultInput> = {}): ResultInput {
  return {
    programme: 'course',
    from: '2025-01-01',
    to: '2025-06-30',
    started: 40,
    completed: 30,
    outcomes: [{ measure: 'E6', placed: 12, notPlaced: 26, unknown: 2 }],
    evidence: 'documented',
    ...changes,
  };
}

export function aProvider(changes: Partial<ProviderInput> = {}): ProviderInput {
  return {
    id: { scheme: 'test', value: '1' },
    name: 'Vejen til job',
    kind: 'private',
    coverage: ['dk-kommune:0265'],
    programmes: [aProgramme()],
    results: [aResult()],
    ...changes,
  };
}

export function aFile(changes: Partial<FileInput> = {}): FileInput {
  return {
    format: 'vejviser.catalogue/1',
    source: { title: 'Test catalogue', publisher: 'Test publisher', retrieved: '2026-01-15' },
    providers: [aProvider()],
    ...changes,
  };
}

/** Every field of the format at once. */
export function aFullProvider(): ProviderInput {
  const text = (words: string) => ({ da: `${words} (da)`, en: `${words} (en)`, sv: `${words} (sv)`, nl: `${words} (nl)`, fi: `${words} (fi)` });
  return {
    id: { scheme: 'dk-cvr', value: '13748136' },
    name: 'Fuld Beskrivelse ApS', legalName: 'Fuld Beskrivelse Danmark ApS', kind: 'private',
    summary: text('summary'), description: text('description'), interests: text('interests'),
    contact: { website: 'www.example.org', email: 'post@example.org', phone: '+45 12 34 56 78' },
    languages: ['da', 'zh-Hant', 'en-GB'],
    locations: [{ name: 'Hus', street: 'Gade 1', postcode: '4000', city: 'Roskilde', region: 'dk-kommune:0265', lat: 55.64, lon: 12.08, wheelchairAccess: false }],
    coverage: ['dk-region:1085', 'se'], remote: false,
    accessibility: ['wheelchair', 'quiet-room'], openingHours: ['Mo-Fr 09:00-15:00'],
    closedOn: '2026-06-30', succeededBy: { scheme: 'fi-ytunnus', value: '0112038-9' },
    targetGroups: [{ code: 'own:graduates', since: '2019-05-01', note: text('note') }],
    sectors: ['P', '25'],
    staff: {
      advisers: 4.5, participantsPerAdviser: 32, turnoverPercent: 12.5, backgrounds: [text('background')],
      development: [{ title: text('training'), elements: [text('element')], externalObserver: text('observer'), partners: [text('partner')], started: '2024-01-01', funding: [{ from: 'A fund', amount: 0, currency: 'EUR' }] }],
    },
    programmes: [{
      code: 'path', title: text('path'), summary: text('summary'), kind: 'job-coaching',
      purposes: ['return-to-work', 'clarification'], phases: [{ phase: 'vision', sharePercent: 25 }, { phase: 'market-approach' }], sequence: 'circular',
      methods: [{ code: 'reverse', name: text('reverse interviews'), description: text('how'), steps: [text('one'), text('two')] }],
      attendance: 'either', access: ['self', 'employer'], plannedMaxDays: 91,
      stages: [
        { title: text('first'), weeks: 2, days: 10, hoursPerDay: 2.5, hours: 25, format: 'group', groupSize: { min: 6, max: 12 }, coachesPerGroup: 2, matchedOn: ['occupation', 'age'], premises: 'provider', description: text('stage') },
        { title: text('second'), format: 'self-paced' },
      ],
      aftercareMonths: 0, individualFollowUp: text('follow-up'), specialists: [text('doctor')], goals: [text('confidence')],
      targetGroups: [{ code: 'own:graduates' }], coverage: ['dk-kommune:0265'], languages: ['da'], delivery: ['onsite', 'remote'],
      prices: [{ amount: 0, currency: 'DKK', per: 'hour', paidBy: 'citizen', note: text('free') }],
      waitingWeeks: 0, capacity: 15, startedOn: '2024-01-01', endedOn: '2026-12-31',
    }],
    results: [
      {
        programme: 'path', targetGroup: 'own:graduates', region: 'dk-own:north', from: '2025-01-01', to: '2025-06-30', countedOver: 'starters',
        referred: 50, started: 40, completed: 31, exits: [{ reason: 'illness', count: 4 }, { reason: 'unknown', count: 5 }],
        outcomes: [
          { measure: 'E6', placed: 12, notPlaced: 20, unknown: 5, excluded: 3 },
          { measure: 'other', name: text('own measure'), of: 10, placed: 0, notPlaced: 10, unknown: 0 },
        ],
        weeksToStart: 1.5, weeksToJob: 20, attendance: 'voluntary', cost: { amount: 100_000_00, currency: 'DKK' },
        evidence: 'register', evidenceUrl: 'https://example.org/evidence', note: text('note'), supersedes: 'the report of May',
      },
      { countedOver: 'completers', completed: 5, outcomes: [], evidence: 'self-reported' },
    ],
    claims: [{ text: text('nine in ten find work'), programme: 'path', date: '2025-09-01', sourceUrl: 'https://example.org' }],
  };
}

export function aFullFile(): FileInput {
  return aFile({
    source: { title: 'Full catalogue', publisher: 'Test publisher', url: 'https://example.org/catalogue', retrieved: '2026-02-01', licence: 'CC BY 4.0' },
    regions: [
      { code: 'dk-own:north', name: { da: 'Nord' }, parent: 'dk-own:all', lat: -56.1, lon: 9.25, population: 0 },
      { code: 'dk-own:all', name: { en: 'All' } },
    ],
    targetGroups: [{ code: 'own:graduates', name: { en: 'Graduates' }, description: { en: 'Less than a year after the exam' } }],
    providers: [aFullProvider(), aProvider()],
  });
}
