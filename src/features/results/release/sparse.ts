/** The model that takes the place of strata where these are too sparse (method.md 5.6). Pure. */
import { fitLogistic, midPz, PARAMETERS } from '../method/index.ts';
import type { Basis } from './decide.ts';
import type { ComparedRow } from './rows.ts';

export interface SparseModel {
  /** Probability of being placed, by row. */
  p: readonly number[];
}

/** From this many starters a group, band or period must agree with the model; and by how many standard deviations it may differ. */
const CHECK_FROM = 100;
const CHECK_SD = 3;
/** Probabilities as odds of whole numbers, for the exact distribution. */
const ODDS = 1_000_000_000;

const startersOf = ({ placed, notPlaced, unknown }: ComparedRow) => placed + notPlaced + unknown;

/** One column for each value but the first. */
function dummies(values: readonly string[]): number[][] {
  const known = [...new Set(values)].sort().slice(1);
  return values.map((value) => known.map((each) => Number(each === value)));
}

/** Centred on the starters' mean and divided by 2 SD; 0 where there is no figure, or no spread. */
function standardised(values: readonly (number | null)[], weights: readonly number[]): number[] {
  const known = values.flatMap((value, index) => (value === null ? [] : [{ value, weight: weights[index] ?? 0 }]));
  const total = known.reduce((sum, each) => sum + each.weight, 0);
  const mean = total === 0 ? 0 : known.reduce((sum, each) => sum + each.value * each.weight, 0) / total;
  const variance = total === 0 ? 0 : known.reduce((sum, each) => sum + each.weight * (each.value - mean) ** 2, 0) / total;
  return values.map((value) => (value === null || variance === 0 ? 0 : (value - mean) / (2 * Math.sqrt(variance))));
}

/** Whether some large group, band or period stands too far from what the model says of it. */
function contradicts(rows: readonly ComparedRow[], p: readonly number[]): boolean {
  return (['group', 'band', 'period'] as const).some((field) => {
    const sums = new Map<string, { n: number; distance: number; variance: number }>();
    rows.forEach((row, index) => {
      const [n, rate] = [startersOf(row), p[index] ?? 0];
      const sum = sums.get(row[field]) ?? { n: 0, distance: 0, variance: 0 };
      sums.set(row[field], { n: sum.n + n, distance: sum.distance + row.placed - n * rate, variance: sum.variance + n * rate * (1 - rate) });
    });
    return [...sums.values()].some(({ n, distance, variance }) => n >= CHECK_FROM && Math.abs(distance) > CHECK_SD * Math.sqrt(variance));
  });
}

/**
 * @param rows of the compared providers
 * @returns null if there is no model: all outcomes are equal, it does not converge, or it does not fit
 */
export function fitSparse(rows: readonly ComparedRow[]): SparseModel | null {
  const n = rows.map(startersOf);
  const o = rows.map((row) => row.placed);
  const [all, placed] = [n.reduce((sum, each) => sum + each, 0), o.reduce((sum, each) => sum + each, 0)];
  if (placed === 0 || placed === all) return null;
  const [groups, periods] = [dummies(rows.map((row) => row.group)), dummies(rows.map((row) => row.period))];
  const areas = standardised(rows.map((row) => row.unemployment), n);
  const X = rows.map((_, index) => [...(groups[index] ?? []), areas[index] ?? 0, ...(periods[index] ?? [])]);
  const { fitted, converged } = fitLogistic({ X, o, n, priorSd: PARAMETERS.logisticPriorSd });
  return !converged || contradicts(rows, fitted) ? null : { p: fitted };
}

/** Starters of all compared providers by target group. */
export function startersByGroup(rows: readonly ComparedRow[]): Map<string, number> {
  const starters = new Map<string, number>();
  for (const row of rows) starters.set(row.group, (starters.get(row.group) ?? 0) + startersOf(row));
  return starters;
}

/**
 * What the model expects of one provider; V = sum n p (1 - p). A provider alone in a group makes that group's coefficient, so
 * the shares of 5.4 are taken by group: what it is compared with there would be itself.
 * @param all from `startersByGroup`
 */
export function sparseBasis(rows: readonly { row: ComparedRow; p: number }[], all: ReadonlyMap<string, number>): Omit<Basis, 'zIfUnknownPlaced'> {
  let [n, O, E, V, unknown] = [0, 0, 0, 0, 0];
  for (const { row, p } of rows) {
    const own = startersOf(row);
    n += own;
    O += row.placed;
    E += own * p;
    V += own * p * (1 - p);
    unknown += row.unknown;
  }
  let [informative, squares] = [0, 0];
  for (const [group, own] of startersByGroup(rows.map(({ row }) => row))) {
    const together = all.get(group) ?? own;
    if (together > own) informative += own;
    if (own > 0) squares += own ** 2 / together;
  }
  const share = (part: number) => (n === 0 ? 0 : part / n);
  return { n, O, E, V, z: zOf(O, rows), unknownShare: share(unknown), informativeShare: share(informative), ownShare: share(squares) };
}

export function zOf(O: number, rows: readonly { row: ComparedRow; p: number }[]): number | null {
  return midPz(O, rows.map(({ row, p }) => ({ n: startersOf(row), refN: ODDS, refO: Math.round(p * ODDS) })), 'external').z;
}
