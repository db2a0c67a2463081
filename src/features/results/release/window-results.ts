/** The window of one provider: total, breakdowns, table and figures, as much of them as holds together (method.md 11). Pure. */
import { COMPARED_MEASURES, type ComparedMeasure } from '../model.ts';
import { holdsTogether, type Candidate, type ExpectedValue, type Place } from './audit.ts';
import { breakDown, FIELDS, type Breakdown, type Field } from './breakdowns.ts';
import { rowTotals, type CountedMeasure } from './cohorts.ts';
import type { FrozenRow } from './freeze.ts';
import { hasNumber } from './cohort-results.ts';
import type { Halves } from './halves.ts';
import type { Memory, Published } from './memory.ts';
import { comparedIn, restMayBeKnown, verdictOf, type Verdict } from './one-comparison.ts';
import { stepFrom } from './over-time.ts';
import { rateBounds } from './rate-bounds.ts';
import { comparable, comparedRows, tellingCohorts, type Prepared } from './rows.ts';
import { allShown, cellKey, shownNumbers, tableOf, type Table } from './table.ts';
import { mayGoOut, overlap } from './tally.ts';
import type { World } from './world.ts';

export interface OpenWindow {
  breakdowns: readonly Breakdown[];
  /** What is broken down now, for the memory of the next release. */
  tables: Memory['tables'];
  /** null: none, or the one published before stays (`keepTable`). */
  table: Table | null;
  keepTable: boolean;
  /** Breakdowns whose published values stay as they are. */
  keepFields: readonly Field[];
  verdicts: readonly Verdict[];
  /** Comparisons whose figures may be shown, and those whose published ones stay. */
  figures: ReadonlySet<ComparedMeasure>;
  keepFigures: ReadonlySet<ComparedMeasure>;
}

const nothingHeld = (halves: Halves) => !halves.halfYears.some((half) => halves.held.has(half));
const isOpen = ({ parts }: Breakdown, halves: Halves) => nothingHeld(halves) && parts.every((part) => part.open);
const isOpenTable = (table: Table, halves: Halves) => nothingHeld(halves) && table.level === 'cells' && table.open.size > 0 && allShown(table);

function breakdownsOf(prepared: Prepared, halves: Halves, before: Published): { fresh: Breakdown[]; keep: Field[] } {
  const { headline, halfYears, least } = halves;
  if (headline === null) return { fresh: [], keep: [] };
  const fresh: Breakdown[] = [];
  const keep: Field[] = [];
  for (const field of FIELDS) {
    const breakdown = breakDown(field, tellingCohorts(prepared, headline), headline, halfYears, least);
    if (!breakdown) continue;
    const shown = new Set(before.results.flatMap(({ document }) => (document.kind === 'window' && document.measure === headline && hasNumber(document.count) ? [document[field] ?? ''] : [])));
    const numbers = breakdown.parts.flatMap(({ key, open }) => (open ? [{ keys: [key], least, before: shown.has(key) }] : []));
    if (mayGoOut(breakdown.tally, numbers, { halfYears, open: isOpen(breakdown, halves) }, before.memory.tables[field])) fresh.push(breakdown);
    else keep.push(field);
  }
  return { fresh, keep };
}

interface TableStep {
  /** All cells there are, shown or not: what must not be found out. */
  cells: Table | null;
  table: Table | null;
  keep: boolean;
}

function tableFor(prepared: Prepared, halves: Halves, before: Published, e6: Verdict | undefined, world: World): TableStep {
  const groups = world.compared.E6.groups;
  if (!e6?.basis || !halves.totals.has('E6')) return { cells: null, table: null, keep: false };
  const rows = comparedRows(prepared, tellingCohorts(prepared, 'E6'), 'E6', e6.grade, world.frame).filter((row) => groups.has(row.group));
  const table = tableOf(rows, halves.halfYears, world.frame);
  if (!table?.open.has('t')) return { cells: table, table: null, keep: false };
  const old = before.table?.document;
  const shown = (group: string | null, band: string | null): boolean => {
    if (!old) return false;
    const [i, j] = [group === null ? -1 : old.groups.indexOf(group), old.bands.findIndex((each) => each === band)];
    const count = group === null ? (band === null ? old.total : old.columns[j]) : band === null ? old.rows[i] : old.cells[i]?.[j];
    return count !== undefined && (hasNumber(count) || count.state === 'none');
  };
  const next = { halfYears: halves.halfYears, open: isOpenTable(table, halves) };
  const fits = mayGoOut(table.tally, shownNumbers(table, shown), next, before.memory.tables.groups);
  return { cells: table, table: fits ? table : null, keep: !fits };
}

/** Figures that may be shown as far as this window and the one before go. */
function figuresOf(prepared: Prepared, halves: Halves, before: Published, verdicts: readonly Verdict[], sameRows: boolean, world: World): { show: Set<ComparedMeasure>; keep: Set<ComparedMeasure> } {
  const show = new Set<ComparedMeasure>();
  const keep = new Set<ComparedMeasure>();
  for (const verdict of verdicts) {
    const { measure, basis, window } = verdict;
    const total = halves.totals.get(measure);
    if (!basis || !total || !restMayBeKnown(prepared, verdict, total, halves.least, world)) continue;
    // Without any variance everybody or nobody was placed in each group; and the others must not be told of either.
    if (basis.V === 0 || world.exposing[measure].has(prepared.provider.slug)) continue;
    const last = before.memory.tables[measure];
    const next = { halfYears: window.halfYears, open: nothingHeld(halves) || basis.n === total.n };
    if (last && overlap(next, last) && !(next.open && last.open)) {
      keep.add(measure);
      continue;
    }
    const step = stepFrom(before.memory.compared[measure], {
      halfYears: window.halfYears,
      total: { n: basis.n, placed: basis.O },
      part: (half) => comparedIn(prepared, measure, half, world),
      least: halves.least,
      sameRows,
    });
    if (step === 'new') show.add(measure);
    else if (step === 'keep') keep.add(measure);
  }
  if (show.has('E6') && show.has('S12') && !differenceMayBeKnown(prepared, halves, world)) show.delete('S12');
  return { show, keep };
}

