/**
 * A provider's cohort table as CSV: what stands in it, or what is wrong with it by line and column; a template to fill in.
 * All lines hold or none is taken. Pure.
 */
import { ATTENDANCE_NAMES, columnOf, COLUMNS, MEASURE_CODES, OUTCOME_FIELDS, type Column, type CsvLanguage } from './cohort-columns.ts';
import { csvRow, parseCells, textOfBytes, withoutGuard } from './csv-text.ts';
import { result, type Result } from './input.ts';
import { resultKey } from './key.ts';
import { exactHalfYear, halfYear } from './release/windows.ts';

export const MAX_BYTES = 10 * 1024 * 1024;
const MAX_LINES = 20_000;
const MAX_FAULTS = 200;
const SHOWN_LENGTH = 60;

export interface CohortFault {
  /** Line in the file, counting from 1; the header is 1. */
  line: number;
  /** As the file's header names it; empty where the whole line or file is meant. */
  column: string;
  /** What stands there, at most 60 characters of it. */
  value: string;
  expected: string;
}

/** What a table may name. */
export interface Known {
  programmes: ReadonlySet<string>;
  groups: ReadonlySet<string>;
  isMunicipality(region: string): boolean;
}

export type CohortTable = { ok: true; rows: Result[]; halfYears: string[] } | { ok: false; faults: CohortFault[]; more: number };

interface Place {
  column: Column;
  name: string;
  index: number;
}

class Faults {
  readonly list: CohortFault[] = [];
  more = 0;

  add(line: number, column: string, value: string, expected: string): void {
    if (this.list.length < MAX_FAULTS) this.list.push({ line, column, value: value.slice(0, SHOWN_LENGTH), expected });
    else this.more += 1;
  }

  get some(): boolean {
    return this.list.length > 0;
  }
}

function placesOf(header: readonly string[], faults: Faults): Place[] {
  const places: Place[] = [];
  header.forEach((raw, index) => {
    const name = raw.replace(/^\uFEFF/, '').trim();
    const column = columnOf(name);
    if (name === '') return;
    if (!column) faults.add(1, name, name, 'a column of the template');
    else if (places.some((each) => each.column === column)) faults.add(1, name, name, 'each column once');
    else places.push({ column, name, index });
  });
  const has = (kind: Column['kind'], field?: string) => places.some(({ column }) => column.kind === kind && (field === undefined || ('field' in column && column.field === field)));
  if (!has('half-year')) faults.add(1, '', '', 'a column half_year (halvår)');
  if (!has('count', 'started')) faults.add(1, '', '', 'a column started (startet)');
  return places;
}

/** `2025H1`, `2025-H1`, `H1 2025`, `1. halvår 2025`. */
function halfYearOf(text: string): string | null {
  const yearFirst = /^(\d{4})[\s-]?h([12])$/i.exec(text);
  if (yearFirst) return `${yearFirst[1]}H${yearFirst[2]}`;
  const halfFirst = /^(?:h([12])|([12])\. ?halvår)[\s-](\d{4})$/iu.exec(text);
  return halfFirst ? `${halfFirst[3]}H${halfFirst[1] ?? halfFirst[2]}` : null;
}

/** A municipality's number may stand alone, with or without the nought that spreadsheets take away. */
const regionOf = (text: string) => (/^\d{3,4}$/.test(text) ? `dk-kommune:${text.padStart(4, '0')}` : text);

function attendanceOf(text: string): 'voluntary' | 'mandated' | null {
  const lower = text.toLowerCase();
  return (['voluntary', 'mandated'] as const).find((value) => Object.values(ATTENDANCE_NAMES).some((names) => names[value] === lower)) ?? null;
}

function countOf(text: string): number | null {
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

const WHOLE = 'a whole number of people, in figures alone: no decimals, no thousands mark';

interface Draft {
  [field: string]: unknown;
  exits: { reason: string; count: number }[];
  outcomes: Record<string, Record<string, number>>;
}

/** What a cell says, put into the draft; what is wrong with it, into the faults. */
function take(draft: Draft, { column, name }: Place, text: string, line: number, known: Known, faults: Faults): void {
  const wrong = (expected: string) => faults.add(line, name, text, expected);
  if (column.kind === 'half-year') {
    const half = halfYearOf(text);
    if (half === null) wrong('a half-year such as 2025H1');
    else {
      const { from, to } = halfYear(Number(half.slice(0, 4)), half.endsWith('H1') ? 1 : 2);
      Object.assign(draft, { from, to });
    }
  } else if (column.kind === 'programme') {
    if (known.programmes.has(text)) draft['programme'] = text;
    else wrong(known.programmes.size === 0 ? 'nothing: the provider shows no programmes' : `a programme of the provider: ${[...known.programmes].slice(0, 20).join(', ')}`);
  } else if (column.kind === 'group') {
    if (known.groups.has(text)) draft['targetGroup'] = text;
    else wrong('the code of a target group, such as dk-dagpenge');
  } else if (column.kind === 'region') {
    const region = regionOf(text);
    if (known.isMunicipality(region)) draft['region'] = region;
    else wrong('a municipality, such as 0101 or dk-kommune:0101');
  } else if (column.kind === 'attendance') {
    const attendance = attendanceOf(text);
    if (attendance) draft['attendance'] = attendance;
    else wrong('voluntary or mandated (frivillig eller pålagt)');
  } else {
    const value = countOf(text);
    if (value === null) wrong(WHOLE);
    else if (column.kind === 'count') draft[column.field] = value;
    else if (column.kind === 'exit') draft.exits.push({ reason: column.reason, count: value });
    else if (column.kind === 'outcome') (draft.outcomes[column.measure] ??= {})[column.field] = value;
  }
}

/** A measure is told with its three counts or not at all. */
function outcomesOf(draft: Draft, places: readonly Place[], line: number, faults: Faults): unknown[] {
  return MEASURE_CODES.flatMap((measure) => {
    const counts = draft.outcomes[measure];
    if (!counts) return [];
    for (const field of OUTCOME_FIELDS) {
      if (field === 'excluded' || counts[field] !== undefined) continue;
      const place = places.find(({ column }) => column.kind === 'outcome' && column.measure === measure && column.field === field);
      faults.add(line, place?.name ?? `${measure.toLowerCase()}_…`, '', `a number, since ${measure} is told in this line`);
    }
    return [{ measure, ...counts }];
  });
}

/** The rules that hold between cells, told by the column they begin with. */
function checked(draft: Draft, outcomes: unknown[], places: readonly Place[], line: number, faults: Faults): Result | null {
  const { exits, outcomes: _, ...fields } = draft;
  const parsed = result.safeParse({ ...fields, ...(exits.length > 0 ? { exits } : {}), outcomes, evidence: 'self-reported' });
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    const [field, index] = issue.path;
    const told = outcomes[Number(index)] as { measure: string } | undefined;
    const place = places.find(({ column }) =>
      field === 'outcomes' ? column.kind === 'outcome' && column.measure === told?.measure : field === 'exits' ? column.kind === 'exit' : 'field' in column && column.field === field);
    faults.add(line, place?.name ?? '', '', issue.message);
  }
  return null;
}

