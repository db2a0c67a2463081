import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvLine } from '#platform/csv.ts';
import { doubtText, fitText, sheetFacts } from '#features/search/choice-view.ts';
import { questionsFor, sheetEntry, wishOf, type Wish } from '#features/search/choice.ts';
import { comparedGroups, csvRows, obstacleText, visibleGroups } from '#features/search/compare-view.ts';
import { comparedProviders as sideBySide, obstacles, type Compared, type Obstacle } from '#features/search/compare.ts';
import type { Programme } from '#features/programmes/input.ts';
import type { ProviderPage } from '#features/programmes/queries.ts';
import type { ProviderProfile } from '#features/providers/input.ts';
import type { ComparisonRow, PublishedRow } from '#features/results/queries.ts';
import { LOCALES } from '#i18n/index.ts';
import { register } from '../providers/register.ts';

const DAY = '2026-11-25';
const source = { title: 'Kilde', publisher: 'Udgiver', url: null, retrieved: null, licence: null };
const programme = (rest: Partial<Programme> = {}) =>
  ({ code: 'a', title: { da: 'Forløb' }, kind: 'mentoring', stages: [{ title: { da: 'Trin' }, format: 'group' }], ...rest }) as Programme;
let next = 1;
function page(name: string, profile: Partial<ProviderProfile> = {}, programmes: Programme[] = [programme()]): ProviderPage {
  return {
    id: next++, slug: name.toLowerCase(), demo: false, programmes, source, activatedAt: new Date('2026-11-01'), claimed: false, confirmedAt: null, versions: 1,
    profile: { id: { scheme: 'x', value: name }, name, kind: 'private', coverage: ['dk-region:1'], ...profile } as ProviderProfile,
  };
}
const result = (providerId: number, rest: Partial<PublishedRow> = {}): PublishedRow => ({
  providerId, source, release: { methodVersion: '1.0.0', inputHash: 'x', releasedAt: '2026-11-01T00:00:00.000Z' },
  kind: 'cohort', programme: null, measure: 'E6', measureName: null, countedOver: 'starters', attendance: null, from: '2025-01-01', to: '2025-06-30',
  grade: 'B', count: { state: 'shown', n: 40, placed: 12, notPlaced: 28, unknown: 0, lower: 0.18, upper: 0.46 }, funnel: null, note: null, ...rest,
});
const comparedProviders = (pages: readonly ProviderPage[], results: readonly PublishedRow[], day: string, comparisons: readonly ComparisonRow[] = []): Compared[] =>
  sideBySide(pages, { results, comparisons }, day);
const reasons = (pages: ProviderPage[], rows: PublishedRow[]) => obstacles(comparedProviders(pages, rows, DAY)).map(({ reason }) => reason);
const NO_WISH: Wish = { place: null, groups: [], services: [] };

