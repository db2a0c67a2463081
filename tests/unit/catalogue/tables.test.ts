import { describe, expect, it } from 'vitest';
import { csvLine } from '#platform/csv.ts';
import { PROGRAMME_COLUMNS, programmeCells, PROVIDER_COLUMNS, providerCells, RESULT_COLUMNS, resultCells } from '#features/catalogue/open-data.ts';
import { openDataReadme } from '#features/catalogue/open-data-readme.ts';
import type { PublishedResult } from '#features/results/model.ts';
import { check } from '#features/catalogue/faults.ts';
import { catalogueProvider } from '#features/catalogue/input.ts';
import { aFullProvider } from '#tests/factories/catalogue.ts';

describe('a line of CSV', () => {
  it.each(['=1+1', '+45 12345678', '-1', '@SUM(A1)', '\tx', '\rx', '\0x'])('keeps a spreadsheet from running %j', (text) => {
    expect(csvLine([text]).replace(/^"/, '').startsWith("'")).toBe(true);
  });

  it('leaves numbers, other texts and later signs alone', () => {
    expect(csvLine([-12.5, 0, true, false, 'a=b', 'x-y', ''])).toBe('-12.5,0,true,false,a=b,x-y,\r\n');
  });

  it('quotes what would break the line, and shows unknown as nothing', () => {
    expect(csvLine(['a,b', 'say "hi"', 'two\nlines', null, undefined])).toBe('"a,b","say ""hi""","two\nlines",,\r\n');
  });
});

describe('the tables', () => {
  const parsed = check(catalogueProvider, aFullProvider(), '');
  if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults));
  const { programmes = [], results: _, ...profile } = parsed.data;
  const source = { id: 7, title: 'T', publisher: 'P', licence: 'CC0' };
  const cell = (columns: string[], cells: unknown[]) => Object.fromEntries(columns.map((name, n) => [name, cells[n]]));

  it('have a cell for every column', () => {
    const version = { versionId: 1, providerId: 1, slug: 's', sourceId: 7, profile, programmes };
    const provider = providerCells(version, source);
    expect(provider).toHaveLength(PROVIDER_COLUMNS.length);
    expect(cell(PROVIDER_COLUMNS, provider)).toMatchObject({ slug: 's', coverage: 'dk-region:1085 se', remote: false, closed_on: '2026-06-30', summary_language: 'da', programmes: 1 });
    const [programme] = programmes;
    if (!programme) throw new Error('no programme');
    expect(programmeCells('s', programme, 7)).toHaveLength(PROGRAMME_COLUMNS.length);
    // One of its two stages does not say how long it is.
    expect(cell(PROGRAMME_COLUMNS, programmeCells('s', programme, 7))).toMatchObject({ hours: null, waiting_weeks: 0, stages: 2 });
  });

  it('show of a result what its state allows', () => {
    const base: Omit<PublishedResult, 'count'> = {
      kind: 'cohort', programme: null, measure: 'E6', measureName: null, countedOver: 'starters', attendance: null,
      from: '2025-01-01', to: '2025-06-30', grade: 'B', funnel: null, note: null,
    };
    const release = { methodVersion: '1.0', inputHash: 'h', day: '2026-05-01' };
    const cells = (count: PublishedResult['count']) => cell(RESULT_COLUMNS, resultCells('s', { ...base, count }, release, source));
    expect(resultCells('s', { ...base, count: { state: 'small' } }, release, source)).toHaveLength(RESULT_COLUMNS.length);
    expect(cells({ state: 'shown', n: 40, placed: 12, notPlaced: 26, unknown: 2, lower: 0.18, upper: 0.45 })).toMatchObject({ n: 40, placed: 12, lower: 0.18, extreme: null });
    expect(cells({ state: 'small' })).toMatchObject({ state: 'small', n: null, placed: null, lower: null });
    expect(cells({ state: 'extreme', kind: 'low', limitPercent: 5 })).toMatchObject({ n: null, extreme: 'low', limit_percent: 5 });
    expect(cells({ state: 'quoted', n: 10, placed: 0, notPlaced: 10, unknown: 0 })).toMatchObject({ n: 10, placed: 0, lower: null });
  });
});

describe('the page beside the data', () => {
  it('lists every source with its licence, and lets none of its words become markup', () => {
    const page = openDataReadme([{ title: 'A [link](x)\n# head', publisher: '<b>P</b>' }, { title: 'T', publisher: 'Q', licence: 'MIT' }], null);
    expect(page).toContain('**A \\[link\\]\\(x\\) \\# head**: \\<b\\>P\\</b\\>. Licence: not stated');
    expect(page).toContain('**T**: Q. Licence: MIT.');
    expect(page).toContain('No results have been published yet.');
  });
});
