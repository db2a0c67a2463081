/**
 * Guards of method.md section 15: nonsense is refused with a RangeError that names the argument.
 * The message never holds the value: counts may be confidential, and messages reach logs.
 */

function refuse(name: string, rule: string): never {
  throw new RangeError(`${name} must be ${rule}`);
}

/** A rule of its own, worded after "must be". */
export function demand(holds: boolean, name: string, rule: string): void {
  if (!holds) refuse(name, rule);
}

export function requireNumber(value: unknown, name: string): asserts value is number {
  if (!Number.isFinite(value)) refuse(name, 'a finite number');
}

export function requireCount(value: unknown, name: string): asserts value is number {
  if (!Number.isSafeInteger(value) || Number(value) < 0) refuse(name, 'a whole number from 0');
}

/** A whole number of at least 1. */
export function requireWhole(value: unknown, name: string): asserts value is number {
  requireCount(value, name);
  if (value < 1) refuse(name, 'a whole number from 1');
}

export function requireNonNegative(value: unknown, name: string): asserts value is number {
  requireNumber(value, name);
  if (value < 0) refuse(name, '0 or more');
}

export function requirePositive(value: unknown, name: string): asserts value is number {
  requireNumber(value, name);
  if (value <= 0) refuse(name, 'more than 0');
}

/** A share from 0 to 1, both included. */
export function requireShare(value: unknown, name: string): asserts value is number {
  requireNonNegative(value, name);
  if (value > 1) refuse(name, 'at most 1');
}

/** A probability strictly between 0 and 1. */
export function requireInside(value: unknown, name: string): asserts value is number {
  requirePositive(value, name);
  if (value >= 1) refuse(name, 'less than 1');
}

/** Beyond 1 - 1e-12 the normal quantile is not to be trusted (section 15). */
export function requireLevel(value: unknown, name: string): asserts value is number {
  requireInside(value, name);
  if (1 - value < 1e-12) refuse(name, 'at most 1 - 1e-12');
}

/** `part` of `whole`; the part may be a real number (section 4.1). */
export function requirePart(part: unknown, whole: number, name: string): asserts part is number {
  requireNonNegative(part, name);
  if (part > whole) refuse(name, 'no more than its whole');
}

export function requireCountOf(part: unknown, whole: number, name: string): asserts part is number {
  requireCount(part, name);
  requirePart(part, whole, name);
}

export function requireOneOf<T extends string>(value: unknown, allowed: readonly T[], name: string): asserts value is T {
  if (!allowed.some((each) => each === value)) refuse(name, `one of ${allowed.join(', ')}`);
}

export function requireList(value: unknown, name: string): asserts value is readonly unknown[] {
  if (!Array.isArray(value)) refuse(name, 'a list');
}

/** A list with something in it. */
export function requireSome(value: unknown, name: string): asserts value is readonly unknown[] {
  requireList(value, name);
  if (value.length === 0) refuse(name, 'a list that is not empty');
}

export function requireLength(value: unknown, length: number, name: string): asserts value is readonly unknown[] {
  requireList(value, name);
  if (value.length !== length) refuse(name, `a list of ${length}`);
}

export function requireRecord(value: unknown, name: string): asserts value is object {
  if (typeof value !== 'object' || value === null) refuse(name, 'an object');
}

export function requireText(value: unknown, name: string): asserts value is string {
  if (typeof value !== 'string' || value === '') refuse(name, 'a text that is not empty');
}

/** Part of a key `g|b|p`, so it may hold neither the separator nor be the mark for "merged". */
export function requireKeyPart(value: unknown, name: string): asserts value is string {
  requireText(value, name);
  if (value.includes('|') || value === '*') refuse(name, 'a text without | that is not *');
}

/** Lets a result out only if every number in it is finite. */
export function settled<T extends object>(result: T): T {
  for (const [name, value] of Object.entries(result)) {
    if (typeof value === 'number') requireNumber(value, name);
  }
  return result;
}

export function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
