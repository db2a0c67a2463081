/** What the module exports, what it refuses, and that it never answers NaN or Infinity (method.md section 15, appendices A and B). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as method from '#features/results/method/index.ts';
import { call, publicVectors } from './vectors.ts';

const FUNCTIONS = [
  'wilson', 'newcombeDiff', 'rateWithUnknown', 'byar', 'poissonExact', 'countLimits', 'ratioLimits', 'mergeStrata', 'indirect', 'midPz', 'effectiveN',
  'fitLogistic', 'quantile7', 'phi', 'tau2', 'rankability', 'criticalValue', 'funnelLimitsBinomial', 'funnelLimitsOverdispersed', 'verdict', 'pairwise',
  'compareProviders', 'providerFactor', 'cellPrior', 'priorStrength', 'ebPosterior', 'suppress', 'auditBounds', 'extremeBand', 'roundCount',
  'displayInterval', 'reviewScore', 'reviewWeights', 'divided',
];

/** Places in the arguments where the contract allows null or nothing. */
const MAY_BE_NULL = new Set(['fitLogistic/0/priorSd', 'verdict/0/z', 'verdict/0/zIfUnknownPlaced']);

interface Leaf {
  path: (string | number)[];
  value: unknown;
}

function leavesOf(value: unknown, path: (string | number)[] = []): Leaf[] {
  if (Array.isArray(value)) return [{ path, value }, ...value.flatMap((item, index) => leavesOf(item, [...path, index]))];
  if (typeof value === 'object' && value !== null) return [{ path, value }, ...Object.entries(value).flatMap(([key, item]) => leavesOf(item, [...path, key]))];
  return [{ path, value }];
}

function replaced(value: unknown, [first, ...rest]: readonly (string | number)[], by: unknown): unknown {
  if (first === undefined) return by;
  if (Array.isArray(value)) return value.map((item, index) => (index === first ? replaced(item, rest, by) : item));
  return { ...(value as object), [first]: replaced(Reflect.get(value as object, first), rest, by) };
}

/** Every row of a long list is checked alike. */
function shortened(value: unknown): unknown {
  return Array.isArray(value) && value.length > 20 ? value.slice(0, 6) : value;
}

function numbersIn(value: unknown): number[] {
  return leavesOf(value).flatMap((leaf) => (typeof leaf.value === 'number' ? [leaf.value] : []));
}

describe('the module', () => {
  it('exports exactly the functions of appendix A and the parameters of appendix B', () => {
    expect(Object.keys(method).sort()).toEqual([...FUNCTIONS, 'METHOD_VERSION', 'PARAMETERS'].sort());
    expect(FUNCTIONS.filter((name) => typeof Reflect.get(method, name) !== 'function')).toEqual([]);
  });

  it('has a public vector for every function', () => {
    expect(FUNCTIONS.filter((name) => !publicVectors.some(({ fn }) => fn === name))).toEqual([]);
  });
});

describe('nonsense', () => {
  it.each(FUNCTIONS)('%s refuses it wherever it stands in the arguments', (name) => {
    const vectors = publicVectors.filter(({ fn }) => fn === name).slice(0, 4).map(({ id, args }) => ({ id, args: args.map(shortened) }));
    const accepted: string[] = [];
    for (const { id, args } of vectors) {
      for (const { path, value } of leavesOf(args).filter((leaf) => leaf.path.length > 0)) {
        const where = [name, ...path].join('/');
        for (const nonsense of [NaN, Infinity, -Infinity, -1e9, {}, null, undefined, true, 'nonsense', '']) {
          if (MAY_BE_NULL.has(where) && (nonsense === null || nonsense === undefined)) continue;
          if (allowedNonetheless(where, value, nonsense)) continue;
          try {
            call(name, replaced(args, path, nonsense) as unknown[]);
            accepted.push(`${id}: ${String(nonsense)} at ${where}`);
          } catch (error) {
            if (!(error instanceof RangeError)) accepted.push(`${id}: ${String(error)} for ${String(nonsense)} at ${where}`);
          }
        }
      }
    }
    expect(accepted).toEqual([]);
  });
});

