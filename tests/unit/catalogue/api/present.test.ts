/** What rows become: valid by the document whatever a profile holds, and nothing in it that was not meant to be sent. */
import { describe, expect, it } from 'vitest';
import { pageLinks } from '#features/catalogue/api/links.ts';
import { openApiDocument } from '#features/catalogue/api/openapi.ts';
import { presentProvider, presentReference, presentResult, presentTargetGroup } from '#features/catalogue/api/present.ts';
import { presentComparison, presentPair, presentResults } from '#features/catalogue/api/present-results.ts';
import { presentFound } from '#features/catalogue/api/present-search.ts';
import { catalogueProvider } from '#features/catalogue/input.ts';
import type { ProviderPage } from '#features/programmes/queries.ts';
import type { PublishedCount, PublishedResult } from '#features/results/model.ts';
import type { ComparisonRow, PublishedRow } from '#features/results/queries.ts';
import { comparedProviders } from '#features/search/compare.ts';
import { pairs } from '#features/search/pairs.ts';
import type { ProviderSummary, SearchHit } from '#features/search/model.ts';
import { aFullProvider, aProgramme, aProvider, type ProviderInput } from '#tests/factories/catalogue.ts';
import { ApiDocument, type OpenApi } from '#tests/support/api-document.ts';

const api = new ApiDocument(openApiDocument('') as unknown as OpenApi);
const reading = { lang: 'en', day: '2026-11-25' } as const;
const SOURCE = { title: 'T', publisher: 'P', url: null, retrieved: '2026-01-15', licence: null };

function faults(name: string, value: unknown): unknown {
  const validate = api.named(name);
  // As it is sent: undefined is gone.
  return validate(JSON.parse(JSON.stringify(value))) ? [] : validate.errors;
}

function pageOf(input: ProviderInput): ProviderPage {
  const { programmes = [], results: _, ...profile } = catalogueProvider.parse(input);
  return {
    id: 7, slug: 'fuld', demo: false, profile: JSON.parse(JSON.stringify(profile)) as ProviderPage['profile'], programmes, source: SOURCE,
    activatedAt: new Date('2026-02-03T04:05:06.789Z'), claimed: false, confirmedAt: null, versions: 1,
  };
}

const RESULT: PublishedResult = {
  kind: 'cohort', programme: null, measure: 'E6', measureName: null, countedOver: 'starters', attendance: null, from: '2025-01-01', to: '2025-06-30',
  grade: 'B', count: { state: 'shown', n: 40, placed: 12, notPlaced: 26, unknown: 2, lower: 0.17, upper: 0.47 }, funnel: { referred: null, started: 40, completed: 31 }, note: null,
};
const rowOf = (result: PublishedResult): PublishedRow => ({
  ...result, providerId: 7, source: SOURCE, release: { methodVersion: '1', inputHash: 'x', releasedAt: '2026-02-03T04:05:06.789Z' },
});

describe('a provider', () => {
  it('is valid with every field of the format, and with the fewest', () => {
    expect(faults('Provider', presentProvider(pageOf(aFullProvider()), { slug: 'ny', name: 'Ny' }, reading))).toEqual([]);
    expect(faults('Provider', presentProvider(pageOf({ id: { scheme: 'x', value: '1' }, name: 'N', kind: 'other', coverage: [] }), null, reading))).toEqual([]);
  });

  it('keeps the format’s words and adds what can be worked out', () => {
    const page = pageOf(aFullProvider());
    const { programmes: [path], ...sent } = presentProvider(page, null, reading);
    const { id: _, succeededBy: __, ...profile } = page.profile;
    expect(sent).toMatchObject(profile);
    expect(sent.succeededBy).toEqual({ id: { scheme: 'fi-ytunnus', value: '01120389' }, slug: null, name: null });
    expect(path).toMatchObject({ code: 'path', units: { hours: null, groupMax: 12 }, open: true, freeForCitizen: true, links: { html: '/en/providers/fuld/programmes/path' } });
  });

  it('has one number however a source spells it', () => {
    const numbers = ['556016-0680', '5560160680'].map((value) => presentReference(pageOf(aProvider({ id: { scheme: 'se-orgnr', value } })), 'da').id.value);
    expect(numbers).toEqual(['5560160680', '5560160680']);
  });

  it('writes addresses that hold whatever the code of a programme', () => {
    const [programme] = presentProvider(pageOf(aProvider({ programmes: [aProgramme({ code: 'a/b c?' })] })), null, reading).programmes;
    expect(programme?.links.html).toBe('/en/providers/fuld/programmes/a%2Fb%20c%3F');
  });
});

