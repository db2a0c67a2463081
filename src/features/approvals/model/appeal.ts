/** An appeal against a decision: a type for each state. Pure. */
import { isFavourable, type Outcome } from './outcome.ts';
import { refuse, type Refusal } from './refusal.ts';

/** What of a decision an appeal needs to know. */
export interface Appealable {
  /** Entry of the decision. */
  seq: number;
  outcome: Outcome;
  /** Last day to appeal. */
  appealUntil: string;
  preparedBy: string;
  decidedBy: string;
}
export interface NoAppeal {
  state: 'none';
}
export interface Lodged {
  state: 'lodged';
  lodgedOn: string;
  against: Appealable;
}
export const APPEAL_RESULTS = ['upheld', 'dismissed', 'sent-back'] as const;
export type AppealResult = (typeof APPEAL_RESULTS)[number];
export interface Closed {
  state: AppealResult | 'taken-back';
  against: Appealable;
}
export type Appeal = NoAppeal | Lodged | Closed;
export type AppealState = Appeal['state'];

/** One appeal a decision, in time, and only where there is something to complain of. */
export function lodge(at: NoAppeal | Closed, against: Appealable, day: string): Lodged | Refusal {
  if (isFavourable(against.outcome)) return refuse('case-nothing-to-appeal');
  if (at.state !== 'none' && at.against.seq === against.seq) return refuse('case-appealed-before');
  return day > against.appealUntil ? refuse('case-appeal-late') : { state: 'lodged', lodgedOn: day, against };
}

export const takeBackAppeal = ({ against }: Lodged): Closed => ({ state: 'taken-back', against });

/** Whoever prepared or made the decision does not record what came of the appeal against it. */
export function closeAppeal({ against }: Lodged, result: AppealResult, by: string): Closed | Refusal {
  return by === against.decidedBy || by === against.preparedBy ? refuse('case-own-decision') : { state: result, against };
}
