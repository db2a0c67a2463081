/** The one thing to do next in a case at the authority, for whoever looks at it. It leads people; what they may do the model says. Pure. */
import { presentApproval, type Case } from '../model/case.ts';
import { isLate } from '../model/condition.ts';

export interface Viewer {
  personId: string;
  decides: boolean;
}

export type DeskStep =
  | { step: 'assign' | 'declare' | 'recommend' | 'hear' | 'heard' | 'corrections' | 'decide' | 'name-decider' | 'decide-other' | 'condition' | 'overdue' | 'appeal' | 'appeal-other' | 'follow' | 'closed' | 'other' }
  | { step: 'assess'; left: number }
  | { step: 'answer' | 'hearing'; until: string; over: boolean };

function afterDecision(present: Case, { personId, decides }: Viewer, day: string): DeskStep {
  const { appeal, conditions } = present;
  if (appeal.state === 'lodged') {
    const own = personId === appeal.against.decidedBy || personId === appeal.against.preparedBy;
    return { step: decides && !own ? 'appeal' : 'appeal-other' };
  }
  if (conditions.some(({ state }) => state === 'shown')) return { step: 'condition' };
  if (conditions.some((each) => isLate(each, day))) return { step: 'overdue' };
  const approval = presentApproval(present);
  return { step: approval !== null && approval.state !== 'over' ? 'follow' : 'closed' };
}

function deciding(present: Case, { personId, decides }: Viewer): DeskStep {
  if (present.competitor && present.namedDecider === null) return { step: 'name-decider' };
  const may = decides && !present.preparers.includes(personId) && (!present.competitor || present.namedDecider === personId);
  return { step: may ? 'decide' : 'decide-other' };
}

function assessing(present: Case, assessor: string, { personId }: Viewer): DeskStep {
  if (assessor !== personId) return { step: 'other' };
  if (present.impartial[personId] !== true) return { step: 'declare' };
  const left = present.criteria.filter((each) => !present.found.includes(each)).length;
  return left > 0 ? { step: 'assess', left } : { step: 'recommend' };
}

/** @param day today */
export function deskStep(present: Case, viewer: Viewer, day: string): DeskStep {
  const { application: at } = present;
  switch (at.state) {
    case 'received':
      return { step: 'assign' };
    case 'assessing':
      return assessing(present, at.assessor, viewer);
    case 'questioned':
      return { step: 'answer', until: at.deadline, over: day > at.deadline };
    case 'drafted':
      return at.assessor === viewer.personId ? { step: 'hear' } : { step: 'other' };
    case 'hearing':
      return { step: 'hearing', until: at.deadline, over: day > at.deadline };
    case 'heard':
      if (at.corrections.length > 0) return { step: at.assessor === viewer.personId ? 'corrections' : 'other' };
      return deciding(present, viewer).step === 'decide' || at.assessor !== viewer.personId ? deciding(present, viewer) : { step: 'heard' };
    case 'proposed':
      return deciding(present, viewer);
    case 'decided':
      return afterDecision(present, viewer, day);
    case 'withdrawn':
      return { step: 'closed' };
  }
}
