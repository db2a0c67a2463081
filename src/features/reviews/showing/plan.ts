/**
 * When reviews become public: in batches of five or more of one pool (trust.md, step 7). Five are always kept back until
 * the round is over, so that whoever comes last is not left alone and loses the words. Pure.
 */
import { SMALLEST } from './counts.ts';

/** A pool of fewer tokens speaks for nobody in particular: its ratings count in the provider's totals only (step 5). */
export const SMALLEST_POOL = 10;
/** So long what has come in is waited for that moderation still looks at, once the round is over. */
export const GRACE_DAYS = 14;

export interface PoolStock {
  /** For the next batch. */
  ready: number;
  /** Moderation looks at them, and they were not in public before. */
  open: number;
  /** N. */
  issued: number;
  /** Since the last day to send one; null: the round goes on. */
  endedDaysAgo: number | null;
}

/** `publish`: all but `keep` of them. `totals`: too few to be shown, they count with other leftovers of the provider. */
export type BatchPlan = { what: 'wait' } | { what: 'publish'; keep: number } | { what: 'totals' };

const WAIT: BatchPlan = { what: 'wait' };

export function batchPlan({ ready, open, issued, endedDaysAgo }: PoolStock): BatchPlan {
  if (ready === 0) return WAIT;
  const over = endedDaysAgo !== null && (open === 0 || endedDaysAgo >= GRACE_DAYS);
  if (over) return issued >= SMALLEST_POOL && ready >= SMALLEST ? { what: 'publish', keep: 0 } : { what: 'totals' };
  return issued >= SMALLEST_POOL && ready >= 2 * SMALLEST ? { what: 'publish', keep: SMALLEST } : WAIT;
}

/** In an order that tells nothing. @param below a random whole number from 0 to one less than what it is given */
export function shuffled<T>(items: readonly T[], below: (limit: number) => number): T[] {
  const drawn = [...items];
  for (let i = drawn.length - 1; i > 0; i--) {
    const other = below(i + 1);
    [drawn[i], drawn[other]] = [drawn[other] as T, drawn[i] as T];
  }
  return drawn;
}
