import { addMonths, orNextWorkingDay } from '#features/approvals/clocks.ts';
import { addDays } from '#features/enquiries/working-days.ts';
import * as application from '../application.ts';
import * as approval from '../approval.ts';
import type { Case } from '../case.ts';
import * as condition from '../condition.ts';
import type { By, CaseEvent, DecisionContent } from '../events.ts';
import { isFavourable, type Outcome } from '../outcome.ts';
import { isRefusal, refuse, type Refusal } from '../refusal.ts';
import type { Handlers } from '../steps.ts';
import { conditionsProblem } from './assessment.ts';
import { impartialityProblem } from './common.ts';

/** Four eyes, both impartial; where the authority competes, the one who was named. */
function deciderProblem(present: Case, { person }: By): Refusal | null {
  const { preparers, recommendedBy, competitor, namedDecider } = present;
  if (preparers.includes(person)) return refuse('case-own-preparation');
  const partial = impartialityProblem(present, person) ?? impartialityProblem(present, recommendedBy ?? '');
  if (partial || !competitor) return partial;
  if (namedDecider === null) return refuse('case-decider-not-named');
  return namedDecider === person ? null : refuse('case-not-named-decider');
}

function wordsProblem(present: Case, content: DecisionContent): Refusal | null {
  for (const field of ['rule', 'considerations', 'facts'] as const) if (content[field].trim() === '') return refuse('case-words-missing', field);
  for (const field of ['body', 'how'] as const) if (content.guidance[field].trim() === '') return refuse('case-guidance-missing', `guidance.${field}`);
  const answered = present.application.state === 'heard' && present.application.reply === 'answered';
  return answered && (content.answerTreated ?? '').trim() === '' ? refuse('case-answer-untreated', 'answerTreated') : null;
}

const plain = (text: string): string => text.replaceAll('\r\n', '\n').trim();

/** Who was heard about conditions was heard about those: one may be left out or get more time, another one needs another hearing. */
function unheard({ application: at, draftConditions }: Case, { outcome, conditions }: DecisionContent): Refusal | null {
  if (at.state !== 'heard' || at.outcome !== 'conditions' || outcome !== 'conditions') return null;
  const known = conditions.every(({ text, dueOn }) => draftConditions.some((each) => plain(each.text) === plain(text) && each.dueOn <= dueOn));
  return known ? null : refuse('case-condition-unheard', 'conditions');
}

/** The application after the decision, from the only two states in which it can be decided. */
function outcomeOf({ application: at }: Case, outcome: Outcome): application.Decided | Refusal {
  if (at.state === 'heard') return application.decideHeard(at, outcome);
  if (at.state === 'hearing') return refuse('case-hearing-runs');
  if (at.state === 'drafted') return refuse('case-hearing-missing');
  if (at.state !== 'proposed') return refuse('case-state');
  return isFavourable(outcome) ? application.decideFavourably(at, outcome) : refuse('case-hearing-missing', 'outcome');
}

const lapseAll = (present: Case): Case => ({ ...present, conditions: present.conditions.map((each) => (condition.isPending(each) ? condition.lapse(each) : each)) });

/** Ends what is not over; the conditions of it ask for nothing more. */
function ended(present: Case, how: (at: approval.InForce | approval.Suspended) => approval.Over): Case {
  const last = present.approvals.at(-1);
  return last === undefined || last.state === 'over' ? present : lapseAll({ ...present, approvals: [...present.approvals.slice(0, -1), how(last)] });
}

const changed = (present: Case, next: approval.Approval): Case => ({ ...present, approvals: [...present.approvals.slice(0, -1), next] });

/** A new approval in the place of the one there may be. */
export function granted(present: Case, period: Pick<DecisionContent, 'validFrom' | 'validTo'>, day: string): Case | Refusal {
  const latest = addDays(addMonths(period.validFrom ?? day, present.validMonths), -1);
  const given = approval.grant(present.seq + 1, period.validFrom, period.validTo, latest, day);
  if (isRefusal(given)) return given;
  const before = ended(present, (at) => approval.replace(at, given.from, day, present.seq + 1));
  // One that was to begin later has ended an earlier one on that day, and what is over stays as it is.
  const still = before.approvals.some((each) => each.from < approval.overFrom(each) && approval.overFrom(each) > given.from);
  if (still) return refuse('case-approval-overlaps', 'validFrom');
  return { ...before, approvals: [...before.approvals, given] };
}

function effect(present: Case, { on, content }: CaseEvent<'decided'>): Case | Refusal {
  const { outcome } = content;
  const last = present.approvals.at(-1);
  if (outcome === 'approve' || outcome === 'conditions') {
    const next = granted(present, content, on);
    if (isRefusal(next)) return next;
    const first = next.conditions.length + 1;
    const set = content.conditions.map((each, n) => condition.setCondition({ ...each, number: first + n, seq: present.seq + 1 }));
    return { ...next, conditions: [...next.conditions, ...set] };
  }
  if (outcome === 'refuse') return ended(present, (at) => approval.refuseAfterAll(at, on, present.seq + 1));
  // What has run out meanwhile is no longer there to be taken.
  if (last === undefined || last.state === 'over') return refuse('case-nothing-in-force');
  if (outcome === 'withdraw') return ended(present, (at) => approval.withdraw(at, on, present.seq + 1));
  if (outcome === 'suspend') return last.state === 'in-force' ? changed(present, approval.suspend(last, present.seq + 1)) : refuse('case-state');
  return last.state === 'suspended' ? changed(present, approval.reinstate(last)) : refuse('case-not-suspended');
}

export const DECISIONS: Handlers<'decided' | 'expired' | 'replaced' | 'reopened'> = {
  decided(present, event) {
    const { by, on, content } = event;
    const at = outcomeOf(present, content.outcome);
    if (isRefusal(at)) return at;
    const problem = deciderProblem(present, by) ?? wordsProblem(present, content) ?? conditionsProblem(content.outcome, content.conditions, on) ?? unheard(present, content);
    const next = problem ?? effect(present, event);
    if (isRefusal(next)) return next;
    const decision = {
      seq: present.seq + 1, on, outcome: content.outcome, decidedBy: by.person, preparedBy: present.recommendedBy ?? '', appealUntil: orNextWorkingDay(addDays(on, present.limits.appeal)),
    };
    return { ...next, application: at, decision, recommendedBy: null, draftConditions: [] };
  },
  expired(present, { on }) {
    const last = present.approvals.at(-1);
    if (last === undefined || last.state === 'over') return refuse('case-nothing-in-force');
    const over = approval.expire(last, on, present.seq + 1);
    return isRefusal(over) ? over : lapseAll(changed(present, over));
  },
  replaced(present, { on, content }) {
    const last = present.approvals.at(-1);
    return last === undefined || last.state === 'over' ? refuse('case-nothing-in-force') : ended(present, (at) => approval.replace(at, content.from, on, present.seq + 1));
  },
  reopened(present, { content }) {
    const { application: at, appeal } = present;
    if (at.state !== 'decided') return refuse('case-state');
    if (appeal.state === 'lodged') return refuse('case-appeal-open');
    return content.reason.trim() === '' ? refuse('case-words-missing', 'reason') : { ...present, application: application.reopen(at), round: present.round + 1 };
  },
};
