/** Logistic model on cell counts, for comparisons whose strata are too sparse (method.md 5.6). */
import { requireCount, requireCountOf, requireLength, requireList, requireNumber, requirePositive, requireRecord, requireSome } from './guards.ts';
import { at, dot, sumOf } from './lists.ts';

export interface LogisticInput {
  /** One row of covariates a cell, without the intercept. */
  X: readonly (readonly number[])[];
  o: readonly number[];
  n: readonly number[];
  /** Standard deviation of the normal prior on all coefficients but the intercept; null: plain maximum likelihood. */
  priorSd: number | null;
}

export interface LogisticFit {
  /** Intercept first. */
  beta: number[];
  fitted: number[];
  converged: boolean;
}

const MAX_STEPS = 100;
const MAX_HALVINGS = 30;
const SMALL_CHANGE = 1e-10;
/** A pivot this small beside its diagonal means that the covariates do not tell the coefficients apart. */
const SINGULAR = 1e-12;

/** Solves A x = b for a symmetric positive definite A by Cholesky's method; null if A is singular. */
function solve(A: readonly (readonly number[])[], b: readonly number[]): number[] | null {
  const size = b.length;
  const L: number[][] = [];
  const y: number[] = [];
  for (let i = 0; i < size; i += 1) {
    const row: number[] = [];
    for (let j = 0; j < i; j += 1) {
      const other = at(L, j);
      row.push((at(at(A, i), j) - dot(row, other.slice(0, j))) / at(other, j));
    }
    const diagonal = at(at(A, i), i);
    const pivot = diagonal - dot(row, row);
    if (!(pivot > SINGULAR * diagonal)) return null;
    y.push((at(b, i) - dot(row, y)) / Math.sqrt(pivot));
    L.push([...row, Math.sqrt(pivot)]);
  }
  const x = new Array<number>(size).fill(0);
  for (let i = size - 1; i >= 0; i -= 1) {
    let rest = at(y, i);
    for (let k = i + 1; k < size; k += 1) rest -= at(at(L, k), i) * at(x, k);
    x[i] = rest / at(at(L, i), i);
  }
  return x;
}

interface Problem {
  rows: readonly (readonly number[])[];
  o: readonly number[];
  n: readonly number[];
  /** Prior precision of each coefficient; 0 for the intercept. */
  precision: readonly number[];
}

const chance = (eta: number) => 1 / (1 + Math.exp(-eta));

/** Penalised log-likelihood, up to a constant; written so that a large eta does not overflow. */
function logPosterior({ rows, o, n, precision }: Problem, beta: readonly number[]): number {
  let sum = 0;
  rows.forEach((row, i) => {
    const eta = dot(row, beta);
    sum += at(o, i) * eta - at(n, i) * (Math.max(0, eta) + Math.log1p(Math.exp(-Math.abs(eta))));
  });
  return sum - dot(precision, beta.map((value) => value * value)) / 2;
}

function newtonStep({ rows, o, n, precision }: Problem, beta: readonly number[]): number[] | null {
  const gradient = beta.map((value, j) => -at(precision, j) * value);
  const hessian = beta.map((_, j) => beta.map((__, k) => (j === k ? at(precision, j) : 0)));
  rows.forEach((row, i) => {
    const p = chance(dot(row, beta));
    const surplus = at(o, i) - at(n, i) * p;
    const weight = at(n, i) * p * (1 - p);
    row.forEach((value, j) => {
      gradient[j] = at(gradient, j) + surplus * value;
      const line = at(hessian, j);
      for (let k = 0; k <= j; k += 1) line[k] = at(line, k) + weight * value * at(row, k);
    });
  });
  return solve(hessian, gradient);
}

/** The step, halved until it does not lose likelihood: far from the top a full step may overshoot. */
function moved(problem: Problem, beta: readonly number[], step: readonly number[]): number[] {
  const before = logPosterior(problem, beta);
  const slack = 1e-12 * Math.abs(before);
  let next = beta.map((value, j) => value + at(step, j));
  for (let halving = 1; halving <= MAX_HALVINGS && !(logPosterior(problem, next) >= before - slack); halving += 1) {
    next = beta.map((value, j) => value + at(step, j) / 2 ** halving);
  }
  return next;
}

function checkInput({ X, o, n, priorSd }: LogisticInput): void {
  requireSome(X, 'X');
  requireLength(o, X.length, 'o');
  requireLength(n, X.length, 'n');
  const first = at(X, 0);
  requireList(first, 'row of X');
  X.forEach((row, i) => {
    requireLength(row, first.length, 'row of X');
    for (const value of row) requireNumber(value, 'X');
    requireCount(n[i], 'n');
    requireCountOf(o[i], n[i], 'o');
  });
  if (priorSd !== null) requirePositive(priorSd, 'priorSd');
}

/**
 * Fits placed ~ covariates by Newton steps until no coefficient changes by 1e-10, at most 100 (5.6).
 * The intercept is added first and carries no prior, so that the fitted placements sum to the observed.
 * @returns `converged` false if there is no model: all outcomes equal (no coefficients then), no maximum, or singular covariates
 */
export function fitLogistic(input: LogisticInput): LogisticFit {
  requireRecord(input, 'input');
  checkInput(input);
  const { X, o, n, priorSd } = input;
  const placed = sumOf(o, (value) => value);
  if (placed === 0 || placed === sumOf(n, (value) => value)) return { beta: [], fitted: [], converged: false };
  const rows = X.map((row) => [1, ...row]);
  const precision = at(rows, 0).map((_, j) => (j === 0 || priorSd === null ? 0 : 1 / priorSd ** 2));
  const problem = { rows, o, n, precision };
  let beta = precision.map(() => 0);
  let converged = false;
  for (let count = 0; count < MAX_STEPS && !converged; count += 1) {
    const step = newtonStep(problem, beta);
    if (step === null) break;
    const next = moved(problem, beta, step);
    converged = next.every((value, j) => Math.abs(value - at(beta, j)) < SMALL_CHANGE);
    beta = next;
  }
  return { beta, fitted: rows.map((row) => chance(dot(row, beta))), converged };
}
