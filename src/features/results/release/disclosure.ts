/** What may be said of one count (method.md 2.9, 11.1), in the words of `PublishedCount`. Pure. */
import { extremeBand, PARAMETERS, rateWithUnknown, type PrimaryKind } from '../method/index.ts';
import type { PublishedCount } from '../model.ts';
import type { Totals } from './cohorts.ts';

const { minN, minNSensitive, minCount } = PARAMETERS.disclosure;
const LEVEL = PARAMETERS.verdict.thinLevel;

/** Fewest starters shown. @param sensitive it may hold a sensitive group */
export const fewest = (sensitive: boolean): number => (sensitive ? minNSensitive : minN);

/** Why a count may not be shown by itself; null: it may, or there is nobody. */
export function primaryKind({ n, placed }: Pick<Totals, 'n' | 'placed'>, least: number): PrimaryKind | null {
  if (n === 0) return null;
  if (n < least) return 'small';
  return Math.min(placed, n - placed) < minCount ? 'extreme' : null;
}

/** A count that may be shown, as it is. */
export function openCount(totals: Totals): PublishedCount {
  const { n, placed, notPlaced, unknown } = totals;
  if (n === 0) return { state: 'none' };
  const rate = rateWithUnknown(placed, notPlaced, unknown, LEVEL);
  if (!rate || rate.unknownShare > PARAMETERS.unknown.noRateAbove) return { state: 'too-many-unknown', n, placed, notPlaced, unknown };
  return { state: 'shown', n, placed, notPlaced, unknown, lower: rate.lower, upper: rate.upper };
}

/**
 * A count that is held back, with the reason where saying it is safe. Of two counts held back in one sum, the reasons
 * would say more than the sum does: "small" bounds n and "extreme" bounds both, so then neither is given.
 */
export function heldBack({ n, placed }: Totals, kind: PrimaryKind | null, sayWhy: boolean): PublishedCount {
  if (kind === null || !sayWhy) return { state: 'hidden' };
  if (kind === 'small') return { state: 'small' };
  const band = extremeBand(placed, n, minCount);
  return band ? { state: 'extreme', ...band } : { state: 'hidden' };
}

/** A count that stands in no published sum: only its own size matters. */
export function loneCount(totals: Totals, least: number): PublishedCount {
  const kind = primaryKind(totals, least);
  return kind === null ? openCount(totals) : heldBack(totals, kind, true);
}

/** Whether a part of a published number may itself become known: there is nobody in it, or enough. */
export function mayBeKnown(part: Pick<Totals, 'n' | 'placed'>, least: number): boolean {
  return part.n === 0 ? part.placed === 0 : primaryKind(part, least) === null;
}

/** What 11.2(b) asks for: how far each figure of a held-back count must stay open. */
export function wantedRoom(kind: PrimaryKind, least: number): { n: number | null; o: number; rest: number } {
  return { n: kind === 'small' ? least - 1 : null, o: minCount, rest: minCount };
}
