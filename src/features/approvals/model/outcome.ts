/** What can come of a case, and which of it is not fully favourable. Pure. */

/** Answers to an application. */
export const APPLICATION_OUTCOMES = ['approve', 'conditions', 'refuse'] as const;
/** What can be done to an approval that was given. */
export const MEASURES = ['reinstate', 'suspend', 'withdraw'] as const;
export const OUTCOMES = [...APPLICATION_OUTCOMES, ...MEASURES] as const;

export type ApplicationOutcome = (typeof APPLICATION_OUTCOMES)[number];
export type Measure = (typeof MEASURES)[number];
export type Outcome = (typeof OUTCOMES)[number];
export type Favourable = 'approve' | 'reinstate';
/** Needs a hearing before it. */
export type Adverse = Exclude<Outcome, Favourable>;

export const isFavourable = (outcome: Outcome): outcome is Favourable => outcome === 'approve' || outcome === 'reinstate';
export const isApplicationOutcome = (outcome: Outcome): outcome is ApplicationOutcome => (APPLICATION_OUTCOMES as readonly string[]).includes(outcome);

/** Who was heard about something may be given that or something milder. Compared only among answers, and among measures. */
export const SEVERITY: Readonly<Record<Outcome, number>> = { approve: 0, conditions: 1, refuse: 2, reinstate: 0, suspend: 1, withdraw: 2 };
