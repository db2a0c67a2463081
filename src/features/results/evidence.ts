/** What a check of somebody else than the provider makes of reported results (method.md section 3). Pure, but for hashing. */
import { createHash } from 'node:crypto';
import type { Evidence } from './input.ts';
import { PARAMETERS } from './method/index.ts';

export const SAMPLE_SIZE = 30;
export const MAX_ERRORS = 1;
/** Starts told of those that the purchaser knows: at least this for grade B, and for anything better than C. */
export const COVERAGE_FOR_B = 0.95;
export const COVERAGE_FOR_ANY = 0.9;

/** How many counted placements an audit looks at: all of them, or thirty. */
export const sampleSize = (placements: number): number => Math.min(SAMPLE_SIZE, placements);

/**
 * Which of the counted placements are looked at: the first by a hash of the seed and their number, so that nobody chooses and
 * anybody can draw again.
 * @param placements how many there are. @param seed told only after the provider has handed in its list
 * @returns numbers from 1 to `placements`, ascending
 */
export function drawSample(placements: number, seed: string): number[] {
  const order = Array.from({ length: placements }, (_, index) => index + 1).map((number) => ({ number, hash: createHash('sha256').update(`${seed} ${number}`).digest('hex') }));
  order.sort((a, b) => (a.hash < b.hash ? -1 : 1));
  return order.slice(0, sampleSize(placements)).map(({ number }) => number).sort((a, b) => a - b);
}

export interface Checked {
  /** Counted as placed. */
  placements: number;
  unknownShare: number;
  /** Starts told and starts that the purchaser knows of; null: not known. */
  coverage: { told: number; known: number } | null;
}

/** Why a check does not make the rows what it could; null: it does. */
export type Shortfall = 'errors' | 'coverage' | 'unknown' | 'no-placements';

function coverageShort({ coverage }: Checked): boolean {
  return coverage !== null && coverage.known > 0 && coverage.told / coverage.known < COVERAGE_FOR_B;
}

/** An audit of drawn placements: grade B with at most one error. @param drawn how many were looked at, at least `sampleSize` */
export function sampleOutcome(checked: Checked, errors: number): { evidence: Evidence; shortfall: Shortfall | null } {
  if (checked.placements === 0) return { evidence: 'self-reported', shortfall: 'no-placements' };
  if (errors > MAX_ERRORS) return { evidence: 'self-reported', shortfall: 'errors' };
  if (coverageShort(checked)) return { evidence: 'self-reported', shortfall: 'coverage' };
  return { evidence: 'documented', shortfall: null };
}

/** An authority confirms that the outcomes come from a public register: grade A with at most 5 % unknown. */
export function registerOutcome(checked: Checked): { evidence: Evidence; shortfall: Shortfall | null } {
  const { coverage } = checked;
  if (coverage !== null && coverage.known > 0 && coverage.told / coverage.known < COVERAGE_FOR_ANY) return { evidence: 'self-reported', shortfall: 'coverage' };
  if (checked.unknownShare > PARAMETERS.unknown.bothBoundsAbove) return { evidence: 'self-reported', shortfall: 'unknown' };
  return { evidence: 'register', shortfall: null };
}
