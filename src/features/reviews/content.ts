/** What a review says: the questions and the answers there are to them. Pure; the browser uses it too. */

/** In the order of the form. Words for them are in i18n `review.dimensions`. */
export const DIMENSIONS = ['fit', 'heard', 'able', 'contacts', 'closer', 'again'] as const;
export type Dimension = (typeof DIMENSIONS)[number];
export const RATINGS = [1, 2, 3, 4, 5] as const;
export type Rating = (typeof RATINGS)[number];
/** null: not answered. */
export type Ratings = Record<Dimension, Rating | null>;

export const ATTENDANCES = ['chosen', 'mandated', 'unsure'] as const;
export type Attendance = (typeof ATTENDANCES)[number];
export const FINISHES = ['yes', 'no', 'still'] as const;
export type Finish = (typeof FINISHES)[number];
export const OUTCOMES = ['job', 'education', 'neither', 'unsaid'] as const;
export type Outcome = (typeof OUTCOMES)[number];
export const LANGUAGES = ['da', 'en', 'sv', 'nl', 'fi'] as const;
export type ReviewLanguage = (typeof LANGUAGES)[number];

export const TEXT_LENGTH = 4_000;
/** Of an appeal's words. */
export const APPEAL_LENGTH = 2_000;

export interface ReviewContent {
  ratings: Ratings;
  attendance: Attendance;
  finished: Finish;
  outcome: Outcome;
  /** null: nothing was written. */
  text: string | null;
  language: ReviewLanguage;
}

export const answered = (ratings: Ratings): number => DIMENSIONS.filter((each) => ratings[each] !== null).length;

/** Such as 2026Q3. @param day YYYY-MM-DD */
export const quarterOf = (day: string): string => `${day.slice(0, 4)}Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