function readLine(cells: readonly string[], line: number, places: readonly Place[], known: Known, faults: Faults): Result | null {
  const before = faults.list.length + faults.more;
  const draft: Draft = { exits: [], outcomes: {} };
  const beyond = cells.slice(Math.max(...places.map((each) => each.index)) + 1).find((each) => each.trim() !== '');
  if (beyond !== undefined) faults.add(line, '', beyond, 'no more cells than the header has columns');
  for (const place of places) {
    const text = withoutGuard((cells[place.index] ?? '').trim());
    if (text !== '') take(draft, place, text, line, known, faults);
    else if (place.column.kind === 'half-year') faults.add(line, place.name, '', 'a half-year such as 2025H1');
    else if (place.column.kind === 'count' && place.column.field === 'started') faults.add(line, place.name, '', WHOLE);
  }
  const faulty = () => faults.list.length + faults.more > before;
  if (faulty()) return null;
  const outcomes = outcomesOf(draft, places, line, faults);
  return faulty() ? null : checked(draft, outcomes, places, line, faults);
}

/** @param bytes of the file, at most `MAX_BYTES` */
export function parseCohortCsv(bytes: Uint8Array, known: Known): CohortTable {
  const faults = new Faults();
  const refuse = (): CohortTable => ({ ok: false, faults: faults.list, more: faults.more });
  if (bytes.length > MAX_BYTES) faults.add(1, '', '', `a file of at most ${MAX_BYTES / 1024 / 1024} MB`);
  const { lines, openQuote } = faults.some ? { lines: [], openQuote: null } : parseCells(textOfBytes(bytes).replace(/^\uFEFF/, ''));
  const [header, ...body] = lines;
  if (openQuote !== null) faults.add(openQuote, '', '"', 'a closing quotation mark');
  else if (!header && !faults.some) faults.add(1, '', '', 'a header with the columns of the template');
  else if (body.length > MAX_LINES) faults.add(MAX_LINES + 2, '', '', `at most ${MAX_LINES} lines`);
  if (!header || faults.some) return refuse();
  const places = placesOf(header.cells, faults);
  if (faults.some) return refuse();
  if (body.length === 0) faults.add(2, '', '', 'at least one line of figures');
  const rows: Result[] = [];
  const seen = new Map<string, number>();
  for (const { number, cells } of body) {
    const row = readLine(cells, number, places, known, faults);
    if (!row) continue;
    const twin = seen.get(resultKey(row));
    if (twin === undefined) rows.push(row);
    else faults.add(number, '', '', `each group of people once: line ${twin} has the same half-year, programme, target group, municipality and attendance`);
    seen.set(resultKey(row), twin ?? number);
  }
  if (faults.some) return refuse();
  const halves = rows.flatMap(({ from, to }) => (from && to ? (exactHalfYear(from, to)?.name ?? []) : []));
  return { ok: true, rows, halfYears: [...new Set(halves)].sort() };
}

/** Danish spreadsheets part cells by semicolons. */
const delimiterFor = (language: CsvLanguage) => (language === 'da' ? ';' : ',');
const MARK = '\uFEFF';

function cellOf(column: Column, row: Result, language: CsvLanguage): string | number | undefined {
  if (column.kind === 'half-year') return row.from && row.to ? exactHalfYear(row.from, row.to)?.name : undefined;
  if (column.kind === 'programme') return row.programme;
  if (column.kind === 'group') return row.targetGroup;
  if (column.kind === 'region') return row.region;
  if (column.kind === 'attendance') return row.attendance && ATTENDANCE_NAMES[language][row.attendance];
  if (column.kind === 'count') return row[column.field];
  if (column.kind === 'exit') return row.exits?.find((each) => each.reason === column.reason)?.count;
  return column.kind === 'outcome' ? row.outcomes.find((each) => each.measure === column.measure)?.[column.field] : undefined;
}

/** A table that `parseCohortCsv` reads back, for a spreadsheet; without rows it is the template to fill in. */
export function writeCohortCsv(rows: readonly Result[], language: CsvLanguage): string {
  const delimiter = delimiterFor(language);
  const lines = rows.map((row) => csvRow(COLUMNS.map((column) => cellOf(column, row, language)), delimiter));
  return MARK + csvRow(COLUMNS.map((column) => column.names[language]), delimiter) + lines.join('');
}
