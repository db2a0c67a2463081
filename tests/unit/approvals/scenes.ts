/** Every situation that a case can be in, reached by what leads there. */
import { addDays } from '#features/enquiries/working-days.ts';
import { step, type Case } from '#features/approvals/model/case.ts';
import type { CaseEvent, CaseRole, DecisionContent, EventContent, EventKind } from '#features/approvals/model/events.ts';
import { isRefusal } from '#features/approvals/model/refusal.ts';
import { FIRST_DAY, sentEvent } from '#tests/support/case-moves.ts';

export const PERSON: Readonly<Record<CaseRole, string>> = { applicant: 'applicant', caseworker: 'anna', decider: 'dora', system: 'system' };

export interface Scene {
  present: Case;
  /** On which the next thing is tried. */
  day: string;
}
type Happening = readonly [kind: EventKind, role: CaseRole, content?: object, days?: number];

const happens = (kind: EventKind, role: CaseRole, content: object, on: string): CaseEvent => ({ kind, by: { role, person: PERSON[role] }, on, content }) as CaseEvent;

function play(...happenings: readonly Happening[]): Scene {
  const first = step(null, sentEvent(FIRST_DAY));
  if (isRefusal(first)) throw new Error(first.refused);
  let scene: Scene = { present: first, day: FIRST_DAY };
  for (const [kind, role, content = {}, days = 0] of happenings) {
    const day = addDays(scene.day, days);
    const next = step(scene.present, happens(kind, role, { ...CONTENT[kind](scene.present, day), ...content }, day));
    if (isRefusal(next)) throw new Error(`${kind}: ${next.refused}`);
    scene = { present: next, day };
  }
  return scene;
}

const decision = (outcome: DecisionContent['outcome'], day: string): DecisionContent => ({
  outcome, rule: 'r', considerations: 'c', facts: 'f', answerTreated: 'a', guidance: { body: 'b', how: 'h' }, redactions: [], language: 'da',
  validFrom: outcome === 'approve' || outcome === 'conditions' ? day : null, validTo: outcome === 'approve' || outcome === 'conditions' ? addDays(day, 300) : null,
  conditions: outcome === 'conditions' ? [{ text: 'x', dueOn: addDays(day, 70) }] : [],
});
const files: string[] = [];

/** What is right in an event of each kind, wherever one is right at all. */
export const CONTENT: { readonly [K in EventKind]: (present: Case, day: string) => EventContent<K> } = {
  sent: (_present, day) => sentEvent(day).content,
  withdrawn: () => ({ reason: null }),
  assigned: () => ({ person: 'anna' }),
  impartiality: () => ({ impartial: true, statement: null }),
  'decider-named': () => ({ person: 'dora', apart: 'x' }),
  finding: () => ({ criterion: '1', score: 'met', grounds: 'g', evidence: null, files, adoptedFrom: null }),
  checked: () => ({ results: [] }),
  asked: (_present, day) => ({ text: 'q', deadline: addDays(day, 20) }),
  answered: () => ({ text: 'a', files }),
  unanswered: () => ({}),
  recommended: ({ application, approvals }) => ({
    outcome: application.state !== 'decided' ? 'approve' : approvals.at(-1)?.state === 'suspended' ? 'reinstate' : 'suspend', reasons: 'r', conditions: [],
  }),
  'hearing-opened': (_present, day) => ({ facts: 'f', reasons: 'r', deadline: addDays(day, 20) }),
  'hearing-extended': (_present, day) => ({ deadline: addDays(day, 90) }),
  'hearing-answered': () => ({ text: 'a', corrections: [], files }),
  'hearing-over': () => ({}),
  'correction-treated': () => ({ number: 1, accepted: true, how: 'h' }),
  'taken-back': () => ({ reason: 'r' }),
  decided: ({ application }, day) => decision('outcome' in application && application.state !== 'decided' ? application.outcome : 'approve', day),
  noted: () => ({ text: 'n' }),
  'condition-shown': () => ({ number: 1, text: 't', files }),
  'condition-judged': () => ({ number: 1, met: true, grounds: 'g' }),
  'condition-extended': (_present, day) => ({ number: 1, dueOn: addDays(day, 90), grounds: 'g' }),
  visited: (_present, day) => ({ on: day, announced: true, observations: 'o', files }),
  notice: () => ({ text: 'n' }),
  expired: () => ({}),
  replaced: (_present, day) => ({ from: day, applicationId: 2 }),
  reminded: () => ({ of: 'x' }),
  'appeal-lodged': () => ({ text: 'a' }),
  'appeal-taken-back': () => ({}),
  'appeal-decided': (_present, day) => ({ result: 'upheld', body: 'b', grounds: 'g', validFrom: day, validTo: addDays(day, 100) }),
  reopened: () => ({ reason: 'r' }),
};

