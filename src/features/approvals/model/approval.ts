/** An approval that was given: a type for each state, and for each move a function that takes only the states it may start from. Pure. */
import { refuse, type Refusal } from './refusal.ts';

/** Days are YYYY-MM-DD; `from` and `to` are the first and the last day. */
interface Period {
  /** Entry that gave it. */
  seq: number;
  from: string;
  to: string;
}
/** Given and not taken back; whether it counts on a day is a question of its period. */
export interface InForce extends Period {
  state: 'in-force';
}
export interface Suspended extends Period {
  state: 'suspended';
  /** Entry that suspended it. */
  by: number;
}
export type EndedBy = 'expired' | 'withdrawn' | 'replaced' | 'refused';
export interface Over extends Period {
  state: 'over';
  why: EndedBy;
  /** First day on which it counts no more. */
  overFrom: string;
  /** Entry that ended it. */
  by: number;
  before: InForce | Suspended;
}
export type Approval = InForce | Suspended | Over;
export type ApprovalState = Approval['state'];

/** @param latest last day that the standard allows @param day today: nothing is approved backwards */
export function grant(seq: number, from: string | null, to: string | null, latest: string, day: string): InForce | Refusal {
  if (from === null || to === null) return refuse('case-period-missing', from === null ? 'validFrom' : 'validTo');
  if (from < day) return refuse('case-period-past', 'validFrom');
  if (to <= from) return refuse('case-period-order', 'validTo');
  return to > latest ? refuse('case-period-long', 'validTo') : { state: 'in-force', seq, from, to };
}

/** Never before it began, and never after it would have ended by itself. */
function end(at: InForce | Suspended, why: EndedBy, day: string, by: number): Over {
  const last = dayAfter(at.to);
  return { state: 'over', seq: at.seq, from: at.from, to: at.to, why, overFrom: day < at.from ? at.from : day > last ? last : day, by, before: at };
}

/** @param by number of the entry that does it, here and below */
export const suspend = ({ seq, from, to }: InForce, by: number): Suspended => ({ state: 'suspended', seq, from, to, by });
export const reinstate = ({ seq, from, to }: Suspended): InForce => ({ state: 'in-force', seq, from, to });
export const withdraw = (at: InForce | Suspended, day: string, by: number): Over => end(at, 'withdrawn', day, by);
/** The case was decided anew, and the answer is no. */
export const refuseAfterAll = (at: InForce | Suspended, day: string, by: number): Over => end(at, 'refused', day, by);
/** One that is suspended does not begin to count again before what comes in its place. @param from first day of that @param day today */
export const replace = (at: InForce | Suspended, from: string, day: string, by: number): Over => end(at, 'replaced', at.state === 'suspended' ? day : from, by);
export const expire = (at: InForce | Suspended, day: string, by: number): Over | Refusal => (day > at.to ? end(at, 'expired', dayAfter(at.to), by) : refuse('case-not-over'));

/** An appeal undid what ended it: it stands as before, from now on and not for the time between. Its period is not made longer. */
export const restore = ({ before }: Over): InForce | Suspended => before;

/** First day on which it counts no more, as far as is known. */
export const overFrom = (at: Approval): string => (at.state === 'over' ? at.overFrom : dayAfter(at.to));

/** Whether it counts on the day up to which it was worked out. */
export function countsOn(at: Approval, day: string): boolean {
  const stands = at.state === 'in-force' || (at.state === 'over' && at.before.state === 'in-force');
  return stands && at.from <= day && day < overFrom(at);
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
