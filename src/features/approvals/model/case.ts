/** A case as its entries make it: the fold, and the question whether something may happen next. Pure. */
import type { Appeal, Appealable } from './appeal.ts';
import { send, type Application } from './application.ts';
import { countsOn, type Approval } from './approval.ts';
import type { Condition } from './condition.ts';
import type { CaseEntry, CaseEvent, EventContent } from './events.ts';
import { ROLES_OF } from './events.ts';
import { HANDLERS, type Handler } from './steps.ts';
import { isRefusal, refuse, type Refusal } from './refusal.ts';

export interface LastDecision extends Appealable {
  on: string;
}

export interface Case {
  /** Number of the last entry: the version that forms are made from. */
  seq: number;
  /** Grows each time that the case is opened again. */
  round: number;
  application: Application;
  /** In the order they were given; at most the last one is not over, or ends when the next begins. */
  approvals: readonly Approval[];
  conditions: readonly Condition[];
  appeal: Appeal;
  decision: LastDecision | null;
  /** The authority offers the same service in the same place. */
  competitor: boolean;
  /** Where the authority is a competitor. */
  namedDecider: string | null;
  criteria: readonly string[];
  limits: EventContent<'sent'>['limits'];
  validMonths: number;
  /** Last day to decide; later by the working days that were the applicant's. */
  dueOn: string;
  /** Criteria that have a finding. */
  found: readonly string[];
  /** People who did something that the decision rests on. */
  preparers: readonly string[];
  /** Who recommended what is to be decided. */
  recommendedBy: string | null;
  /** By person: what they said last about themselves. */
  impartial: Readonly<Record<string, boolean>>;
  /** Conditions that the recommendation, or the hearing, names. */
  draftConditions: readonly EventContent<'recommended'>['conditions'][number][];
  reminded: readonly string[];
}

export function begin({ content }: CaseEvent<'sent'>): Case {
  const { competitor, criteria, limits, validMonths, dueOn } = content;
  return {
    seq: 1, round: 1, application: send(), approvals: [], conditions: [], appeal: { state: 'none' }, decision: null, competitor, namedDecider: null, criteria, limits, validMonths, dueOn,
    found: [], preparers: [], recommendedBy: null, impartial: {}, draftConditions: [], reminded: [],
  };
}

/** The case after the event, or why it may not happen. @param present null: there is none yet */
export function step(present: Case | null, event: CaseEvent): Case | Refusal {
  if (!ROLES_OF[event.kind].includes(event.by.role)) return refuse('case-role');
  if (present === null) return event.kind === 'sent' ? begin(event) : refuse('case-state');
  if (event.kind === 'sent') return refuse('case-state');
  const next = (HANDLERS[event.kind] as Handler)(present, event);
  return isRefusal(next) ? next : { ...next, seq: present.seq + 1 };
}

/** @throws when they are not the entries of a case: nothing was ever kept that could not happen */
export function fold(entries: readonly CaseEntry[]): Case {
  let present: Case | null = null;
  for (const entry of entries) {
    const next: Case | Refusal = step(present, entry);
    if (isRefusal(next)) throw new Error(`Entry ${entry.seq} (${entry.kind}) cannot follow: ${next.refused}.`);
    present = next;
  }
  if (present === null) throw new Error('A case without entries.');
  return present;
}

/** The approval that is not over, or else the one given last. */
export const presentApproval = ({ approvals }: Case): Approval | null => approvals.at(-1) ?? null;

export interface Validity {
  valid: boolean;
  /** What there was on the day; null: nothing was ever given. */
  approval: Approval | null;
}

/** Whether the case gave an approval that counted on a day, as it stood at the end of that day. @param day YYYY-MM-DD, any past one */
export function validOn(entries: readonly CaseEntry[], day: string): Validity {
  const known = entries.filter((each) => each.on <= day);
  if (known.length === 0) return { valid: false, approval: null };
  const { approvals } = fold(known);
  const counting = approvals.find((each) => countsOn(each, day));
  return { valid: counting !== undefined, approval: counting ?? approvals.at(-1) ?? null };
}
