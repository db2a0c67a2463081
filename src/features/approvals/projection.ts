/** The columns of a case that follow from its entries. Pure. */
import { presentApproval, type Case } from './model/case.ts';
import { isPending } from './model/condition.ts';

export interface Projection {
  seq: number;
  state: Case['application']['state'];
  measure: boolean;
  assessorId: string | null;
  dueOn: string;
  replyBy: string | null;
  appeal: Case['appeal']['state'];
  decidedOn: string | null;
  approval: 'in-force' | 'suspended' | 'over' | null;
  validFrom: string | null;
  validTo: string | null;
  conditionDue: string | null;
  /** Conditions or a measure ask for somebody's attention. */
  followUp: boolean;
}

export function projection(present: Case): Projection {
  const { application: at, conditions, decision, appeal, seq, dueOn } = present;
  const given = presentApproval(present);
  const measure = 'standing' in at && at.standing !== null;
  const due = conditions.filter(({ state }) => state === 'open' || state === 'unmet').map((each) => each.dueOn).sort();
  return {
    seq, dueOn,
    state: at.state,
    measure,
    assessorId: 'assessor' in at ? at.assessor : null,
    replyBy: at.state === 'questioned' || at.state === 'hearing' ? at.deadline : null,
    appeal: appeal.state,
    decidedOn: decision?.on ?? null,
    approval: given?.state ?? null,
    validFrom: given?.from ?? null,
    validTo: given?.to ?? null,
    conditionDue: due[0] ?? null,
    followUp: measure || conditions.some(isPending),
  };
}
