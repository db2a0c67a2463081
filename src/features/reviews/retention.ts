/** How long words of reviews are kept (trust.md L15, M2); the ratings stay. */
export const REVIEW_WORDS_DAYS = 1_095;
/** What a review said before it was changed or redacted: for as long as that can be appealed. */
export const REPLACED_WORDS_DAYS = 183;
