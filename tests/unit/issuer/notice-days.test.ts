import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noticeDays, noticeDue } from '#src/issuer/notice-days.ts';

const UNTIL = new Date('2027-03-31T22:00:00Z');
const open = { issueUntil: UNTIL, closed: false };

describe('letters to participants', () => {
  it('go out in week 4 and thirty days after the end', () => {
    expect(noticeDays({ startedOn: '2026-11-02', endedOn: '2027-01-15' }, UNTIL)).toEqual({ first: '2026-11-30', second: '2027-02-14' });
  });

  it('come fourteen days before the pool closes where a stay goes on, or began late', () => {
    expect(noticeDays({ startedOn: '2026-11-02', endedOn: null }, UNTIL)).toEqual({ first: '2026-11-30', second: '2027-03-17' });
    expect(noticeDays({ startedOn: '2027-03-01', endedOn: '2027-03-10' }, UNTIL)).toEqual({ first: '2027-03-17', second: null });
  });

  it('are due from their day on, and once the pool is closed only the reminder is', () => {
    const stay = { startedOn: '2026-11-02', endedOn: '2027-01-15' };
    expect(noticeDue(stay, open, '2026-11-29')).toEqual([]);
    expect(noticeDue(stay, open, '2026-11-30')).toEqual(['first']);
    expect(noticeDue(stay, open, '2027-02-14')).toEqual(['first', 'second']);
    expect(noticeDue(stay, { ...open, closed: true }, '2027-04-02')).toEqual(['reminder']);
  });

  it('rest on the days of the stay alone: the same days, the same letters', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 200 }), fc.option(fc.integer({ min: 14, max: 300 }), { nil: null }), (start, long) => {
      const day = (n: number) => new Date(Date.parse('2026-09-01') + n * 86_400_000).toISOString().slice(0, 10);
      const { first, second } = noticeDays({ startedOn: day(start), endedOn: long === null ? null : day(start + long) }, UNTIL);
      expect(first <= '2027-03-17').toBe(true);
      if (second !== null) expect((Date.parse(second) - Date.parse(first)) / 86_400_000).toBeGreaterThanOrEqual(7);
      if (long !== null && start + long + 30 < 180) expect(second).toBe(start + long + 30 - (start + 28) < 7 ? null : day(start + long + 30));
    }));
  });
});
