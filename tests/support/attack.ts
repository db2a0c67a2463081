/**
 * Somebody who has every published document of a provider, from any number of releases, and a linear program. Written apart
 * from the release's own audit: it reads documents only, and uses the truth for nothing but to see whether it was found.
 */
import { solve } from 'yalps';
import type { FrozenProvider, FrozenRow } from '#features/results/release/freeze.ts';
import { exactHalfYear } from '#features/results/release/windows.ts';
import type { ComparedMeasure, ComparisonSummary, PublishedCount, PublishedResult, PublishedTable, Window } from '#features/results/model.ts';
import { AREAS, HARMLESS, SENSITIVE, type Released } from './release.ts';

type Measure = 'E6' | 'S12' | 'E3';
type Figure = 'n' | 'placed' | 'rest';

/** The smallest group of people that anybody could ask about. */
interface Atom {
  half: string;
  programme: string;
  attendance: string;
  group: string;
  band: string;
  n: number;
  placed: Record<Measure, number>;
}

interface Equation {
  atoms: (atom: Atom) => boolean;
  figure: 'n' | Measure;
  value: number;
}

interface Bound {
  weight: (atom: Atom) => number;
  min: number;
  max: number;
}

export interface Finding {
  what: string;
  figure: Figure;
  min: number;
  max: number;
  truth: number;
  kind: 'small' | 'extreme';
  least: number;
}

const MEASURES: readonly Measure[] = ['E6', 'S12', 'E3'];
const LEGAL = new Set([HARMLESS, 'dk-kontanthjaelp-jobparat', SENSITIVE]);
const halfOf = ({ result }: FrozenRow) => exactHalfYear(result.from ?? '', result.to ?? '')?.name ?? '';
const outcomeOf = ({ result }: FrozenRow, measure: Measure) => result.outcomes.find((each) => each.measure === measure);

/** For each programme, attendance, group and area that occurs, every half-year: which are empty is not known. */
function atomsOf(provider: FrozenProvider): Atom[] {
  const halves = [...new Set(provider.rows.map(halfOf))];
  const atoms = new Map<string, Atom>();
  for (const row of provider.rows) {
    const { programme = '', attendance = '', targetGroup = '', region = '' } = row.result;
    const place = { programme, attendance, group: targetGroup, band: AREAS.band(region) ?? '' };
    for (const half of halves) {
      const key = JSON.stringify([half, place]);
      atoms.set(key, atoms.get(key) ?? { ...place, half, n: 0, placed: { E6: 0, S12: 0, E3: 0 } });
    }
    const atom = atoms.get(JSON.stringify([halfOf(row), place]));
    if (!atom) continue;
    atom.n += row.result.started ?? 0;
    for (const measure of MEASURES) atom.placed[measure] += outcomeOf(row, measure)?.placed ?? 0;
  }
  return [...atoms.values()];
}

const told = (provider: FrozenProvider, measure: Measure) => new Set(provider.rows.filter((row) => outcomeOf(row, measure)).map(halfOf));

/** Half-years that a window's number is over: those of the time that the provider told of. */
function halvesIn(provider: FrozenProvider, { from, to }: { from: string | null; to: string | null }, measure: Measure): Set<string> {
  return new Set(provider.rows.filter(({ result }) => (result.from ?? '') >= (from ?? '') && (result.to ?? '') <= (to ?? '')).map(halfOf).filter((half) => told(provider, measure).has(half)));
}

function* ofCount(count: PublishedCount, measure: Measure, atoms: Equation['atoms']): Generator<Equation> {
  if (count.state !== 'shown' && count.state !== 'too-many-unknown') return;
  yield { atoms, figure: 'n', value: count.n };
  yield { atoms, figure: measure, value: count.placed };
}

function* ofResult(document: PublishedResult, provider: FrozenProvider): Generator<Equation> {
  const measure = document.measure as Measure;
  if (document.kind === 'quoted' || !MEASURES.includes(measure)) return;
  const halves = halvesIn(provider, document, measure);
  yield* ofCount(document.count, measure, (atom) =>
    halves.has(atom.half) && (document.programme === null || atom.programme === document.programme) && (document.attendance === null || atom.attendance === document.attendance));
}

