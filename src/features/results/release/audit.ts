/**
 * Everything that is to be published of a provider's window, joined as one set of sums over the smallest groups of people, and
 * asked: what could anybody work out? (method.md 11.2, 11.4). Tables that are safe one by one must be so together, also for
 * somebody who knows which programme is mandated and what the expected value was made of. Pure.
 */
import type { PrimaryKind } from '../method/index.ts';
import type { ComparedMeasure } from '../model.ts';
import { rowTotals, type CountedMeasure } from './cohorts.ts';
import type { Breakdown } from './breakdowns.ts';
import { fewest, primaryKind, wantedRoom } from './disclosure.ts';
import type { Halves } from './halves.ts';
import { look, type Limit, type View } from './linear.ts';
import type { FrozenRow } from './freeze.ts';
import { cellKey, type Table } from './table.ts';

/** Where a row stands in the comparisons. */
export interface Place {
  /** Target group and area band, where both are known. */
  cell: string | null;
  /** `compared`, `usable` (no stratum is large enough for it) or `unusable`. */
  in: Readonly<Record<ComparedMeasure, 'compared' | 'usable' | 'unusable'>>;
}

/** What the expected value and its variance say of who takes part: bounds by cell and half-year. */
export interface ExpectedValue {
  E: number;
  V: number;
  /** By how many starters its measure counts others than the headline does: of whom somebody is left out in one of them. */
  slack: number;
  /** Smallest and largest contribution of one starter to E and to V. @param half `2025H1` */
  perStarter(cell: string, half: string): { E: [number, number]; V: [number, number] };
}

export interface Candidate {
  measure: CountedMeasure;
  halves: Halves;
  breakdowns: readonly Breakdown[];
  /** Cells by group and area, whether or not they are published. */
  cells: Table | null;
  table: Table | null;
  /** Figures of the comparisons that are to be published. */
  figures: ReadonlyMap<ComparedMeasure, ExpectedValue>;
  placeOf(row: FrozenRow, half: string): Place;
}

interface Atom {
  programme: string;
  attendance: string;
  place: Place;
  half: string;
  n: number;
  placed: number;
}

/** What rounding to 4 significant digits leaves open, as a share. */
const ROUNDING = 0.0005;

interface Target {
  atoms: number[];
  kind: PrimaryKind;
  least: number;
  /** A total must only not follow from the rest; a cell must stay wide open (11.2). */
  total: boolean;
}

/** The smallest groups: for each programme and attendance, all its cells in all half-years, empty ones too. */
function atomsOf({ measure, halves, placeOf }: Candidate): Atom[] {
  const atoms = new Map<string, Atom>();
  const kinds = new Map<string, { programme: string; attendance: string; place: Place }>();
  for (const { half, rows } of halves.cohorts) {
    if (half === null) continue;
    for (const row of rows) {
      const totals = rowTotals(row, measure);
      if (!totals || totals.n === 0) continue;
      const { programme = '', attendance = '' } = row.result;
      const place = placeOf(row, half);
      const kind = JSON.stringify([programme, attendance, place]);
      kinds.set(kind, { programme, attendance, place });
      const key = `${kind} ${half}`;
      const atom = atoms.get(key) ?? { programme, attendance, place, half, n: 0, placed: 0 };
      atom.n += totals.n;
      atom.placed += totals.placed;
      atoms.set(key, atom);
    }
  }
  return [...kinds].flatMap(([kind, own]) => halves.halfYears.map((half) => atoms.get(`${kind} ${half}`) ?? { ...own, half, n: 0, placed: 0 }));
}

type Pick = (atom: Atom) => boolean;

const isIn = (measure: ComparedMeasure, ...kinds: Place['in']['E6'][]): Pick => ({ place }) => kinds.includes(place.in[measure]);

/** Sums of both counts, and sums of starters alone: of a measure whose placed are another count. */
function sumsOf({ measure, halves, breakdowns, table, figures }: Candidate): { both: Pick[]; starters: Pick[] } {
  const both: Pick[] = [() => true];
  for (const half of halves.halfYears) if (!halves.held.has(half)) both.push((atom) => atom.half === half);
  for (const { field, parts } of breakdowns) for (const { key, open } of parts) if (open) both.push((atom) => atom[field] === key);
  if (table) both.push(...tablePicks(table));
  const starters: Pick[] = [];
  for (const compared of figures.keys()) (compared === measure ? both : starters).push(isIn(compared, 'compared'), isIn(compared, 'compared', 'usable'));
  return { both, starters };
}

