/** Outcomes that a decider may choose from what was recommended. Pure. */
import { APPLICATION_OUTCOMES, isApplicationOutcome, isFavourable, MEASURES, SEVERITY, type Outcome } from '../model/outcome.ts';

/** What was heard about, or something milder, the hardest last; without a hearing only what is fully favourable. */
export function milderOrEqual(recommended: Outcome): Outcome[] {
  if (isFavourable(recommended)) return [recommended];
  const same: readonly Outcome[] = isApplicationOutcome(recommended) ? APPLICATION_OUTCOMES : MEASURES.filter((each) => each !== 'reinstate');
  return same.filter((each) => SEVERITY[each] <= SEVERITY[recommended]);
}
