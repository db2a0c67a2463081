import { describe, expect, it } from 'vitest';
import { messages } from '#i18n/index.ts';
import type { PoolState } from '#features/reviews/pools/model.ts';
import { issuedOf, redeemedOf } from '#features/reviews/pools/view.ts';

const { notYet, notWritten } = messages('da').pools.facts;

describe('what a pool tells of numbers', () => {
  it.each([['registering', notYet], ['announced', notYet], ['issuing', notYet], ['closed', '12'], ['redeeming', '12'], ['ended', '12'], ['expired', '12']] as [PoolState, string][])(
    'collected, %s: %s', (state, told) => expect(issuedOf('da', { state, issued: 12 })).toBe(told));

  it.each([['issuing', notWritten], ['closed', notWritten], ['redeeming', notWritten], ['ended', '7'], ['expired', '7']] as [PoolState, string][])(
    'written, %s: %s, as every step of a live count would tell when somebody wrote', (state, told) => expect(redeemedOf('da', { state, redeemed: 7 })).toBe(told));
});
