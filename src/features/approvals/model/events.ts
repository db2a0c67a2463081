/** What can happen in a case. Each is kept as an entry that never changes; everything else is worked out from them. Pure. */
import type { AppealResult } from './appeal.ts';
import type { ApplicationOutcome, Measure, Outcome } from './outcome.ts';

/** `decider` may do all that a `caseworker` may. `system`: the day's duties. */
export const CASE_ROLES = ['applicant', 'caseworker', 'decider', 'system'] as const;
export type CaseRole = (typeof CASE_ROLES)[number];
export interface By {
  /** Id of the person; `system` for the day's duties. */
  person: string;
  role: CaseRole;
}

/** Of the standard, as it was when the application was sent; `appeal` in calendar days, the others in working days. */
export interface Limits {
  decision: number;
  reply: number;
  hearing: number;
  appeal: number;
}
export interface SetCondition {
  text: string;
  dueOn: string;
}
/** A fact in the hearing that the applicant says is wrong. */
export interface Correction {
  passage: string;
  says: string;
}
export const REDACTION_GROUNDS = ['person', 'trade-secret', 'other'] as const;
/** Left out of what is published, with its ground in its place. */
export interface Redaction {
  passage: string;
  ground: (typeof REDACTION_GROUNDS)[number];
}
export interface AppealGuidance {
  /** Who decides appeals. */
  body: string;
  how: string;
}
/** Another authority's finding that is taken over, openly. */
export interface AdoptedFrom {
  applicationId: number;
  seq: number;
  authorityId: number;
  authority: string;
}
/** What the machine saw, with what it looked at: features/standards/checks.ts. */
export interface CheckResult {
  criterion: string;
  outcome: 'met' | 'not-met' | 'cannot-tell';
  /** Why it cannot be told; null: it can. */
  reason: string | null;
  check: Readonly<Record<string, unknown>>;
  inputs: Readonly<Record<string, unknown>>;
}
/** On the scale of the criterion: met, partly, not; or 1 to 5. */
export const SCORES = ['met', 'partly', 'not', '1', '2', '3', '4', '5'] as const;
export type Score = (typeof SCORES)[number];

interface Kinds {
  sent: { criteria: readonly string[]; limits: Limits; validMonths: number; competitor: boolean; renews: number | null; dueOn: string };
  withdrawn: { reason: string | null };
  assigned: { person: string };
  /** One's own, before doing anything in the case. */
  impartiality: { impartial: boolean; statement: string | null };
  /** Where the authority is a competitor: who decides, and how that person stands apart from the authority's own services. */
  'decider-named': { person: string; apart: string };
  finding: { criterion: string; score: Score; grounds: string; evidence: string | null; files: readonly string[]; adoptedFrom: AdoptedFrom | null };
  checked: { results: readonly CheckResult[] };
  asked: { text: string; deadline: string };
  answered: { text: string; files: readonly string[] };
  unanswered: Record<never, never>;
  recommended: { outcome: Outcome; reasons: string; conditions: readonly SetCondition[] };
  'hearing-opened': { facts: string; reasons: string; deadline: string };
  'hearing-extended': { deadline: string };
  'hearing-answered': { text: string; corrections: readonly Correction[]; files: readonly string[] };
  'hearing-over': Record<never, never>;
  'correction-treated': { number: number; accepted: boolean; how: string };
  'taken-back': { reason: string };
  decided: DecisionContent;
  /** The duty to note what matters and came by mouth. */
  noted: { text: string };
  'condition-shown': { number: number; text: string; files: readonly string[] };
  'condition-judged': { number: number; met: boolean; grounds: string };
  'condition-extended': { number: number; dueOn: string; grounds: string };
  visited: { on: string; announced: boolean; observations: string; files: readonly string[] };
  /** Points something out and warns; changes nothing by itself. */
  notice: { text: string };
  expired: Record<never, never>;
  /** Another approval of the same standard takes its place. */
  replaced: { from: string; applicationId: number };
  reminded: { of: string };
  'appeal-lodged': { text: string };
  'appeal-taken-back': Record<never, never>;
  /** `validFrom` and `validTo` where an upheld appeal gives an approval that was refused. */
  'appeal-decided': { result: AppealResult; body: string; grounds: string; validFrom: string | null; validTo: string | null };
  reopened: { reason: string };
}

export interface DecisionContent {
  outcome: Outcome;
  rule: string;
  considerations: string;
  facts: string;
  /** How the answer in the hearing was dealt with; needed where there was one. */
  answerTreated: string | null;
  guidance: AppealGuidance;
  validFrom: string | null;
  validTo: string | null;
  conditions: readonly SetCondition[];
  redactions: readonly Redaction[];
  /** Language of the letter. */
  language: 'da' | 'en' | 'sv' | 'nl' | 'fi';
}

export type EventKind = keyof Kinds;
export type EventContent<K extends EventKind> = Kinds[K];
/** `on`: the day in Denmark, YYYY-MM-DD. */
export type CaseEvent<K extends EventKind = EventKind> = { [E in K]: { kind: E; by: By; on: string; content: Kinds[E] } }[K];
/** As kept: numbered from 1 without gaps. */
export type CaseEntry<K extends EventKind = EventKind> = CaseEvent<K> & { seq: number };

export type { ApplicationOutcome, Measure };

const CASEWORK: readonly CaseRole[] = ['caseworker', 'decider'];
const APPLICANT: readonly CaseRole[] = ['applicant'];
const DECIDER: readonly CaseRole[] = ['decider'];
const SYSTEM: readonly CaseRole[] = ['system'];

export const ROLES_OF: Readonly<Record<EventKind, readonly CaseRole[]>> = {
  sent: APPLICANT, withdrawn: APPLICANT, answered: APPLICANT, 'hearing-answered': APPLICANT, 'condition-shown': APPLICANT, 'appeal-lodged': APPLICANT, 'appeal-taken-back': APPLICANT,
  assigned: CASEWORK, impartiality: CASEWORK, 'decider-named': CASEWORK, finding: CASEWORK, checked: CASEWORK, asked: CASEWORK, recommended: CASEWORK, 'hearing-opened': CASEWORK,
  'hearing-extended': CASEWORK, 'correction-treated': CASEWORK, 'taken-back': CASEWORK, noted: CASEWORK, 'condition-judged': CASEWORK, 'condition-extended': CASEWORK, visited: CASEWORK,
  notice: CASEWORK, unanswered: ['caseworker', 'decider', 'system'], 'hearing-over': ['caseworker', 'decider', 'system'],
  decided: DECIDER, 'appeal-decided': DECIDER, reopened: DECIDER,
  expired: SYSTEM, replaced: ['decider', 'system'], reminded: SYSTEM,
};
export const EVENT_KINDS = Object.keys(ROLES_OF) as readonly EventKind[];
