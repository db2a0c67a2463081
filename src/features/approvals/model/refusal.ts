/** Why something cannot be done in a case: names that pages put into words (i18n `forms.problems`). Pure. */
export const CASE_REFUSALS = [
  // Who.
  'case-role', 'case-not-assigned', 'case-impartiality-missing', 'case-not-impartial', 'case-own-preparation', 'case-own-decision',
  'case-decider-not-named', 'case-not-named-decider',
  // When.
  'case-state', 'case-hearing-missing', 'case-hearing-runs', 'case-deadline-runs', 'case-deadline-short', 'case-decided-once', 'case-appeal-open',
  'case-nothing-in-force', 'case-not-suspended',
  // What.
  'case-findings-missing', 'case-criterion-unknown', 'case-outcome', 'case-harsher-than-heard', 'case-corrections-open', 'case-correction-unknown', 'case-answer-untreated',
  'case-words-missing', 'case-guidance-missing', 'case-period-missing', 'case-period-past', 'case-period-order', 'case-period-long', 'case-approval-overlaps',
  'case-conditions-missing', 'case-conditions-extra', 'case-condition-unheard', 'case-condition-past', 'case-condition-unknown', 'case-condition-state',
  'case-nothing-to-appeal', 'case-appeal-late', 'case-appealed-before', 'case-no-appeal', 'case-not-over', 'case-reminded-before',
] as const;
export type CaseRefusal = (typeof CASE_REFUSALS)[number];

export interface Refusal {
  refused: CaseRefusal;
  /** Of the input, where it is about one field. */
  field: string | null;
}

export const refuse = (refused: CaseRefusal, field: string | null = null): Refusal => ({ refused, field });
export const isRefusal = (value: object): value is Refusal => 'refused' in value;
