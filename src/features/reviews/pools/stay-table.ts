/** Stays as a table: one a line, with a mark, a first and a last day. Every line holds or none is taken. Pure. */
import { parseCells, textOfBytes, withoutGuard } from '#features/results/csv-text.ts';
import { isoDate } from '#platform/input.ts';
import type { StayRow } from '../issuer-port.ts';
import { looksLikePersonalNumber, MAX_STAYS, MIN_STAY_DAYS, stayMark } from '../stay-input.ts';

export const MAX_TABLE_BYTES = 8 * 1024 * 1024;
const MAX_FAULTS = 50;

/** Keys of i18n `pools.faults`. */
export type StayFaultReason =
  | 'personal-number' | 'not-hmac' | 'header' | 'quote' | 'nothing' | 'too-many' | 'cells' | 'day' | 'order' | 'period' | 'too-short' | 'twice';
export interface StayFault {
  /** In the table; of rows in JSON, their place from 1. 0: the whole. */
  line: number;
  reason: StayFaultReason;
}
export type StayTable = { ok: true; stays: StayRow[] } | { ok: false; faults: StayFault[]; more: number };

const COLUMNS = { stay: ['stay', 'ophold'], started: ['started', 'startedon', 'start', 'startdag'], ended: ['ended', 'endedon', 'slut', 'slutdag'] } as const;

interface Given {
  line: number;
  stay: string;
  started: string;
  ended: string;
}

const DAY_MS = 86_400_000;
const daysIn = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
const isDay = (text: string) => isoDate.safeParse(text).success;

/** In the period of the pool, long enough by today (method 12.1), and nobody's number. */
function checkRow({ line, stay, started, ended }: Given, period: { from: string; to: string }, today: string): StayRow | StayFault {
  const mark = stayMark.safeParse(stay);
  if (!mark.success) return { line, reason: looksLikePersonalNumber(stay) ? 'personal-number' : 'not-hmac' };
  if (!isDay(started) || (ended !== '' && !isDay(ended))) return { line, reason: 'day' };
  if (ended !== '' && (ended < started || ended > today)) return { line, reason: 'order' };
  if (started < period.from || started > period.to) return { line, reason: 'period' };
  if (daysIn(started, ended === '' ? today : ended) < MIN_STAY_DAYS) return { line, reason: 'too-short' };
  return { stay: mark.data, startedOn: started, endedOn: ended === '' ? null : ended };
}

export function checkStays(given: readonly Given[], period: { from: string; to: string }, today: string): StayTable {
  if (given.length === 0) return { ok: false, faults: [{ line: 0, reason: 'nothing' }], more: 0 };
  if (given.length > MAX_STAYS) return { ok: false, faults: [{ line: 0, reason: 'too-many' }], more: 0 };
  const seen = new Set<string>();
  const [stays, faults]: [StayRow[], StayFault[]] = [[], []];
  for (const each of given) {
    const row = checkRow(each, period, today);
    if ('reason' in row) faults.push(row);
    else if (seen.has(row.stay)) faults.push({ line: each.line, reason: 'twice' });
    else {
      seen.add(row.stay);
      stays.push(row);
    }
  }
  return faults.length === 0 ? { ok: true, stays } : { ok: false, faults: faults.slice(0, MAX_FAULTS), more: Math.max(0, faults.length - MAX_FAULTS) };
}

/** @param bytes of a CSV file, or text from a form: columns stay, started, ended, in any order; ended may lack */
export function readStays(bytes: Uint8Array | string, period: { from: string; to: string }, today: string): StayTable {
  const whole = (reason: StayFaultReason, line = 0): StayTable => ({ ok: false, faults: [{ line, reason }], more: 0 });
  const { lines, openQuote } = parseCells(typeof bytes === 'string' ? bytes : textOfBytes(bytes));
  if (openQuote !== null) return whole('quote', openQuote);
  const [head, ...rest] = lines;
  if (!head) return whole('nothing');
  const place = (names: readonly string[]) => head.cells.findIndex((cell) => names.includes(cell.replace(/^\uFEFF/, '').trim().toLowerCase().replaceAll(/[\s_-]/g, '')));
  const at = { stay: place(COLUMNS.stay), started: place(COLUMNS.started), ended: place(COLUMNS.ended) };
  // More columns would be more about people than is needed.
  if (at.stay < 0 || at.started < 0 || head.cells.length !== (at.ended < 0 ? 2 : 3)) return whole('header', head.number);
  const long = rest.find(({ cells }) => cells.length > head.cells.length);
  if (long) return whole('cells', long.number);
  const cell = (cells: readonly string[], index: number) => withoutGuard(cells[index] ?? '').trim();
  return checkStays(rest.map(({ number, cells }) => ({ line: number, stay: cell(cells, at.stay), started: cell(cells, at.started), ended: cell(cells, at.ended) })), period, today);
}
