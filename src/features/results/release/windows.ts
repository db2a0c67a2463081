/** Half-years: which are ripe, which are looked at together, and which programmes are of about one length (method.md 2.7, 2.10). Pure. */
import { PARAMETERS } from '../method/index.ts';
import type { Measure } from '../input.ts';
import type { Window } from '../model.ts';

export interface HalfYear {
  /** `2025H1` */
  name: string;
  from: string;
  to: string;
}

/** Programmes whose lengths differ by more are not compared on a day after the end (2.7). */
export const SPAN_DAYS = 91;
const DAY_MS = 86_400_000;
/** Days from the end of a stay to the last day its outcome depends on; S12 counts from the start. SUS6: six months that begin within 92 days. */
const AFTER_END: Readonly<Record<Exclude<Measure, 'other' | 'S12'>, number>> = { E3: 92, E6: 182, E12: 365, SUS6: 275 };
const AFTER_START = 365;
const EXACT = /^(\d{4})-(?:01-01 \1-06-30|07-01 \1-12-31)$/;

const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / DAY_MS;

export function halfYear(year: number, half: 1 | 2): HalfYear {
  return half === 1
    ? { name: `${year}H1`, from: `${year}-01-01`, to: `${year}-06-30` }
    : { name: `${year}H2`, from: `${year}-07-01`, to: `${year}-12-31` };
}

/** The half-year that begins and ends on just these days; null for any other period. */
export function exactHalfYear(from: string, to: string): HalfYear | null {
  return EXACT.test(`${from} ${to}`) ? halfYear(Number(from.slice(0, 4)), from.endsWith('-01-01') ? 1 : 2) : null;
}

export function halfYearOfDay(day: string): HalfYear {
  return halfYear(Number(day.slice(0, 4)), day.slice(5) < '07' ? 1 : 2);
}

export function previousHalfYear({ from }: HalfYear): HalfYear {
  const year = Number(from.slice(0, 4));
  return from.endsWith('-01-01') ? halfYear(year - 1, 2) : halfYear(year, 1);
}

export function nextHalfYear({ from }: HalfYear): HalfYear {
  const year = Number(from.slice(0, 4));
  return from.endsWith('-01-01') ? halfYear(year, 2) : halfYear(year + 1, 1);
}

/**
 * Whether everybody's reference day has passed, 60 days of reporting included (2.10).
 * @param to last day of the period in which they started. @param plannedDays the longest planned stay. @param day today
 */
export function isRipe(to: string, measure: Exclude<Measure, 'other'>, plannedDays: number, day: string): boolean {
  return ripeOn(to, measure, plannedDays) <= day;
}

/** The first day on which it is ripe, YYYY-MM-DD. */
export function ripeOn(to: string, measure: Exclude<Measure, 'other'>, plannedDays: number): string {
  const { administrativeEndDays, lagDays } = PARAMETERS.spell;
  const days = measure === 'S12' ? AFTER_START : plannedDays + administrativeEndDays + AFTER_END[measure];
  return new Date((dayNumber(to) + days + lagDays) * DAY_MS).toISOString().slice(0, 10);
}

/** The four latest half-years that are ripe on every compared measure, so that one window holds for all of them. */
export function latestWindow(plannedDays: number, day: string): Window {
  let last = halfYearOfDay(day);
  while (!isRipe(last.to, 'E6', plannedDays, day) || !isRipe(last.to, 'S12', plannedDays, day)) last = previousHalfYear(last);
  const halves = [last];
  for (let first = last; halves.length < PARAMETERS.windowHalfYears; halves.unshift(first)) first = previousHalfYear(first);
  return windowOf(halves);
}

/** @param halves in order, at least one */
export function windowOf(halves: readonly HalfYear[]): Window {
  return { from: halves.at(0)?.from ?? '', to: halves.at(-1)?.to ?? '', halfYears: halves.map((each) => each.name) };
}

/**
 * The planned lengths that hold most starters within 91 days of each other; of equals the shortest.
 * @param starters by plannedMaxDays
 * @returns the shortest and longest that occur there; null if there are none
 */
export function commonLength(starters: ReadonlyMap<number, number>): { from: number; to: number } | null {
  const lengths = [...starters].filter(([, count]) => count > 0).sort(([a], [b]) => a - b);
  let best: { from: number; to: number; count: number } | null = null;
  for (const [from] of lengths) {
    const inside = lengths.filter(([days]) => days >= from && days <= from + SPAN_DAYS);
    const count = inside.reduce((sum, [, each]) => sum + each, 0);
    if (!best || count > best.count) best = { from, to: Math.max(...inside.map(([days]) => days)), count };
  }
  return best && { from: best.from, to: best.to };
}
