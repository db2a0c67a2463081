import fc from 'fast-check';
import { expect, it } from 'vitest';
import { numberedSlug, slugOf } from '#features/providers/slug.ts';

it.each([
  ['Jobcenter Østerbro & Ås', 'jobcenter-oesterbro-aas'],
  ['Ærø Kommune', 'aeroe-kommune'],
  ['A\u030arhus', 'aarhus'],
  ['Työ- ja elinkeinotoimisto', 'tyo-ja-elinkeinotoimisto'],
  ["Lærer's  Hjælp!!", 'laerers-hjaelp'],
  ['Straße 5', 'strasse-5'],
  ['就労支援', 'provider'],
  ['---', 'provider'],
  ['x'.repeat(59) + ' yz', 'x'.repeat(59)],
])('%s becomes %s', (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});

it('is always a plain address of bounded length', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slugOf(name)) && slugOf(name).length <= 60));
});

it('numbers from two', () => {
  expect([1, 2, 10].map((n) => numberedSlug('a', n))).toEqual(['a', 'a-2', 'a-10']);
});
