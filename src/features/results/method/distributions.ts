/** Exact distributions of a count as probabilities over a run of whole numbers (method.md section 6). */

/** `p[i]` is the probability of `low + i`. */
export interface Distribution {
  low: number;
  p: Float64Array;
}

/** Read of a Float64Array inside its bounds. On its own, so that the engine sees one kind of array only. */
function read(values: Float64Array, index: number): number {
  return values[index] ?? 0;
}

/**
 * Probabilities from the ratio p(k+1)/p(k), built outwards from the mode and normalised:
 * nothing overflows, and no special function is needed.
 */
function fromMode(low: number, high: number, mode: number, ratio: (k: number) => number): Distribution {
  const p = new Float64Array(high - low + 1);
  p[mode - low] = 1;
  let sum = 1;
  for (let k = mode, value = 1; k < high; k += 1) {
    value *= ratio(k);
    p[k + 1 - low] = value;
    sum += value;
  }
  for (let k = mode, value = 1; k > low; k -= 1) {
    value /= ratio(k - 1);
    p[k - 1 - low] = value;
    sum += value;
  }
  return { low, p: p.map((value) => value / sum) };
}

/** How many of the `marked` among `total` are in a sample of `drawn`. */
export function hypergeometric(total: number, marked: number, drawn: number): Distribution {
  const low = Math.max(0, drawn - (total - marked));
  const high = Math.min(drawn, marked);
  const mode = Math.floor(((drawn + 1) * (marked + 1)) / (total + 2));
  return fromMode(low, high, Math.min(high, Math.max(low, mode)), (k) => ((marked - k) * (drawn - k)) / ((k + 1) * (total - marked - drawn + k + 1)));
}

/** Successes in n trials with the odds `success : failure`. */
export function binomial(n: number, success: number, failure: number): Distribution {
  if (success === 0) return { low: 0, p: Float64Array.of(1) };
  if (failure === 0) return { low: n, p: Float64Array.of(1) };
  const odds = success / failure;
  const mode = Math.floor(((n + 1) * success) / (success + failure));
  return fromMode(0, n, Math.min(n, mode), (k) => ((n - k) / (k + 1)) * odds);
}

/** What is less likely than this beside the likeliest is dropped: far below the thinnest tail that is read (1e-12). */
const NEGLIGIBLE = 1e-30;

/** Without the negligible ends. */
function trimmed({ low, p }: Distribution): Distribution {
  const floor = NEGLIGIBLE * p.reduce((most, value) => Math.max(most, value), 0);
  const first = p.findIndex((value) => value > floor);
  const last = p.findLastIndex((value) => value > floor);
  return { low: low + first, p: p.subarray(first, last + 1) };
}

/** Distribution of the sum of two independent counts. */
export function convolve(a: Distribution, b: Distribution): Distribution {
  const p = new Float64Array(a.p.length + b.p.length - 1);
  for (let k = 0; k < p.length; k += 1) {
    let sum = 0;
    const last = Math.min(k, b.p.length - 1);
    for (let j = Math.max(0, k - a.p.length + 1); j <= last; j += 1) sum += read(a.p, k - j) * read(b.p, j);
    p[k] = sum;
  }
  return trimmed({ low: a.low + b.low, p });
}

/** P(X < x), P(X = x) and P(X > x); each sum is made of its own terms, so that a thin tail keeps its digits. */
export function tails({ low, p }: Distribution, x: number): { below: number; equal: number; above: number } {
  let [below, above] = [0, 0];
  for (let i = 0; i < Math.min(x - low, p.length); i += 1) below += read(p, i);
  for (let i = p.length - 1; i > Math.max(x - low, -1); i -= 1) above += read(p, i);
  return { below, equal: read(p, x - low), above };
}
