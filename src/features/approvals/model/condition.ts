/** A condition of an approval: a type for each state. Pure. */
import { refuse, type Refusal } from './refusal.ts';

interface Term {
  /** From 1, over all decisions of the case. */
  number: number;
  text: string;
  /** Last day to meet it. */
  dueOn: string;
  /** Entry of the decision that set it. */
  seq: number;
}
export interface OpenCondition extends Term {
  state: 'open';
}
/** The provider says that it is met. */
export interface ShownCondition extends Term {
  state: 'shown';
}
export interface MetCondition extends Term {
  state: 'met';
}
/** Looked at and not met; it can still be shown again. */
export interface UnmetCondition extends Term {
  state: 'unmet';
}
/** It asks for nothing any more: the approval is over, or another decision took its place. */
export interface LapsedCondition extends Term {
  state: 'lapsed';
}
export type Condition = OpenCondition | ShownCondition | MetCondition | UnmetCondition | LapsedCondition;

const term = ({ number, text, dueOn, seq }: Condition): Term => ({ number, text, dueOn, seq });

export const setCondition = (from: Term): OpenCondition => ({ ...from, state: 'open' });
export const showMet = (at: OpenCondition | UnmetCondition): ShownCondition => ({ ...term(at), state: 'shown' });
/** Also without anything shown, when a visit or published data tell. */
export const acceptMet = (at: OpenCondition | ShownCondition | UnmetCondition): MetCondition => ({ ...term(at), state: 'met' });
export const findUnmet = (at: OpenCondition | ShownCondition): UnmetCondition => ({ ...term(at), state: 'unmet' });
/** More time; never less. */
export const extend = <C extends OpenCondition | ShownCondition | UnmetCondition>(at: C, dueOn: string): C | Refusal => (dueOn > at.dueOn ? { ...at, dueOn } : refuse('case-deadline-short', 'dueOn'));
export const lapse = (at: OpenCondition | ShownCondition | UnmetCondition): LapsedCondition => ({ ...term(at), state: 'lapsed' });

export const isPending = (at: Condition): at is OpenCondition | ShownCondition | UnmetCondition => at.state !== 'met' && at.state !== 'lapsed';
/** Its day has passed, and it waits for the provider. */
export const isLate = (at: Condition, day: string): boolean => (at.state === 'open' || at.state === 'unmet') && day > at.dueOn;
