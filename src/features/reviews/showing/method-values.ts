/** Figures of the method page about reviews, from the rules that the code keeps to. Pure. */
import { PARAMETERS } from '#features/results/method/index.ts';
import { MIN_EACH } from './attendance.ts';
import { SMALLEST } from './counts.ts';
import { SMALLEST_POOL } from './plan.ts';
import { STANDING } from './score.ts';

const MONTH_DAYS = 30;
const YEAR_DAYS = 365;

/** By the placeholders of src/content/pages/<locale>/method.md. */
export function reviewValues(): Record<string, number> {
  const { halfLifeDays, maxAgeDays, priorWeight } = PARAMETERS.reviews;
  return {
    reviewBatch: SMALLEST, reviewPool: SMALLEST_POOL, reviewHalfLife: Math.round(halfLifeDays / MONTH_DAYS), reviewYears: Math.round(maxAgeDays / YEAR_DAYS),
    reviewPrior: priorWeight, reviewEach: MIN_EACH, reviewMaterial: STANDING.material,
  };
}