const compared = isIn('E6', 'compared');
const inCell = (cell: string): Pick => (atom) => atom.place.cell === cell && compared(atom);
const inRow = (group: string): Pick => (atom) => (atom.place.cell?.startsWith(`${group}|`) ?? false) && compared(atom);
const inColumn = (band: string): Pick => (atom) => (atom.place.cell?.endsWith(`|${band}`) ?? false) && compared(atom);

function tablePicks({ groups, bands, open }: Table): Pick[] {
  return [
    ...groups.flatMap((group, i) => bands.flatMap((band, j): Pick[] => (open.has(`c:${i}:${j}`) ? [inCell(cellKey(group, band))] : []))),
    ...groups.flatMap((group, i) => (open.has(`r:${i}`) ? [inRow(group)] : [])),
    ...bands.flatMap((band, j) => (open.has(`k:${j}`) ? [inColumn(band)] : [])),
    ...(open.has('t') ? [compared] : []),
  ];
}

/** What must not be found out: everything small or extreme that a table has a place for, shown there or not. */
function targetsOf(candidate: Candidate, atoms: readonly Atom[]): Target[] {
  const { halves, breakdowns, cells } = candidate;
  const targets: Target[] = [];
  const protect = (pick: Pick, least: number, total = false) => {
    const own = atoms.flatMap((atom, index) => (pick(atom) ? [index] : []));
    const sum = own.reduce((all, index) => ({ n: all.n + (atoms[index]?.n ?? 0), placed: all.placed + (atoms[index]?.placed ?? 0) }), { n: 0, placed: 0 });
    const kind = primaryKind(sum, least);
    if (kind !== null) targets.push({ atoms: own, kind, least, total });
  };
  for (const half of halves.halfYears) protect((atom) => atom.half === half, halves.least);
  for (const { field, parts } of breakdowns) for (const { key } of parts) protect((atom) => atom[field] === key, halves.least);
  if (breakdowns.length > 1) {
    for (const pair of new Set(atoms.map((atom) => JSON.stringify([atom.programme, atom.attendance])))) {
      protect((atom) => JSON.stringify([atom.programme, atom.attendance]) === pair, fewest(false));
    }
  }
  if (cells) protectTable(cells, protect);
  return targets;
}

function protectTable({ groups, bands, least, strictest }: Table, protect: (pick: Pick, least: number, total?: boolean) => void): void {
  groups.forEach((group, i) => {
    const own = least[i] ?? strictest;
    for (const band of bands) protect(inCell(cellKey(group, band)), own);
    protect(inRow(group), own, true);
  });
  for (const band of bands) protect(inColumn(band), strictest, true);
}

/** E and V are sums too, of starters times rates that are known to half a per cent. */
function limitsOf(measure: ComparedMeasure, { E, V, slack, perStarter }: ExpectedValue, atoms: readonly Atom[]): Limit[] {
  const weights = [0, 1, 2, 3].map(() => new Float64Array(atoms.length));
  atoms.forEach(({ place, half }, index) => {
    if (place.cell === null || place.in[measure] !== 'compared') return;
    const { E: [lowE, highE], V: [lowV, highV] } = perStarter(place.cell, half);
    [lowE, highE, lowV, highV].forEach((weight, at) => {
      const own = weights[at];
      if (own) own[index] = weight;
    });
  });
  const [lowE, highE, lowV, highV] = weights;
  if (!lowE || !highE || !lowV || !highV) return [];
  return [
    { weights: lowE, min: -Infinity, max: E * (1 + ROUNDING) + slack },
    { weights: highE, min: E * (1 - ROUNDING) - slack, max: Infinity },
    { weights: lowV, min: -Infinity, max: V * (1 + ROUNDING) + slack },
    { weights: highV, min: V * (1 - ROUNDING) - slack, max: Infinity },
  ];
}

/** What the middle of each rate would make of E and V: directions that leave them alone are likely to fit the limits. */
function middles(limits: readonly Limit[]): Float64Array[] {
  return [0, 2].flatMap((at) => {
    const [low, high] = [limits[at]?.weights, limits[at + 1]?.weights];
    return low && high ? [low.map((weight, index) => (weight + (high[index] ?? 0)) / 2)] : [];
  });
}

/** Atoms without their half-year: half-years are told apart by nothing else that is published, so they can be looked at by themselves. */
function withoutHalves(atoms: readonly Atom[], halves: number): Atom[] {
  return Array.from({ length: atoms.length / Math.max(1, halves) }, (_, index) => {
    const own = atoms.slice(index * halves, (index + 1) * halves);
    const [first] = own;
    if (!first) throw new RangeError('atoms come half-year by half-year');
    return { ...first, half: '', n: own.reduce((sum, atom) => sum + atom.n, 0), placed: own.reduce((sum, atom) => sum + atom.placed, 0) };
  });
}

