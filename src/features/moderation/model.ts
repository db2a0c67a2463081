/**
 * Rules of moderation (trust.md 4): what a case can be, and what can become of it. Pure.
 * A case asks one question about one text: may it stand? Detectors and notices open it; people decide it.
 */
import { addDays, isWorkingDay, workingDaysBetween } from '#features/enquiries/working-days.ts';
import type { ReasonCode } from './reasons.ts';

export const OUTCOMES = ['keep', 'redact', 'remove', 'restore'] as const;
export type Outcome = (typeof OUTCOMES)[number];
/** Who asked: the site's own people or detectors, a notice by a citizen, a provider or an authority, or the author by an appeal. */
export const REQUESTERS = ['own', 'detector', 'person', 'provider', 'authority', 'author'] as const;
export type Requester = (typeof REQUESTERS)[number];
/** `page`: any other page of the site, by its path. */
export const SUBJECT_KINDS = ['review', 'reply', 'profile', 'page'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** person:ID, as in the audit trail. */
export type PersonActor = `person:${string}`;

/** What a person decides: outcome, and the reason that it has on the published list. */
export type Decision =
  | { outcome: 'keep' | 'restore'; reason: ReasonCode | null }
  | { outcome: 'redact' | 'remove'; reason: ReasonCode };

/** What holds of the text now; none: nobody has decided yet. */
export type Effective = Outcome | 'none';

interface Common {
  /** 1; one more with every appeal. */
  round: number;
  effective: Effective;
  /** Who decided in earlier rounds, and so may not in this one. */
  earlier: readonly string[];
}

/** Somebody is to decide. */
export interface OpenCase extends Common {
  state: 'open';
  /** The author of what is called defamation may answer until the end of this day; null: nobody was asked. */
  authorUntil: string | null;
  authorAnswered: boolean;
}
/** One person wants to remove it: another has to look. */
export interface SecondCase extends Common {
  state: 'second';
  authorUntil: string | null;
  authorAnswered: boolean;
  proposal: { outcome: 'remove'; reason: ReasonCode; by: string };
}
export interface DecidedCase extends Common {
  state: 'decided';
  effective: Outcome;
  /** Who decided in this round: one person, or for a removal two. */
  by: readonly [string, ...string[]];
  /** YYYY-MM-DD */
  decidedOn: string;
}
/** The author has taken the text back: there is nothing to decide. */
export interface GoneCase extends Common {
  state: 'gone';
}
export type Case = OpenCase | SecondCase | DecidedCase | GoneCase;

export type Refusal = 'own-proposal' | 'decided-before' | 'author-may-answer' | 'not-open' | 'nothing-proposed' | 'outcome' | 'appeal-late' | 'appealed-before' | 'not-decided';
export type Step<T extends Case> = { ok: true; next: T } | { ok: false; refusal: Refusal };

/** An appeal can be made for six months (DSA Art. 20), counted long. */
export const APPEAL_DAYS = 184;
/** The author of what is called defamation may answer for so long. */
export const AUTHOR_DAYS = 14;
/** Half of all cases are to be decided within so many working days, and 95 of 100 within the second number. */
export const MEDIAN_WORKING_DAYS = 2;
export const MOST_WORKING_DAYS = 5;
/** Words of cases, and what redactions took out, are kept so long after the last decision. */
export const WORDS_DAYS = 184;
/** Statements of reasons go with the words they are about: after three years. */
export const STATEMENT_DAYS = 1_096;

const yes = <T extends Case>(next: T): Step<T> => ({ ok: true, next });
const no = (refusal: Refusal): { ok: false; refusal: Refusal } => ({ ok: false, refusal });

/** A new case about a text. */
export const openCase = (): OpenCase => ({ state: 'open', round: 1, effective: 'none', earlier: [], authorUntil: null, authorAnswered: false });

/** What can be decided about a text of which this holds: nothing is restored that was not taken away, nothing removed stays redacted. */
export function outcomesFor(kind: SubjectKind, effective: Effective): readonly Outcome[] {
  // Texts of desks and registers are corrected where they come from; here it is decided whether they have to be.
  if (kind === 'profile' || kind === 'page') return ['keep', 'redact'];
  if (effective === 'remove') return ['remove', 'redact', 'restore'];
  return effective === 'redact' ? ['keep', 'redact', 'remove', 'restore'] : ['keep', 'redact', 'remove'];
}

const authorMayAnswer = ({ authorUntil, authorAnswered }: OpenCase, day: string): boolean => authorUntil !== null && !authorAnswered && day <= authorUntil;

/**
 * A person decides. A removal is only proposed by it, unless the text is removed already: that an appeal did not change.
 * @param day today
 */
export function decide(present: Case, kind: SubjectKind, decision: Decision, actor: PersonActor, day: string): Step<DecidedCase | SecondCase> {
  if (present.state !== 'open') return no('not-open');
  if (present.earlier.includes(actor)) return no('decided-before');
  if (!outcomesFor(kind, present.effective).includes(decision.outcome)) return no('outcome');
  const restricts = decision.outcome === 'redact' || decision.outcome === 'remove';
  if (restricts && decision.reason === 'defamation' && authorMayAnswer(present, day)) return no('author-may-answer');
  if (decision.outcome === 'remove' && present.effective !== 'remove') {
    return yes({ ...present, state: 'second', proposal: { outcome: 'remove', reason: decision.reason, by: actor } });
  }
  // That a redaction stays is the answer to an appeal, and leaves it a redaction.
  const holds = decision.outcome === 'keep' && present.effective === 'redact' ? 'redact' : decision.outcome;
  return yes(decided(present, holds, [actor], day));
}

function decided({ round, earlier }: Common, effective: Outcome, by: readonly [string, ...string[]], day: string): DecidedCase {
  return { state: 'decided', round, earlier, effective, by, decidedOn: day };
}

/** Another person agrees to a removal. */
export function confirm(present: Case, actor: PersonActor, day: string): Step<DecidedCase> {
  if (present.state !== 'second') return no('nothing-proposed');
  if (present.proposal.by === actor) return no('own-proposal');
  if (present.earlier.includes(actor)) return no('decided-before');
  return yes(decided(present, 'remove', [present.proposal.by, actor], day));
}

/** Another person does not agree, or the first takes it back: it is to be decided anew. */
export function decline(present: Case, actor: PersonActor): Step<OpenCase> {
  if (present.state !== 'second') return no('nothing-proposed');
  if (present.earlier.includes(actor)) return no('decided-before');
  return yes(opened(present));
}

/** Somebody whom the decision concerns wants another person to look: author, notifier or provider. */
export function appeal(present: Case, day: string): Step<OpenCase> {
  if (present.state !== 'decided') return no('not-decided');
  if (addDays(present.decidedOn, APPEAL_DAYS) < day) return no('appeal-late');
  const { round, effective, earlier, by } = present;
  return yes({ state: 'open', round: round + 1, effective, earlier: [...earlier, ...by], authorUntil: null, authorAnswered: false });
}

/** A notice of defamation: the author is asked, once a round. Not when somebody is about to remove it already. */
export function askAuthor(present: Case, day: string): Step<OpenCase> {
  if (present.state !== 'open') return no('not-open');
  return yes(present.authorUntil === null ? { ...present, authorUntil: addDays(day, AUTHOR_DAYS) } : present);
}

export function authorAnswers(present: Case, day: string): Step<OpenCase> {
  if (present.state !== 'open' || !authorMayAnswer(present, day)) return no('not-open');
  return yes({ ...present, authorAnswered: true });
}

/** The text was changed by its author while it was looked at: what was proposed was about other words. */
export function revise(present: Case): Step<OpenCase> {
  if (present.state !== 'open' && present.state !== 'second') return no('not-open');
  return yes(opened(present));
}

const opened = ({ round, effective, earlier, authorUntil, authorAnswered }: OpenCase | SecondCase): OpenCase => ({ state: 'open', round, effective, earlier, authorUntil, authorAnswered });

export function takenBack(present: Case): Step<GoneCase> {
  if (present.state === 'gone') return no('not-open');
  const { round, effective, earlier } = present;
  return yes({ state: 'gone', round, effective, earlier });
}

/** A person of the queue may take part in this round. */
export const mayDecide = (present: Case, actor: PersonActor): boolean =>
  !present.earlier.includes(actor) && (present.state === 'open' || (present.state === 'second' && present.proposal.by !== actor));

/** 0 ordinary | 1 about a person | 2 somebody may be in danger */
export type Priority = 0 | 1 | 2;
export const asPriority = (value: number): Priority => (value >= 2 ? 2 : value === 1 ? 1 : 0);

/** The last day on which it is decided in time. @param day when the round began */
export function decideBy(day: string): string {
  let [on, left] = [day, MOST_WORKING_DAYS];
  while (left > 0) {
    on = addDays(on, 1);
    if (isWorkingDay(on)) left -= 1;
  }
  return on;
}

export interface WaitingTimes {
  cases: number;
  /** Working days; null: nothing was decided. */
  median: number | null;
  /** Of 100 cases, 95 were decided within so many working days. */
  most: number | null;
  /** Decided within five working days. */
  inTime: number;
}

/** @param waits working days, one a decided round */
export function waitingTimes(waits: readonly number[]): WaitingTimes {
  const sorted = [...waits].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null;
  return { cases: sorted.length, median: at(0.5), most: at(0.95), inTime: sorted.filter((each) => each <= MOST_WORKING_DAYS).length };
}

export const waited = (from: string, to: string): number => workingDaysBetween(from, to);
