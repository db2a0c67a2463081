import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseOpeningHours, runsOfDays } from '#features/providers/opening-hours.ts';
import { openingHoursLines } from '#features/providers/view.ts';

describe('opening hours', () => {
  test.each([
    ['Mo-Fr 09:00-16:00', 'Mandag–fredag: kl. 9.00–16.00'],
    ['Tu,Th 10:00-12:00,13:00-17:30', 'Tirsdag og torsdag: kl. 10.00–12.00 og kl. 13.00–17.30'],
    ['Sa 10:00-14:00', 'Lørdag: kl. 10.00–14.00'],
    ['Mo,We,Th,Fr 08:30-15:00', 'Mandag og onsdag–fredag: kl. 8.30–15.00'],
    ['Sa-Su 00:00-24:00', 'Lørdag og søndag: hele døgnet'],
    ['Mo', 'Mandag'],
  ])('%s in words', (given, expected) => {
    expect(openingHoursLines('da', [given])).toEqual([expected]);
  });

  test('a week that runs over Sunday', () => {
    expect(parseOpeningHours('Fr-Mo 10:00-12:00')?.days).toEqual(['Mo', 'Fr', 'Sa', 'Su']);
  });

  test('days that do not follow each other stay apart', () => {
    expect(runsOfDays(['Mo', 'Tu', 'We', 'Fr'])).toEqual([['Mo', 'We'], ['Fr', 'Fr']]);
  });

  test.each(['by appointment', 'Mo-Fr 9-25', 'Mo-Fr 09:75-10:00', 'Xx 10:00-12:00', 'PH off'])('%s is shown as it is', (given) => {
    expect(parseOpeningHours(given)).toBeNull();
    expect(openingHoursLines('en', [given])).toEqual([given]);
  });

  test('any text gives a line and never an error', () => {
    fc.assert(fc.property(fc.string(), (text) => openingHoursLines('fi', [text]).length === 1));
  });

  test('nothing said, nothing shown', () => {
    expect(openingHoursLines('da', undefined)).toEqual([]);
  });
});