describe('a result', () => {
  const totals = { n: 40, placed: 12, notPlaced: 6, unknown: 22 };
  const counts: PublishedCount[] = [
    RESULT.count, { state: 'extreme', kind: 'low', limitPercent: 8 }, { state: 'quoted', ...totals }, { state: 'too-many-unknown', ...totals },
    ...(['small', 'hidden', 'none', 'unreported'] as const).map((state) => ({ state })),
  ];
  it.each(counts)('is valid when $state', (count) => {
    expect(faults('SourcedResult', presentResult(rowOf({ ...RESULT, count })))).toEqual([]);
  });

  it('sends nothing of a row but what is promised', () => {
    const sent = presentResult({ ...rowOf(RESULT), reported: 12 } as PublishedRow);
    expect(Object.keys(sent).sort()).toEqual([...Object.keys(RESULT), 'release', 'source'].sort());
  });
});

describe('a found provider', () => {
  const summary: ProviderSummary = {
    id: 7, slug: 'fuld', name: 'Fuld', kind: 'private', demo: true, summary: null, countries: ['dk'], areas: ['dk', 'dk-kommune:0265'],
    locations: [{ region: 'dk-kommune:0265', city: null, postcode: null, lat: null, lon: null }], remote: null, groups: ['dk-dagpenge'], programmeGroups: [],
    services: ['mentoring'], languages: [], accessibility: [], delivery: [], sectors: [], freeForCitizen: null, lowestPrice: null, waitingWeeks: null, nextStart: null, answers: null,
    programmes: [], headline: null, compared: null, experiences: null, approved: null, tiers: { results: 'cannot-tell', experiences: 'cannot-tell' }, texts: { programmes: [], descriptions: [] },
  };
  const hit: SearchHit = { id: 7, distanceKm: 1.23456789, why: { words: false, local: true, groupSpecific: false, openSoon: false }, list: null };

  it('is valid with everything unknown, which is null and never zero', () => {
    const sent = presentFound(summary, hit, { scheme: 'demo', value: '1' }, 'da');
    expect(faults('FoundProvider', sent)).toEqual([]);
    expect(sent).toMatchObject({ waitingWeeks: null, lowestPrice: null, freeForCitizen: null, distanceKm: 1.235, links: { html: '/providers/fuld' } });
    expect(faults('FoundProvider', presentFound({ ...summary, headline: RESULT, lowestPrice: { amount: 0, currency: 'DKK', paidBy: 'citizen' } }, hit, { scheme: 'demo', value: '1' }, 'da'))).toEqual([]);
  });

  it('says its verdict, what it was compared on and its tier', () => {
    const told = { ...summary, compared: { measure: 'E6', code: 'worse', reasons: [], withheld: null } as const, tiers: { results: 'worse', experiences: 'cannot-tell' } as const };
    const sent = presentFound(told, hit, { scheme: 'demo', value: '1' }, 'da');
    expect(faults('FoundProvider', sent)).toEqual([]);
    expect(sent).toMatchObject({ verdict: 'worse', compared: { measure: 'E6', reasons: [], withheld: null }, tier: 'worse' });
    expect(presentFound(summary, hit, { scheme: 'demo', value: '1' }, 'da')).toMatchObject({ verdict: null, compared: null, tier: 'cannot-tell' });
  });

  it('does not send what only the engines need', () => {
    const sent = presentFound(summary, hit, { scheme: 'demo', value: '1' }, 'da');
    for (const field of ['texts', 'areas', 'tiers', 'why']) expect(sent).not.toHaveProperty(field);
  });
});

