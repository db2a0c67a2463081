import { expect, it } from 'vitest';
import { presentReview } from '#features/catalogue/api/present-reviews.ts';
import type { ShownReview } from '#features/reviews/showing/queries.ts';

const review: ShownReview = {
  id: 'a'.repeat(24), quarter: '2026Q3', programme: 'job', proof: 'token', ratings: { fit: 4, heard: null, able: 3, contacts: 2, closer: 5, again: 4 },
  text: 'They listened.', redacted: false, language: 'en', reply: null,
};

it('tells the language of words, and never in which language somebody without words has read the form', () => {
  expect(presentReview(review)).toMatchObject({ text: 'They listened.', language: 'en' });
  expect(presentReview({ ...review, text: null, language: 'fi' })).toMatchObject({ text: null, language: null });
});
