/** What can be offered after a decision; whether it may be done the model says when it is. Pure. */
import { presentApproval, type Case } from '../model/case.ts';
import type { Measure } from '../model/outcome.ts';
import type { Viewer } from './next-step.ts';

export interface Possible {
  /** The approval is not over, so visits and notices are about something. */
  watched: boolean;
  measures: readonly Measure[];
  reopens: boolean;
}

export function possibleMeasures(present: Case, { personId, decides }: Viewer): Possible {
  const { application: at, appeal, impartial } = present;
  const approval = presentApproval(present);
  const quiet = at.state === 'decided' && appeal.state !== 'lodged';
  const has = at.state === 'decided' && at.assessor === personId && impartial[personId] === true;
  const measures: readonly Measure[] = approval?.state === 'in-force' ? ['suspend', 'withdraw'] : approval?.state === 'suspended' ? ['reinstate', 'withdraw'] : [];
  return { watched: approval !== null && approval.state !== 'over', measures: quiet && has ? measures : [], reopens: quiet && decides };
}
