/** What may be said of one provider, and of two side by side (method.md sections 8 and 9.4). */
import { demand, requireCount, requireNonNegative, requireNumber, requireOneOf, requirePart, requirePositive, requireRecord, requireShare, settled } from './guards.ts';
import { criticalValue } from './overdispersion.ts';
import { PARAMETERS } from './parameters.ts';

export type Grade = 'A' | 'B' | 'C' | 'D';
export const GRADES: readonly Grade[] = ['A', 'B', 'C', 'D'];

export type VerdictCode = 'better' | 'as_expected' | 'worse' | 'no_verdict';
export type Band = 'above_998' | 'above_95' | 'inside' | 'below_95' | 'below_998';
export type Reason =
  | 'grade'
  | 'n_lt_30'
  | 'expected_lt_5'
  | 'unknown_gt_20'
  | 'informative_lt_80'
  | 'own_share_gt_50'
  | 'peers_lt_10'
  | 'variance_zero'
  | 'depends_on_unknown'
  | 'no_stratum';

export interface VerdictInput {
  grade: Grade;
  n: number;
  O: number;
  E: number;
  V: number;
  z: number | null;
  tau2: number;
  peers: number;
  unknownShare: number;
  informativeShare: number;
  ownShare: number;
  /** z if the provider's unknowns count as placed; needed for `worse` when more than 5 % are unknown. */
  zIfUnknownPlaced?: number | null | undefined;
}

export interface Verdict {
  code: VerdictCode;
  band: Band | null;
  zAdj: number | null;
  crit95: number | null;
  crit998: number | null;
  reasons: Reason[];
}

export interface Compared {
  O: number;
  E: number;
  V: number;
}

/** |z| from which two providers can be told apart (section 9.4). */
const DISTINGUISHABLE = 1.96;

function checkInput(input: VerdictInput): void {
  requireRecord(input, 'input');
  requireOneOf(input.grade, GRADES, 'grade');
  requireCount(input.n, 'n');
  requirePart(input.O, input.n, 'O');
  requireNonNegative(input.E, 'E');
  requireNonNegative(input.V, 'V');
  if (input.z !== null) requireNumber(input.z, 'z');
  requireNonNegative(input.tau2, 'tau2');
  requireCount(input.peers, 'peers');
  requireShare(input.unknownShare, 'unknownShare');
  requireShare(input.informativeShare, 'informativeShare');
  requireShare(input.ownShare, 'ownShare');
  const { zIfUnknownPlaced } = input;
  if (zIfUnknownPlaced !== null && zIfUnknownPlaced !== undefined) requireNumber(zIfUnknownPlaced, 'zIfUnknownPlaced');
}

/** Grades whose outcomes somebody else than the provider has checked (section 3). */
export function isChecked(grade: Grade): boolean {
  return grade === 'A' || grade === 'B';
}

function reasonsAgainst(input: VerdictInput): Reason[] {
  const { minN, minExpected, minInformative, maxOwn } = PARAMETERS.verdict;
  const rules: [Reason, boolean][] = [
    ['grade', !isChecked(input.grade)],
    ['n_lt_30', input.n < minN],
    ['expected_lt_5', Math.min(input.E, input.n - input.E) < minExpected],
    ['unknown_gt_20', input.unknownShare > PARAMETERS.unknown.noComparisonAbove],
    ['informative_lt_80', input.informativeShare < minInformative],
    ['own_share_gt_50', input.ownShare > maxOwn],
    ['peers_lt_10', input.peers < PARAMETERS.overdispersion.minPeers],
    ['variance_zero', input.V === 0 || input.z === null],
  ];
  return rules.filter(([, applies]) => applies).map(([reason]) => reason);
}

function bandOf(zAdj: number, crit95: number, crit998: number): Band {
  if (zAdj >= crit998) return 'above_998';
  if (zAdj >= crit95) return 'above_95';
  if (zAdj <= -crit998) return 'below_998';
  return zAdj <= -crit95 ? 'below_95' : 'inside';
}

/** Whether `worse` stands when the provider's unknowns count as placed; asked above 5 % unknown only. */
function stands(input: VerdictInput, shrink: number, crit998: number): boolean {
  if (input.unknownShare <= PARAMETERS.unknown.bothBoundsAbove) return true;
  const z = input.zIfUnknownPlaced;
  return typeof z === 'number' && z * shrink <= -crit998;
}

/**
 * The verdict of section 8. `band`, `zAdj` and the critical values are null if one of its first reasons applies.
 * `band` follows zAdj alone; a difference under three points is `as_expected` in any band.
 */
export function verdict(input: VerdictInput): Verdict {
  checkInput(input);
  const reasons = reasonsAgainst(input);
  const { n, O, E, V, z, tau2, peers } = input;
  if (reasons.length > 0 || z === null) return { code: 'no_verdict', band: null, zAdj: null, crit95: null, crit998: null, reasons };
  const { thinLevel, level, material } = PARAMETERS.verdict;
  const s2 = V / E ** 2;
  const shrink = Math.sqrt(s2 / (s2 + tau2));
  const zAdj = z * shrink;
  const crit95 = criticalValue(thinLevel, peers, tau2);
  const crit998 = criticalValue(level, peers, tau2);
  const band = bandOf(zAdj, crit95, crit998);
  const difference = (O - E) / n;
  const found = settled({ code: 'as_expected' as VerdictCode, band, zAdj, crit95, crit998, reasons });
  if (band === 'above_998' && difference >= material) return { ...found, code: 'better' };
  if (band !== 'below_998' || difference > -material) return found;
  return stands(input, shrink, crit998) ? { ...found, code: 'worse' } : { ...found, code: 'no_verdict', reasons: ['depends_on_unknown'] };
}

function checkCompared(one: Compared): void {
  requireRecord(one, 'provider');
  requireNonNegative(one.O, 'O');
  requirePositive(one.E, 'E');
  requireNonNegative(one.V, 'V');
}

/** Two providers side by side (9.4): difference of their ratios O/E and whether we can tell them apart. */
export function pairwise(first: Compared, second: Compared): { diffRatio: number; z: number; distinguishable: boolean } {
  checkCompared(first);
  checkCompared(second);
  demand(first.V + second.V > 0, 'V', 'more than 0 for one of the two');
  const diffRatio = first.O / first.E - second.O / second.E;
  const z = diffRatio / Math.sqrt(first.V / first.E ** 2 + second.V / second.E ** 2);
  return settled({ diffRatio, z, distinguishable: Math.abs(z) >= DISTINGUISHABLE });
}
