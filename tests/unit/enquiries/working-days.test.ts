import { describe, expect, it } from 'vitest';
import { addDays, easter, isWorkingDay, workingDaysBetween } from '#features/enquiries/working-days.ts';

describe('working days in Denmark', () => {
  it.each([
    [1818, '1818-03-22'], [1961, '1961-04-02'], [2000, '2000-04-23'], [2024, '2024-03-31'], [2025, '2025-04-20'],
    [2026, '2026-04-05'], [2027, '2027-03-28'], [2038, '2038-04-25'], [2285, '2285-03-22'],
  ])('Easter of %i', (year, day) => expect(easter(year)).toBe(day));

  it('leaves out every public holiday of 2026, and no other weekday', () => {
    const days = Array.from({ length: 365 }, (_, i) => addDays('2026-01-01', i)).filter((day) => ![0, 6].includes(new Date(day).getUTCDay()));
    expect(days.filter((day) => !isWorkingDay(day))).toEqual(['2026-01-01', '2026-04-02', '2026-04-03', '2026-04-06', '2026-05-14', '2026-05-25', '2026-12-25']);
  });

  it('knows store bededag until it was given up', () => {
    expect([isWorkingDay('2023-05-05'), isWorkingDay('2024-04-26'), isWorkingDay('2026-05-01')]).toEqual([false, true, true]);
  });

  it.each([
    ['the same day', '2026-11-25', '2026-11-25', 0],
    ['the next day', '2026-11-25', '2026-11-26', 1],
    ['over a weekend', '2026-11-20', '2026-11-23', 1],
    ['on the weekend itself', '2026-11-20', '2026-11-22', 0],
    ['asked on a Sunday', '2026-11-22', '2026-11-24', 2],
    ['over Easter', '2026-04-01', '2026-04-07', 1],
    ['over Christmas and New Year', '2026-12-23', '2027-01-04', 6],
    ['backwards', '2026-11-26', '2026-11-25', 0],
  ])('%s', (_what, from, to, days) => expect(workingDaysBetween(from, to)).toBe(days));
});
