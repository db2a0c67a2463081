/** The method's version and its parameters (method.md, appendix B). Changing one of them is a new minor version (section 14). */

export const METHOD_VERSION = '1.0.0';

type DeepReadonly<T> = { readonly [K in keyof T]: T[K] extends object ? DeepReadonly<T[K]> : T[K] };

function deepFreeze<T extends object>(value: T): DeepReadonly<T> {
  for (const inner of Object.values(value)) {
    if (typeof inner === 'object') deepFreeze(inner);
  }
  return Object.freeze(value);
}

/** Lengths in days, shares and levels between 0 and 1. */
export const PARAMETERS = deepFreeze({
  spell: { gapDays: 90, administrativeEndDays: 30, lagDays: 60 },
  windowHalfYears: 4,
  unknown: { bothBoundsAbove: 0.05, noComparisonAbove: 0.2, noRateAbove: 0.5 },
  stratum: { minN: 30, minProviders: 2, sparseBelow: 0.9 },
  logisticPriorSd: 2.5,
  overdispersion: { winsor: 0.1, minPeers: 10, minPeerN: 10 },
  verdict: { minN: 30, minExpected: 5, minInformative: 0.8, maxOwn: 0.5, thinLevel: 0.95, level: 0.998, material: 0.03 },
  ranking: { minRankability: 0.75, minPeers: 20 },
  estimate: {
    kappa: 20,
    factor: { min: 0.5, max: 1.5 },
    mean: { min: 0.02, max: 0.98 },
    grid: 50,
    level: 0.9,
    maxWidth: 0.4,
  },
  disclosure: { minN: 10, minNSensitive: 20, minCount: 3, roundTo: 5 },
  reviews: { priorWeight: 10, halfLifeDays: 540, maxAgeDays: 1095, minEffectiveN: 5, maxWidth: 1.5 },
});
