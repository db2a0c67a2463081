/** Totals by key and half-year: the atoms of everything that is summed over a window. Pure. */
import { add, sumTotals, type Totals } from './cohorts.ts';
import { mayBeKnown } from './disclosure.ts';
import type { LastTable } from './memory.ts';

export type Tally = ReadonlyMap<string, ReadonlyMap<string, Totals>>;

/** @param entries nobody is left out, but those without starters */
export function tallyOf(entries: Iterable<{ key: string; half: string; totals: Totals }>): Tally {
  const tally = new Map<string, Map<string, Totals>>();
  for (const { key, half, totals } of entries) {
    if (totals.n === 0) continue;
    const halves = tally.get(key) ?? new Map<string, Totals>();
    const before = halves.get(half);
    tally.set(key, halves.set(half, before ? add(before, totals) : totals));
  }
  return tally;
}

/** What a key has in these half-years together. */
export function over(tally: Tally, key: string, halves: readonly string[]): Totals {
  const own = tally.get(key);
  return sumTotals(halves.flatMap((half) => own?.get(half) ?? []));
}

/** A number that would be shown: its key or keys, and the fewest starters shown of it. */
export interface Shown {
  keys: readonly string[];
  least: number;
  /** It was shown when the table was last published. */
  before: boolean;
}

/**
 * Whether a table may go out anew beside the one last published (11.5). Of windows that overlap, two tables with something held
 * back tell more together than each alone, so then the old one stays until its half-years have all been left behind. Where
 * nothing is held back, each number must have been shown before, or nobody was in it, and what the half-years added and
 * dropped have of it may be known.
 */
export function mayGoOut(tally: Tally, shown: readonly Shown[], next: LastTable, last: LastTable | undefined): boolean {
  if (!last || !overlap(next, last)) return true;
  if (!next.open || !last.open) return false;
  const added = next.halfYears.filter((half) => !last.halfYears.includes(half));
  const dropped = last.halfYears.filter((half) => !next.halfYears.includes(half));
  return shown.every(({ keys, least, before }) => {
    const part = (halves: readonly string[]) => sumTotals(keys.map((key) => over(tally, key, halves)));
    return (before || part(last.halfYears).n === 0) && mayBeKnown(part(added), least) && mayBeKnown(part(dropped), least);
  });
}

/** Some half-years in common, but not the same ones. */
export function overlap(next: Pick<LastTable, 'halfYears'>, last: Pick<LastTable, 'halfYears'>): boolean {
  return next.halfYears.join() !== last.halfYears.join() && next.halfYears.some((half) => last.halfYears.includes(half));
}
