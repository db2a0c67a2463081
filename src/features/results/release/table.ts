/** Compared participants by target group and area band, protected as one table (method.md 11.2). Pure. */
import { PARAMETERS, suppress } from '../method/index.ts';
import { AREA_BANDS, type AreaBand, type PublishedCount, type PublishedTable, type Window } from '../model.ts';
import { sumTotals, totalsOf, type Totals } from './cohorts.ts';
import { fewest, heldBack, openCount, primaryKind } from './disclosure.ts';
import type { ComparedRow, Frame } from './rows.ts';
import { over, tallyOf, type Shown, type Tally } from './tally.ts';

export interface Table {
  groups: readonly string[];
  bands: readonly AreaBand[];
  /** Keys `group|band`. */
  tally: Tally;
  cells: readonly (readonly Totals[])[];
  /** Fewest starters shown, by group; and for totals. */
  least: readonly number[];
  strictest: number;
  level: PublishedTable['level'];
  /** `c:i:j`, `r:i`, `k:j`, `t` of what may be published. */
  open: ReadonlySet<string>;
}

export const cellKey = (group: string, band: AreaBand) => `${group}|${band}`;

/** With one column the row totals are its cells, and with one row the other way round: each is then said as both. */
function withTwins(published: readonly string[], rows: number, columns: number): Set<string> {
  const open = new Set(published);
  for (const key of published) {
    const [part, i = '', j = ''] = key.split(':');
    if (columns === 1 && part === 'r') open.add(`c:${i}:0`);
    if (rows === 1 && part === 'c') open.add(`k:${j}`);
    if (part === 't' && rows === 1) open.add('r:0');
    if (part === 't' && columns === 1) open.add('k:0');
  }
  return open;
}

/**
 * @param rows of one provider whose groups are compared, of any half-year that may be asked about
 * @param halfYears of the window
 * @returns null if nobody is in it
 */
export function tableOf(rows: readonly ComparedRow[], halfYears: readonly string[], frame: Frame): Table | null {
  const tally = tallyOf(rows.map((row) => ({ key: cellKey(row.group, row.band), half: row.period, totals: totalsOf(row) })));
  const present = rows.filter((row) => halfYears.includes(row.period) && totalsOf(row).n > 0);
  const groups = [...new Set(present.map((row) => row.group))].sort();
  const bands = AREA_BANDS.filter((band) => present.some((row) => row.band === band));
  if (groups.length === 0) return null;
  const cells = groups.map((group) => bands.map((band) => over(tally, cellKey(group, band), halfYears)));
  const least = groups.map((group) => fewest(frame.input.groups.get(group)?.sensitive ?? true));
  const pick = (field: 'n' | 'placed') => cells.map((row) => row.map((cell) => cell[field]));
  const { level, published } = suppress({ n: pick('n'), o: pick('placed'), minN: least, minCount: PARAMETERS.disclosure.minCount });
  return { groups, bands, tally, cells, least, strictest: Math.max(...least), level, open: withTwins(published, groups.length, bands.length) };
}

/** @param before whether a number was shown when the table was last published */
export function shownNumbers({ groups, bands, cells, least, strictest, open }: Table, before: (group: string | null, band: AreaBand | null) => boolean): Shown[] {
  const keys = (wantedGroup: string | null, wantedBand: AreaBand | null) =>
    groups.flatMap((group) => bands.flatMap((band) => ((wantedGroup ?? group) === group && (wantedBand ?? band) === band ? [cellKey(group, band)] : [])));
  const number = (group: string | null, band: AreaBand | null, minimum: number): Shown => ({ keys: keys(group, band), least: minimum, before: before(group, band) });
  return [
    ...groups.flatMap((group, i) => bands.flatMap((band, j) => (open.has(`c:${i}:${j}`) && (cells[i]?.[j]?.n ?? 0) > 0 ? [number(group, band, least[i] ?? strictest)] : []))),
    ...groups.flatMap((group, i) => (open.has(`r:${i}`) ? [number(group, null, least[i] ?? strictest)] : [])),
    ...bands.flatMap((band, j) => (open.has(`k:${j}`) ? [number(null, band, strictest)] : [])),
    ...(open.has('t') ? [number(null, null, strictest)] : []),
  ];
}

/** Whether nothing in it is held back. */
export function allShown({ groups, bands, open }: Table): boolean {
  return groups.every((_, i) => open.has(`r:${i}`) && bands.every((__, j) => open.has(`c:${i}:${j}`))) && bands.every((_, j) => open.has(`k:${j}`));
}

/** Whether more than one number is held back: then the reasons are not said (see `heldBack`). */
function sayWhy({ cells, least, strictest }: Table): boolean {
  const small = cells.flatMap((row, i) => row.filter((cell) => primaryKind(cell, least[i] ?? strictest) !== null));
  return small.length < 2;
}

export function publishTable(table: Table, window: Window): PublishedTable {
  const { groups, bands, cells, least, strictest, open } = table;
  const named = sayWhy(table);
  const count = (key: string, totals: Totals, minimum: number): PublishedCount =>
    open.has(key) ? openCount(totals) : heldBack(totals, primaryKind(totals, minimum), named);
  const all = sumTotals(cells.flat());
  return {
    measure: 'E6',
    window,
    level: table.level,
    groups,
    bands,
    cells: cells.map((row, i) => row.map((cell, j) => count(`c:${i}:${j}`, cell, least[i] ?? strictest))),
    rows: cells.map((row, i) => count(`r:${i}`, sumTotals(row), least[i] ?? strictest)),
    columns: bands.map((_, j) => count(`k:${j}`, sumTotals(cells.flatMap((row) => row[j] ?? [])), strictest)),
    total: count('t', all, strictest),
  };
}
