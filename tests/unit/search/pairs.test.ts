import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pairwise } from '#features/results/method/index.ts';
import type { ComparisonFigures } from '#features/results/model.ts';
import type { ComparisonRow } from '#features/results/queries.ts';
import type { ProviderPage } from '#features/programmes/queries.ts';
import type { ProviderProfile } from '#features/providers/input.ts';
import { sheetFacts } from '#features/search/choice-view.ts';
import { sheetEntry } from '#features/search/choice.ts';
import { comparedGroups, csvRows } from '#features/search/compare-view.ts';
import { comparedProviders, type Compared } from '#features/search/compare.ts';
import { pairs, type Pair } from '#features/search/pairs.ts';
import { pairText } from '#features/search/pairs-view.ts';
import { LOCALES } from '#i18n/index.ts';
import { register } from '../providers/register.ts';

const RELEASE = { methodVersion: '1.0.0', inputHash: 'x', releasedAt: '2026-11-01T00:00:00.000Z' };
const WINDOW = { from: '2023-07-01', to: '2025-06-30', halfYears: ['2023H2', '2024H1', '2024H2', '2025H1'] };
const figures = (O: number, E: number, n = 100): ComparisonFigures => ({
  n, O, E, V: (E * (n - E)) / n, z: 0, zIfUnknownPlaced: null, unknownShare: 0, informativeShare: 1, ownShare: 0.1, expectedRate: E / n, ratio: null, poisson: null, zAdj: 0, point: null,
});
type Row = Partial<Omit<ComparisonRow, 'providerId'>>;

function side(...all: (Row[] | Row | null)[]): Compared[] {
  const comparisons = all.flatMap((rows, i) =>
    (rows === null ? [] : [rows].flat()).map((row): ComparisonRow => ({
      providerId: i + 1, measure: 'E6', window: WINDOW, grade: 'A', code: 'as_expected', band: 'inside', reasons: [], withheld: null, figures: figures(40, 40), release: RELEASE, ...row,
    })),
  );
  const pages = all.map((_, i): ProviderPage => ({
    id: i + 1, slug: `p${i + 1}`, demo: false, programmes: [], source: { title: 'K', publisher: 'U', url: null, retrieved: null, licence: null }, activatedAt: new Date('2026-11-01'), claimed: false, confirmedAt: null, versions: 1,
    profile: { id: { scheme: 'x', value: `${i}` }, name: `Hus ${i + 1}`, kind: 'private', coverage: [] } as unknown as ProviderProfile,
  }));
  return comparedProviders(pages, { results: [], comparisons }, '2026-11-25');
}
const only = (...rows: (Row[] | Row | null)[]): Pair => pairs(side(...rows))[0] as Pair;
const untold: Row = { code: 'no_verdict', band: null };

describe('two providers side by side', () => {
  test('that chance explains cannot be told apart', () => {
    expect(only({ figures: figures(42, 40) }, { figures: figures(38, 40) })).toMatchObject({ outcome: 'alike', above: null, reasons: [], row: { measure: 'E6' } });
  });
  test('that differ more: says which is above, in either order', () => {
    const [low, high] = [{ figures: figures(20, 40) }, { figures: figures(60, 40) }];
    expect([only(high, low).above?.page.slug, only(low, high).above?.page.slug]).toEqual(['p1', 'p2']);
    expect(only(low, high)).toMatchObject({ outcome: 'differ', test: { diffRatio: -1 } });
  });
  test('looks at what was expected, not at the raw rate', () => {
    // 30 of 100 where 20 were expected is above 50 of 100 where 70 were.
    expect(only({ figures: figures(30, 20) }, { figures: figures(50, 70) }).above?.page.slug).toBe('p1');
  });
  test('are as the method has it, for any figures', () => {
    const figure = fc.record({ O: fc.integer({ min: 0, max: 100 }), E: fc.integer({ min: 5, max: 95 }) }).map(({ O, E }) => figures(O, E));
    fc.assert(fc.property(figure, figure, (a, b) => {
      const { outcome, test: found } = only({ figures: a }, { figures: b });
      expect(found).toEqual({ diffRatio: pairwise(a, b).diffRatio, z: pairwise(a, b).z });
      expect(outcome === 'differ').toBe(Math.abs(found?.z ?? 0) >= 1.96);
    }));
  });
  test('of four there are six', () => expect(pairs(side({}, {}, {}, {})).map(({ first, second }) => first.page.slug + second.page.slug)).toEqual(['p1p2', 'p1p3', 'p1p4', 'p2p3', 'p2p4', 'p3p4']));
});

