import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bareKey, baseKey, foldName, looseName, nameKey, typingDistance } from '#features/regions/names.ts';

describe('spelling', () => {
  it.each([
    ['Århus', 'Aarhus'],
    ['NØRRE ÅBY', 'Nr. Aaby'],
    ['Kgs. Lyngby', 'kongens  lyngby'],
    ['Nykøbing Falster', 'Nykøbing F'],
    ['Aalborg Øst', 'Ålborg Ø'],
    ['Göteborg', 'Gøteborg'],
    ['Västerås', 'Vaesteraas'],
    ["'s-Gravenhage", '’s Gravenhage'],
    ['A\u030Arhus', 'Århus'],
    ['Súdwest-Fryslân', 'sudwest fryslan'],
  ])('%s is %s', (a, b) => expect(nameKey(a)).toBe(nameKey(b)));

  it('keeps apart what only a mark tells apart', () => {
    expect(nameKey('Håbo')).not.toBe(nameKey('Habo'));
    expect(looseName(nameKey('Håbo'))).toBe(looseName(nameKey('Habo')));
  });

  it('takes kind words off either end, never the whole name', () => {
    expect(bareKey(nameKey('Aarhus Kommune'))).toEqual({ key: 'aarhus', kind: 'municipality' });
    expect(bareKey(nameKey('gemeente Utrecht'))).toEqual({ key: 'utrecht', kind: 'municipality' });
    expect(bareKey(nameKey('Örebro län'))).toEqual({ key: 'oerebro', kind: 'wider' });
    expect(bareKey('region')).toEqual({ key: 'region', kind: null });
  });

  it('takes a telling-apart word off', () => {
    expect(baseKey('viby j')).toBe('viby');
    expect(baseKey('valby')).toBeNull();
  });

  it('folds any text to letters, digits and single blanks, and folding again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const folded = foldName(text);
        expect(folded).toMatch(/^$|^[\p{L}\p{N}]+( [\p{L}\p{N}]+)*$/u);
        expect(foldName(folded)).toBe(folded);
      }),
      { numRuns: 2000 },
    );
  });
});

/** The textbook definition, without a limit. */
function plainDistance(a: string, b: string): number {
  const d: number[][] = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)));
  const at = (i: number, j: number) => d[i]?.[j] ?? Infinity;
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      let least = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, at(i - 2, j - 2) + 1);
      (d[i] as number[])[j] = least;
    }
  return at(a.length, b.length);
}

describe('typing mistakes', () => {
  it.each([
    ['odense', 'odnese', 1],
    ['roskilde', 'rosklde', 1],
    ['aalborg', 'aalborg', 0],
    ['koebenhavn', 'kobenhagen', 3],
    ['', 'ab', 2],
  ])('%s to %s', (a, b, distance) => expect(typingDistance(a, b, 5)).toBe(distance));

  it('equals the textbook distance up to its limit', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 3 }), (a, b, limit) => {
        expect(typingDistance(a, b, limit)).toBe(Math.min(plainDistance(a, b), limit + 1));
      }),
      { numRuns: 1000 },
    );
  });
});
