import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collator } from '#i18n/format.ts';
import { LOCALES } from '#platform/input.ts';
import { nameSortKey } from '#features/search/collation.ts';
import { explainOrder } from '#features/search/explain.ts';
import { isOpenSoon, orderKeys, orderValues, shuffleRank } from '#features/search/order.ts';
import { SORTS, type SearchQuery } from '#features/search/model.ts';
import { selectPage } from '#features/search/select-page.ts';
import { orderSentence } from '#features/search/view.ts';
import { sortableOf } from '#features/search/document.ts';
import { aSummary } from '#tests/factories/summary.ts';

const query: SearchQuery = {
  text: '', locale: 'da', country: 'dk', place: null, filters: {}, sort: 'fit', page: 1, pageSize: 20, day: '2026-11-25',
};
const place = { region: 'dk-kommune:0101', point: { lat: 55.7, lon: 12.6 } };

describe('the order', () => {
  it.each([
    [query, ['open', 'shuffle']],
    [{ ...query, text: 'cv' }, ['words', 'open', 'shuffle']],
    [{ ...query, place }, ['place', 'open', 'distance', 'shuffle']],
    [{ ...query, place: { ...place, point: null } }, ['place', 'open', 'shuffle']],
    [{ ...query, text: 'cv', place, filters: { group: ['unge'], kind: ['private' as const] } }, ['words', 'place', 'group', 'open', 'distance', 'shuffle']],
    [{ ...query, place, sort: 'distance' as const }, ['distance', 'place', 'open', 'shuffle']],
    [{ ...query, sort: 'distance' as const }, ['open', 'shuffle']],
    [{ ...query, sort: 'name' as const }, ['name']],
    [{ ...query, sort: 'price' as const }, ['price', 'open', 'shuffle']],
    [{ ...query, sort: 'results' as const }, ['tier', 'open', 'shuffle']],
  ])('uses what was asked for and nothing else', (asked, keys) => {
    expect(orderKeys(asked)).toEqual(keys);
    expect(explainOrder(asked)).toEqual({ by: asked.sort, keys });
  });

  it('no result, review or payment is in the default order', () => {
    expect(orderKeys({ ...query, text: 'cv', place, filters: { group: ['unge'] } }).some((key) => ['tier', 'price'].includes(key))).toBe(false);
    const values = (changes: object) => orderValues(query).map((value) => value(sortableOf(aSummary({ id: 1, ...changes })), { band: 0, place: 'remote', groupSpecific: false }));
    expect(values({ tiers: { results: 'better', experiences: 'better' } })).toEqual(values({ tiers: { results: 'worse', experiences: 'worse' } }));
  });

  it('unknown is last and never zero', () => {
    const value = (sort: 'price' | 'waiting', changes: object) =>
      orderValues({ ...query, sort })[0]?.(sortableOf(aSummary({ id: 1, ...changes })), { band: 0, place: 'remote', groupSpecific: false });
    expect(value('price', { lowestPrice: null })).toBe(Infinity);
    expect(value('price', { lowestPrice: { amount: 0, currency: 'DKK', paidBy: 'citizen' } })).toBe(0);
    expect(value('waiting', { waitingWeeks: null })).toBe(Infinity);
    expect(value('waiting', { waitingWeeks: 0 })).toBe(0);
    expect([isOpenSoon(null), isOpenSoon(0), isOpenSoon(4), isOpenSoon(5)]).toEqual([false, true, true, false]);
  });

  it('amounts of two currencies are not compared: the country’s own come first', () => {
    const rank = (currency: string, amount: number) =>
      orderValues({ ...query, sort: 'price' })[0]?.(sortableOf(aSummary({ id: 1, lowestPrice: { amount, currency, paidBy: 'citizen' } })), { band: 0, place: 'remote', groupSpecific: false });
    expect(rank('DKK', 999_999_999)).toBeLessThan(rank('EUR', 1) as number);
    expect(rank('EUR', 999_999_999)).toBeLessThan(rank('SEK', 1) as number);
  });

  it('the daily draw is even: each provider has each place about equally often', () => {
    const ids = Array.from({ length: 10 }, (_, i) => i + 1);
    const places = new Map(ids.map((id) => [id, 0]));
    const days = 2_000;
    for (let day = 0; day < days; day++) {
      const order = [...ids].sort((a, b) => shuffleRank(a, `day ${day}`) - shuffleRank(b, `day ${day}`));
      order.forEach((id, at) => places.set(id, (places.get(id) ?? 0) + at));
    }
    for (const sum of places.values()) expect(sum / days).toBeCloseTo(4.5, 0);
  });
});