describe('why figures may not be weighed', () => {
  const [a, b] = [page('A'), page('B')];
  test('the same grade, measure and period: nothing of that kind', () => expect(reasons([a, b], [result(a.id), result(b.id)])).toEqual([]));
  test.each<[Obstacle['reason'][], Partial<PublishedRow> | null]>([
    [['unreported'], null],
    [['self-reported', 'grades'], { grade: 'C' }],
    [['measures'], { measure: 'S12' }],
    [['periods'], { from: '2024-07-01', to: '2024-12-31' }],
    [['quoted', 'completers'], { kind: 'quoted', grade: 'D', countedOver: 'completers' }],
    [['unknowns'], { count: { state: 'shown', n: 40, placed: 12, notPlaced: 19, unknown: 9, lower: 0, upper: 1 } }],
    [['unknowns'], { count: { state: 'too-many-unknown', n: 40, placed: 12, notPlaced: 4, unknown: 24 } }],
    [['unreported'], { count: { state: 'unreported' } }],
  ])('%j', (expected, other) => {
    expect(reasons([a, b], [result(a.id), ...(other ? [result(b.id, other)] : [])])).toEqual(expected);
  });
  test('names the provider it is about, in every language', () => {
    const compared = comparedProviders([a, b], [result(a.id)], DAY);
    const [found] = obstacles(compared);
    expect(found?.about).toEqual(['b']);
    for (const locale of LOCALES) expect(obstacleText(locale, found ?? { reason: 'groups', about: [] }, compared)).toContain('B');
  });
  test('tells two providers of one name apart', () => {
    const [one, other] = [page('Twin'), { ...page('Twin'), slug: 'twin-2' }];
    expect(obstacles(comparedProviders([one, other], [result(one.id)], DAY))[0]?.about).toEqual(['twin-2']);
  });
  test('no group in common, but only where both name groups', () => {
    const group = (code: string) => ({ targetGroups: [{ code, since: undefined, note: undefined }] });
    const [x, y, z] = [page('X', group('unge')), page('Y', group('nj')), page('Z')];
    expect(reasons([x, y], [result(x.id), result(y.id)])).toEqual(['groups']);
    expect(reasons([x, z], [result(x.id), result(z.id)])).toEqual([]);
  });
  test('planned lengths more than 91 days apart, unless measured from the start (method.md 2.7)', () => {
    const long = (days: number) => page(`L${days}`, {}, [programme({ plannedMaxDays: days })]);
    const [short, near, far] = [long(30), long(121), long(122)];
    expect(reasons([short, near], [result(short.id), result(near.id)])).toEqual([]);
    expect(reasons([short, far], [result(short.id), result(far.id)])).toEqual(['length']);
    expect(reasons([short, far], [result(short.id, { measure: 'S12' }), result(far.id, { measure: 'S12' })])).toEqual([]);
  });
});

describe('rows', () => {
  const [a, b] = [page('A', { languages: ['da'] }, [programme({ waitingWeeks: 2 })]), page('B', { languages: ['da'] }, [programme({ waitingWeeks: 4 })])];
  const groups = comparedGroups(comparedProviders([a, b], [], DAY), 'da', register);
  const row = (id: string) => groups.flatMap((group) => group.rows).find((each) => each.id === id);

  test('alike, different, and said by nobody', () => {
    expect(row('languages')).toMatchObject({ same: true, empty: false });
    expect(row('wait')).toMatchObject({ same: false, empty: false });
    expect(row('hours')).toMatchObject({ same: true, empty: true });
    expect(row('hours')?.cells).toEqual([null, null]);
  });
  test('one says, the other does not: that is a difference', () => {
    const half = comparedGroups(comparedProviders([a, page('C')], [], DAY), 'da', register).flatMap((group) => group.rows);
    expect(half.find((each) => each.id === 'wait')).toMatchObject({ same: false, cells: [[{ text: '2 uger' }], null] });
  });
  test('only differences hides what is alike and what nobody says', () => {
    const ids = (only: boolean) => visibleGroups(groups, only).flatMap((group) => group.rows.map((each) => each.id));
    expect(ids(true)).toEqual(['wait']);
    expect(ids(false)).toContain('languages');
    expect(ids(false)).not.toContain('hours');
  });
});

describe('spreadsheet', () => {
  test('a column a provider; what is not known is empty', () => {
    const compared = comparedProviders([page('A'), page('B', {}, [programme({ waitingWeeks: 4 })])], [], DAY);
    const rows = csvRows(compared, comparedGroups(compared, 'da', register), 'da');
    expect(rows[0]).toEqual(['Emne', 'Hvad', 'A', 'B']);
    expect(rows.find((each) => each[1] === 'Ventetid')).toEqual(['Ventetid', 'Ventetid', '', '4 uger']);
    expect(new Set(rows.map((each) => each.length))).toEqual(new Set([4]));
  });
  test('no name can become a formula', () => {
    fc.assert(
      fc.property(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\0'), fc.string(), (sign, rest) => {
        const compared = comparedProviders([page(`${sign}${rest}`), page('B')], [], DAY);
        const line = csvLine(csvRows(compared, comparedGroups(compared, 'da', register), 'da')[0] ?? []);
        expect(line).toMatch(new RegExp(`^Emne,Hvad,"?'`));
      }),
      { numRuns: 50 },
    );
  });
});

