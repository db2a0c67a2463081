import { describe, expect, test } from 'vitest';
import type { PublishedCount, PublishedResult } from '#features/results/model.ts';
import { resultParts, resultTables, statesIn } from '#features/results/tables.ts';
import { chartPoints, countText, headlineRow, newerText, periodText, previousText, resultSentence, sureness, unknownText } from '#features/results/view.ts';
import { LOCALES } from '#i18n/index.ts';

const shown = (placed: number, notPlaced: number, unknown: number, lower = 0.18, upper = 0.46): PublishedCount => ({
  state: 'shown', n: placed + notPlaced + unknown, placed, notPlaced, unknown, lower, upper,
});
const row = (rest: Partial<PublishedResult> = {}): PublishedResult => ({
  kind: 'cohort', programme: null, measure: 'E6', measureName: null, countedOver: 'starters', attendance: null,
  from: '2025-01-01', to: '2025-06-30', grade: 'B', count: shown(12, 28, 0), funnel: null, note: null, ...rest,
});
const half = (year: number, second: boolean): Pick<PublishedResult, 'from' | 'to'> =>
  second ? { from: `${year}-07-01`, to: `${year}-12-31` } : { from: `${year}-01-01`, to: `${year}-06-30` };

describe('period', () => {
  test.each([
    ['2025-01-01', '2025-06-30', 'januar–juni 2025'],
    ['2025-07-01', '2025-12-31', 'juli–december 2025'],
    ['2024-01-01', '2024-12-31', '2024'],
    ['2024-01-01', '2025-12-31', 'januar 2024 – december 2025'],
    ['2024-02-01', '2024-02-29', 'februar 2024'],
    ['2024-03-02', '2025-05-05', '2. marts 2024 – 5. maj 2025'],
  ])('%s to %s', (from, to, expected) => expect(periodText('da', { from, to })).toBe(expected));
  test('none', () => expect(periodText('da', { from: null, to: null })).toBeNull());
});

describe('the sentence a reader repeats', () => {
  test('people of people, in every language, and never a per cent', () => {
    for (const locale of LOCALES) {
      const sentence = resultSentence(locale, row()) ?? '';
      expect(sentence).toContain('12');
      expect(sentence).toContain('40');
      expect(sentence).not.toContain('%');
    }
    expect(resultSentence('da', row())).toBe('12 af de 40, der begyndte i januar–juni 2025, var i arbejde et halvt år efter, at de sluttede.');
    expect(resultSentence('en', row())).toBe('12 of the 40 who started in January–June 2025 were in work 6 months after they ended.');
  });
  test('who says it', () => {
    expect(resultSentence('da', row({ grade: 'C' }))).toMatch(/^Leverandøren oplyser selv: 12 af/);
    expect(resultSentence('da', row({ grade: 'D', kind: 'quoted', countedOver: 'completers', from: null, to: null, count: { state: 'quoted', n: 75, placed: 52, notPlaced: 23, unknown: 0 } }))).toBe(
      'Kilden skriver: 52 af de 75, der begyndte og gennemførte, var i arbejde et halvt år efter, at de sluttede.',
    );
  });
  test('a limit instead of a number; a low one is only as far as is known', () => {
    expect(resultSentence('da', row({ count: { state: 'extreme', kind: 'low', limitPercent: 15 } }))).toMatch(/^Så vidt vi ved: færre end 15 ud af 100/);
    expect(resultSentence('da', row({ count: { state: 'extreme', kind: 'high', limitPercent: 85 } }))).toMatch(/^Flere end 85 ud af 100/);
  });
  test('more than half unknown: how many are known', () => {
    expect(resultSentence('da', row({ count: { state: 'too-many-unknown', n: 15, placed: 3, notPlaced: 0, unknown: 12 } }))).toBe(
      'Vi ved kun, hvordan det gik for 3 af de 15, der begyndte i januar–juni 2025.',
    );
  });
  test.each(['small', 'hidden', 'none', 'unreported'] as const)('%s: no sentence, but a reason', (state) => {
    expect(resultSentence('da', row({ count: { state } }))).toBeNull();
    const { short, number } = countText('da', { state });
    expect([short.length > 5, number]).toEqual([true, false]);
    expect(short).not.toMatch(/\d/);
  });
});

describe('unknowns (method.md 2.9)', () => {
  const text = (unknown: number) => unknownText('da', { state: 'shown', n: 40, placed: 12, notPlaced: 28 - unknown, unknown, lower: 0, upper: 1 });
  test('nobody', () => expect(text(0)).toBe('For alle ved vi, hvordan det gik.'));
  test('up to one in twenty: said', () => expect(text(2)).toBe('For 2 personer ved vi ikke, hvordan det gik.'));
  test('above: both bounds', () => expect(text(3)).toContain('mindst 12 og højst 15 af 40'));
  test('one in five: bounds only; above: not to be compared', () => {
    expect(text(8)).not.toContain('hver femte');
    expect(text(9)).toContain('hver femte');
  });
});

