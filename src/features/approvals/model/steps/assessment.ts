import { addWorkingDays } from '#features/approvals/clocks.ts';
import * as application from '../application.ts';
import type { Case } from '../case.ts';
import type { By, EventContent } from '../events.ts';
import { isRefusal, refuse, type Refusal } from '../refusal.ts';
import type { Handlers } from '../steps.ts';
import { assessorProblem, impartialityProblem, prepared, withApplication } from './common.ts';
import { workingDaysBetween } from '#features/enquiries/working-days.ts';

/** The days between were the applicant's. */
export const pause = (present: Case, from: string, until: string): Case => ({ ...present, dueOn: addWorkingDays(present.dueOn, workingDaysBetween(from, until)) });

/** What an assessor does while the case is being assessed. */
function assessing(present: Case, by: By): Refusal | application.Assessing {
  if (present.application.state !== 'assessing') return refuse('case-state');
  return assessorProblem(present, by) ?? present.application;
}

/** The recommended outcome, from the only states that it can be recommended in. */
function recommendation(present: Case, outcome: EventContent<'recommended'>['outcome']): application.Proposed | application.Drafted | Refusal {
  const { application: at, approvals, appeal } = present;
  if (outcome === 'approve' || outcome === 'conditions' || outcome === 'refuse') {
    if (at.state !== 'assessing') return refuse('case-state');
    if (present.criteria.some((each) => !present.found.includes(each))) return refuse('case-findings-missing');
    return outcome === 'approve' ? application.recommendApproval(at) : application.draft(at, outcome);
  }
  if (at.state !== 'decided') return refuse('case-state');
  if (appeal.state === 'lodged') return refuse('case-appeal-open');
  const approval = approvals.at(-1);
  if (approval === undefined || approval.state === 'over') return refuse('case-nothing-in-force');
  if (outcome === 'withdraw') return application.draftWithdrawal(at, approval);
  if (outcome === 'suspend') return approval.state === 'in-force' ? application.draftSuspension(at, approval) : refuse('case-state');
  return approval.state === 'suspended' ? application.recommendReinstatement(at, approval) : refuse('case-not-suspended');
}

/** Conditions stand where the outcome has them, and nowhere else. @param day today */
export function conditionsProblem(outcome: EventContent<'decided'>['outcome'], conditions: EventContent<'decided'>['conditions'], day: string): Refusal | null {
  if (outcome === 'conditions' && conditions.length === 0) return refuse('case-conditions-missing', 'conditions');
  if (outcome !== 'conditions' && conditions.length > 0) return refuse('case-conditions-extra', 'conditions');
  return conditions.some((each) => each.dueOn <= day) ? refuse('case-condition-past', 'conditions') : null;
}

export const ASSESSMENT: Handlers<
  'withdrawn' | 'assigned' | 'impartiality' | 'decider-named' | 'finding' | 'checked' | 'asked' | 'answered' | 'unanswered' | 'recommended' | 'taken-back' | 'noted'
> = {
  withdrawn(present) {
    const { application: at, round } = present;
    if (at.state === 'decided' || at.state === 'withdrawn') return refuse('case-state');
    return round > 1 ? refuse('case-decided-once') : withApplication(present, application.withdraw(at));
  },
  assigned(present, { content }) {
    const { application: at } = present;
    if (at.state === 'withdrawn') return refuse('case-state');
    if (present.impartial[content.person] === false) return refuse('case-not-impartial', 'person');
    return { ...present, application: at.state === 'received' ? application.assign(at, content.person) : application.handOver(at, content.person) };
  },
  impartiality(present, { by, content }) {
    if (present.application.state === 'withdrawn') return refuse('case-state');
    return { ...present, impartial: { ...present.impartial, [by.person]: content.impartial } };
  },
  'decider-named'(present, { content }) {
    const { application: at, preparers, impartial } = present;
    if (at.state === 'withdrawn') return refuse('case-state');
    if (preparers.includes(content.person)) return refuse('case-own-preparation', 'person');
    return impartial[content.person] === false ? refuse('case-not-impartial', 'person') : { ...present, namedDecider: content.person };
  },
  finding(present, { by, content }) {
    const at = assessing(present, by);
    if (isRefusal(at)) return at;
    const { criterion, grounds } = content;
    if (!present.criteria.includes(criterion)) return refuse('case-criterion-unknown', 'criterion');
    if (grounds.trim() === '') return refuse('case-words-missing', 'grounds');
    return prepared({ ...present, found: present.found.includes(criterion) ? present.found : [...present.found, criterion] }, by);
  },
  checked(present, { by }) {
    if (present.application.state === 'withdrawn' || present.application.state === 'received') return refuse('case-state');
    return assessorProblem(present, by) ?? present;
  },
  asked(present, { by, on, content }) {
    const at = assessing(present, by);
    if (isRefusal(at)) return at;
    if (content.text.trim() === '') return refuse('case-words-missing', 'text');
    if (content.deadline < addWorkingDays(on, present.limits.reply)) return refuse('case-deadline-short', 'deadline');
    return { ...present, application: application.ask(at, on, content.deadline) };
  },
  answered(present, { on }) {
    const { application: at } = present;
    return at.state === 'questioned' ? pause({ ...present, application: application.answered(at) }, at.askedOn, on) : refuse('case-state');
  },
  unanswered(present, { on }) {
    const { application: at } = present;
    if (at.state !== 'questioned') return refuse('case-state');
    const next = application.unanswered(at, on);
    return isRefusal(next) ? next : pause({ ...present, application: next }, at.askedOn, at.deadline);
  },
  recommended(present, { by, on, content }) {
    const next = recommendation(present, content.outcome);
    if (isRefusal(next)) return next;
    const problem = assessorProblem(present, by) ?? (content.reasons.trim() === '' ? refuse('case-words-missing', 'reasons') : null) ?? conditionsProblem(content.outcome, content.conditions, on);
    return problem ?? prepared({ ...present, application: next, recommendedBy: by.person, draftConditions: content.conditions }, by);
  },
  'taken-back'(present, { by }) {
    const { application: at } = present;
    if (at.state !== 'proposed' && at.state !== 'drafted' && at.state !== 'heard') return refuse('case-state');
    const problem = by.role === 'decider' && at.assessor !== by.person ? impartialityProblem(present, by.person) : assessorProblem(present, by);
    return problem ?? { ...present, application: application.takeBack(at), recommendedBy: null, draftConditions: [] };
  },
  noted(present, { content }) {
    return content.text.trim() === '' ? refuse('case-words-missing', 'text') : present;
  },
};