describe('choice sheet', () => {
  const entry = (own: ProviderPage, wish: Wish, rows: PublishedRow[] = []) => {
    const [compared] = comparedProviders([own], rows, DAY);
    if (!compared) throw new Error('no provider');
    return sheetEntry(compared, wish, register, DAY);
  };
  const reader = { locale: 'da' as const, register, placeName: 'Aby' };

  test('place, group and service that are met speak for it', () => {
    const own = page('A', { targetGroups: [{ code: 'unge', since: undefined, note: undefined }] }, [programme({ access: ['self'], prices: [{ amount: 0, currency: 'DKK', per: 'participant', paidBy: 'citizen', note: undefined }] })]);
    const { fits, doubts } = entry(own, { place: 'dk-kommune:0001', groups: ['unge', 'nj'], services: ['mentoring'] });
    expect(fits.map((reason) => fitText(reader, reason))).toEqual(['Hjælper i Aby.', 'Har hjælp til: Unge.', 'Tilbyder: Mentor.', 'Er gratis for dig.', 'Du kan selv vælge det.']);
    expect(doubts).toEqual([]);
  });
  test('what is not met is a doubt, not a silence', () => {
    const { fits, doubts } = entry(page('A', { closedOn: '2026-01-01' }, [programme({ attendance: 'mandated' })]), { place: 'dk-kommune:0003', groups: ['unge'], services: ['job-club'] });
    expect(fits).toEqual([]);
    expect(doubts.map((reason) => doubtText(reader, reason))).toEqual([
      'Nævner ikke Aby som et sted, de hjælper.', 'Nævner ikke: Unge.', 'Nævner ikke: Jobklub.', 'Er lukket.', 'Forløbet er pålagt. Du kan ikke selv melde dig.',
    ]);
  });
  test('help at a distance answers a place outside', () => {
    const { fits, doubts } = entry(page('A', { remote: true }), { ...NO_WISH, place: 'dk-kommune:0003' });
    expect([fits, doubts]).toEqual([[{ about: 'placeRemote' }], []]);
  });
  test('asks for what is not said, and not for what is', () => {
    const [silent] = comparedProviders([page('A')], [], DAY);
    const full = page('B', { languages: ['da'], accessibility: [], staff: { participantsPerAdviser: 12 } as ProviderProfile['staff'] }, [
      programme({
        access: ['self'], waitingWeeks: 0, aftercareMonths: 0, prices: [{ amount: 0, currency: 'DKK', per: 'participant', paidBy: 'citizen', note: undefined }],
        stages: [{ title: { da: 'x' }, format: 'individual', hours: 4 }] as Programme['stages'],
      }),
    ]);
    const [told] = comparedProviders([full], [result(full.id)], DAY);
    if (!silent || !told) throw new Error('no provider');
    expect(questionsFor(silent, NO_WISH)).toEqual(['price', 'access', 'waiting', 'length', 'groupSize', 'coach', 'results', 'aftercare', 'languages', 'accessibility', 'stop']);
    expect(questionsFor(told, NO_WISH)).toEqual(['stop']);
  });
  test('asks who checked a number that nobody checked, and after those lost from sight', () => {
    const own = page('A');
    const [compared] = comparedProviders([own], [result(own.id, { grade: 'C', count: { state: 'shown', n: 40, placed: 12, notPlaced: 24, unknown: 4, lower: 0, upper: 1 } })], DAY);
    if (!compared) throw new Error('no provider');
    expect(questionsFor(compared, NO_WISH)).toEqual(expect.arrayContaining(['checked', 'unknowns']));
    expect(questionsFor(compared, NO_WISH)).not.toContain('results');
  });
  test('facts on paper: not known is null', () => {
    expect(sheetFacts('da', entry(page('A'), NO_WISH)).filter(({ lines }) => lines === null).map(({ label }) => label)).toEqual(['Pris for dig', 'Ventetid', 'I arbejde bagefter', 'Deltagerne siger']);
  });
  test('only known services are taken from the address', () => {
    expect(wishOf({ filters: { service: ['mentoring', 'nonsense'], group: ['unge'] } }, null)).toEqual({ place: null, groups: ['unge'], services: ['mentoring'] });
  });
});
