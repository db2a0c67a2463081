/** What the reading API says of reviews. */
import { z } from 'zod';
import { DIMENSIONS, RATINGS } from '#features/reviews/content.ts';
import { named, note } from './documented.ts';
import { whole } from './schemas-shared.ts';

const quarter = note(z.string().regex(/^\d{4}Q[1-4]$/), 'Such as 2026Q3. Reviews have no other date.');
const bars = note(z.array(whole).length(5), 'Number of 1s, 2s, … 5s.');
const perDimension = <T extends z.ZodType>(of: T) => z.strictObject(Object.fromEntries(DIMENSIONS.map((each) => [each, of])) as Record<(typeof DIMENSIONS)[number], T>);

export const dimensionFigures = named(
  z.strictObject({
    answers: whole, bars,
    state: note(z.enum(['score', 'divided', 'too-few']), 'divided: glad and unhappy people in such numbers that one number would hide it; too-few: a number would be too unsure.'),
    score: note(z.number().nullable(), 'Weighed by age and drawn towards all providers; null unless state is score.'),
    lower: note(z.number().nullable(), 'Of a 90 % interval.'), upper: z.number().nullable(),
    effectiveN: note(z.number(), 'How many reviews of today they amount to.'),
  }),
  'DimensionFigures', 'One question of all who answered it.',
);
const figures = {
  reviewers: whole, totalsOnly: note(whole, 'Of them counted here and not shown one by one, as their group was too small.'), since: quarter,
  quarter: note(quarter, 'For which the ages were worked out. Figures change with a batch of five or more, and when a quarter begins.'),
  method: z.string(),
  dimensions: perDimension(dimensionFigures.nullable()),
};
export const reviewFigures = named(
  z.strictObject({
    ...figures,
    standing: note(z.enum(['above', 'alike', 'below']).nullable(), 'Whether more or fewer than at all providers together would choose it again; null: it cannot be told.'),
    years: z.array(z.strictObject({ year: z.string(), reviewers: whole, bars: perDimension(note(bars.nullable(), 'null: fewer than five have answered.')) })),
    programmes: note(z.array(z.strictObject({ programme: z.string(), ...figures })), 'Only those that leave nobody alone, in them or outside.'),
    byAttendance: note(
      z.strictObject({
        answers: note(z.array(z.array(z.int().min(1).max(5))), 'Which answers are counted together.'),
        chosen: note(z.array(whole), 'Of those who chose to take part.'), others: note(z.array(whole), 'Of those who had to, or are not sure.'),
      }).nullable(),
      'Would choose it again, told apart; null: it could give somebody away.',
    ),
  }),
  'ReviewFigures', 'Figures about all reviews that are counted.',
);
const shownReview = named(
  z.strictObject({
    id: z.string(), quarter, programme: z.string(),
    proof: note(z.enum(['token', 'code']), 'token: a blind-signed proof of one stay; code: a printed code, of which one per stay and anonymity cannot be proven.'),
    ratings: perDimension(note(z.union(RATINGS.map((each) => z.literal(each))).nullable(), 'null: not answered.')),
    text: note(z.string().nullable(), 'After redactions, which show in it.'), redacted: z.boolean(),
    language: note(z.string().nullable(), 'Of the text; null: there is none, and which form somebody used would tell about them alone.'),
    reply: note(z.string().nullable(), 'The answer of the provider.'),
  }),
  'Review', 'What one participant says. Within a quarter in no order.',
);
export const reviewsAsked = named(
  z.strictObject({
    stays: whole, invited: whole,
    answered: note(z.enum(['under10', 'under25', 'under50', 'over50']).nullable(), 'Per cent of those who were invited; null: nobody was.'),
  }),
  'ReviewsAsked', 'Who was asked, over all rounds that are over.',
);
export const reviewFields = {
  figures: note(reviewFigures.nullable(), 'null: fewer than five are published.'),
  asked: note(reviewsAsked.nullable(), 'null: no round is over.'),
  results: note(z.array(shownReview), 'With words or without.'),
};
export const saidOfReviews = named(
  z.strictObject({ reviewers: whole, again: note(dimensionFigures.omit({ answers: true, bars: true, effectiveN: true }).nullable(), 'Would choose it again; null: fewer than five have answered.') }),
  'SaidOfReviews', 'What participants say, in short.',
);
export type ApiReview = z.input<typeof shownReview>;
export type ApiReviewFigures = z.input<typeof reviewFigures>;
export type ApiAsked = z.input<typeof reviewsAsked>;
export type ApiSaidOfReviews = z.input<typeof saidOfReviews>;
