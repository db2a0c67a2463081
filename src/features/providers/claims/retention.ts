/** What both sides of a claim wrote, from when it was decided or withdrawn. That it was made and how it ended stays. */
export const CLAIM_WORDS_DAYS = 365;
