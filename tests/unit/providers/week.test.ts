import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openingHoursLines } from '#features/providers/view.ts';
import { daysAtFault, openWeek, readTimes, weekHours } from '#features/providers/week.ts';

describe('opening hours by day', () => {
  test.each([
    ['9-15', '09:00-15:00'], ['9.30–12 og 13-16', '09:30-12:00,13:00-16:00'], ['kl. 8:15 - 24', '08:15-24:00'], ['9-12 ja 13-15', '09:00-12:00,13:00-15:00'],
  ])('%s is understood', (typed, times) => expect(readTimes(typed)).toBe(times));

  test.each(['', 'tidligt', '9', '15-9', '9-25', '9:75-10', '9-12-15'])('%s is no times', (typed) => expect(readTimes(typed)).toBeNull());

  test('days with the same times share a line; another form stays as it is', () => {
    const week = { Mo: '9-15', Tu: '09:00-15:00', Th: '9-12 og 13-16', other: 'Efter aftale\n\nIkke i juli' };
    expect(weekHours(week)).toEqual(['Mo-Tu 09:00-15:00', 'Th 09:00-12:00,13:00-16:00', 'Efter aftale', 'Ikke i juli']);
    expect(daysAtFault({ ...week, Fr: 'sent' })).toEqual(['Fr']);
  });

  test('nothing said stays nothing', () => {
    expect([openWeek(undefined), openWeek([]), weekHours(undefined), weekHours({})]).toEqual([undefined, undefined, undefined, undefined]);
  });

  test('a week that runs past midnight or names days alone has no place in a day, and is kept', () => {
    for (const line of ['Fr 22:00-02:00', 'Mo', 'PH off']) expect(weekHours(openWeek([line]))).toEqual([line]);
  });

  const day = fc.constantFrom('Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su');
  const time = fc.tuple(fc.integer({ min: 0, max: 11 }), fc.integer({ min: 0, max: 59 }), fc.integer({ min: 12, max: 23 })).map(([h, m, to]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}-${to}:00`);
  test('what a source says is shown the same after a visit to the form', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.tuple(day, time), { selector: ([name]) => name }), fc.array(fc.constantFrom('Efter aftale', 'PH off'), { maxLength: 1 }), (regular, other) => {
      const hours = [...regular.map(([name, times]) => `${name} ${times}`), ...other];
      const after = weekHours(openWeek(hours)) ?? [];
      const seen = (lines: readonly string[]) => openWeek(lines);
      expect(seen(after)).toEqual(seen(hours));
      expect(openingHoursLines('da', weekHours(openWeek(after)))).toEqual(openingHoursLines('da', after));
    }));
  });
});
