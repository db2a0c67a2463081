import type { Case } from '../case.ts';
import * as condition from '../condition.ts';
import { isRefusal, refuse, type Refusal } from '../refusal.ts';
import type { Handlers } from '../steps.ts';

const given = (words: string, field: string): Refusal | null => (words.trim() === '' ? refuse('case-words-missing', field) : null);
/** Supervision is of an approval that is not over. */
const watched = ({ approvals }: Case): Refusal | null => (approvals.some((each) => each.state !== 'over') ? null : refuse('case-nothing-in-force'));

function onCondition(present: Case, number: number, move: (at: condition.Condition) => condition.Condition | Refusal): Case | Refusal {
  const at = present.conditions.find((each) => each.number === number);
  if (at === undefined) return refuse('case-condition-unknown');
  const next = move(at);
  return isRefusal(next) ? next : { ...present, conditions: present.conditions.map((each) => (each.number === number ? next : each)) };
}

export const FOLLOW_UP: Handlers<'condition-shown' | 'condition-judged' | 'condition-extended' | 'visited' | 'notice' | 'reminded'> = {
  'condition-shown': (present, { content }) =>
    given(content.text, 'text') ?? onCondition(present, content.number, (at) => (at.state === 'open' || at.state === 'unmet' ? condition.showMet(at) : refuse('case-condition-state'))),
  'condition-judged': (present, { content }) =>
    given(content.grounds, 'grounds') ?? onCondition(present, content.number, (at) => {
      if (content.met) return condition.isPending(at) ? condition.acceptMet(at) : refuse('case-condition-state');
      return at.state === 'open' || at.state === 'shown' ? condition.findUnmet(at) : refuse('case-condition-state');
    }),
  'condition-extended': (present, { content }) =>
    given(content.grounds, 'grounds') ?? onCondition(present, content.number, (at) => (condition.isPending(at) ? condition.extend(at, content.dueOn) : refuse('case-condition-state'))),
  visited: (present, { content }) => watched(present) ?? given(content.observations, 'observations') ?? present,
  notice: (present, { content }) => watched(present) ?? given(content.text, 'text') ?? present,
  reminded: (present, { content }) => (present.reminded.includes(content.of) ? refuse('case-reminded-before') : { ...present, reminded: [...present.reminded, content.of] }),
};
