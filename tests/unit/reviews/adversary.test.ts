/** What linking by time comes to (trust.md section 2): with the two phases it is guessing, and without them the attack works. */
import { describe, expect, test } from 'vitest';
import { shuffled } from '#features/reviews/showing/plan.ts';
import { linked, type Behaviour, type Known } from '#tests/support/linking.ts';

const RUNS = 1_000;
const share = (tokens: number, known: Known, changes: Partial<Behaviour> = {}, runs = RUNS) =>
  linked({ tokens, runs, seed: tokens * 7_919, known, phases: 'two-phase', habit: false, promptness: 0, ...changes }, shuffled);

describe.each([10, 20, 50])('of %i who have collected', (tokens) => {
  const most = 1 / tokens + 0.01;

  test('with issuer log, submission times and public pages in hand, no more authors are named than by guessing', () => {
    expect(share(tokens, 'time')).toBeLessThanOrEqual(most);
  });

  test('nor with what both databases keep, though people have hours of their own', () => {
    expect(share(tokens, 'day', { habit: true })).toBeLessThanOrEqual(most);
  });

  test('the attack is a real one: it names nearly all where people write at once, and many where they wait some days', () => {
    expect(share(tokens, 'time', { phases: 'at-once' })).toBeGreaterThan(0.95);
    expect(share(tokens, 'time', { phases: 'waits' })).toBeGreaterThan(2 * most);
  });

  test('why no time of day is kept: with it, people’s own hours would tell them', () => {
    expect(share(tokens, 'time', { habit: true })).toBeGreaterThan(most);
  });

  test('what the page says openly: whoever is the first both times can be guessed better', () => {
    expect(share(tokens, 'day', { promptness: 1 })).toBeGreaterThan(share(tokens, 'day'));
  });
});
