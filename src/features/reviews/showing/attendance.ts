/**
 * Those who chose to take part beside those who did not. A provider knows which of its participants chose, so a table by
 * attendance must tell of no single review on which side it stands: of one question only (would choose it again), and only
 * where each answer that is told apart was given by three or more on both sides (method.md 11.1). Pure.
 */
import type { Attendance } from '../content.ts';
import { isSafe, SMALLEST, sumOf, type Bars } from './counts.ts';

/** How finely the answers are told apart: all five, low / middle / high, or low and middle / high. */
export const CLASSINGS = [
  [[1], [2], [3], [4], [5]],
  [[1, 2], [3], [4, 5]],
  [[1, 2, 3], [4, 5]],
] as const;
export type Classing = 0 | 1 | 2;

/** Stays with the batch it was released with, and is never changed: whoever withdraws later stays an uncounted part of it. */
export interface AttendanceRelease {
  classing: Classing;
  /** Reviewers by class. */
  chosen: number[];
  /** Had to take part, or are not sure. */
  others: number[];
}

export interface AttendanceBars {
  chosen: Bars;
  others: Bars;
}

/** On one side or the other. */
export const sideOf = (attendance: Attendance): keyof AttendanceBars => (attendance === 'chosen' ? 'chosen' : 'others');

/** So many on either side have given each answer that is told apart (method.md 11.1). */
export const MIN_EACH = 3;
const FINEST: readonly Classing[] = [0, 1, 2];

export const inClasses = (bars: readonly number[], classing: Classing): number[] =>
  CLASSINGS[classing].map((values) => sumOf(values.map((value) => bars[value - 1] ?? 0)));

/** From a finer classing to a coarser one. */
export function coarser({ classing, chosen, others }: AttendanceRelease, to: Classing): AttendanceRelease {
  const regroup = (counts: readonly number[]) =>
    CLASSINGS[to].map((wanted) => sumOf(CLASSINGS[classing].map((values, i) => ((wanted as readonly number[]).includes(values[0]) ? (counts[i] ?? 0) : 0))));
  return { classing: to, chosen: regroup(chosen), others: regroup(others) };
}

/** What may be told of reviews that no table by attendance holds yet, as finely as it may; null: wait for more. */
export function releaseAttendance({ chosen, others }: AttendanceBars): AttendanceRelease | null {
  if (!isSafe(sumOf(chosen)) || !isSafe(sumOf(others)) || sumOf(chosen) + sumOf(others) < SMALLEST) return null;
  const found = FINEST.find((classing) => {
    const [own, other] = [inClasses(chosen, classing), inClasses(others, classing)];
    return own.every((count, i) => (count === 0 && other[i] === 0) || (count >= MIN_EACH && (other[i] ?? 0) >= MIN_EACH));
  });
  return found === undefined ? null : { classing: found, chosen: inClasses(chosen, found), others: inClasses(others, found) };
}

/** All that has been released, told apart as coarsely as the coarsest of it. null: nothing. */
export function addReleases(releases: readonly AttendanceRelease[]): AttendanceRelease | null {
  if (releases.length === 0) return null;
  const classing = Math.max(...releases.map((each) => each.classing)) as Classing;
  const add = (side: 'chosen' | 'others') =>
    releases.map((each) => coarser(each, classing)[side]).reduce((sum, each) => sum.map((value, i) => value + (each[i] ?? 0)));
  return { classing, chosen: add('chosen'), others: add('others') };
}