describe('a comparison', () => {
  const release = { methodVersion: '1', inputHash: 'x', releasedAt: '2026-02-03T04:05:06.789Z' };
  const window = { from: '2023-07-01', to: '2025-06-30', halfYears: ['2023H2', '2024H1', '2024H2', '2025H1'] };
  const row: ComparisonRow = {
    providerId: 7, measure: 'E6', window, grade: 'A', code: 'better', band: 'above_998', reasons: [], withheld: null, release,
    figures: {
      n: 100, O: 60, E: 40, V: 24, z: 4.1, zIfUnknownPlaced: null, unknownShare: 0, informativeShare: 1, ownShare: 0.1, expectedRate: 0.4,
      ratio: { value: 1.5, lower: 1.2, upper: 1.7 }, poisson: { method: 'byar', lower: 1.1, upper: 1.9 }, zAdj: 3.4, point: { x: 100, y: 0.6 },
    },
  };
  const rowsOf: ComparisonRow[] = [
    row, { ...row, rank: null }, { ...row, rank: { from: 1, to: 4, of: 30 } },
    { ...row, code: 'no_verdict', band: null, reasons: ['n_lt_30', 'peers_lt_10'] }, { ...row, code: 'no_verdict', band: null, withheld: 'first', figures: null },
  ];
  it.each(rowsOf)('is valid, number $#, and says what is published', (each) => {
    const sent = presentComparison(each);
    const { providerId: _, ...published } = each;
    expect(faults('ComparedResult', sent)).toEqual([]);
    expect(sent).toEqual(published);
    expect(presentComparison({ ...each, secret: 3 } as ComparisonRow)).toEqual(sent);
  });

  it('of two says which is above, or why nothing is said', () => {
    const page = (id: number, slug: string) => ({ ...pageOf(aProvider()), id, slug });
    const compared = (...rows: ComparisonRow[]) => comparedProviders([page(7, 'a'), page(8, 'b')], { results: [], comparisons: rows }, '2026-11-25');
    const sent = (...rows: ComparisonRow[]) => pairs(compared(...rows)).map(presentPair);
    const low = row.figures && { ...row.figures, O: 20 };
    for (const each of [...sent(row, { ...row, providerId: 8, figures: low }), ...sent(row), ...sent(row, { ...row, providerId: 8 })]) expect(faults('Pair', each)).toEqual([]);
    expect(sent(row, { ...row, providerId: 8, figures: low })).toEqual([{ providers: ['a', 'b'], outcome: 'differ', above: 'a', measure: 'E6', window, diffRatio: 1, z: 5.774, reasons: [] }]);
    expect(sent(row)).toMatchObject([{ outcome: 'cannot-tell', above: null, diffRatio: null, reasons: [{ reason: 'nothing', provider: 'b' }] }]);
  });

  it('stands among everything that is published of a provider', () => {
    const table = { providerId: 7, release, measure: 'E6' as const, window, level: 'cells' as const, groups: ['g'], bands: ['low' as const], cells: [[RESULT.count]], rows: [RESULT.count], columns: [{ state: 'hidden' as const }], total: RESULT.count };
    const estimate = { measure: 'E6' as const, group: 'g', band: null, level: 'group' as const, n: 40, percent: 41, lower: 33, upper: 50, ownWeight: 50, release };
    const correction = { release: 3, day: '2026-02-03', measure: 'E6' as const, programme: null, attendance: null, from: '2025-01-01', to: '2025-06-30', before: RESULT.count, after: { state: 'small' as const }, reason: 'Payslips' };
    const full = presentResults(pageOf(aProvider()), { results: [rowOf(RESULT)], comparisons: rowsOf, table, estimates: [estimate], corrections: [correction] }, 'en');
    expect(faults('ProviderResults', full)).toEqual([]);
    expect(full).toMatchObject({ total: 1, table: { level: 'cells' }, estimates: [{ percent: 41 }], corrections: [{ reason: 'Payslips' }], links: { html: '/en/providers/fuld/results' } });
    const nothing = presentResults(pageOf(aProvider()), { results: [], comparisons: [], table: null, estimates: [], corrections: [] }, 'en');
    expect(faults('ProviderResults', nothing)).toEqual([]);
    expect(nothing).toMatchObject({ total: 0, comparisons: [], table: null });
  });
});

describe('lists', () => {
  const url = new URL('https://site.example/api/v1/providers?q=a&page=2&pageSize=10');
  it('link to the pages around them, and to the page for people', () => {
    expect(pageLinks(url, { page: 2, pageSize: 10, total: 25 }, { path: '/providers', lang: 'sv' })).toEqual({
      self: '/api/v1/providers?q=a&page=2&pageSize=10', next: '/api/v1/providers?q=a&page=3&pageSize=10', previous: '/api/v1/providers?q=a&page=1&pageSize=10', html: '/sv/providers?q=a',
    });
  });
  it('lead back to the last page from beyond it', () => {
    expect(pageLinks(url, { page: 9, pageSize: 10, total: 25 }, null)).toMatchObject({ next: null, previous: '/api/v1/providers?q=a&page=3&pageSize=10', html: null });
    expect(pageLinks(url, { page: 9, pageSize: 10, total: 0 }, null)).toMatchObject({ next: null, previous: null });
  });

  it('of target groups say what is sensitive', () => {
    const group = presentTargetGroup({ code: 'g', kind: 'catalogue', names: { en: 'G' }, description: null, sensitive: true, primaryOutcome: 'E6', hoursThreshold: null });
    expect(faults('TargetGroup', group)).toEqual([]);
  });
});