const indexesOf = (atoms: readonly Atom[]) => (pick: Pick) => atoms.flatMap((atom, index) => (pick(atom) ? [index] : []));

/** Placed and not placed, and starters where no expected value is told: whoever is counted, without their half-years. */
function tablesHold(candidate: Candidate, atoms: readonly Atom[]): boolean {
  const targets = targetsOf({ ...candidate, halves: { ...candidate.halves, halfYears: [] } }, atoms);
  if (targets.length === 0) return true;
  const { both, starters } = sumsOf({ ...candidate, halves: { ...candidate.halves, halfYears: [] } });
  const sums = both.map(indexesOf(atoms));
  const system = { size: atoms.length, sums };
  const ofStarters = { size: atoms.length, sums: [...sums, ...starters.map(indexesOf(atoms))] };
  const [started, placed, rest] = [look(ofStarters, atoms.map(({ n }) => n)), look(system, atoms.map((atom) => atom.placed)), look(system, atoms.map((atom) => atom.n - atom.placed))];
  return targets.every(({ atoms: own, kind, least, total }) => {
    const wanted = wantedRoom(kind, least);
    const room = (value: number) => (total ? 1 : value);
    return (wanted.n === null || started.staysOpen(own, room(wanted.n))) && placed.staysOpen(own, room(wanted.o)) && rest.staysOpen(own, room(wanted.rest));
  });
}

/** Limits by cell, each half-year with the share of starters it has. */
function averaged(limits: readonly Limit[], atoms: readonly Atom[], halves: number): Limit[] {
  const all = atoms.reduce((sum, { n }) => sum + n, 0);
  const shares = Array.from({ length: halves }, (_, half) => atoms.reduce((sum, { n }, index) => sum + (index % halves === half ? n : 0), 0) / all);
  return limits.map(({ weights, min, max }) => {
    const merged = new Float64Array(atoms.length / halves);
    weights.forEach((weight, index) => {
      const cell = Math.floor(index / halves);
      merged[cell] = (merged[cell] ?? 0) + weight * (shares[index % halves] ?? 0);
    });
    return { weights: merged, min, max };
  });
}

/** What everybody could know of starters alone. */
function startersView(candidate: Candidate, atoms: readonly Atom[], limits: readonly Limit[]): View {
  const { both, starters } = sumsOf(candidate);
  const steady = [...candidate.figures.keys()].flatMap((_, index) => middles(limits.slice(4 * index, 4 * index + 4)));
  return look({ size: atoms.length, sums: [...both, ...starters].map(indexesOf(atoms)) }, atoms.map(({ n }) => n), limits, steady);
}

const isWide = (view: View) => ({ atoms, kind, least, total }: Target) => view.staysOpen(atoms, total ? 1 : (wantedRoom(kind, least).n ?? 0));

/**
 * Starters, where an expected value tells of groups, areas and half-years at once. Where every half-year is told, people who
 * are spread alike over the half-years are one of the possibilities: what stays open among those stays open.
 */
function figuresHold(candidate: Candidate, atoms: readonly Atom[]): boolean {
  if (candidate.figures.size === 0) return true;
  const small = (own: Candidate, list: readonly Atom[]) => targetsOf(own, list).filter(({ kind }) => kind === 'small');
  const { halfYears, held } = candidate.halves;
  const limits = [...candidate.figures].flatMap(([measure, expected]) => limitsOf(measure, expected, atoms));
  const targets = small(candidate, atoms);
  if (targets.length === 0) return true;
  const full = { view: null as View | null };
  const inFull = (target: Target) => isWide((full.view ??= startersView(candidate, atoms, limits)))(target);
  if (halfYears.some((half) => held.has(half))) return targets.every(inFull);
  const cells = withoutHalves(atoms, halfYears.length);
  const alike = { ...candidate, halves: { ...candidate.halves, halfYears: [] } };
  const among = isWide(startersView(alike, cells, averaged(limits, atoms, halfYears.length)));
  const narrow = small(alike, cells).map((target, index) => (among(target) ? null : targets[index])).filter((target) => target !== null && target !== undefined);
  return narrow.every(inFull);
}

/** True if nothing that must stay hidden can be worked out. Half-years beside their sum alone are seen to by `decideHalves`. */
export function holdsTogether(candidate: Candidate): boolean {
  const atoms = atomsOf(candidate);
  return tablesHold(candidate, withoutHalves(atoms, candidate.halves.halfYears.length)) && figuresHold(candidate, atoms);
}