/** Who is compared on one measure and not on the other: nobody, or enough to be counted. */
function differenceMayBeKnown(prepared: Prepared, halves: Halves, world: World): boolean {
  const place = placeOf(prepared, world);
  const apart = { E6: 0, S12: 0 };
  for (const { half, rows } of halves.cohorts) {
    for (const row of rows) {
      const { E6, S12 } = place(row, half ?? '').in;
      if ((E6 === 'compared') === (S12 === 'compared')) continue;
      apart[E6 === 'compared' ? 'E6' : 'S12'] += row.result.started ?? 0;
    }
  }
  return Object.values(apart).every((n) => n === 0 || n >= halves.least);
}

function placeOf(prepared: Prepared, world: World): Candidate['placeOf'] {
  const { provider } = prepared;
  const where = (row: FrozenRow, measure: ComparedMeasure): Place['in']['E6'] => {
    const place = comparable(row, provider, measure, world.frame);
    if (place === null) return 'unusable';
    const { rowsByProvider, groups } = world.compared[measure];
    return rowsByProvider.has(provider.slug) && groups.has(place.group) ? 'compared' : 'usable';
  };
  return (row) => {
    const place = comparable(row, provider, 'S12', world.frame);
    return { cell: place && cellKey(place.group, place.band), in: { E6: where(row, 'E6'), S12: where(row, 'S12') } };
  };
}

const startersIn = (row: FrozenRow, measure: CountedMeasure | null): number => (measure === null ? 0 : (rowTotals(row, measure)?.n ?? 0));

function expectedValues(prepared: Prepared, halves: Halves, verdicts: readonly Verdict[], shown: ReadonlySet<ComparedMeasure>, world: World): Map<ComparedMeasure, ExpectedValue> {
  return new Map(
    verdicts.flatMap(({ measure, basis }) => {
      if (!basis || !shown.has(measure)) return [];
      const compared = world.compared[measure];
      const slack = halves.cohorts.flatMap((each) => each.rows).reduce((sum, row) => sum + Math.abs(startersIn(row, measure) - startersIn(row, halves.headline)), 0);
      return [[measure, { E: basis.E, V: basis.V, slack, perStarter: rateBounds(compared, compared.rowsByProvider.get(prepared.provider.slug) ?? []) }] as const];
    }),
  );
}

type Part = ComparedMeasure | Field | 'table';

/** What is left out when not everything holds together, the least missed first. */
const LEFT_OUT: readonly (readonly Part[])[] = [
  [], ['programme'], ['attendance'], ['S12'], ['E6'], ['programme', 'attendance'], ['E6', 'S12'], ['E6', 'S12', 'programme'], ['E6', 'S12', 'programme', 'attendance'],
  ['E6', 'S12', 'table'], ['E6', 'S12', 'table', 'programme', 'attendance'],
];

const without = <T>(from: ReadonlyMap<ComparedMeasure, T>, out: readonly Part[]) => new Map([...from].filter(([measure]) => !out.includes(measure)));

function tablesNow({ halves, breakdowns, table, figures }: Candidate, verdicts: readonly Verdict[]): Memory['tables'] {
  const { halfYears } = halves;
  const whole = (measure: ComparedMeasure) => verdicts.find((each) => each.measure === measure)?.basis?.n === halves.totals.get(measure)?.n;
  return {
    ...Object.fromEntries(breakdowns.map((each) => [each.field, { halfYears, open: isOpen(each, halves) }])),
    ...(table ? { groups: { halfYears, open: isOpenTable(table, halves) } } : {}),
    ...Object.fromEntries([...figures.keys()].map((measure) => [measure, { halfYears, open: nothingHeld(halves) || whole(measure) }])),
  };
}

/** @param sameRows the same rows are reported as when the window was last published */
export function openWindow(prepared: Prepared, halves: Halves, before: Published, sameRows: boolean, world: World): OpenWindow {
  const verdicts = COMPARED_MEASURES.flatMap((measure) => verdictOf(prepared, measure, world) ?? []);
  const { headline } = halves;
  const nothing: OpenWindow = { breakdowns: [], tables: {}, table: null, keepTable: false, keepFields: [], verdicts, figures: new Set(), keepFigures: new Set() };
  if (headline === null) return nothing;
  const { fresh, keep: keepFields } = breakdownsOf(prepared, halves, before);
  const { cells, table, keep: keepTable } = tableFor(prepared, halves, before, verdicts.find((each) => each.measure === 'E6'), world);
  const { show, keep: keepFigures } = figuresOf(prepared, halves, before, verdicts, sameRows, world);
  const all: Candidate = { measure: headline, halves, breakdowns: fresh, cells, table, figures: expectedValues(prepared, halves, verdicts, show, world), placeOf: placeOf(prepared, world) };
  for (const out of LEFT_OUT) {
    const candidate = { ...all, breakdowns: fresh.filter(({ field }) => !out.includes(field)), table: out.includes('table') ? null : table, figures: without(all.figures, out) };
    if (holdsTogether(candidate)) return { ...nothing, tables: tablesNow(candidate, verdicts), breakdowns: candidate.breakdowns, table: candidate.table, keepTable, keepFields, figures: new Set(candidate.figures.keys()), keepFigures };
  }
  throw new Error('The audit of a window total failed: nothing is released.');
}