/** Where something of the list above is sensible after all. */
function allowedNonetheless(where: string, value: unknown, nonsense: unknown): boolean {
  // Free texts.
  if (typeof value === 'string' && typeof nonsense === 'string' && nonsense !== '' && /(group|band|period|provider)$/.test(where)) return true;
  // Booleans for booleans.
  if (typeof value === 'boolean' && nonsense === true) return true;
  // Real numbers that may be negative: z values, totals less a cell, figures without a point, limits of a difference.
  const mayBeNegative = /^(quantile7\/0|phi\/0|verdict\/0\/z|displayInterval\/0|fitLogistic\/0\/X|providerFactor\/[12]|ratioLimits\/1|effectiveN\/[01])/;
  return nonsense === -1e9 && mayBeNegative.test(where);
}

describe('blame', () => {
  const z = { grade: 'A', n: 100, O: 50, E: 40, V: 20, z: 2, tau2: 0, peers: 20, unknownShare: 0, informativeShare: 1, ownShare: 0.1 } as const;
  const table = { n: [[20, 30], [40, 50]], o: [[8, 9], [10, 11]], minN: 10, minCount: 3 };
  const prior = [0.2, 0.2, 0.2, 0.2, 0.2];
  const row = { provider: 'p', group: 'g', band: 'b', period: 'h', grade: 'A', placed: 1, notPlaced: 2, unknown: 0 } as const;
  const cases: [string, string, unknown[]][] = [
    ['wilson', 'n must be a whole number from 0', [1, 2.5, 0.95]],
    ['wilson', 'o must be no more than its whole', [3, 2, 0.95]],
    ['wilson', 'o must be no more than its whole', [1, 0, 0.95]],
    ['wilson', 'o must be 0 or more', [-0.1, 2, 0.95]],
    ['wilson', 'conf must be more than 0', [1, 2, 0]],
    ['wilson', 'conf must be less than 1', [1, 2, 1]],
    ['wilson', 'conf must be at most 1 - 1e-12', [1, 2, 1 - 1e-13]],
    ['newcombeDiff', 'n1 must be a whole number from 0', [1, 1.5, 1, 2, 0.95]],
    ['newcombeDiff', 'o1 must be no more than its whole', [3, 2, 1, 2, 0.95]],
    ['newcombeDiff', 'n2 must be a whole number from 0', [1, 2, 1, 1.5, 0.95]],
    ['newcombeDiff', 'o2 must be no more than its whole', [1, 2, 3, 2, 0.95]],
    ['newcombeDiff', 'conf must be less than 1', [0, 0, 1, 2, 2]],
    ['rateWithUnknown', 'placed must be a whole number from 0', [0.5, 1, 1, 0.95]],
    ['rateWithUnknown', 'notPlaced must be a whole number from 0', [1, 0.5, 1, 0.95]],
    ['rateWithUnknown', 'unknown must be a whole number from 0', [1, 1, 0.5, 0.95]],
    ['byar', 'o must be a whole number from 0', [1.5, 0.95]],
    ['byar', 'conf must be less than 1', [1, 1]],
    ['poissonExact', 'o must be no more than its whole', [501, 0.95]],
    ['poissonExact', 'o must be a whole number from 0', [1.5, 0.95]],
    ['poissonExact', 'conf must be more than 0', [1, 0]],
    ['countLimits', 'o must be a whole number from 0', [1.5, 0.95]],
    ['ratioLimits', 'kind must be one of proportion, count', [1, 2, 3, 'odds', 0.95]],
    ['ratioLimits', 'E must be a finite number', [1, NaN, 3, 'count', 0.95]],
    ['ratioLimits', 'n must be a whole number from 0', [1, 2, 3.5, 'count', 0.95]],
    ['ratioLimits', 'O must be a whole number from 0', [1.5, 2, 3, 'count', 0.95]],
    ['ratioLimits', 'O must be no more than its whole', [4, 2, 3, 'proportion', 0.95]],
    ['ratioLimits', 'conf must be less than 1', [0, 0, 3, 'count', 1]],
    ['ratioLimits', 'ratio must be a finite number', [1, 1e-320, 3, 'count', 0.95]],
    ['ratioLimits', 'ratio must be a finite number', [1, 1e-320, 3, 'proportion', 0.95]],
    ['mergeStrata', 'rows must be a list', [{}, 30, 2]],
    ['mergeStrata', 'minN must be a whole number from 1', [[], 0, 2]],
    ['mergeStrata', 'minProviders must be a whole number from 1', [[], 30, 0]],
    ['mergeStrata', 'row must be an object', [[null], 30, 2]],
    ['mergeStrata', 'group must be a text that is not empty', [[{ group: '', band: 'b', period: 'p', provider: 'x', n: 1 }], 30, 2]],
    ['mergeStrata', 'group must be a text without | that is not *', [[{ group: 'a|b', band: 'b', period: 'p', provider: 'x', n: 1 }], 30, 2]],
    ['mergeStrata', 'band must be a text without | that is not *', [[{ group: 'a', band: '*', period: 'p', provider: 'x', n: 1 }], 30, 2]],
    ['mergeStrata', 'period must be a text without | that is not *', [[{ group: 'a', band: 'b', period: '*', provider: 'x', n: 1 }], 30, 2]],
    ['mergeStrata', 'provider must be a text that is not empty', [[{ group: 'a', band: 'b', period: 'p', provider: '', n: 1 }], 30, 2]],
    ['mergeStrata', 'n must be a whole number from 0', [[{ group: 'a', band: 'b', period: 'p', provider: 'x', n: 1.5 }], 30, 2]],
    ['indirect', 'cells must be a list', [{}, 'internal']],
    ['indirect', 'reference must be one of internal, external', [[], 'both']],
    ['indirect', 'cell must be an object', [[1], 'internal']],
    ['indirect', 'n must be a whole number from 0', [[{ n: 1.5, o: 1, refN: 4, refO: 2 }], 'internal']],
    ['indirect', 'o must be a whole number from 0', [[{ n: 2, o: 0.5, refN: 4, refO: 2 }], 'internal']],
    ['indirect', 'o must be no more than its whole', [[{ n: 2, o: 3, refN: 4, refO: 4 }], 'external']],
    ['indirect', 'o must be no more than its whole', [[{ n: 3, o: 3, refN: 4, refO: 2 }], 'internal']],
    ['indirect', 'n - o must be no more than its whole', [[{ n: 3, o: 0, refN: 4, refO: 2 }], 'internal']],
    ['indirect', 'n must be no more than its whole', [[{ n: 5, o: 2, refN: 4, refO: 2 }], 'internal']],
    ['indirect', 'refN must be a whole number from 0', [[{ n: 2, o: 1, refN: 4.5, refO: 2 }], 'external']],
    ['indirect', 'refN must be a whole number from 1', [[{ n: 2, o: 1, refN: 0, refO: 0 }], 'external']],
    ['indirect', 'refO must be a whole number from 0', [[{ n: 2, o: 1, refN: 4, refO: 1.5 }], 'external']],
    ['indirect', 'refO must be no more than its whole', [[{ n: 0, o: 0, refN: 4, refO: 5 }], 'external']],
    ['midPz', 'cells must be a list', [1, {}, 'internal']],
    ['midPz', 'reference must be one of internal, external', [0, [], 'both']],
    ['midPz', 'O must be a whole number from 0', [0.5, [{ n: 2, refN: 4, refO: 2 }], 'internal']],
    ['midPz', 'O must be no more than its whole', [3, [{ n: 2, refN: 4, refO: 2 }], 'internal']],
    ['midPz', 'n must be no more than its whole', [3, [{ n: 5, refN: 4, refO: 2 }], 'internal']],
    ['effectiveN', 'E must be a finite number', [NaN, 1, 0.5]],
    ['effectiveN', 'V must be a finite number', [1, NaN, 0.5]],
    ['effectiveN', 'R must be at most 1', [1, 1, 1.5]],
    ['effectiveN', 'R must be more than 0', [1, 1, 0]],
    ['effectiveN', 'R must be less than 1', [1, 1, 1]],
    ['effectiveN', 'effectiveN must be a finite number', [1e200, 1, 0.5]],
    ['fitLogistic', 'input must be an object', [null]],
    ['fitLogistic', 'X must be a list that is not empty', [{ X: [], o: [], n: [], priorSd: null }]],
    ['fitLogistic', 'o must be a list of 1', [{ X: [[1]], o: [], n: [1], priorSd: null }]],
    ['fitLogistic', 'n must be a list of 1', [{ X: [[1]], o: [1], n: [], priorSd: null }]],
    ['fitLogistic', 'row of X must be a list of 1', [{ X: [[1], [1, 2]], o: [1, 1], n: [2, 2], priorSd: null }]],
    ['fitLogistic', 'X must be a finite number', [{ X: [[NaN]], o: [1], n: [2], priorSd: null }]],
    ['fitLogistic', 'n must be a whole number from 0', [{ X: [[1]], o: [1], n: [2.5], priorSd: null }]],
    ['fitLogistic', 'o must be no more than its whole', [{ X: [[1]], o: [3], n: [2], priorSd: null }]],
    ['fitLogistic', 'priorSd must be more than 0', [{ X: [[1]], o: [1], n: [2], priorSd: 0 }]],
    ['quantile7', 'xs must be a list that is not empty', [[], 0.5]],
    ['quantile7', 'xs must be a finite number', [[1, NaN], 0.5]],
    ['quantile7', 'p must be at most 1', [[1], 1.5]],
    ['quantile7', 'quantile must be a finite number', [[-1.7e308, 1.7e308], 0.5]],
    ['phi', 'zs must be a list that is not empty', [[], 0, false]],
    ['phi', 'q must be less than 0.5', [[1, 2], 0.5, false]],
    ['phi', 'q must be a finite number', [[1, 2], NaN, false]],
    ['phi', 'q must be 0 or more', [[1, 2], -0.1, false]],
    ['phi', 'correct must be true or false', [[1, 2], 0.1, 'true']],
    ['phi', 'q must be the winsorising share whose correction is known', [[1, 2], 0.2, true]],
    ['phi', 'phi must be a finite number', [[1e200, 1e200], 0, false]],
    ['tau2', 'phi must be 0 or more', [-1, [1, 1]]],
    ['tau2', 's2 must be a list', [1, 3]],
    ['tau2', 's2 must be a list of at least two', [1, [1]]],
    ['tau2', 's2 must be more than 0', [1, [1, 0]]],
    ['tau2', 'tau2 must be a finite number', [1, [5e-324, 5e-324]]],
    ['rankability', 'tau2 must be 0 or more', [-1, [1]]],
    ['rankability', 's2 must be a list', [0, 3]],
    ['rankability', 's2 must be more than 0', [0, [1, 0]]],
    ['rankability', 'xs must be a list that is not empty', [1, []]],
    ['criticalValue', 'conf must be less than 1', [1, 20, 0]],
    ['criticalValue', 'I must be a whole number from 0', [0.95, 2.5, 0]],
    ['criticalValue', 'I must be at least 3 if tau2 is more than 0', [0.95, 2, 0.1]],
    ['criticalValue', 'tau2 must be 0 or more', [0.95, 20, -1]],
    ['funnelLimitsBinomial', 'theta must be at most 1', [1.5, 10, 0.95]],
    ['funnelLimitsBinomial', 'n must be a whole number from 1', [0.5, 0, 0.95]],
    ['funnelLimitsBinomial', 'n must be no more than a million', [0.5, 1_000_001, 0.95]],
    ['funnelLimitsBinomial', 'conf must be less than 1', [0.5, 10, 1]],
    ['funnelLimitsOverdispersed', 'R must be at most 1', [1.5, 10, 0, 2]],
    ['funnelLimitsOverdispersed', 'x must be more than 0', [0.5, 0, 0, 2]],
    ['funnelLimitsOverdispersed', 'tau2 must be 0 or more', [0.5, 10, -1, 2]],
    ['funnelLimitsOverdispersed', 'crit must be 0 or more', [0.5, 10, 0, -2]],
    ['verdict', 'input must be an object', [null]],
    ['verdict', 'grade must be one of A, B, C, D', [{ ...z, grade: 'E' }]],
    ['verdict', 'n must be a whole number from 0', [{ ...z, n: 99.5 }]],
    ['verdict', 'O must be no more than its whole', [{ ...z, O: 101 }]],
    ['verdict', 'E must be 0 or more', [{ ...z, E: -1 }]],
    ['verdict', 'V must be 0 or more', [{ ...z, V: -1 }]],
    ['verdict', 'z must be a finite number', [{ ...z, z: NaN }]],
    ['verdict', 'tau2 must be 0 or more', [{ ...z, tau2: -1 }]],
    ['verdict', 'peers must be a whole number from 0', [{ ...z, peers: 0.5 }]],
    ['verdict', 'unknownShare must be at most 1', [{ ...z, unknownShare: 2 }]],
    ['verdict', 'informativeShare must be at most 1', [{ ...z, informativeShare: 2 }]],
    ['verdict', 'ownShare must be at most 1', [{ ...z, ownShare: 2 }]],
    ['verdict', 'zIfUnknownPlaced must be a finite number', [{ ...z, zIfUnknownPlaced: NaN }]],
    ['verdict', 'zAdj must be a finite number', [{ ...z, V: 1e-323 }]],
    ['pairwise', 'provider must be an object', [null, z]],
    ['pairwise', 'O must be 0 or more', [{ ...z, O: -1 }, z]],
    ['pairwise', 'E must be more than 0', [z, { ...z, E: 0 }]],
    ['pairwise', 'V must be 0 or more', [z, { ...z, V: -1 }]],
    ['pairwise', 'V must be more than 0 for one of the two', [{ ...z, V: 0 }, { ...z, V: 0 }]],
    ['pairwise', 'diffRatio must be a finite number', [{ ...z, E: 1e-320 }, z]],
    ['compareProviders', 'rows must be a list', [{}]],
    ['compareProviders', 'row must be an object', [[null]]],
    ['compareProviders', 'provider must be a text that is not empty', [[{ ...row, provider: '' }]]],
    ['compareProviders', 'grade must be one of A, B, C, D', [[{ ...row, grade: 'a' }]]],
    ['compareProviders', 'placed must be a whole number from 0', [[{ ...row, placed: 0.5 }]]],
    ['compareProviders', 'notPlaced must be a whole number from 0', [[{ ...row, notPlaced: 0.5 }]]],
    ['compareProviders', 'unknown must be a whole number from 0', [[{ ...row, unknown: 0.5 }]]],
    ['compareProviders', 'group must be a text without | that is not *', [[{ ...row, group: 'a|b' }]]],
    ['compareProviders', 'period must be a text without | that is not *', [[{ ...row, period: '*' }]]],
    ['compareProviders', 'band must be a text without | that is not *', [[{ ...row, grade: 'C', band: '*' }]]],
    ['providerFactor', 'O must be a whole number from 0', [0.5, 1, 1, 0]],
    ['providerFactor', 'E must be a finite number', [1, NaN, 1, 0]],
    ['providerFactor', 'V must be a finite number', [1, 1, NaN, 0]],
    ['providerFactor', 'tau2 must be 0 or more', [1, 1, 1, -1]],
    ['cellPrior', 'input must be an object', [null]],
    ['cellPrior', 'refN must be a whole number from 0', [{ refO: 1, refN: 2.5, groupO: 1, groupN: 2, factor: 1, factorVariance: 0, kappa: 20 }]],
    ['cellPrior', 'refO must be no more than its whole', [{ refO: 3, refN: 2, groupO: 1, groupN: 2, factor: 1, factorVariance: 0, kappa: 20 }]],
    ['cellPrior', 'groupN must be a whole number from 0', [{ refO: 1, refN: 2, groupO: 1, groupN: 2.5, factor: 1, factorVariance: 0, kappa: 20 }]],
    ['cellPrior', 'groupO must be no more than its whole', [{ refO: 1, refN: 2, groupO: 3, groupN: 2, factor: 1, factorVariance: 0, kappa: 20 }]],
    ['cellPrior', 'factor must be more than 0', [{ refO: 1, refN: 2, groupO: 1, groupN: 2, factor: 0, factorVariance: 0, kappa: 20 }]],
    ['cellPrior', 'factorVariance must be 0 or more', [{ refO: 1, refN: 2, groupO: 1, groupN: 2, factor: 1, factorVariance: -1, kappa: 20 }]],
    ['cellPrior', 'kappa must be more than 0', [{ refO: 1, refN: 2, groupO: 0, groupN: 0, factor: 1, factorVariance: 0, kappa: 0 }]],
    ['cellPrior', 'variance must be a finite number', [{ refO: 1, refN: 2, groupO: 1, groupN: 2, factor: 1e200, factorVariance: 0, kappa: 20 }]],
    ['priorStrength', 'cells must be a list', [{}]],
    ['priorStrength', 'cell must be an object', [[null]]],
    ['priorStrength', 'n must be a whole number from 0', [[{ o: 1, n: 1.5, m: 0.5 }]]],
    ['priorStrength', 'o must be no more than its whole', [[{ o: 2, n: 1, m: 0.5 }]]],
    ['priorStrength', 'm must be less than 1', [[{ o: 1, n: 1, m: 1 }]]],
    ['priorStrength', 'cells with n > 0 must be a list that is not empty', [[{ o: 0, n: 0, m: 0.5 }]]],
    ['ebPosterior', 'input must be an object', [null]],
    ['ebPosterior', 'n must be a whole number from 0', [{ o: 1, n: 1.5, m: 0.5, M: 10, variance: 0, level: 0.9 }]],
    ['ebPosterior', 'o must be no more than its whole', [{ o: 2, n: 1, m: 0.5, M: 10, variance: 0, level: 0.9 }]],
    ['ebPosterior', 'm must be less than 1', [{ o: 1, n: 1, m: 1, M: 10, variance: 0, level: 0.9 }]],
    ['ebPosterior', 'M must be 0 or more', [{ o: 1, n: 1, m: 0.5, M: -1, variance: 0, level: 0.9 }]],
    ['ebPosterior', 'variance must be 0 or more', [{ o: 1, n: 1, m: 0.5, M: 10, variance: -1, level: 0.9 }]],
    ['ebPosterior', 'level must be less than 1', [{ o: 1, n: 1, m: 0.5, M: 10, variance: 0, level: 1 }]],
    ['suppress', 'input must be an object', [null]],
    ['suppress', 'n must be a list that is not empty', [{ ...table, n: [] }]],
    ['suppress', 'o must be a list of 2', [{ ...table, o: [[8, 9]] }]],
    ['suppress', 'row of n must be a list that is not empty', [{ ...table, n: [[], []], o: [[], []] }]],
    ['suppress', 'row of n must be a list of 2', [{ ...table, n: [[20, 30], [40]], o: [[8, 9], [10]] }]],
    ['suppress', 'row of o must be a list of 2', [{ ...table, o: [[8, 9], [10]] }]],
    ['suppress', 'n must be a whole number from 0', [{ ...table, n: [[20, 30], [40, 50.5]] }]],
    ['suppress', 'o must be no more than its whole', [{ ...table, o: [[8, 9], [10, 51]] }]],
    ['suppress', 'minCount must be a whole number from 1', [{ ...table, minCount: 0 }]],
    ['suppress', 'minN must be a list of 2', [{ ...table, minN: [10] }]],
    ['suppress', 'minN must be a whole number from 1', [{ ...table, minN: [10, 0] }]],
    ['suppress', 'minN must be a whole number from 1', [{ ...table, minN: 0 }]],
    ['auditBounds', 'table must be a list that is not empty', [[], []]],
    ['auditBounds', 'row of table must be a list that is not empty', [[[]], []]],
    ['auditBounds', 'row of table must be a list of 2', [[[1, 2], [3]], []]],
    ['auditBounds', 'table must be a whole number from 0', [[[1.5]], []]],
    ['auditBounds', 'publishedKeys must be a list', [[[1]], 't']],
    ['auditBounds', 'published key must be one of c:0:0, r:0, k:0, t', [[[1]], ['c:0:1']]],
    ['extremeBand', 'n must be a whole number from 0', [1, 1.5, 3]],
    ['extremeBand', 'o must be no more than its whole', [2, 1, 3]],
    ['extremeBand', 'minCount must be a whole number from 1', [1, 1, 0]],
    ['roundCount', 'n must be a whole number from 0', [1.5]],
    ['displayInterval', 'lower must be a finite number', [NaN, 1]],
    ['displayInterval', 'upper must be a finite number', [0, NaN]],
    ['displayInterval', 'lower must be no more than upper', [0.2, 0.1]],
    ['displayInterval', '1 must be a finite number', [0, 1e308]],
    ['reviewScore', 'counts must be a list of 5', [[1, 2], prior, 10, 0.9]],
    ['reviewScore', 'prior must be a list of 5', [[1, 2, 3, 4, 5], [1], 10, 0.9]],
    ['reviewScore', 'counts must be 0 or more', [[-1, 2, 3, 4, 5], prior, 10, 0.9]],
    ['reviewScore', 'prior must be 0 or more', [[1, 2, 3, 4, 5], [-0.2, 0.2, 0.2, 0.4, 0.4], 10, 0.9]],
    ['reviewScore', 'prior must be a distribution that sums to 1', [[1, 2, 3, 4, 5], [0.2, 0.2, 0.2, 0.2, 0.1], 10, 0.9]],
    ['reviewScore', 'prior must be a distribution that sums to 1', [[1, 2, 3, 4, 5], [0.2, 0.2, 0.2, 0.2, 0.3], 10, 0.9]],
    ['reviewScore', 'C must be more than 0', [[1, 2, 3, 4, 5], prior, 0, 0.9]],
    ['reviewScore', 'level must be less than 1', [[1, 2, 3, 4, 5], prior, 10, 1]],
    ['reviewScore', 'score must be a finite number', [[1e308, 1e308, 1e308, 1e308, 1e308], prior, 10, 0.9]],
    ['reviewWeights', 'agesDays must be a list', [3, 540, 1095]],
    ['reviewWeights', 'agesDays must be 0 or more', [[-1], 540, 1095]],
    ['reviewWeights', 'halfLife must be more than 0', [[1], 0, 1095]],
    ['reviewWeights', 'maxAge must be 0 or more', [[1], 540, -1]],
    ['divided', 'counts must be a list of 5', [[1, 2]]],
    ['divided', 'counts must be a whole number from 0', [[1.5, 2, 3, 4, 5]]],
  ];

  it.each(cases)('%s: %s', (name, message, args) => {
    expect(() => call(name, args)).toThrow(new RangeError(message));
  });

  it('covers every function', () => {
    expect(FUNCTIONS.filter((name) => !cases.some(([fn]) => fn === name))).toEqual([]);
  });
});