const CASEWORKER = 'caseworker' as const;
const DECIDER = 'decider' as const;
const APPLICANT = 'applicant' as const;

const taken: Happening[] = [['impartiality', CASEWORKER], ['assigned', CASEWORKER], ['impartiality', DECIDER]];
const found: Happening[] = [...taken, ['finding', CASEWORKER], ['finding', CASEWORKER, { criterion: '2' }]];
const given = (outcome: 'conditions' | 'refuse' | 'suspend' | 'withdraw'): Happening => ['recommended', CASEWORKER, { outcome, conditions: outcome === 'conditions' ? [{ text: 'x', dueOn: addDays(FIRST_DAY, 60) }] : [] }];
const heard: Happening[] = [['hearing-opened', CASEWORKER], ['hearing-answered', APPLICANT]];
const approved: Happening[] = [...found, ['recommended', CASEWORKER], ['decided', DECIDER]];
const refused: Happening[] = [...found, given('refuse'), ...heard, ['decided', DECIDER]];
const suspended: Happening[] = [...approved, given('suspend'), ...heard, ['decided', DECIDER]];
const conditioned: Happening[] = [...found, given('conditions'), ...heard, ['decided', DECIDER]];
const later = ({ present, day }: Scene, days: number): Scene => ({ present, day: addDays(day, days) });

/** By another decider, so that somebody is left who may decide the appeal. */
function byAnother(scene: Scene): Scene {
  const { decision: last } = scene.present;
  return last === null ? scene : { ...scene, present: { ...scene.present, decision: { ...last, decidedBy: 'eva' } } };
}

export const SCENES = {
  received: play(),
  assigned: play(['assigned', CASEWORKER]),
  assessing: play(...found),
  questioned: play(...found, ['asked', CASEWORKER]),
  'questioned in vain': later(play(...found, ['asked', CASEWORKER]), 40),
  recommended: play(...found, ['recommended', CASEWORKER]),
  drafted: play(...found, given('refuse')),
  'in hearing': play(...found, given('refuse'), ['hearing-opened', CASEWORKER]),
  'hearing over': later(play(...found, given('refuse'), ['hearing-opened', CASEWORKER]), 40),
  'heard, with a correction': play(...found, given('refuse'), ['hearing-opened', CASEWORKER], ['hearing-answered', APPLICANT, { corrections: [{ passage: 'p', says: 's' }] }]),
  heard: play(...found, given('refuse'), ...heard),
  approved: play(...approved),
  'approved with a condition': play(...conditioned),
  'condition shown': play(...conditioned, ['condition-shown', APPLICANT]),
  'condition met': play(...conditioned, ['condition-judged', CASEWORKER]),
  refused: play(...refused),
  'refused long ago': later(play(...refused), 60),
  'refused and appealed': play(...refused, ['appeal-lodged', APPLICANT]),
  'refused, appealed, decided by another': (() => {
    const scene = byAnother(play(...refused));
    const next = step(scene.present, happens('appeal-lodged', 'applicant', { text: 'a' }, scene.day));
    if (isRefusal(next)) throw new Error(next.refused);
    return { ...scene, present: next };
  })(),
  'suspension recommended': play(...approved, given('suspend')),
  'suspension heard': play(...approved, given('suspend'), ...heard),
  suspended: play(...suspended),
  'reinstatement recommended': play(...suspended, ['recommended', CASEWORKER, { outcome: 'reinstate' }]),
  withdrawn: play(...approved, given('withdraw'), ...heard, ['decided', DECIDER]),
  'approval past its end': later(play(...approved), 400),
  expired: play(...approved, ['expired', 'system', {}, 400]),
  reopened: play(...approved, ['reopened', DECIDER]),
  'taken back by the applicant': play(['withdrawn', APPLICANT]),
} as const satisfies Record<string, Scene>;
