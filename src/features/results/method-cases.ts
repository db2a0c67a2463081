/** Invented cases of the method page, each worked out by the functions that make every other figure. Pure. */
import {
  cellPrior, criticalValue, displayInterval, ebPosterior, extremeBand, funnelLimitsOverdispersed, indirect, midPz, newcombeDiff, PARAMETERS, providerFactor, suppress, verdict,
  type VerdictCode,
} from './method/index.ts';
import { rankIntervals } from './method/ranks.ts';

type Values = Record<string, number>;

const percent = (share: number) => Math.round(100 * share);
const { thinLevel, level } = PARAMETERS.verdict;

/** Two groups at one provider, and at all providers together: one near work, one far from it. */
const NEAR = { n: 60, o: 38, refN: 1200, refO: 600 };
const FAR = { n: 40, o: 14, refN: 800, refO: 160 };
/** How many times larger the second provider of the case is. */
const LARGER = 10;
/** Of the comparison it stands in: how many providers, and their spread that nobody can explain. */
const PEERS = 20;
const TAU = 0.05;

type Cell = typeof NEAR;
const enlarged = (cell: Cell): Cell => ({ n: LARGER * cell.n, o: LARGER * cell.o, refN: LARGER * cell.refN, refO: LARGER * cell.refO });

function expectedOf(cells: readonly Cell[]): NonNullable<ReturnType<typeof indirect>> {
  const found = indirect(cells, 'internal');
  if (found === null) throw new RangeError('A case needs people.');
  return found;
}

function verdictOf(cells: readonly Cell[]): VerdictCode {
  const { n, O, E, V, ownShare, informativeShare } = expectedOf(cells);
  const { z } = midPz(O, cells, 'internal');
  return verdict({ grade: 'A', n, O, E, V, z, tau2: TAU ** 2, peers: PEERS, unknownShare: 0, informativeShare, ownShare }).code;
}

/** The verdict on the small provider of the case, and on one ten times as large with the same rates. */
export function caseVerdicts(): { verdictSmall: VerdictCode; verdictLarge: VerdictCode } {
  return { verdictSmall: verdictOf([NEAR, FAR]), verdictLarge: verdictOf([NEAR, FAR].map(enlarged)) };
}

/** Expected beside actual. `turned`: as many people, but most of them far from work. */
export function expectedCase(): Values {
  const all = expectedOf([NEAR, FAR]);
  const large = expectedOf([NEAR, FAR].map(enlarged));
  const turned = expectedOf([{ ...NEAR, n: FAR.n, o: 0 }, { ...FAR, n: NEAR.n, o: 0 }]);
  return {
    mixN: all.n, mixActual: all.O, mixExpected: Math.round(all.E), mixTurnedExpected: Math.round(turned.E),
    mixNearN: NEAR.n, mixNearRate: percent(NEAR.refO / NEAR.refN), mixNearExpected: Math.round(expectedOf([NEAR]).E),
    mixFarN: FAR.n, mixFarRate: percent(FAR.refO / FAR.refN), mixFarExpected: Math.round(expectedOf([FAR]).E),
    largeN: large.n, largeActual: large.O, largeExpected: Math.round(large.E),
    spreadPercent: percent(TAU), spreadPeers: PEERS,
    wrongOfHundred: percent(1 - thinLevel), outsideOfThousand: Math.round(1000 * (1 - level)), thousand: 1000, material: percent(PARAMETERS.verdict.material),
  };
}

/** Between the thick lines of the funnel plot, for a small and for a large provider. */
export function funnelCase(): Values {
  const { n, expectedRate } = expectedOf([NEAR, FAR]);
  const crit = criticalValue(level, PEERS, TAU ** 2);
  const between = (x: number) => {
    const { lower, upper } = funnelLimitsOverdispersed(expectedRate, x, TAU ** 2, crit);
    return displayInterval(lower, upper);
  };
  const [[smallLow, smallHigh], [largeLow, largeHigh]] = [between(n), between(LARGER * n)];
  return { smallLow, smallHigh, largeLow, largeHigh };
}

