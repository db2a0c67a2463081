/** How often each answer was given: the frozen input of every figure about reviews. Pure. */
import { DIMENSIONS, type Attendance, type Dimension, type Ratings } from '../content.ts';

/** Number of 1s, 2s, ... 5s. */
export type Bars = readonly [number, number, number, number, number];
export type DimensionBars = Record<Dimension, Bars>;

/** Of one batch, as figures count it. */
export interface BatchCounts {
  /** null: leftovers of several pools, counted in the provider's totals only. */
  programme: string | null;
  reviewers: number;
  dimensions: DimensionBars;
}

export interface Counted {
  ratings: Ratings;
  attendance: Attendance;
}

/** Fewer people than this are never shown apart, nor found as the difference of two figures (trust.md, step 7). */
export const SMALLEST = 5;

export const NO_BARS: Bars = [0, 0, 0, 0, 0];
export const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
export const addBars = (a: Bars, b: Bars): Bars => a.map((value, i) => value + (b[i] ?? 0)) as unknown as Bars;

export const perDimension = <T>(make: (dimension: Dimension) => T): Record<Dimension, T> =>
  Object.fromEntries(DIMENSIONS.map((each) => [each, make(each)])) as Record<Dimension, T>;

export function barsOf(values: readonly (number | null)[]): Bars {
  const bars = [0, 0, 0, 0, 0];
  for (const value of values) if (value !== null) bars[value - 1] = (bars[value - 1] ?? 0) + 1;
  return bars as unknown as Bars;
}

export const countsOf = (programme: string | null, ratings: readonly Ratings[]): BatchCounts => ({
  programme,
  reviewers: ratings.length,
  dimensions: perDimension((dimension) => barsOf(ratings.map((each) => each[dimension]))),
});

/** Of reviews that are only counted: an answer that fewer than five of them gave is left out, as it would be theirs alone. */
export function leftoverCounts(ratings: readonly Ratings[]): BatchCounts {
  const { dimensions, ...rest } = countsOf(null, ratings);
  return { ...rest, dimensions: perDimension((each) => (sumOf(dimensions[each]) < SMALLEST ? NO_BARS : dimensions[each])) };
}

export const addDimensions = (all: readonly DimensionBars[]): DimensionBars =>
  perDimension((dimension) => all.reduce<Bars>((sum, each) => addBars(sum, each[dimension]), NO_BARS));

/** So many that they may be shown, or nobody. */
export const isSafe = (people: number): boolean => people === 0 || people >= SMALLEST;

/**
 * Which parts of a whole may be shown beside it: none that is small, and no so many that what is left over would be.
 * @param sizes people in each part @returns for each part whether it may
 */
export function partsToShow(sizes: readonly number[], whole: number): boolean[] {
  const shown = sizes.map((size) => size >= SMALLEST);
  const left = () => whole - sumOf(sizes.filter((_, i) => shown[i]));
  while (!isSafe(left())) {
    const smallest = sizes.reduce((found, size, i) => (shown[i] && (found < 0 || size < (sizes[found] ?? 0)) ? i : found), -1);
    if (smallest < 0) return shown;
    shown[smallest] = false;
  }
  return shown;
}
