/** The states of a review: every step from every state, and what no sequence of steps may bring about. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DIMENSIONS, quarterOf, type ReviewContent } from '#features/reviews/content.ts';
import {
  choices, edit, hasPending, hold, holdPending, publish, receive, redact, redactPending, refusePending, release, remove, restore, takePending, withdraw,
  type LiveReview, type Review,
} from '#features/reviews/model.ts';

const content = (text: string | null, fit: ReviewContent['ratings']['fit'] = 3): ReviewContent => ({
  ratings: { fit, heard: 4, able: null, contacts: 2, closer: 1, again: 5 }, attendance: 'mandated', finished: 'yes', outcome: 'neither', text, language: 'da',
});
const waiting = receive('r', content('Mette hjalp mig'));
const ready = release(waiting) as Extract<Review, { state: 'ready' }>;
const published = publish(ready, 'b1');

describe('one step', () => {
  test('what comes in waits, with its words as they are', () => {
    expect(waiting).toEqual({ state: 'waiting', id: 'r', revision: 1, content: content('Mette hjalp mig'), shown: 'Mette hjalp mig', batchId: null });
  });

  test('a redaction changes what is shown and nothing else', () => {
    const redacted = redact(waiting, '[navn udeladt] hjalp mig');
    expect(redacted).toEqual({ ...waiting, shown: '[navn udeladt] hjalp mig' });
    expect(publish(release(redacted) as typeof ready, 'b1').shown).toBe('[navn udeladt] hjalp mig');
  });

  test('before it is in public it is replaced silently, and waits again', () => {
    for (const from of [waiting, hold(waiting), ready]) expect(edit(from, content('Nyt'))).toEqual({ ...receive('r', content('Nyt')), revision: 2 });
  });

  test('in public the old one stays until the change is looked through', () => {
    const changed = edit(published, content('Nyt', 1));
    expect(changed).toEqual({ ...published, pending: { state: 'waiting', revision: 2, content: content('Nyt', 1), shown: 'Nyt' } });
    if (!hasPending(changed)) throw new Error('The change does not wait.');
    expect(takePending(redactPending(changed, 'N'))).toEqual({ ...published, revision: 2, content: content('Nyt', 1), shown: 'N' });
    expect(refusePending(changed)).toEqual(published);
    expect(holdPending(changed).pending.state).toBe('held');
    expect(edit(changed, content('Endnu et')).state === 'published' && (edit(changed, content('x')) as typeof published).pending?.revision).toBe(3);
  });

  test('holding a published one takes its waiting change along, and releasing shows that', () => {
    const changed = edit(published, content('Nyt', 1)) as typeof published;
    expect(hold(changed)).toMatchObject({ state: 'held', revision: 2, shown: 'Nyt', batchId: 'b1' });
    expect(release(hold(changed))).toMatchObject({ state: 'published', revision: 2, batchId: 'b1', pending: null });
  });

  test('what was in public goes back there; what was not waits for a batch', () => {
    expect(restore(remove(published))).toEqual(published);
    expect(restore(remove(waiting))).toEqual(ready);
    expect(release(hold(published))).toEqual(published);
    expect(release(hold(ready))).toEqual(ready);
    expect(release(edit(hold(published), content('Nyt')) as typeof waiting)).toMatchObject({ state: 'published', batchId: 'b1' });
  });

  test('nothing is left of what is withdrawn', () => {
    for (const from of [waiting, ready, published, remove(published)]) expect(withdraw(from)).toEqual({ state: 'withdrawn', id: 'r' });
    expect(choices(withdraw(waiting))).toEqual([]);
    expect(choices(remove(waiting))).toEqual(['withdraw']);
    expect(choices(published)).toEqual(['edit', 'withdraw']);
  });
});

const STEPS = ['hold', 'release', 'redact', 'remove', 'restore', 'publish', 'edit', 'take', 'withdraw'] as const;

/** The step where it is allowed, else the review as it is. */
function step(review: Review, name: (typeof STEPS)[number], n: number): Review {
  const live = review.state === 'withdrawn' || review.state === 'removed' ? null : (review satisfies LiveReview);
  switch (name) {
    case 'hold': return live && live.state !== 'held' ? hold(live) : review;
    case 'release': return review.state === 'waiting' || review.state === 'held' ? release(review) : review;
    case 'redact': return live ? redact(live, `[udeladt ${n}]`) : review;
    case 'remove': return live ? remove(live) : review;
    case 'restore': return review.state === 'removed' ? restore(review) : review;
    case 'publish': return review.state === 'ready' ? publish(review, `b${n}`) : review;
    case 'edit': return live ? edit(live, content(`ord ${n}`, ((n % 5) + 1) as 1 | 2 | 3 | 4 | 5)) : review;
    case 'take': return hasPending(review) ? takePending(review) : review;
    case 'withdraw': return review.state === 'withdrawn' ? review : withdraw(review);
  }
}

test('whatever happens to it: only its author changes a rating, the batch stays, and the withdrawn stay withdrawn', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...STEPS), fc.nat(99)), { maxLength: 30 }), (steps) => {
      let review: Review = waiting;
      let batch: string | null = null;
      for (const [name, n] of steps) {
        const before: Review = review;
        review = step(before, name, n);
        if (before.state === 'withdrawn') expect(review.state).toBe('withdrawn');
        if (review.state === 'withdrawn' || before.state === 'withdrawn') continue;
        if (JSON.stringify(review.content.ratings) !== JSON.stringify(before.content.ratings)) {
          expect(review.revision).toBeGreaterThan(before.revision);
          expect(['edit', 'take', 'hold']).toContain(name);
        }
        if (review.state === 'published') {
          expect(batch === null || review.batchId === batch).toBe(true);
          batch = review.batchId;
          expect(review.pending === null || review.pending.revision > review.revision).toBe(true);
        }
      }
    }),
    { numRuns: 2_000 },
  );
});

test('quarters', () => {
  expect(['2026-01-01', '2026-03-31', '2026-04-01', '2026-11-26'].map(quarterOf)).toEqual(['2026Q1', '2026Q1', '2026Q2', '2026Q4']);
  expect(DIMENSIONS).toHaveLength(6);
});
