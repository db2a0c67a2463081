/** When a pool takes reviews. Pure. */
import type { PoolRow } from './authors.ts';

type Window = Pick<PoolRow, 'state' | 'redeemFrom' | 'redeemUntil'>;

/** soon: from a day that is known, or not known yet (`redeemFrom` null) · over: for good */
export function windowOf({ state, redeemFrom, redeemUntil }: Window, at: Date): 'soon' | 'open' | 'over' {
  if (state === 'ended' || state === 'expired') return 'over';
  if (state !== 'closed' && state !== 'redeeming') return 'soon';
  if (redeemFrom === null || at < redeemFrom) return 'soon';
  return redeemUntil !== null && at >= redeemUntil ? 'over' : 'open';
}
