/**
 * From the rounded figures of a provider to its verdict and its place in the funnel plot. The release and
 * `results:verify` both call this, so whoever has the open file gets every verdict again (method.md 11.4). Pure.
 */
import { countLimits, criticalValue, effectiveN, PARAMETERS, ratioLimits, verdict, type Verdict } from '../method/index.ts';
import type { ComparisonFigures, Grade } from '../model.ts';

/** What the method gives, or the open file holds: everything from which the rest follows. */
export interface Basis {
  n: number;
  O: number;
  E: number;
  V: number;
  z: number | null;
  zIfUnknownPlaced: number | null;
  unknownShare: number;
  informativeShare: number;
  ownShare: number;
}

/** Of the comparison, rounded as published. */
export interface Spread {
  R: number | null;
  tau2: number;
  peers: number;
}

export type Decision = Pick<Verdict, 'code' | 'band' | 'reasons'> & { figures: ComparisonFigures };

const DIGITS = 4;

/** To 4 significant digits. */
export function rounded(value: number): number {
  return Number(value.toPrecision(DIGITS));
}

export const roundedOrNull = (value: number | null): number | null => (value === null ? null : rounded(value));

export function roundedBasis(basis: Basis): Basis {
  const { n, O, E, V, z, zIfUnknownPlaced, unknownShare, informativeShare, ownShare } = basis;
  return {
    n, O, E: rounded(E), V: rounded(V), z: roundedOrNull(z), zIfUnknownPlaced: roundedOrNull(zIfUnknownPlaced),
    unknownShare: rounded(unknownShare), informativeShare: rounded(informativeShare), ownShare: rounded(ownShare),
  };
}

/** Critical values of a comparison at 95 % and 99.8 %. */
export function criticalValues({ peers, tau2 }: Spread): { crit95: number; crit998: number } {
  const { thinLevel, level } = PARAMETERS.verdict;
  return { crit95: criticalValue(thinLevel, peers, tau2), crit998: criticalValue(level, peers, tau2) };
}

/** Where R is 0 or 1 after rounding there is nothing to draw. */
function pointOf({ O, E, V }: Basis, R: number | null): { x: number; y: number } | null {
  if (R === null || R <= 0 || R >= 1) return null;
  const x = effectiveN(E, V, R);
  return x === null ? null : { x: rounded(x), y: rounded(Math.min(1, (R * O) / E)) };
}

function limitsOf({ n, O, E }: Basis): Pick<ComparisonFigures, 'ratio' | 'poisson'> {
  const level = PARAMETERS.verdict.thinLevel;
  const ratio = ratioLimits(O, E, n, 'proportion', level);
  if (ratio === null) return { ratio: null, poisson: null };
  const { method, lower, upper } = countLimits(O, level);
  return {
    ratio: { value: rounded(ratio.ratio), lower: rounded(ratio.lower), upper: rounded(ratio.upper) },
    poisson: { method, lower: rounded(lower / E), upper: rounded(upper / E) },
  };
}

/** @param basis already rounded. @param grade A or B: others are not compared */
export function decide(basis: Basis, grade: Grade, spread: Spread): Decision {
  const { code, band, zAdj, reasons } = verdict({ ...basis, grade, tau2: spread.tau2, peers: spread.peers });
  const figures: ComparisonFigures = {
    ...basis,
    expectedRate: rounded(basis.E / basis.n),
    ...limitsOf(basis),
    zAdj: roundedOrNull(zAdj),
    point: pointOf(basis, spread.R),
  };
  return { code, band, reasons, figures };
}