test('the interval goes outward to whole numbers of 100', () => {
  expect(sureness('da', shown(12, 28, 0, 0.181, 0.4501))[1]).toContain('mellem 18 og 46 ud af 100');
});

describe('headline', () => {
  test('E6 of the whole provider before other measures, programmes and quotations', () => {
    const wanted = row();
    expect(headlineRow([row({ measure: 'E3' }), row({ programme: 'a' }), row({ kind: 'quoted', grade: 'D' }), wanted])).toBe(wanted);
  });
  test('a window before a half-year, then the newest', () => {
    const window = row({ kind: 'window', measure: 'S12', from: '2023-07-01', to: '2025-06-30' });
    expect(headlineRow([row(), window])).toBe(window);
    const newest = row(half(2025, true));
    expect(headlineRow([row(), newest, row(half(2024, false))])).toBe(newest);
  });
  test('an older number is not shown as if it were the latest word', () => {
    const older = row(half(2024, true));
    const rows = [row({ ...half(2025, true), count: { state: 'small' } }), row({ count: { state: 'unreported' } }), older];
    expect(headlineRow(rows)).toBe(older);
    expect(newerText('da', rows, older)).toBe('Nyere halvår uden tal: juli–december 2025 og januar–juni 2025.');
    expect(newerText('da', [older], older)).toBeNull();
  });
  test('too many unknown is a word too: it is not passed over for an older, better number', () => {
    const newest = row({ count: { state: 'too-many-unknown', n: 15, placed: 3, notPlaced: 0, unknown: 12 } });
    expect(headlineRow([newest, row(half(2024, true))])).toBe(newest);
  });
  test('nothing but quotations: none', () => expect(headlineRow([row({ kind: 'quoted', grade: 'D' })])).toBeNull());
});

describe('tables', () => {
  test('one for each measure, E6 first, newest first; a gap is a gap in every measure', () => {
    const gap = row({ ...half(2024, true), count: { state: 'unreported' } });
    const tables = resultTables([row({ measure: 'E3' }), row({ measure: 'E3', ...half(2024, false) }), row(half(2024, false)), row(), gap, row({ kind: 'quoted' })]);
    expect(tables.map((table) => table.measure)).toEqual(['E6', 'E3']);
    expect(tables.map((table) => table.rows.map((each) => each.from))).toEqual([
      ['2025-01-01', '2024-07-01', '2024-01-01'],
      ['2025-01-01', '2024-07-01', '2024-01-01'],
    ]);
  });
  test('a gap filed under a measure the provider does not report makes no table of its own', () => {
    const tables = resultTables([row({ measure: 'S12' }), row({ ...half(2024, true), count: { state: 'unreported' } }), row({ measure: 'S12', ...half(2024, false) })]);
    expect(tables.map((table) => [table.measure, table.rows.length])).toEqual([['S12', 3]]);
  });
  test('the half-years together stand apart from each of them', () => {
    const window = row({ kind: 'window', from: '2024-01-01', to: '2025-06-30' });
    const [table] = resultTables([window, row(), row(half(2024, false))]);
    expect([table?.window, table?.rows.length]).toEqual([window, 2]);
  });
  test('parts are no part of the whole provider’s tables, and each kind of part has its own', () => {
    const rows = [row(), row({ kind: 'window', attendance: 'voluntary' }), row({ kind: 'window', attendance: 'mandated' }), row({ kind: 'window', programme: 'a' }), row({ kind: 'window', programme: 'b' })];
    expect(resultTables(rows).map((table) => [table.window, table.rows.length])).toEqual([[null, 1]]);
    expect(resultParts(rows).map(({ by, rows: own }) => [by, own.length])).toEqual([['programme', 2], ['attendance', 2]]);
  });
  test('a correction names what stood there, and why', () => {
    const previous = { count: shown(11, 29, 0), released: '2026-01-15', reason: 'Dobbelt talt' };
    expect(previousText('da', row({ previous }))).toBe('Rettet. Før stod her: 11 af 40 (udgivet 15. januar 2026). Grund: Dobbelt talt');
    expect(previousText('da', row())).toBeNull();
  });
});

test('a missing number is a gap in the chart, never a 0', () => {
  const points = chartPoints('da', [row(), row({ ...half(2024, true), count: { state: 'small' } })]);
  expect(points.map((point) => [point.label, point.value])).toEqual([['juli–december 2024', null], ['januar–juni 2025', 30]]);
  expect(points[1]?.text).toBe('12 af 40 (18–46 af 100)');
});

test('only the states that occur are explained', () => {
  expect(statesIn([row(), row({ count: { state: 'small' } }), row({ count: { state: 'unreported' } })])).toEqual(['unreported', 'small']);
});
