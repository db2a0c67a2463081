import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical } from '#features/catalogue/canonical.ts';
import { check } from '#features/catalogue/faults.ts';
import { catalogueFile, catalogueProvider } from '#features/catalogue/input.ts';
import { aFullFile, aFullProvider } from '#tests/factories/catalogue.ts';

/** The same content with the fields of every object in another order. */
function shuffled(value: unknown, seed: number): unknown {
  if (Array.isArray(value)) return value.map((each) => shuffled(each, seed));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, each]) => [key, shuffled(each, seed)] as const);
  const turn = entries.length === 0 ? 0 : seed % entries.length;
  return Object.fromEntries([...entries.slice(turn), ...entries.slice(0, turn)].reverse());
}

describe('the canonical spelling', () => {
  it('does not depend on the order of fields', () => {
    const text = JSON.stringify(canonical(catalogueFile, aFullFile()));
    fc.assert(fc.property(fc.nat(1000), (seed) => JSON.stringify(canonical(catalogueFile, shuffled(aFullFile(), seed))) === text));
  });

  it('loses no field of the format', () => {
    expect(canonical(catalogueFile, aFullFile())).toEqual(JSON.parse(JSON.stringify(aFullFile())));
  });

  it('is what parsing gives, so that equal files have equal hashes', () => {
    fc.assert(
      fc.property(fc.nat(1000), (seed) => {
        const parsed = check(catalogueProvider, shuffled(aFullProvider(), seed), '');
        if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults));
        expect(JSON.stringify(parsed.data)).toBe(JSON.stringify(canonical(catalogueProvider, parsed.data)));
      }),
      { numRuns: 30 },
    );
  });

  it('keeps zero, false and empty lists, and leaves null out', () => {
    const given = { remote: false, coverage: [], staff: { advisers: 0, turnoverPercent: null }, unknown: 1 };
    expect(canonical(catalogueProvider, given)).toEqual({ coverage: [], remote: false, staff: { advisers: 0 } });
  });
});
