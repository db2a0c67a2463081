import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filterGroup } from '#features/search/filters.ts';

const name = (_: string, value: string) => ({ text: value.toUpperCase(), lang: 'da' as const });
const compare = (a: string, b: string) => a.localeCompare(b);
const group = (counts: Record<string, number>, chosen: string[] = []) => filterGroup('group', counts, chosen, name, compare);

describe('options of a filter', () => {
  it('shows the fullest first and leaves out what gives nothing', () => {
    const { shown, folded } = group({ a: 1, b: 0, c: 9, d: 1 });
    expect(shown.map((each) => [each.value, each.count])).toEqual([['c', 9], ['a', 1], ['d', 1]]);
    expect(folded).toEqual([]);
  });

  it('keeps what is chosen, also when it gives nothing', () => {
    const { shown } = group({ a: 5 }, ['z']);
    expect(shown).toMatchObject([{ value: 'z', checked: true, count: 0 }, { value: 'a', checked: false, count: 5 }]);
  });

  it('folds a long list, but not for the sake of one option', () => {
    const counts = (n: number) => Object.fromEntries(Array.from({ length: n }, (_, i) => [`v${i}`, n - i]));
    expect(group(counts(7))).toMatchObject({ folded: [] });
    expect(group(counts(8)).shown).toHaveLength(6);
    expect(group(counts(8)).folded).toHaveLength(2);
  });

  it('never loses an option, and never folds a chosen one', () => {
    const code = fc.stringMatching(/^[a-z]{1,2}$/);
    fc.assert(
      fc.property(fc.dictionary(code, fc.nat(50)), fc.uniqueArray(code), (counts, chosen) => {
        const { shown, folded } = group(counts, chosen);
        const all = [...shown, ...folded].map((each) => each.value).sort();
        const wanted = new Set([...chosen, ...Object.keys(counts).filter((key) => (counts[key] ?? 0) > 0)]);
        expect(all).toEqual([...wanted].sort());
        expect(folded.filter((each) => each.checked)).toEqual([]);
      }),
    );
  });
});
