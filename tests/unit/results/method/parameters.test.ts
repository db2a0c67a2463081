import { expect, it } from 'vitest';
import { METHOD_VERSION, PARAMETERS } from '#features/results/method/index.ts';

it('is the version of the document', () => expect(METHOD_VERSION).toBe('1.0.0'));

it('holds the parameters of appendix B', () => {
  expect(PARAMETERS).toEqual({
    spell: { gapDays: 90, administrativeEndDays: 30, lagDays: 60 },
    windowHalfYears: 4,
    unknown: { bothBoundsAbove: 0.05, noComparisonAbove: 0.2, noRateAbove: 0.5 },
    stratum: { minN: 30, minProviders: 2, sparseBelow: 0.9 },
    logisticPriorSd: 2.5,
    overdispersion: { winsor: 0.1, minPeers: 10, minPeerN: 10 },
    verdict: { minN: 30, minExpected: 5, minInformative: 0.8, maxOwn: 0.5, thinLevel: 0.95, level: 0.998, material: 0.03 },
    ranking: { minRankability: 0.75, minPeers: 20 },
    estimate: { kappa: 20, factor: { min: 0.5, max: 1.5 }, mean: { min: 0.02, max: 0.98 }, grid: 50, level: 0.9, maxWidth: 0.4 },
    disclosure: { minN: 10, minNSensitive: 20, minCount: 3, roundTo: 5 },
    reviews: { priorWeight: 10, halfLifeDays: 540, maxAgeDays: 1095, minEffectiveN: 5, maxWidth: 1.5 },
  });
});

it('is frozen to the bottom', () => {
  const open: string[] = [];
  const visit = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return;
    if (!Object.isFrozen(value)) open.push(path);
    for (const [key, inner] of Object.entries(value)) visit(inner, `${path}.${key}`);
  };
  visit(PARAMETERS, 'PARAMETERS');
  expect(open).toEqual([]);
  expect(() => Reflect.defineProperty(PARAMETERS.verdict, 'minN', { value: 1 })).not.toThrow();
  expect(PARAMETERS.verdict.minN).toBe(30);
});
