/** One comparison of all providers, from rows to what may be said of each (method.md 5 to 8, 11.4). Pure; nothing here is published yet. */
import { compareProviders, extremeBand, mergeStrata, PARAMETERS, phi, rankability, tau2, type Comparison, type NotCompared, type ProviderComparison, type Reason } from '../method/index.ts';
import { SIZE_CLASSES, type AreaBand, type ComparedMeasure, type ReferenceRate, type SizeClass } from '../model.ts';
import { rounded, roundedOrNull, type Basis, type Spread } from './decide.ts';
import type { ComparedRow } from './rows.ts';
import { fitSparse, sparseBasis, startersByGroup, zOf } from './sparse.ts';

/** Starters and placed of all compared providers in one stratum, and how many providers they are. */
export interface Reference {
  refN: number;
  refO: number;
  providers: number;
}

export interface Compared {
  measure: ComparedMeasure;
  model: 'strata' | 'logistic' | 'rejected';
  /** Rounded as published. */
  spread: Spread & { phi: number | null; rankability: number };
  /** By provider: the exact basis of its verdict, or why it has none. */
  providers: ReadonlyMap<string, { basis: Basis } | { reasons: readonly Reason[] }>;
  /** Rows of compared providers that are in the comparison, each with the key of its stratum. */
  rowsByProvider: ReadonlyMap<string, readonly KeyedRow[]>;
  strata: ReadonlyMap<string, Reference>;
  /** Groups with enough starters to be compared. */
  groups: ReadonlySet<string>;
}

export interface KeyedRow {
  row: ComparedRow;
  /** `g|b|p`, `g|b|*`, `g|*|*` */
  key: string;
}

export const startersOf = ({ placed, notPlaced, unknown }: ComparedRow) => placed + notPlaced + unknown;
const isMeasured = (each: NotCompared | ProviderComparison): each is ProviderComparison => 'E' in each;
/** Compared, but with nothing in an adequate stratum. */
const isContender = (each: NotCompared | ProviderComparison | undefined) => each !== undefined && (isMeasured(each) || each.reasons.includes('no_stratum'));

/** Rows with the stratum that the comparison put them in; those in none are left out. */
function keyed(rows: readonly ComparedRow[]): KeyedRow[] {
  const { minN, minProviders } = PARAMETERS.stratum;
  const keys = mergeStrata(rows.map((row) => ({ group: row.group, band: row.band, period: row.period, provider: row.provider, n: startersOf(row) })), minN, minProviders);
  return rows.flatMap((row, index) => {
    const key = keys[index];
    return typeof key === 'string' ? [{ row, key }] : [];
  });
}

/** In the sparse model each cell stands for itself. */
const cellKey = ({ group, band, period }: ComparedRow) => `${group}|${band}|${period}`;

/** @param keyOf of a row; rows of one provider stand together */
export function sumReference(rows: Iterable<KeyedRow>, keyOf: (each: KeyedRow) => string): Map<string, Reference> {
  const sums = new Map<string, Reference & { last: string }>();
  for (const each of rows) {
    const { row } = each;
    if (startersOf(row) === 0) continue;
    const key = keyOf(each);
    const sum = sums.get(key);
    if (!sum) {
      sums.set(key, { refN: startersOf(row), refO: row.placed, providers: 1, last: row.provider });
      continue;
    }
    sum.refN += startersOf(row);
    sum.refO += row.placed;
    if (sum.last !== row.provider) sum.providers += 1;
    sum.last = row.provider;
  }
  return sums;
}

const sumByKey = (rows: readonly KeyedRow[]) => sumReference(rows, ({ key }) => key);

const groupsOf = (rows: readonly KeyedRow[]) => new Set(rows.map(({ row }) => row.group));

function byProvider(rows: readonly KeyedRow[]): Map<string, KeyedRow[]> {
  return Map.groupBy(rows, ({ row }) => row.provider);
}

function spreadOf({ R, peers, phi: value, tau2: between, rankability: rank }: Pick<Comparison, 'R' | 'peers' | 'phi' | 'tau2' | 'rankability'>): Compared['spread'] {
  return { R: roundedOrNull(R), peers, phi: roundedOrNull(value), tau2: rounded(between), rankability: rounded(rank) };
}

function basisOf({ n, O, E, V, z, zIfUnknownPlaced, unknownShare, informativeShare, ownShare }: ProviderComparison): Basis {
  return { n, O, E, V, z, zIfUnknownPlaced, unknownShare, informativeShare, ownShare };
}

