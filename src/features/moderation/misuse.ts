/** The policy against misuse of notices (DSA Art. 23), in figures: the terms print them. */
export const MISUSE = {
  /** So many notices without any ground … */
  notices: 3,
  /** … within so many days lead to a warning, and as many after it … */
  withinDays: 365,
  /** … to so many days in which further notices are read last. */
  suspendedDays: 183,
} as const;
