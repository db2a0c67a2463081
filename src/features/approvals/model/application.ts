/**
 * The application at one authority: a type for each state, and for each move a function that takes only the states it may
 * start from, so that an illegal one does not compile. What is only known at run time is refused by name. Pure.
 */
import type { InForce, Suspended } from './approval.ts';
import { SEVERITY, isApplicationOutcome, type Adverse, type ApplicationOutcome, type Favourable, type Outcome } from './outcome.ts';
import { refuse, type Refusal } from './refusal.ts';

/** Sent, and nobody has it yet. */
export interface Received {
  state: 'received';
}
export interface Assessing {
  state: 'assessing';
  assessor: string;
}
/** The applicant was asked something. */
export interface Questioned {
  state: 'questioned';
  assessor: string;
  askedOn: string;
  /** Last day to answer. */
  deadline: string;
}

interface Recommendation<O extends Outcome> {
  assessor: string;
  outcome: O;
  /** The answer that stands while a measure is considered; null: the application itself is being answered. */
  standing: ApplicationOutcome | null;
}
/** Recommended, and fully favourable: it can be decided. */
export interface Proposed extends Recommendation<Favourable> {
  state: 'proposed';
}
/** Recommended, and not fully favourable: the applicant must be heard before it can be decided. */
export interface Drafted extends Recommendation<Adverse> {
  state: 'drafted';
}
export interface InHearing extends Recommendation<Adverse> {
  state: 'hearing';
  openedOn: string;
  /** Last day to answer. */
  deadline: string;
}
export interface Heard extends Recommendation<Adverse> {
  state: 'heard';
  reply: 'answered' | 'silent';
  /** Corrections of facts that nobody has dealt with yet, by number. */
  corrections: readonly number[];
}
export interface Decided {
  state: 'decided';
  assessor: string;
  outcome: ApplicationOutcome;
}
export interface Withdrawn {
  state: 'withdrawn';
}

export type Application = Received | Assessing | Questioned | Proposed | Drafted | InHearing | Heard | Decided | Withdrawn;
/** Between arrival and decision. */
export type Open = Exclude<Application, Decided | Withdrawn>;
export type ApplicationState = Application['state'];

export const send = (): Received => ({ state: 'received' });

export const assign = (_at: Received, assessor: string): Assessing => ({ state: 'assessing', assessor });
export const handOver = <A extends Exclude<Application, Received | Withdrawn>>(at: A, assessor: string): A => ({ ...at, assessor });

export const ask = ({ assessor }: Assessing, askedOn: string, deadline: string): Questioned => ({ state: 'questioned', assessor, askedOn, deadline });
export const answered = ({ assessor }: Questioned): Assessing => ({ state: 'assessing', assessor });
export const unanswered = ({ assessor, deadline }: Questioned, day: string): Assessing | Refusal =>
  day > deadline ? { state: 'assessing', assessor } : refuse('case-deadline-runs');

export const recommendApproval = ({ assessor }: Assessing): Proposed => ({ state: 'proposed', assessor, outcome: 'approve', standing: null });
export const draft = ({ assessor }: Assessing, outcome: 'conditions' | 'refuse'): Drafted => ({ state: 'drafted', assessor, outcome, standing: null });

/** Measures start from a case that is decided, and need the approval that they are about. */
export const recommendReinstatement = ({ assessor, outcome }: Decided, _approval: Suspended): Proposed => ({ state: 'proposed', assessor, outcome: 'reinstate', standing: outcome });
export const draftSuspension = ({ assessor, outcome }: Decided, _approval: InForce): Drafted => ({ state: 'drafted', assessor, outcome: 'suspend', standing: outcome });
export const draftWithdrawal = ({ assessor, outcome }: Decided, _approval: InForce | Suspended): Drafted => ({ state: 'drafted', assessor, outcome: 'withdraw', standing: outcome });

export const openHearing = (at: Drafted, openedOn: string, deadline: string): InHearing => ({ ...at, state: 'hearing', openedOn, deadline });
export const extendHearing = (at: InHearing, deadline: string): InHearing | Refusal => (deadline > at.deadline ? { ...at, deadline } : refuse('case-deadline-short', 'deadline'));

const heard = ({ assessor, outcome, standing }: InHearing, reply: Heard['reply'], corrections: readonly number[]): Heard => ({ state: 'heard', assessor, outcome, standing, reply, corrections });
/** @param corrections numbers of the facts that the applicant corrects */
export const hearingAnswered = (at: InHearing, corrections: readonly number[]): Heard => heard(at, 'answered', corrections);
export const hearingOver = (at: InHearing, day: string): Heard | Refusal => (day > at.deadline ? heard(at, 'silent', []) : refuse('case-hearing-runs'));

export function treatCorrection(at: Heard, number: number): Heard | Refusal {
  if (!at.corrections.includes(number)) return refuse('case-correction-unknown');
  return { ...at, corrections: at.corrections.filter((each) => each !== number) };
}

/** Back to the assessment; a measure is dropped. */
export const takeBack = ({ assessor, standing }: Proposed | Drafted | Heard): Assessing | Decided =>
  standing === null ? { state: 'assessing', assessor } : { state: 'decided', assessor, outcome: standing };

const decided = ({ assessor, standing }: Recommendation<Outcome>, outcome: Outcome): Decided | Refusal => {
  if (standing === null) return isApplicationOutcome(outcome) ? { state: 'decided', assessor, outcome } : refuse('case-outcome', 'outcome');
  return isApplicationOutcome(outcome) ? refuse('case-outcome', 'outcome') : { state: 'decided', assessor, outcome: standing };
};

/** Without a hearing: only what is fully favourable. */
export const decideFavourably = (at: Proposed, outcome: Favourable): Decided | Refusal => decided(at, outcome);

/** After a hearing: what was heard about, or something milder. */
export function decideHeard(at: Heard, outcome: Outcome): Decided | Refusal {
  if (at.corrections.length > 0) return refuse('case-corrections-open');
  const next = decided(at, outcome);
  return 'refused' in next || SEVERITY[outcome] <= SEVERITY[at.outcome] ? next : refuse('case-harsher-than-heard', 'outcome');
}

/** A measure is not the applicant's to take back. */
export const withdraw = (at: Open): Withdrawn | Refusal => ('standing' in at && at.standing !== null ? refuse('case-state') : { state: 'withdrawn' });

export const reopen = ({ assessor }: Decided): Assessing => ({ state: 'assessing', assessor });
/** An appeal gave the applicant what was asked for. */
export const approveOnAppeal = ({ assessor }: Decided): Decided => ({ state: 'decided', assessor, outcome: 'approve' });