function compared(groups: ReadonlySet<string>, window: Window): Equation['atoms'] {
  return ({ half, group, band }) => window.halfYears.includes(half) && LEGAL.has(group) && band !== '' && groups.has(group);
}

function* ofTable({ groups, bands, cells, rows, columns, total, window }: PublishedTable): Generator<Equation> {
  const inside = compared(new Set(groups), window);
  for (const [i, group] of groups.entries()) {
    for (const [j, band] of bands.entries()) {
      const count = cells[i]?.[j];
      if (count) yield* ofCount(count, 'E6', (atom) => inside(atom) && atom.group === group && atom.band === band);
      if (count?.state === 'none') yield { atoms: (atom) => inside(atom) && atom.group === group && atom.band === band, figure: 'n', value: 0 };
    }
    const row = rows[i];
    if (row) yield* ofCount(row, 'E6', (atom) => inside(atom) && atom.group === group);
  }
  for (const [j, band] of bands.entries()) {
    const column = columns[j];
    if (column) yield* ofCount(column, 'E6', (atom) => inside(atom) && atom.band === band);
  }
  yield* ofCount(total, 'E6', inside);
}

/** Groups that the comparison has rates for: the others are compared with nobody. */
const groupsWithRates = (summary: ComparisonSummary) => new Set(summary.strata.map((each) => each.group));

function rateOf(summary: ComparisonSummary, { group, band, half }: Atom): [number, number] {
  const own = summary.strata.filter((each) => each.group === group);
  const rate = own.find((each) => each.band === band && each.period === half) ?? own.find((each) => each.band === band && each.period === null) ?? own.find((each) => each.band === null);
  if (!rate) return [0, 1];
  if (rate.extreme) return rate.extreme.kind === 'low' ? [0, rate.extreme.limitPercent / 100] : [rate.extreme.limitPercent / 100, 1];
  const percent = rate.ratePercent ?? 0;
  return [Math.max(0, percent / 100 - 0.005), Math.min(1, percent / 100 + 0.005)];
}

function ofFigures(released: Released, slug: string, measure: ComparedMeasure): { equations: Equation[]; bounds: Bound[] } {
  const found = released.providers.get(slug)?.comparisons.find((each) => each.document.measure === measure && each.release.id === null)?.document;
  const summary = released.summaries.find((each) => each.measure === measure);
  if (!found?.figures || !summary) return { equations: [], bounds: [] };
  const { n, O, E, V } = found.figures;
  const inside = compared(groupsWithRates(summary), found.window);
  const weighted = (pick: (rate: [number, number]) => number): Bound['weight'] => (atom) => (inside(atom) ? pick(rateOf(summary, atom)) : 0);
  const variance = ([low, high]: [number, number]) => (low <= 0.5 && high >= 0.5 ? 0.25 : Math.max(low * (1 - low), high * (1 - high)));
  return {
    equations: [{ atoms: inside, figure: 'n', value: n }, { atoms: inside, figure: measure, value: O }],
    bounds: [
      { weight: weighted(([low]) => low), min: -Infinity, max: E * 1.0006 },
      { weight: weighted(([, high]) => high), min: E * 0.9994, max: Infinity },
      { weight: weighted(variance), min: V * 0.9994, max: Infinity },
    ],
  };
}

/** Smallest and largest sum over some atoms that everything published allows. */
function between(atoms: readonly Atom[], target: readonly Atom[], equations: readonly { atoms: Set<Atom>; value: number }[], bounds: readonly Bound[]): [number, number] {
  const wanted = new Set(target);
  const ends = (['minimize', 'maximize'] as const).map((direction) => {
    const { status, result } = solve<string, string>({
      direction,
      objective: 'target',
      constraints: [...equations.map(({ value }, index) => [`e${index}`, { equal: value }] as const), ...bounds.map(({ min, max }, index) => [`b${index}`, { min, max }] as const)],
      variables: atoms.map((atom, index) => [
        `x${index}`,
        [
          ...equations.flatMap((each, at) => (each.atoms.has(atom) ? [[`e${at}`, 1] as const] : [])),
          ...bounds.map((each, at) => [`b${at}`, each.weight(atom)] as const),
          ['target', wanted.has(atom) ? 1 : 0] as const,
        ],
      ] as const),
    });
    if (status === 'unbounded') return Infinity;
    if (status !== 'optimal') throw new Error(`What is published contradicts itself: ${status}`);
    return result;
  });
  return [ends[0] ?? 0, ends[1] ?? Infinity];
}

