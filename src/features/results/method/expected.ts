/** Expected values by indirect standardisation (method.md 5.2 to 5.5). */
import { countLimits } from './counts.ts';
import { wilson } from './crude.ts';
import { requireCount, requireCountOf, requireLevel, requireList, requireNumber, requireOneOf, requirePart, requireRecord, requireWhole, settled } from './guards.ts';

/** `internal`: the reference holds the provider's own starters. `external`: official rates from elsewhere. */
export type Reference = 'internal' | 'external';
export const REFERENCES: readonly Reference[] = ['internal', 'external'];

/** A provider's starters in one stratum beside the stratum's reference. */
export interface ReferenceCell {
  n: number;
  refN: number;
  refO: number;
}

export interface OwnCell extends ReferenceCell {
  o: number;
}

export interface Indirect {
  n: number;
  O: number;
  E: number;
  V: number;
  rate: number;
  expectedRate: number;
  difference: number;
  ratio: number | null;
  ownShare: number;
  informativeShare: number;
}

export interface RatioLimits {
  ratio: number;
  lower: number;
  upper: number;
}

export function checkReferenceCell(cell: ReferenceCell, reference: Reference): void {
  requireRecord(cell, 'cell');
  requireCount(cell.n, 'n');
  requireCount(cell.refN, 'refN');
  requireCountOf(cell.refO, cell.refN, 'refO');
  if (cell.n === 0) return;
  if (reference === 'internal') requirePart(cell.n, cell.refN, 'n');
  else requireWhole(cell.refN, 'refN');
}

function checkOwnCell(cell: OwnCell, reference: Reference): void {
  checkReferenceCell(cell, reference);
  requireCountOf(cell.o, cell.n, 'o');
  if (reference === 'external') return;
  requirePart(cell.o, cell.refO, 'o');
  requirePart(cell.n - cell.o, cell.refN - cell.refO, 'n - o');
}

/** Expected placements of the cells and their variance if there were no difference within strata (5.2, 5.3). */
export function expectation(cells: readonly ReferenceCell[], reference: Reference): { E: number; V: number } {
  let [E, V] = [0, 0];
  for (const { n, refN, refO } of cells) {
    if (n === 0) continue;
    const rate = refO / refN;
    E += n * rate;
    if (reference === 'external') V += n * rate * (1 - rate);
    else if (refN > 1) V += (n * rate * (1 - rate) * (refN - n)) / (refN - 1);
  }
  return { E, V };
}

/**
 * Observed against expected for one provider (5.2), with variance (5.3) and diagnostics (5.4).
 * @param cells one a stratum; those with n = 0 are skipped
 * @returns null if nobody started; `ratio` null if nothing is expected
 */
export function indirect(cells: readonly OwnCell[], reference: Reference): Indirect | null {
  requireList(cells, 'cells');
  requireOneOf(reference, REFERENCES, 'reference');
  let [n, O, own, informative] = [0, 0, 0, 0];
  for (const cell of cells) {
    checkOwnCell(cell, reference);
    if (cell.n === 0) continue;
    n += cell.n;
    O += cell.o;
    own += (cell.n * cell.n) / cell.refN;
    if (cell.refN > cell.n) informative += cell.n;
  }
  if (n === 0) return null;
  const { E, V } = expectation(cells, reference);
  return {
    n,
    O,
    E,
    V,
    rate: O / n,
    expectedRate: E / n,
    difference: (O - E) / n,
    ratio: E > 0 ? O / E : null,
    ownShare: reference === 'external' ? 0 : own / n,
    informativeShare: reference === 'external' ? 1 : informative / n,
  };
}

/**
 * Interval for O/E (5.5): Wilson limits for placements (`proportion`), the limits of 4.3 for events (`count`).
 * @returns null if E <= 0
 */
export function ratioLimits(O: number, E: number, n: number, kind: 'proportion' | 'count', conf: number): RatioLimits | null {
  requireOneOf(kind, ['proportion', 'count'], 'kind');
  requireNumber(E, 'E');
  requireCount(n, 'n');
  requireLevel(conf, 'conf');
  if (kind === 'count') requireCount(O, 'O');
  else requirePart(O, n, 'O');
  if (E <= 0) return null;
  if (kind === 'count') {
    const { lower, upper } = countLimits(O, conf);
    return settled({ ratio: O / E, lower: lower / E, upper: upper / E });
  }
  const limits = wilson(O, n, conf);
  return limits && settled({ ratio: O / E, lower: (limits.lower * n) / E, upper: (limits.upper * n) / E });
}