describe('cannot be compared', () => {
  const why = (...rows: (Row[] | Row | null)[]) => {
    const { outcome, reasons, test: found } = only(...rows);
    expect([outcome, found]).toEqual(['cannot-tell', null]);
    return reasons.map(({ reason, about }) => [reason, about?.page.slug ?? null]);
  };
  test('without a verdict of both, though there be figures: a reference made of oneself looks surer than it is', () => {
    expect(why({}, { ...untold, reasons: ['own_share_gt_50'], figures: figures(90, 90) })).toEqual([['own_share_gt_50', 'p2']]);
    expect(why({ ...untold, reasons: ['n_lt_30', 'expected_lt_5'] }, { ...untold, reasons: ['grade'], figures: null })).toEqual([['n_lt_30', 'p1'], ['expected_lt_5', 'p1'], ['grade', 'p2']]);
  });
  test('where one is in no comparison, or its figures are withheld', () => {
    expect(why({}, null)).toEqual([['nothing', 'p2']]);
    expect(why({ ...untold, withheld: 'disclosure', figures: null }, {})).toEqual([['disclosure', 'p1']]);
  });
  test('by another measure or another window', () => {
    expect(why({}, { measure: 'S12' })).toEqual([['measure', null]]);
    expect(why({}, { window: { from: '2023-01-01', to: '2024-12-31', halfYears: ['2023H1', '2023H2', '2024H1', '2024H2'] } })).toEqual([['window', null]]);
  });
  test('but on S12 where one has programmes of another length and both have it', () => {
    const long: Row[] = [{ ...untold, reasons: ['no_stratum'], figures: null }, { measure: 'S12' }];
    expect(only(long, [{}, { measure: 'S12' }])).toMatchObject({ outcome: 'alike', row: { measure: 'S12' } });
    expect(only([{}, { measure: 'S12' }], long)).toMatchObject({ row: { measure: 'S12' } });
  });
});

describe('in words', () => {
  test('as the method says it', () => {
    expect(pairText('en', only({}, {}))).toEqual({
      names: 'Hus 1 and Hus 2', said: 'We cannot tell them apart. The difference may be chance.', because: ['Measured: in work 6 months after, among those who started in July 2023 – June 2025.'],
    });
    expect(pairText('da', only({ figures: figures(60, 40) }, { figures: figures(20, 40) })).said).toBe('Forskellen er større, end tilfældigheder forklarer: Hus 1 ligger over Hus 2.');
    expect(pairText('da', only({}, { ...untold, reasons: ['n_lt_30'] }))).toMatchObject({ said: 'Dem kan vi ikke sammenligne.', because: ['Hus 2: Færre end 30 deltagere.'] });
  });
  test.each(LOCALES)('whole in %s, whatever the reason', (locale) => {
    const untellable = [null, { ...untold, withheld: 'first' as const, figures: null }, { measure: 'S12' as const }, { ...untold, reasons: ['own_share_gt_50' as const, 'informative_lt_80' as const] }];
    for (const other of untellable) {
      const { said, because } = pairText(locale, only({}, other));
      for (const line of [said, ...because]) expect(line).toMatch(/^\p{Lu}.*\.$/u);
      expect(because).toHaveLength(1);
    }
  });
  test('cells: the verdict with its reasons, and what was expected beside what was', () => {
    const compared = side({ code: 'better', figures: figures(60, 40.4) }, { ...untold, reasons: ['n_lt_30'], figures: null }, null);
    const row = (id: string) => comparedGroups(compared, 'en', register).flatMap((group) => group.rows).find((each) => each.id === id);
    expect(row('verdict')?.cells.map((cell) => cell?.map(({ text, verdict }) => [text, verdict]) ?? null)).toEqual([
      [['Better than expected', 'better']], [['We cannot tell. Fewer than 30 participants.', 'no_verdict']], null,
    ]);
    expect(row('expected')?.cells.map((cell) => cell?.[0]?.text ?? null)).toEqual(['40 of 100 could be expected in work. 60 of 100 were.', null, null]);
  });
  test('no expected number where it would be made of the provider’s own participants', () => {
    const compared = side({ ...untold, reasons: ['own_share_gt_50'] }, { ...untold, reasons: ['peers_lt_10'] });
    const row = comparedGroups(compared, 'en', register).flatMap((group) => group.rows).find((each) => each.id === 'expected');
    expect(row?.cells.map((cell) => cell !== null)).toEqual([false, true]);
  });
  test('on the choice sheet: the verdict in a line of its own, none where nothing is compared', () => {
    const [told, silent, nothing] = side({ code: 'worse' }, { ...untold, reasons: ['grade'] }, null);
    const line = (compared: Compared | undefined) =>
      compared && sheetFacts('en', sheetEntry(compared, { place: null, groups: [], services: [] }, register, '2026-11-25')).find(({ label }) => label === 'Compared with what was expected')?.lines;
    expect([line(told), line(silent), line(nothing)]).toEqual([['Worse than expected'], ['We cannot tell. Reported by the provider itself; not checked.'], undefined]);
  });
  test('the spreadsheet has a row for every two, as wide as the others', () => {
    const compared = side({}, {}, null);
    const rows = csvRows(compared, comparedGroups(compared, 'en', register), 'en');
    expect(rows.slice(-3).map((each) => each[1])).toEqual(['Hus 1 and Hus 2', 'Hus 1 and Hus 3', 'Hus 2 and Hus 3']);
    expect(new Set(rows.map((each) => each.length))).toEqual(new Set([5]));
    expect(rows.at(-1)?.[2]).toContain('Hus 3: No figures that we can compare.');
  });
});