describe('its explanation', () => {
  const all = SORTS.flatMap((sort) => [{ ...query, sort }, { ...query, sort, text: 'x', place, filters: { group: ['unge'] } }]);

  it.each(LOCALES)('is whole sentences in %s, and always says that nobody can pay', (locale) => {
    const sentences = all.map((asked) => orderSentence(explainOrder(asked), locale));
    for (const sentence of sentences) {
      expect(sentence).not.toMatch(/undefined|\[object/);
      expect(sentence.endsWith('.')).toBe(true);
    }
    const always = sentences[0]?.split('. ').slice(-2).join('. ') ?? '';
    expect(sentences.every((sentence) => sentence.endsWith(always))).toBe(true);
  });

  it('names what decided, in order', () => {
    expect(orderSentence(explainOrder({ ...query, text: 'x', place }), 'en')).toBe(
      'Sorted by the words you typed, your place, a wait of four weeks at most and distance. ' +
        'Where several are equal, we draw their order anew each day. It is the same for everybody. ' +
        'Nobody can pay for a place. Results are grouped, not numbered, because most differences between providers are small compared with chance.',
    );
    expect(orderSentence(explainOrder({ ...query, sort: 'results' }), 'en')).toContain('in a list of their own. It is not the bottom.');
    expect(orderSentence(explainOrder({ ...query, sort: 'price' }), 'en')).toContain('not known');
  });
});

describe('names', () => {
  it('sort as the site’s Danish collation does', () => {
    const compare = collator('da').compare;
    const letters = fc.string({ unit: fc.constantFrom(...'abcdxyzåæøäöüéèABÅÆØ 109'), minLength: 1, maxLength: 8 });
    const sign = (value: number) => Math.sign(value);
    fc.assert(
      fc.property(letters, letters, (a, b) => {
        // The standard sees a double a even where the second one bears a mark: no name has that.
        fc.pre(!/a[åä]/i.test(`${a} ${b}`));
        const [x, y] = [nameSortKey(a.trim()), nameSortKey(b.trim())];
        const expected = sign(compare(a.trim().replace(/\s+/g, ' '), b.trim().replace(/\s+/g, ' ')));
        expect(sign(x < y ? -1 : x > y ? 1 : 0)).toBe(expected);
      }),
      { seed: 3, numRuns: 2_000 },
    );
  });

  it.each([['Zebra', 'Ærlig'], ['Ærlig', 'Øst'], ['Øst', 'Aalborg'], ['Bro 9', 'Bro 10'], ['bro', 'Bro 2']])('%s before %s', (first, second) => {
    expect(nameSortKey(first) < nameSortKey(second)).toBe(true);
  });
  it('Århus and Aarhus alike', () => expect(nameSortKey('Århus')).toBe(nameSortKey('Aarhus')));
});

describe('a page out of many', () => {
  it('is what sorting everything would give', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 400 }), fc.nat(450), fc.nat(60), (values, from, size) => {
        const rows = values.map((_, i) => i);
        const expected = [...rows].sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || b - a).slice(from, from + size);
        expect(selectPage(values.length, [values, rows.map((row) => -row)], from, size)).toEqual(expected);
      }),
      { seed: 2 },
    );
  });

  it('takes infinite numbers and texts', () => {
    expect(selectPage(3, [[Infinity, 1, Infinity], ['b', 'c', 'a']], 0, 3)).toEqual([1, 2, 0]);
  });
});
