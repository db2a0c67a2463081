import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays, extendedUntil, firstIssue, INVITED_SHARE, invitedTooFew, longerPeriod, MAX_ISSUE_DAYS, minimumToClose, periods, ratingsOnly, redemptionOf, REST_DAYS, staysStanding, stepDue, type PoolClock, type PoolState,
} from '#features/reviews/pools/model.ts';

const AT = new Date('2026-11-26T10:20:00Z');
const days = (n: number) => addDays(AT, n);
const clock = (state: PoolState, changes: Partial<PoolClock> = {}): PoolClock => ({ state, issueFrom: null, issueUntil: null, redeemFrom: null, redeemUntil: null, ...changes });

describe('the clock of a pool', () => {
  it.each([
    ['announced', { issueFrom: days(0) }, 'issue'], ['announced', { issueFrom: days(1) }, null], ['issuing', { issueUntil: days(0) }, 'close'], ['issuing', { issueUntil: days(1) }, null],
    ['closed', { redeemFrom: days(-1) }, 'redeem'], ['closed', { redeemFrom: days(1) }, null], ['redeeming', { redeemUntil: days(0) }, 'end'], ['redeeming', { redeemUntil: days(1) }, null],
    ['ended', { redeemUntil: days(-30) }, 'expire'], ['ended', { redeemUntil: days(-29) }, null], ['ended', {}, null], ['registering', { issueFrom: days(-1) }, null], ['expired', { redeemUntil: days(-99) }, null],
  ] as const)('%s with %o: %s', (state, changes, step) => expect(stepDue(clock(state, changes), AT)).toBe(step));

  it('gives at least a day before the first token, from a full hour', () => {
    expect(firstIssue(AT).toISOString()).toBe('2026-11-27T11:00:00.000Z');
    expect(firstIssue(new Date('2026-11-26T10:00:00Z')).toISOString()).toBe('2026-11-27T10:00:00.000Z');
    fc.assert(fc.property(fc.date({ min: AT, max: days(1_000), noInvalidDate: true }), (at) => {
      const wait = firstIssue(at).getTime() - at.getTime();
      expect(wait >= 24 * 3_600_000 && wait < 25 * 3_600_000).toBe(true);
    }));
  });

  it('closes with ten or more, or after a year with what there is', () => {
    expect([0, MAX_ISSUE_DAYS - 1, MAX_ISSUE_DAYS].map((ago) => minimumToClose(days(-ago), AT))).toEqual([10, 10, 0]);
  });

  it('is made longer by a quarter, never past the year, and always into the future', () => {
    expect(extendedUntil(days(-100), days(0), AT)).toEqual(days(91));
    expect(extendedUntil(days(-300), days(0), AT)).toEqual(days(65));
    expect(extendedUntil(days(-400), days(-300), AT)).toEqual(days(1));
    fc.assert(fc.property(fc.integer({ min: 57, max: 364 }), fc.integer({ min: 0, max: 200 }), (issued, late) => {
      const until = extendedUntil(days(-issued - late), days(-late), AT);
      expect(until > AT).toBe(true);
      // In the end the year is over: then it closes with what there is.
      expect(until <= addDays(days(-issued - late), MAX_ISSUE_DAYS) || until.getTime() === days(1).getTime()).toBe(true);
    }));
    expect(['2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31'].map(longerPeriod)).toEqual(['2026-06-30', '2026-09-30', '2026-12-31', '2027-03-31']);
  });

  it('rests seven days between the last token and the first review', () => {
    const { redeemFrom, redeemUntil } = redemptionOf(AT);
    expect(redeemFrom).toEqual(days(REST_DAYS));
    expect(REST_DAYS).toBeGreaterThanOrEqual(7);
    expect(redeemUntil).toEqual(days(REST_DAYS + 90));
  });
});

describe('what is said of a pool', () => {
  const none = { staysDeclaredAt: null, staysConfirmedAt: null, staysDisputedAt: null };
  it('counts silence as neither yes nor no', () => {
    expect(staysStanding(none, AT)).toBeNull();
    expect([-13, -14].map((ago) => staysStanding({ ...none, staysDeclaredAt: days(ago) }, AT))).toEqual(['asked', 'silent']);
    expect(staysStanding({ ...none, staysDeclaredAt: days(-99), staysConfirmedAt: AT }, AT)).toBe('confirmed');
    expect(staysStanding({ ...none, staysDeclaredAt: days(-99), staysDisputedAt: AT }, AT)).toBe('disputed');
  });

  it('tells where fewer than nine in ten were invited, once all should have been', () => {
    expect(INVITED_SHARE).toBe(0.9);
    expect([89, 90].map((invited) => invitedTooFew({ state: 'closed', invited, stays: 100 }))).toEqual([true, false]);
    expect(invitedTooFew({ state: 'issuing', invited: 0, stays: 100 })).toBe(false);
  });

  it('withholds words where a closed pool stayed below ten', () => {
    expect((['issuing', 'closed', 'redeeming', 'ended', 'expired'] as const).map((state) => ratingsOnly({ state, issued: 9 }))).toEqual([false, true, true, true, true]);
    expect(ratingsOnly({ state: 'closed', issued: 10 })).toBe(false);
  });

  it('offers quarters and longer, none in the future', () => {
    const found = periods('2026-11-26');
    expect(found[0]).toEqual({ from: '2026-10-01', to: '2026-12-31' });
    expect(found).toContainEqual({ from: '2026-07-01', to: '2026-12-31' });
    expect(found).toContainEqual({ from: '2025-01-01', to: '2025-12-31' });
    for (const { from, to } of found) {
      expect(from <= '2026-11-26').toBe(true);
      expect((Date.parse(to) - Date.parse(from)) / 86_400_000).toBeGreaterThanOrEqual(89);
    }
  });
});
