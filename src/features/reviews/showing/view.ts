/** Figures about reviews in words. Pure. */
import { formatNumber, messages, type Locale } from '#i18n/index.ts';
import type { DimensionFigures, ScoreDocument } from './score.ts';

const DECIMAL = { minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;
/** Against rounding the other way because of how a computer writes a tenth. */
const GUARD = 1e-9;

/** One decimal; the interval outward, so that it never looks narrower than it is. */
const tenth = (locale: Locale, value: number, which: 'near' | 'down' | 'up'): string => {
  const tenths = which === 'near' ? Math.round(value * 10) : which === 'down' ? Math.floor(value * 10 + GUARD) : Math.ceil(value * 10 - GUARD);
  return formatNumber(locale, tenths / 10, DECIMAL);
};

/** Such as 3,9 af 5; or why there is no number. @param figures null: fewer than five have answered */
export function scoreText(locale: Locale, figures: Pick<DimensionFigures, 'state' | 'score'> | null): string {
  const t = messages(locale).experiences;
  if (figures === null) return t.state.none;
  return figures.state === 'score' && figures.score !== null ? t.scoreOf(tenth(locale, figures.score, 'near')) : t.state[figures.state === 'score' ? 'none' : figures.state];
}

/** null: no score is shown, so it has no interval. */
export function intervalText(locale: Locale, figures: Pick<DimensionFigures, 'lower' | 'upper'> | null): string | null {
  if (figures === null || figures.lower === null || figures.upper === null) return null;
  return messages(locale).experiences.between(tenth(locale, figures.lower, 'down'), tenth(locale, figures.upper, 'up'));
}

/** Why there is no number; null: there is one. */
export function stateWhyText(locale: Locale, figures: Pick<DimensionFigures, 'state'> | null): string | null {
  const t = messages(locale).experiences.stateWhy;
  if (figures === null) return t.none;
  return figures.state === 'score' ? null : t[figures.state];
}

export function quarterText(locale: Locale, quarter: string): string {
  return messages(locale).experiences.quarter(quarter.slice(0, 4), quarter.slice(5));
}

/** What a card, a comparison or a sheet says in one line, and how sure it is in another. */
export interface SaidOfReviews {
  reviewers: number;
  again: Pick<DimensionFigures, 'state' | 'score' | 'lower' | 'upper'> | null;
}

export const saidOf = ({ reviewers, dimensions: { again } }: ScoreDocument): SaidOfReviews => ({
  reviewers,
  again: again && { state: again.state, score: again.score, lower: again.lower, upper: again.upper },
});

/** One line; null: nothing is published. */
export function reviewsLine(locale: Locale, said: SaidOfReviews | null): string | null {
  if (said === null) return null;
  const t = messages(locale).experiences;
  const score = scoreText(locale, said.again);
  const lead = said.again?.state === 'score' ? t.summary.again(score) : score;
  const range = intervalText(locale, said.again);
  return `${lead}${range === null ? '' : `, ${range}`} (${t.reviews(said.reviewers)})`;
}

/** What search engines are told: the score of "would choose it again", as the page shows it. null: it shows none. */
export function ratingOf(document: ScoreDocument | null): { score: number; count: number } | null {
  const again = document?.dimensions.again;
  return again && again.score !== null ? { score: Math.round(again.score * 10) / 10, count: again.answers } : null;
}
