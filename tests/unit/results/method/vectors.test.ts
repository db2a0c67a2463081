/** Every public vector of method.md, by its own tolerance (appendix A, "Vector format"). */
import { describe, expect, it } from 'vitest';
import type * as method from '#features/results/method/index.ts';
import { recoverableByAlgebra, violationsOfAudit } from './disclosure-oracle.ts';
import { call, publicVectors as cases, type Vector } from './vectors.ts';

/** Where `got` differs from `expected`: only the keys of `expected` count. */
function differences(got: unknown, expected: unknown, tol: Vector['tol'], path = ''): string[] {
  if (typeof expected === 'number') {
    const close = typeof got === 'number' && Math.abs(got - expected) <= tol.abs + tol.rel * Math.abs(expected);
    return close ? [] : [`${path}: ${String(got)} instead of ${expected}`];
  }
  if (typeof expected !== 'object' || expected === null) return got === expected ? [] : [`${path}: ${String(got)} instead of ${String(expected)}`];
  if (typeof got !== 'object' || got === null) return [`${path}: ${String(got)} instead of an object`];
  if (Array.isArray(expected) && (!Array.isArray(got) || got.length !== expected.length)) return [`${path}: another length`];
  return Object.entries(expected).flatMap(([key, value]) => differences((got as Record<string, unknown>)[key], value, tol, `${path}/${key}`));
}

function suppressionFaults(got: method.Suppressed, args: unknown[], expected: Record<string, unknown>): string[] {
  const input = args[0] as method.SuppressInput;
  const faults = differences(got, { level: expected['level'], primary: expected['primary'] }, { rel: 0, abs: 0 });
  if (Object.keys(got.primary).length !== Object.keys(expected['primary'] as object).length) faults.push('more primary cells than expected');
  if (got.complementary.length > Number(expected['maxComplementary'])) faults.push('too many further cells');
  return [...faults, ...recoverableByAlgebra(input, got), ...violationsOfAudit(input, got)];
}

describe('public vectors', () => {
  it('are there', () => expect(cases.length).toBe(105));

  it.each(cases)('$id ($fn)', ({ fn, args, expected, tol, check }) => {
    const got = call(fn, args);
    const faults =
      check === 'suppression' ? suppressionFaults(got as method.Suppressed, args, expected as Record<string, unknown>) : differences(got, expected, tol);
    expect(faults).toEqual([]);
  });
});
