/** The open file of reviews: what is published one by one, and the counts and figures that go with it. */
import { z } from 'zod';
import { DIMENSIONS } from '#features/reviews/content.ts';
import { reviewFields } from './api/schemas-reviews.ts';

export const REVIEWS_FILE = 'reviews.json';
export const REVIEWS_FORMAT = 'vejviser.open-data.reviews/1';

const counts = z.strictObject(Object.fromEntries(DIMENSIONS.map((each) => [each, z.array(z.int().min(0)).length(5)])) as Record<(typeof DIMENSIONS)[number], z.ZodArray<z.ZodInt>>);

export const openReviewedProvider = z.strictObject({
  /** Slug. */
  provider: z.string(),
  figures: reviewFields.figures, asked: reviewFields.asked,
  /** Counted in the figures and not shown one by one, by the quarter in which they were. */
  totalsOnly: z.array(z.strictObject({ quarter: z.string(), reviewers: z.int().min(5), dimensions: counts })),
  reviews: reviewFields.results,
});

export const openReviews = z.strictObject({
  format: z.literal(REVIEWS_FORMAT),
  /** All providers when the quarter began: what scores are drawn towards. null: no score has been worked out yet. */
  reference: z.strictObject({ quarter: z.string(), dimensions: counts }).nullable(),
  providers: z.array(openReviewedProvider),
});
export type OpenReviewedProvider = z.input<typeof openReviewedProvider>;
