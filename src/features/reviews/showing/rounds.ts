/** Who was asked and how many answered, over all rounds of a provider that are over. Pure. */
import { sumOf } from './counts.ts';

export interface Round {
  /** M. */
  stays: number;
  invited: number;
  redeemed: number;
  /** The last day to send a review has passed. */
  over: boolean;
  /** The provider says that the number of stays is another. */
  disputed: boolean;
}

export type AnswerBand = 'under10' | 'under25' | 'under50' | 'over50';

export interface Asked {
  stays: number;
  invited: number;
  /** In bands, as the exact number would tell how many wait to be shown; null: nobody was invited. */
  band: AnswerBand | null;
  /** Fewer than nine in ten. */
  unequal: boolean;
  disputed: boolean;
  ongoing: number;
}

const INVITED_SHARE = 0.9;

function bandOf(answered: number, invited: number): AnswerBand | null {
  if (invited === 0) return null;
  const share = answered / invited;
  return share < 0.1 ? 'under10' : share < 0.25 ? 'under25' : share <= 0.5 ? 'under50' : 'over50';
}

/** Rounds that go on are only told of. */
export function askedOf(rounds: readonly Round[]): (Asked & { over: true }) | { over: false; ongoing: number } {
  const done = rounds.filter((each) => each.over);
  const ongoing = rounds.length - done.length;
  if (done.length === 0) return { over: false, ongoing };
  const [stays, invited, redeemed] = [sumOf(done.map((each) => each.stays)), sumOf(done.map((each) => each.invited)), sumOf(done.map((each) => each.redeemed))];
  return { over: true, stays, invited, band: bandOf(redeemed, invited), unequal: invited < INVITED_SHARE * stays, disputed: done.some((each) => each.disputed), ongoing };
}
