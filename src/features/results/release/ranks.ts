/** Places of a comparison, where providers may be numbered (method.md 9.3). Pure. */
import { mayRank, rankIntervals } from '../method/ranks.ts';
import { PARAMETERS } from '../method/index.ts';
import type { PublishedRank } from '../model.ts';
import type { Compared } from './comparisons.ts';
import { roundedBasis } from './decide.ts';

/** Every release has draws of its own, and the same input has the same. */
const seedOf = (inputHash: string) => Number.parseInt(inputHash.slice(0, 8), 16);

/** Peers by slug; empty where the differences are too uncertain. From rounded figures, as the verdicts. */
export function ranksOf({ spread, providers }: Compared, inputHash: string): ReadonlyMap<string, PublishedRank> {
  if (!mayRank(spread.rankability, spread.peers) || spread.tau2 <= 0) return new Map();
  const peers = [...providers].flatMap(([id, each]) => {
    if (!('basis' in each)) return [];
    const { n, O, E, V } = roundedBasis(each.basis);
    return n >= PARAMETERS.overdispersion.minPeerN && V > 0 && E > 0 ? [{ id, O, E, V }] : [];
  });
  const places = rankIntervals(peers, spread.tau2, seedOf(inputHash));
  return new Map([...places].map(([id, place]) => [id, { ...place, of: peers.length }]));
}