interface Secret {
  what: string;
  atoms: Atom[];
  least: number;
}

/** Everything that a table of some release has a place for. */
function secretsOf(atoms: readonly Atom[], released: Released, provider: FrozenProvider): Secret[] {
  const window = released.parameters.windows.E6;
  const inWindow = atoms.filter((atom) => window?.halfYears.includes(atom.half) && told(provider, 'E6').has(atom.half));
  const least = (own: readonly Atom[]) => (own.some((atom) => atom.n > 0 && atom.group !== HARMLESS && atom.group !== 'dk-kontanthjaelp-jobparat') ? 20 : 10);
  const by = (name: string, list: readonly Atom[], key: (atom: Atom) => string): Secret[] =>
    [...Map.groupBy(list, key)].map(([value, own]) => ({ what: `${name} ${value}`, atoms: own, least: least(own) }));
  const table = released.providers.get(provider.slug)?.table?.document;
  const counted = table ? atoms.filter(compared(new Set(table.groups), table.window)) : [];
  const brokenDown = (field: 'attendance' | 'programme') => released.providers.get(provider.slug)?.results.some((each) => each.release.id === null && each.document.kind === 'window' && each.document[field] !== null);
  const cells = [...Map.groupBy(counted, (atom) => `cell ${atom.group} ${atom.band}`)].map(([what, own]) => ({ what, atoms: own, least: own[0]?.group === SENSITIVE ? 20 : 10 }));
  return [
    ...by('half-year', inWindow, (atom) => atom.half),
    ...(['attendance', 'programme'] as const).flatMap((field) => (brokenDown(field) ? by(field, inWindow, (atom) => atom[field]) : [])),
    ...cells,
  ];
}

/**
 * @param releases in their order, all of the same reported rows or more of them
 * @returns how closely each number that must not be known can be known
 */
export function attack(releases: readonly Released[], slug: string, measure: Measure = 'E6'): Finding[] {
  const last = releases.at(-1);
  const provider = last?.input.providers.find((each) => each.slug === slug);
  if (!last || !provider) return [];
  const atoms = atomsOf(provider);
  const equations: Equation[] = [];
  const bounds: Bound[] = [];
  for (const released of releases) {
    const own = released.providers.get(slug);
    const then = released.input.providers.find((each) => each.slug === slug);
    if (!own || !then) continue;
    for (const { document } of own.results) equations.push(...ofResult(document, then));
    if (own.table) equations.push(...ofTable(own.table.document));
    for (const each of ['E6', 'S12'] as const) {
      const { equations: more, bounds: limits } = ofFigures(released, slug, each);
      equations.push(...more);
      bounds.push(...limits);
    }
  }
  const pick = (figure: Equation['figure']) => equations.filter((each) => each.figure === figure).map(({ atoms: isIn, value }) => ({ atoms: new Set(atoms.filter(isIn)), value }));
  const started = pick('n');
  const placed = pick(measure);
  // Not placed: a number is published for just those for whom both others are.
  const rest = placed.flatMap((each) => {
    const both = started.find((other) => other.atoms.size === each.atoms.size && [...each.atoms].every((atom) => other.atoms.has(atom)));
    return both ? [{ atoms: each.atoms, value: both.value - each.value }] : [];
  });
  return releases.flatMap((released) => secretsOf(atoms, released, provider)).flatMap((secret): Finding[] => {
    const n = secret.atoms.reduce((sum, atom) => sum + atom.n, 0);
    const o = secret.atoms.reduce((sum, atom) => sum + atom.placed[measure], 0);
    const kind = n === 0 ? null : n < secret.least ? 'small' : Math.min(o, n - o) < 3 ? 'extreme' : null;
    if (kind === null) return [];
    const find = (figure: Figure, truth: number, known: typeof started, limits: readonly Bound[]): Finding => {
      const [min, max] = between(atoms, secret.atoms, known, limits);
      return { what: secret.what, figure, min, max, truth, kind, least: secret.least };
    };
    return [...(kind === 'small' ? [find('n', n, started, bounds)] : []), find('placed', o, placed, []), find('rest', n - o, rest, [])];
  });
}