/** A cell of few people, what is known of all providers, and what its provider does elsewhere. */
const LIKE_YOU = { n: 24, o: 12, refN: 600, refO: 228, groupN: 2000, groupO: 760, elsewhere: { O: 44, E: 40, V: 22 }, M: 30 };

export function likeYouCase(): Values {
  const { n, o, refN, refO, groupN, groupO, elsewhere, M } = LIKE_YOU;
  const { kappa, level: conf } = PARAMETERS.estimate;
  const { factor, variance } = providerFactor(elsewhere.O, elsewhere.E, elsewhere.V, TAU ** 2);
  const prior = cellPrior({ refO, refN, groupO, groupN, factor, factorVariance: variance, kappa });
  if (prior === null) throw new RangeError('A case needs others.');
  const { mean, lower, upper, ownWeight } = ebPosterior({ o, n, m: prior.m, M, variance: prior.variance, level: conf });
  const [likeLow, likeHigh] = displayInterval(lower, upper);
  return { likeN: n, likeO: o, likeAreaRate: percent(refO / refN), likeEstimate: percent(mean), likeLow, likeHigh, likeWeight: 10 * Math.round(10 * ownWeight) };
}

const EXTREME = { o: 1, n: 40 };
/** Starters and placed of three groups; the last is too small. */
const GROUPS = { n: [30, 22, 8], o: [12, 9, 3] };

/** Why a number is only a limit, and why one that is large enough is hidden with a small one. */
export function hiddenCase(): Values {
  const { minN, minCount } = PARAMETERS.disclosure;
  const limit = extremeBand(EXTREME.o, EXTREME.n, minCount);
  const { primary, complementary } = suppress({ n: GROUPS.n.map((n) => [n]), o: GROUPS.o.map((o) => [o]), minN, minCount });
  const sizeOf = (key: string | undefined) => GROUPS.n[Number(key?.split(':')[1])];
  const small = sizeOf(Object.keys(primary).find((key) => key.startsWith('r:')));
  const also = sizeOf(complementary.find((key) => key.startsWith('r:')));
  const first = GROUPS.n.find((n) => n !== small && n !== also);
  if (limit === null || small === undefined || also === undefined || first === undefined) throw new RangeError('The case must hide one group because of another.');
  return {
    extremeO: EXTREME.o, extremeN: EXTREME.n, extremeLimit: limit.limitPercent,
    hiddenFirst: first, hiddenAlso: also, hiddenSmall: small, hiddenTotal: GROUPS.n.reduce((sum, n) => sum + n, 0),
  };
}

const EARLIER = { o: 30, n: 80 };
const LATER = { o: 42, n: 84 };

/** A change that may be chance: between so many fewer and so many more of 100, outward. */
export function changeCase(): Values {
  const change = newcombeDiff(LATER.o, LATER.n, EARLIER.o, EARLIER.n, thinLevel);
  if (change === null || change.lower >= 0 || change.upper <= 0) throw new RangeError('The case must be a change that may be none.');
  return {
    earlierO: EARLIER.o, earlierN: EARLIER.n, laterO: LATER.o, laterN: LATER.n,
    changeDown: Math.ceil(-100 * change.lower), changeUp: Math.ceil(100 * change.upper),
  };
}

const RANKED = { count: 24, fewest: 29, E: 40, V: 20 };
const middle = RANKED.count / 2;
/** Of many draws, and the same every time. */
let rankValues: Values | null = null;

/** Between which places the middle one of some ordinary providers may stand. */
export function rankCase(): Values {
  if (rankValues) return rankValues;
  const providers = Array.from({ length: RANKED.count }, (_, index) => ({ id: `${index + 1}`, O: RANKED.fewest + index, E: RANKED.E, V: RANKED.V }));
  const { from = 0, to = 0 } = rankIntervals(providers, TAU ** 2, 1).get(`${middle}`) ?? {};
  const { minRankability, minPeers } = PARAMETERS.ranking;
  return (rankValues = { rankOf: RANKED.count, rankFewest: RANKED.fewest, rankMost: RANKED.fewest + RANKED.count - 1, rankFrom: from, rankTo: to, minRankability: percent(minRankability), rankPeers: minPeers });
}
