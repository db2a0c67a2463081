/** Totals by key and half-year: the atoms of everything that is summed over a window. Pure. */
import { add, sumTotals, type Totals } from './cohorts.ts';
import { mayBeKnown } from './disclosure.ts';

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
 * Whether a table may go out anew beside the one last published (11.5): each number it shows was shown before, or nobody was
 * in it, and what the half-years added and dropped have of it may be known.
 * @param next half-years it is now over. @param last those of the one last published
 */
export function mayGoOut(tally: Tally, shown: readonly Shown[], next: readonly string[], last: readonly string[] | undefined): boolean {
  if (!last || !next.some((half) => last.includes(half))) return true;
  const added = next.filter((half) => !last.includes(half));
  const dropped = last.filter((half) => !next.includes(half));
  return shown.every(({ keys, least, before }) => {
    const part = (halves: readonly string[]) => sumTotals(keys.map((key) => over(tally, key, halves)));
    return (before || part(last).n === 0) && mayBeKnown(part(added), least) && mayBeKnown(part(dropped), least);
  });
}