function stratified(measure: ComparedMeasure, comparison: Comparison, contenders: readonly ComparedRow[]): Compared {
  const rows = keyed(contenders);
  return {
    measure,
    model: 'strata',
    spread: spreadOf(comparison),
    providers: new Map(Object.entries(comparison.providers).map(([id, each]) => [id, isMeasured(each) ? { basis: basisOf(each) } : { reasons: each.reasons }])),
    rowsByProvider: byProvider(rows),
    strata: sumByKey(rows),
    groups: groupsOf(rows),
  };
}

/** All contenders by the logistic model; `rejected` when it does not hold: then nothing is compared. */
function sparse(measure: ComparedMeasure, comparison: Comparison, contenders: readonly ComparedRow[]): Compared {
  const model = fitSparse(contenders);
  const inGroup = startersByGroup(contenders);
  const rows = contenders.map((row, index) => ({ row, key: cellKey(row), p: model?.p[index] ?? 0 }));
  const own = Map.groupBy(rows, ({ row }) => row.provider);
  const providers = new Map<string, { basis: Basis } | { reasons: readonly Reason[] }>();
  for (const [id, each] of Object.entries(comparison.providers)) {
    const parts = own.get(id);
    if (!model || !parts) {
      providers.set(id, { reasons: isContender(each) ? ['no_stratum'] : each.reasons });
      continue;
    }
    const basis = sparseBasis(parts, inGroup);
    const unknown = parts.reduce((sum, { row }) => sum + row.unknown, 0);
    const asked = basis.unknownShare > PARAMETERS.unknown.bothBoundsAbove;
    providers.set(id, { basis: { ...basis, zIfUnknownPlaced: asked ? zOf(basis.O + unknown, parts) : null } });
  }
  return {
    measure,
    model: model ? 'logistic' : 'rejected',
    spread: spreadOf({ R: rateOf(contenders), ...spreadAmong(providers.values()) }),
    providers,
    rowsByProvider: model ? byProvider(rows) : new Map(),
    strata: model ? sumByKey(rows) : new Map(),
    groups: groupsOf(model ? rows : []),
  };
}

function rateOf(rows: readonly ComparedRow[]): number | null {
  const n = rows.reduce((sum, row) => sum + startersOf(row), 0);
  return n === 0 ? null : rows.reduce((sum, row) => sum + row.placed, 0) / n;
}

/** As in 7.1 to 7.3, for a comparison by the model. */
function spreadAmong(providers: Iterable<{ basis: Basis } | { reasons: readonly Reason[] }>): Pick<Comparison, 'peers' | 'phi' | 'tau2' | 'rankability'> {
  const { minPeers, minPeerN, winsor } = PARAMETERS.overdispersion;
  const peers = [...providers].flatMap((each) => {
    if (!('basis' in each) || each.basis.z === null || each.basis.n < minPeerN || each.basis.V <= 0) return [];
    return [{ z: each.basis.z, s2: each.basis.V / each.basis.E ** 2 }];
  });
  if (peers.length < minPeers) return { peers: peers.length, phi: null, tau2: 0, rankability: 0 };
  const s2 = peers.map((each) => each.s2);
  const spread = phi(peers.map((each) => each.z), winsor, true).phi;
  const between = tau2(spread, s2);
  return { peers: peers.length, phi: spread, tau2: between, rankability: rankability(between, s2) };
}

/** @param rows of all providers that have any, whatever their grade */
export function compareAll(measure: ComparedMeasure, rows: readonly ComparedRow[]): Compared {
  const comparison = compareProviders(rows);
  const contenders = rows.filter((row) => isContender(comparison.providers[row.provider]));
  const tooSparse = comparison.adequateShare !== null && comparison.adequateShare < PARAMETERS.stratum.sparseBelow;
  return tooSparse ? sparse(measure, comparison, contenders) : stratified(measure, comparison, contenders);
}

/** Smallest size of each class. */
export const SIZE_FLOORS = [30, 50, 100, 200, 500] as const;

function sizeClass(n: number): SizeClass {
  return SIZE_CLASSES[Math.max(0, SIZE_FLOORS.findLastIndex((floor) => n >= floor))] ?? '500+';
}

/** A reference rate as published: whole per cent, size in classes, no rate where nearly nobody or everybody was placed. */
export function referenceRate(key: string, { refN, refO }: Reference): ReferenceRate {
  const [group = '', band = '*', period = '*'] = key.split('|');
  const extreme = extremeBand(refO, refN, PARAMETERS.disclosure.minCount);
  return {
    group,
    band: band === '*' ? null : (band as AreaBand),
    period: period === '*' ? null : period,
    ratePercent: extreme ? null : Math.round((100 * refO) / refN),
    extreme,
    size: sizeClass(refN),
  };
}

/** Large enough to be published as a rate of all providers together (5.1). */
export function isAdequate({ refN, providers }: Reference): boolean {
  return refN >= PARAMETERS.stratum.minN && providers >= PARAMETERS.stratum.minProviders;
}
