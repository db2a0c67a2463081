/** Random moves in cases: mostly what somebody could sensibly do next, by anybody of a few people, and now and then anything at all. */
import fc from 'fast-check';
import { addDays } from '#features/enquiries/working-days.ts';
import type { Case } from '#features/approvals/model/case.ts';
import { CASE_ROLES, EVENT_KINDS, ROLES_OF, type By, type CaseEvent, type DecisionContent, type EventKind } from '#features/approvals/model/events.ts';
import { APPLICATION_OUTCOMES, OUTCOMES, type Outcome } from '#features/approvals/model/outcome.ts';

/** Few, so that one and the same comes to prepare and to decide. */
export const PEOPLE = ['anna', 'bo', 'dora'] as const;
export const CRITERIA = ['1', '2'] as const;
export const LIMITS = { decision: 40, reply: 3, hearing: 5, appeal: 28 };
export const FIRST_DAY = '2026-11-25';

export interface Move {
  /** Of the cases there are. */
  which: number;
  /** Days that pass before it. */
  days: number;
  /** Of the kinds that are sensible; every kind where `wild`. */
  kind: number;
  wild: boolean;
  person: number;
  /** Instead of whoever should: somebody of the others. */
  other: boolean;
  role: number;
  /** For what is in it. */
  a: number;
  b: number;
}

export const anyMove: fc.Arbitrary<Move> = fc.record({
  which: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(2) }), days: fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, { weight: 3, arbitrary: fc.nat(4) }, { weight: 2, arbitrary: fc.nat(25) }, { weight: 1, arbitrary: fc.nat(400) }),
  kind: fc.nat(), wild: fc.nat(15).map((n) => n === 0), person: fc.nat(2), other: fc.nat(7).map((n) => n === 0), role: fc.nat(3), a: fc.nat(11), b: fc.nat(23),
});

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

const mayDecide = ({ preparers, impartial }: Case, person: string): boolean => impartial[person] === true && !preparers.includes(person);
const ready = (present: Case): boolean => PEOPLE.some((each) => mayDecide(present, each));

function sensible(present: Case): readonly EventKind[] {
  const { application: at, appeal, conditions, found } = present;
  switch (at.state) {
    case 'received': return ['assigned'];
    case 'assessing':
      if (present.impartial[at.assessor] !== true) return ['impartiality'];
      return found.length < CRITERIA.length ? ['finding', 'finding', 'asked', 'checked'] : ['recommended', 'recommended', 'recommended', 'asked', 'finding', 'noted'];
    case 'questioned': return ['answered', 'unanswered'];
    case 'proposed': return ready(present) ? ['decided', 'decided', 'decided', 'decided', 'decider-named', 'taken-back'] : ['impartiality', 'decided'];
    case 'drafted': return ['hearing-opened', 'hearing-opened', 'hearing-opened', 'decided', 'taken-back'];
    case 'hearing': return ['hearing-answered', 'hearing-answered', 'hearing-over', 'decided', 'hearing-extended'];
    case 'heard':
      if (at.corrections.length > 0) return ['correction-treated', 'correction-treated', 'correction-treated', 'decided'];
      return ready(present) ? ['decided', 'decided', 'decided', 'decided', 'decider-named', 'taken-back'] : ['impartiality', 'decided'];
    case 'decided':
      if (appeal.state === 'lodged') return ['impartiality', 'impartiality', 'appeal-decided', 'appeal-decided', 'appeal-decided', 'appeal-decided', 'appeal-taken-back', 'reopened'];
      return ['recommended', 'recommended', 'reopened', 'appeal-lodged', 'appeal-lodged', 'expired', 'visited', 'notice', 'reminded', 'replaced', ...(conditions.length > 0 ? (['condition-shown', 'condition-judged', 'condition-extended'] as const) : [])];
    case 'withdrawn': return ['noted'];
  }
}

/** Who should do it. */
function personOf(kind: EventKind, present: Case, move: Move): string {
  const { application: at } = present;
  const one = pick(PEOPLE, move.person);
  const assessor = 'assessor' in at ? at.assessor : one;
  if (move.other) return one;
  if (kind === 'decided') return PEOPLE.find((each) => mayDecide(present, each)) ?? one;
  if (kind === 'appeal-decided') return pick(PEOPLE.filter((each) => each !== present.decision?.decidedBy && each !== present.decision?.preparedBy), move.person);
  if (kind === 'impartiality') return at.state === 'assessing' ? assessor : (PEOPLE.find((each) => present.impartial[each] === undefined) ?? one);
  return assessor;
}

function byOf(kind: EventKind, present: Case, move: Move): By {
  const role = move.wild ? pick(CASE_ROLES, move.role) : pick(ROLES_OF[kind], move.role);
  return { role, person: role === 'system' ? 'system' : role === 'applicant' ? 'applicant' : personOf(kind, present, move) };
}

