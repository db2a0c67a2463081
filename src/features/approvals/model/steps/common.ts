/** What handlers share: the rules about who may act. Pure. */
import type { Application } from '../application.ts';
import type { Case } from '../case.ts';
import type { By } from '../events.ts';
import { isRefusal, refuse, type Refusal } from '../refusal.ts';

/** With another state of the application. */
export const withApplication = (present: Case, application: Application | Refusal): Case | Refusal => (isRefusal(application) ? application : { ...present, application });

/** The application has its answer, also while a measure about the approval is considered. */
export const isAnswered = ({ application: at }: Case): boolean => at.state === 'decided' || ('standing' in at && at.standing !== null);

/** Only who has said to be impartial. */
export function impartialityProblem({ impartial }: Case, person: string): Refusal | null {
  const said = impartial[person];
  if (said === undefined) return refuse('case-impartiality-missing');
  return said ? null : refuse('case-not-impartial');
}

/** Only who has the case, and has said to be impartial. */
export function assessorProblem(present: Case, { person }: By): Refusal | null {
  const { application } = present;
  if (!('assessor' in application) || application.assessor !== person) return refuse('case-not-assigned');
  return impartialityProblem(present, person);
}

/** From now on not the one to decide. */
export const prepared = (present: Case, { person }: By): Case => (present.preparers.includes(person) ? present : { ...present, preparers: [...present.preparers, person] });
