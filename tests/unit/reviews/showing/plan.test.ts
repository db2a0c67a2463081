import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batchPlan, GRACE_DAYS, shuffled, SMALLEST_POOL, type PoolStock } from '#features/reviews/showing/plan.ts';
import { SMALLEST } from '#features/reviews/showing/counts.ts';

const stock = (changes: Partial<PoolStock> = {}): PoolStock => ({ ready: 0, open: 0, issued: 20, endedDaysAgo: null, ...changes });

describe('when reviews become public', () => {
  it.each([
    ['nothing is ready', {}, { what: 'wait' }],
    ['fewer than ten while the round goes on', { ready: 9 }, { what: 'wait' }],
    ['ten while the round goes on: five stay back', { ready: 10 }, { what: 'publish', keep: 5 }],
    ['all of them once it is over', { ready: 7, endedDaysAgo: 1 }, { what: 'publish', keep: 0 }],
    ['not while moderation looks at others', { ready: 7, open: 1, endedDaysAgo: 1 }, { what: 'wait' }],
    ['but not for ever', { ready: 7, open: 1, endedDaysAgo: GRACE_DAYS }, { what: 'publish', keep: 0 }],
    ['too few are only counted', { ready: 4, endedDaysAgo: 1 }, { what: 'totals' }],
    ['and so is a pool that stayed too small', { ready: 9, issued: 9, endedDaysAgo: 1 }, { what: 'totals' }],
    ['which waits for its end like any other', { ready: 9, issued: 9 }, { what: 'wait' }],
  ] as const)('%s', (_when, changes, plan) => {
    expect(batchPlan(stock(changes))).toEqual(plan);
  });

  it('never a batch of fewer than five, never fewer than five left behind', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(10), fc.nat(60), fc.option(fc.nat(40)), (ready, open, issued, endedDaysAgo) => {
        const plan = batchPlan({ ready, open, issued, endedDaysAgo });
        if (plan.what !== 'publish') return;
        expect(ready - plan.keep).toBeGreaterThanOrEqual(SMALLEST);
        expect(plan.keep === 0 || plan.keep >= SMALLEST).toBe(true);
        expect(issued).toBeGreaterThanOrEqual(SMALLEST_POOL);
      }),
    );
  });

  it('a round in which ten came and nobody withdrew leaves nobody without words', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 1, maxLength: 30 }), (arrivals) => {
        let ready = 0;
        let published = 0;
        for (const count of arrivals) {
          ready += count;
          const plan = batchPlan(stock({ ready }));
          if (plan.what === 'publish') {
            published += ready - plan.keep;
            ready = plan.keep;
          }
        }
        const last = batchPlan(stock({ ready, endedDaysAgo: 1 }));
        if (published + ready >= SMALLEST) expect(last).toEqual({ what: 'publish', keep: 0 });
      }),
    );
  });
});

describe('the order', () => {
  it('is every order equally', () => {
    const seen = new Map<string, number>();
    // All draws that three items can have: 3 × 2.
    for (let first = 0; first < 3; first++) for (let second = 0; second < 2; second++) {
      const draws = [first, second];
      const key = shuffled(['a', 'b', 'c'], () => draws.shift() ?? 0).join('');
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
    expect([...seen.values()]).toEqual([1, 1, 1, 1, 1, 1]);
  });
});
