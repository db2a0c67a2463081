import * as appeal from '../appeal.ts';
import * as application from '../application.ts';
import * as approval from '../approval.ts';
import type { Case } from '../case.ts';
import * as condition from '../condition.ts';
import type { CaseEvent } from '../events.ts';
import { isRefusal, refuse, type Refusal } from '../refusal.ts';
import type { Handlers } from '../steps.ts';
import { impartialityProblem, isAnswered } from './common.ts';
import { granted } from './decisions.ts';

/** The approval as it was before the decision took it away; what has run out meanwhile expires at the next day's duty. */
function restored(present: Case, { seq }: appeal.Appealable): Case {
  const last = present.approvals.at(-1);
  if (last === undefined || last.state === 'in-force' || last.by !== seq) return present;
  const back = last.state === 'suspended' ? approval.reinstate(last) : approval.restore(last);
  return { ...present, approvals: [...present.approvals.slice(0, -1), back] };
}

const withoutConditions = (present: Case, seq: number): Case => ({
  ...present, conditions: present.conditions.map((each) => (each.seq === seq && condition.isPending(each) ? condition.lapse(each) : each)),
});

/** What an upheld appeal does: what was taken is given back, what was asked for is given. */
function upheld(present: Case, at: application.Decided, against: appeal.Appealable, { on, content }: CaseEvent<'appeal-decided'>): Case | Refusal {
  const { seq, outcome } = against;
  if (outcome === 'suspend' || outcome === 'withdraw') return restored(present, against);
  const approved = { ...present, application: application.approveOnAppeal(at) };
  return outcome === 'conditions' ? withoutConditions(approved, seq) : granted(approved, content, on);
}

/** The decision is set aside, and the case is to be decided anew; a measure has then never been decided. */
function sentBack(present: Case, at: application.Decided, against: appeal.Appealable): Case {
  const { outcome } = against;
  if (outcome === 'suspend' || outcome === 'withdraw') return restored(present, against);
  return { ...(outcome === 'refuse' ? restored(present, against) : present), application: application.reopen(at), round: present.round + 1 };
}

export const APPEALS: Handlers<'appeal-lodged' | 'appeal-taken-back' | 'appeal-decided'> = {
  'appeal-lodged'(present, { on, content }) {
    const { appeal: before, decision } = present;
    // A measure that is considered takes nobody's time to appeal; what comes of the appeal waits for it.
    if (!isAnswered(present) || decision === null) return refuse('case-state');
    if (before.state === 'lodged') return refuse('case-appeal-open');
    if (content.text.trim() === '') return refuse('case-words-missing', 'text');
    const next = appeal.lodge(before, decision, on);
    return isRefusal(next) ? next : { ...present, appeal: next };
  },
  'appeal-taken-back'(present) {
    return present.appeal.state === 'lodged' ? { ...present, appeal: appeal.takeBackAppeal(present.appeal) } : refuse('case-no-appeal');
  },
  'appeal-decided'(present, event) {
    const { application: at, appeal: lodged } = present;
    const { by, content } = event;
    if (at.state !== 'decided' || lodged.state !== 'lodged') return refuse('case-no-appeal');
    for (const field of ['body', 'grounds'] as const) if (content[field].trim() === '') return refuse('case-words-missing', field);
    const closed = appeal.closeAppeal(lodged, content.result, by.person);
    const problem = isRefusal(closed) ? closed : impartialityProblem(present, by.person);
    if (problem || isRefusal(closed)) return problem ?? refuse('case-no-appeal');
    const next = { ...present, appeal: closed };
    if (content.result === 'upheld') return upheld(next, at, lodged.against, event);
    return content.result === 'sent-back' ? sentBack(next, at, lodged.against) : next;
  },
};
