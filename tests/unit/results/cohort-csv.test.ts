/** A provider's table as spreadsheets write it: a right reading or a clear fault, by line and column. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COLUMNS } from '#features/results/cohort-columns.ts';
import { parseCohortCsv, writeCohortCsv, type CohortTable, type Known } from '#features/results/cohort-csv.ts';
import { EXIT_REASONS, result, type Result } from '#features/results/input.ts';

const KNOWN: Known = {
  programmes: new Set(['kursus', '=a']), groups: new Set(['dk-dagpenge', 'dk-sygedagpenge']),
  isMunicipality: (region) => ['dk-kommune:0101', 'dk-kommune:0751'].includes(region),
};
const read = (text: string | Uint8Array): CohortTable => parseCohortCsv(typeof text === 'string' ? new TextEncoder().encode(text) : text, KNOWN);
const HEADER = 'half_year,programme,target_group,municipality,started,completed,e6_placed,e6_not_placed,e6_unknown';
const LINE = '2025H1,kursus,dk-dagpenge,0101,40,30,12,26,2';

function rowsOf(text: string | Uint8Array): Result[] {
  const table = read(text);
  if (!table.ok) throw new Error(JSON.stringify(table.faults));
  return table.rows;
}

function faultsOf(text: string | Uint8Array) {
  const table = read(text);
  return table.ok ? [] : table.faults;
}

const EXPECTED = expect.objectContaining({
  from: '2025-01-01', to: '2025-06-30', programme: 'kursus', targetGroup: 'dk-dagpenge', region: 'dk-kommune:0101', started: 40, completed: 30, evidence: 'self-reported', countedOver: 'starters',
  outcomes: [expect.objectContaining({ measure: 'E6', placed: 12, notPlaced: 26, unknown: 2 })],
}) as Result;

describe('reads', () => {
  it.each([
    ['commas', `${HEADER}\n${LINE}\n`],
    ['semicolons', `${HEADER}\r\n${LINE}\r\n`.replaceAll(',', ';')],
    ['tabs', `${HEADER}\n${LINE}`.replaceAll(',', '\t')],
    ['old Macintosh lines', `${HEADER}\r${LINE}\r`],
    ['a byte order mark', `\uFEFF${HEADER}\n${LINE}\n`],
    ['quotation marks and blanks', `${HEADER}\n"2025H1", "kursus" ,dk-dagpenge,"0101"," 40 ",30,12,26,2\n`],
    ['numbers as text', `${HEADER}\n${LINE.split(',').map((each) => `"${each}"`).join(',')}`],
    ['a municipality whose nought a spreadsheet took', `${HEADER}\n${LINE.replace('0101', '101')}`],
    ['a municipality by its whole code', `${HEADER}\n${LINE.replace('0101', 'dk-kommune:0101')}`],
    ['half-years in other words', `${HEADER}\n${LINE.replace('2025H1', '1. halvår 2025')}`],
    ['empty lines', `${HEADER}\n\n${LINE}\n,,,,,,,,\n`],
    ['columns in any order, named as people name them', `E6 placed,e6_not_placed,E6-Unknown,Started,completed,Municipality,Target group,programme,half year\n12,26,2,40,30,0101,dk-dagpenge,kursus,2025H1`],
    ['Danish headings', `halvår;forløb;målgruppe;kommune;startet;gennemført;e6_i_job;e6_ikke_i_job;e6_ukendt\n${LINE.replaceAll(',', ';')}`],
  ])('%s', (_what, text) => {
    expect(rowsOf(text)).toEqual([EXPECTED]);
  });

  it('Windows-1252 and UTF-16, as Danish spreadsheets write them', () => {
    const danish = `halvår;målgruppe;kommune;startet;gennemført;forløb;e6_i_job;e6_ikke_i_job;e6_ukendt\r\n2025H1;dk-dagpenge;0101;40;30;kursus;12;26;2\r\n`;
    expect(rowsOf(Uint8Array.from(danish, (each) => each.charCodeAt(0)))).toEqual([EXPECTED]);
    const wide = new Uint8Array(Uint16Array.from(`\uFEFF${danish}`, (each) => each.charCodeAt(0)).buffer);
    expect(rowsOf(wide)).toEqual([EXPECTED]);
  });

  it('a measure that is not told as not told, and nought as nought', () => {
    const [row] = rowsOf(`half_year,started,e6_placed,e6_not_placed,e6_unknown,e12_placed,e12_not_placed,e12_unknown\n2025H1,0,0,0,0,,,\n`);
    expect(row?.outcomes.map((each) => [each.measure, each.placed])).toEqual([['E6', 0]]);
    expect(row?.targetGroup).toBeUndefined();
  });
});

describe('refuses, by line and column', () => {
  const line = (changes: Record<string, string>) => HEADER.split(',').map((name, index) => changes[name] ?? LINE.split(',')[index] ?? '').join(',');
  const only = (changes: Record<string, string>) => faultsOf(`${HEADER}\n${LINE.replace('0101', '0751')}\n${line(changes)}\n`);

  it.each([
    ['a decimal comma', { started: '"40,0"' }, 'started'],
    ['a decimal point', { started: '40.0' }, 'started'],
    ['a thousands mark', { started: '1.000' }, 'started'],
    ['a negative number', { e6_placed: '-12' }, 'e6_placed'],
    ['a formula', { e6_placed: '=6+6' }, 'e6_placed'],
    ['a word', { completed: 'tredive' }, 'completed'],
    ['a number beyond all people', { started: '12345678901' }, 'started'],
    ['no number of starters', { started: '' }, 'started'],
    ['no half-year', { half_year: '' }, 'half_year'],
    ['a quarter', { half_year: '2025Q1' }, 'half_year'],
    ['a third half', { half_year: '2025H3' }, 'half_year'],
    ['an unknown programme', { programme: 'andet' }, 'programme'],
    ['an unknown target group', { target_group: 'ledige' }, 'target_group'],
    ['a region that is no municipality', { municipality: 'dk-region:1084' }, 'municipality'],
    ['half a measure', { e6_unknown: '' }, 'e6_unknown'],
    ['more placed than started', { e6_placed: '41' }, 'e6_placed'],
    ['more completed than started', { completed: '41' }, 'completed'],
    ['outcomes that lose somebody', { e6_not_placed: '25' }, 'e6_placed'],
  ] as const)('%s', (_what, changes, column) => {
    const faults = only(changes as Record<string, string>);
    expect(faults).toEqual([expect.objectContaining({ line: 3, column })]);
    expect(faults[0]?.expected).toBeTruthy();
  });

  it('the same people twice', () => {
    expect(faultsOf(`${HEADER}\n${LINE}\n${LINE}\n`)).toEqual([expect.objectContaining({ line: 3, expected: expect.stringContaining('line 2') })]);
  });

  it.each([
    ['nothing', '', 1],
    ['a header alone', `${HEADER}\n`, 2],
    ['an unknown column', `${HEADER},beløb\n${LINE},7\n`, 1],
    ['a column twice', `${HEADER},started\n${LINE},40\n`, 1],
    ['no column for the half-year', 'started\n40\n', 1],
    ['more cells than columns', `${HEADER}\n${LINE},7\n`, 2],
    ['a quotation that never ends', `${HEADER}\n"${LINE}\n`, 2],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), 1],
  ])('%s', (_what, text, at) => {
    expect(faultsOf(text)[0]).toMatchObject({ line: at });
  });

  it('a file that is too large, without reading it', () => {
    expect(faultsOf(new Uint8Array(11 * 1024 * 1024))).toEqual([expect.objectContaining({ expected: expect.stringContaining('10 MB') })]);
  });

  it('all faults at once, and no more than can be read', () => {
    const table = read(`${HEADER}\n${`${LINE.replace('40', 'x')}\n`.repeat(300)}`);
    expect(table.ok ? 0 : table.faults.length + table.more).toBe(300);
    expect(table.ok ? 0 : table.faults.length).toBe(200);
  });

  it('never fails in another way, whatever comes in', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      read(bytes);
    }));
    fc.assert(fc.property(fc.array(fc.constantFrom(...HEADER, ...LINE, '"', '\n', ';'), { maxLength: 200 }), (marks) => {
      read(`${HEADER}\n${marks.join('')}`);
    }));
  });
});

describe('writes', () => {
  const people = fc.nat({ max: 500 });
  const rows = fc
    .record({ placed: people, notPlaced: people, unknown: people, excluded: people, left: people, half: fc.constantFrom(1, 2), year: fc.integer({ min: 2020, max: 2026 }), programme: fc.constantFrom('kursus', '=a', undefined), attendance: fc.constantFrom('voluntary' as const, 'mandated' as const, undefined) })
    .map(({ left, half, year, ...each }): Result => {
      const started = each.placed + each.notPlaced + each.unknown + each.excluded;
      return result.parse({
        from: half === 1 ? `${year}-01-01` : `${year}-07-01`, to: half === 1 ? `${year}-06-30` : `${year}-12-31`, programme: each.programme, attendance: each.attendance, targetGroup: 'dk-dagpenge', region: 'dk-kommune:0751',
        started, referred: started + left, completed: Math.max(0, started - left), exits: [{ reason: EXIT_REASONS[0], count: Math.min(started, left) }], evidence: 'self-reported',
        outcomes: [{ measure: 'E6', placed: each.placed, notPlaced: each.notPlaced, unknown: each.unknown, excluded: each.excluded }],
      });
    });

  it.each(['en', 'da'] as const)('what it reads again (%s)', (language) => {
    fc.assert(fc.property(rows, (row) => {
      expect(rowsOf(writeCohortCsv([row], language))).toEqual([row]);
    }));
  });

  it('no text that a spreadsheet would run', () => {
    const [row] = rowsOf(`${HEADER}\n${LINE}`);
    if (!row) throw new Error('no row');
    expect(writeCohortCsv([{ ...row, programme: '=a' }], 'en')).toContain(",'=a,");
  });

  it('a template with every column, in either language', () => {
    for (const language of ['en', 'da'] as const) {
      const template = writeCohortCsv([], language);
      expect(template.startsWith('\uFEFF')).toBe(true);
      expect(faultsOf(template)).toEqual([expect.objectContaining({ line: 2 })]);
      expect(template.trim().split(language === 'da' ? ';' : ',')).toHaveLength(COLUMNS.length);
    }
  });
});
