/**
 * Whether a number may go out anew beside the one last published (method.md 11.5). The half-year is the atom: the difference
 * of two windows is what the half-years added have and the ones dropped had, so both must be numbers that may be known. Pure.
 */
import type { Totals } from './cohorts.ts';
import { mayBeKnown } from './disclosure.ts';
import type { LastValue } from './memory.ts';

/** `new`: it goes out; `keep`: the old value stays, with its date; `withhold`: the old one no longer holds and the new one would tell. */
export type Step = 'new' | 'keep' | 'withhold';

type Part = Pick<Totals, 'n' | 'placed'>;

export interface Moving {
  halfYears: readonly string[];
  total: Part;
  /** What one half-year has of it, by what is reported now; null: nothing is reported of it any more. */
  part(halfYear: string): Part | null;
  least: number;
  /** The same rows are reported as before for the half-years that stay: then any change is a correction and goes out. */
  sameRows: boolean;
}

function sum(halves: readonly string[], part: Moving['part']): Part | null {
  let all = { n: 0, placed: 0 };
  for (const half of halves) {
    const each = part(half);
    if (each === null) return null;
    all = { n: all.n + each.n, placed: all.placed + each.placed };
  }
  return all;
}

const size = ({ n, placed }: Part): Part => ({ n: Math.abs(n), placed: Math.abs(placed) });
const isNothing = ({ n, placed }: Part) => n === 0 && placed === 0;

/** A difference in both directions: as many more starters as there are more placed and not placed. */
export function differenceMayBeKnown(difference: Part, least: number): boolean {
  const { n, placed } = size(difference);
  const sameSign = difference.n * difference.placed >= 0 && difference.n * (difference.n - difference.placed) >= 0;
  return isNothing(difference) || (sameSign && mayBeKnown({ n, placed }, least));
}

export function stepFrom(last: LastValue | undefined, next: Moving): Step {
  if (!last) return 'new';
  const common = next.halfYears.filter((half) => last.halfYears.includes(half));
  if (common.length === 0) return 'new';
  const added = sum(next.halfYears.filter((half) => !last.halfYears.includes(half)), next.part);
  const dropped = sum(last.halfYears.filter((half) => !next.halfYears.includes(half)), next.part);
  if (added === null || dropped === null) return 'withhold';
  if (!mayBeKnown(added, next.least) || !mayBeKnown(dropped, next.least)) return 'keep';
  if (next.sameRows) return 'new';
  const changed = { n: next.total.n - added.n - (last.n - dropped.n), placed: next.total.placed - added.placed - (last.placed - dropped.placed) };
  return differenceMayBeKnown(changed, next.least) ? 'new' : 'keep';
}