describe('whatever the numbers', () => {
  const rough = fc.oneof(fc.double({ min: -10, max: 60 }), fc.integer({ min: -2, max: 60 }), fc.constantFrom(0, 1, 0.5, 1e-300, 1e300, 5e-324, 1.7e308, 0.95, -0));
  const numeric = publicVectors.filter(({ fn }) => !['suppress', 'auditBounds', 'compareProviders', 'mergeStrata'].includes(fn));

  it('no function answers NaN or Infinity, and none throws anything but a RangeError', () => {
    fc.assert(
      fc.property(fc.constantFrom(...numeric), fc.array(fc.tuple(fc.nat(), rough), { minLength: 1, maxLength: 4 }), ({ fn, args }, changes) => {
        const leaves = leavesOf(args).filter((leaf) => typeof leaf.value === 'number');
        let changed: unknown = args;
        for (const [index, value] of changes) {
          const leaf = leaves[index % leaves.length];
          if (leaf) changed = replaced(changed, leaf.path, value);
        }
        try {
          expect(numbersIn(call(fn, changed as unknown[])).filter((value) => !Number.isFinite(value))).toEqual([]);
        } catch (error) {
          if (!(error instanceof RangeError)) throw error;
        }
      }),
      { numRuns: 3000 },
    );
  });
});