function outcomeOf(present: Case, { a }: Move): Outcome {
  const { application: at, approvals } = present;
  if (at.state === 'decided') return approvals.at(-1)?.state === 'suspended' && a % 4 > 0 ? 'reinstate' : pick(['suspend', 'withdraw'], a);
  if ('outcome' in at && a < 10) return at.outcome;
  return at.state === 'assessing' ? pick(APPLICATION_OUTCOMES, a) : pick(OUTCOMES, a);
}

/** Those that were heard about, with time enough; now and then a new one. */
function conditions({ draftConditions }: Case, { b }: Move, day: string): DecisionContent['conditions'] {
  if (draftConditions.length === 0 || b === 7) return [{ text: b === 7 ? 'new' : 'x', dueOn: addDays(day, 10 + b) }];
  return draftConditions.map(({ text, dueOn }) => ({ text, dueOn: dueOn > day ? dueOn : addDays(day, 10) }));
}

function decision(present: Case, move: Move, day: string): DecisionContent {
  const outcome = outcomeOf(present, move);
  const gives = (outcome === 'approve' || outcome === 'conditions') && move.b > 0;
  return {
    outcome, rule: 'r', considerations: move.b === 1 ? ' ' : 'c', facts: 'f', answerTreated: move.b === 2 ? null : 'a', guidance: { body: 'b', how: move.b === 3 ? '' : 'h' },
    validFrom: gives ? addDays(day, move.b === 4 ? -1 : move.b === 5 ? 20 : 0) : null, validTo: gives ? addDays(day, move.b === 6 ? -5 : 30 + 60 * move.b) : null,
    conditions: outcome === 'conditions' ? conditions(present, move, day) : [], redactions: [], language: 'da',
  };
}

/** What is in an event of a kind; deadlines now and then too short, words now and then missing. */
function contentOf(kind: EventKind, present: Case, move: Move, day: string): unknown {
  const { a, b } = move;
  const far = addDays(day, 2 + b);
  const files: string[] = [];
  const number = 1 + (a % Math.max(1, present.conditions.length));
  switch (kind) {
    case 'sent': return { criteria: CRITERIA, limits: LIMITS, validMonths: 24, competitor: false, renews: null, dueOn: addDays(day, 60) };
    case 'withdrawn': return { reason: null };
    case 'assigned': return { person: pick(PEOPLE, a) };
    case 'impartiality': return { impartial: b > 0, statement: null };
    case 'decider-named': return { person: pick(PEOPLE, a), apart: 'x' };
    case 'finding': return { criterion: b === 0 ? '9' : (CRITERIA.find((each) => !present.found.includes(each)) ?? '1'), score: 'met', grounds: 'g', evidence: null, files, adoptedFrom: null };
    case 'checked': return { results: [] };
    case 'asked': return { text: 'q', deadline: far };
    case 'answered': return { text: 'a', files };
    case 'recommended': { const outcome = outcomeOf(present, move); return { outcome, reasons: 'r', conditions: outcome === 'conditions' ? [{ text: 'x', dueOn: addDays(day, 30) }] : [] }; }
    case 'hearing-opened': return { facts: 'f', reasons: 'r', deadline: addDays(day, 3 + b) };
    case 'hearing-extended': return { deadline: far };
    case 'hearing-answered': return { text: 'a', corrections: Array.from({ length: b % 3 }, () => ({ passage: 'p', says: 's' })), files };
    case 'correction-treated': return { number: present.application.state === 'heard' && present.application.corrections[0] !== undefined && a > 0 ? present.application.corrections[0] : 9, accepted: true, how: 'h' };
    case 'taken-back': return { reason: 'r' };
    case 'decided': return decision(present, move, day);
    case 'noted': return { text: 'n' };
    case 'condition-shown': return { number, text: 't', files };
    case 'condition-judged': return { number, met: b % 2 === 0, grounds: 'g' };
    case 'condition-extended': return { number, dueOn: addDays(day, 4 * b), grounds: 'g' };
    case 'visited': return { on: day, announced: true, observations: 'o', files };
    case 'notice': return { text: 'n' };
    case 'replaced': return { from: addDays(day, b), applicationId: 1 };
    case 'reminded': return { of: String(a) };
    case 'appeal-lodged': return { text: 'a' };
    case 'appeal-decided': return { result: pick(['upheld', 'dismissed', 'sent-back'], a), body: 'b', grounds: 'g', validFrom: b > 1 ? day : null, validTo: b > 1 ? addDays(day, 100) : null };
    case 'reopened': return { reason: 'r' };
    case 'unanswered': case 'hearing-over': case 'expired': case 'appeal-taken-back': return {};
  }
}

export function eventOf(move: Move, present: Case, day: string): CaseEvent {
  const kind = move.wild ? pick(EVENT_KINDS, move.kind) : pick(sensible(present), move.kind);
  return { kind, by: byOf(kind, present, move), on: day, content: contentOf(kind, present, move, day) } as CaseEvent;
}

export const sentEvent = (day: string): CaseEvent<'sent'> => ({
  kind: 'sent', by: { person: 'applicant', role: 'applicant' }, on: day, content: { criteria: CRITERIA, limits: LIMITS, validMonths: 24, competitor: false, renews: null, dueOn: addDays(day, 60) },
});
