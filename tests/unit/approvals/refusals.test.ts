/** What is not allowed is refused by name, and at the field that it is about. */
import { describe, expect, it } from 'vitest';
import { step, type Case } from '#features/approvals/model/case.ts';
import type { CaseEvent, EventKind } from '#features/approvals/model/events.ts';
import { isRefusal, type CaseRefusal } from '#features/approvals/model/refusal.ts';
import { appealUntil } from '#features/approvals/desk/own-view.ts';
import { addDays } from '#features/enquiries/working-days.ts';
import { CONTENT, PERSON, SCENES, type Scene } from './scenes.ts';

function attempt({ present, day }: Scene, kind: EventKind, role: 'applicant' | 'caseworker' | 'decider' | 'system', content: object = {}, person = PERSON[role]): [CaseRefusal, string | null] | 'done' {
  const next = step(present, { kind, by: { role, person }, on: day, content: { ...CONTENT[kind](present, day), ...content } } as CaseEvent);
  return isRefusal(next) ? [next.refused, next.field] : 'done';
}
const changed = (scene: Scene, change: Partial<Case>): Scene => ({ ...scene, present: { ...scene.present, ...change } });
const { assessing, recommended, drafted, heard, approved, refused } = SCENES;
const inHearing = SCENES['in hearing'];
const { day } = recommended;

describe('who decides', () => {
  it('is not who prepared', () => {
    expect(attempt(recommended, 'decided', 'decider', {}, 'anna')).toEqual(['case-own-preparation', null]);
  });
  it('has said to be impartial, and so has who prepared', () => {
    expect(attempt(recommended, 'decided', 'decider', {}, 'eva')).toEqual(['case-impartiality-missing', null]);
    expect(attempt(changed(recommended, { impartial: { anna: true, dora: false } }), 'decided', 'decider')).toEqual(['case-not-impartial', null]);
    expect(attempt(changed(recommended, { impartial: { dora: true } }), 'decided', 'decider')).toEqual(['case-impartiality-missing', null]);
  });
  it('is the one who was named where the authority competes', () => {
    const competing = changed(recommended, { competitor: true });
    expect(attempt(competing, 'decided', 'decider')).toEqual(['case-decider-not-named', null]);
    expect(attempt(changed(competing, { namedDecider: 'eva' }), 'decided', 'decider')).toEqual(['case-not-named-decider', null]);
    expect(attempt(changed(competing, { namedDecider: 'dora' }), 'decided', 'decider')).toBe('done');
    expect(attempt(competing, 'decider-named', 'caseworker', { person: 'anna' })).toEqual(['case-own-preparation', 'person']);
  });
  it('of an appeal is neither who decided nor who prepared', () => {
    const appealed = SCENES['refused and appealed'];
    expect(attempt(appealed, 'appeal-decided', 'decider')).toEqual(['case-own-decision', null]);
    expect(attempt(appealed, 'appeal-decided', 'decider', {}, 'anna')).toEqual(['case-own-decision', null]);
    expect(attempt(appealed, 'appeal-decided', 'decider', {}, 'eva')).toEqual(['case-impartiality-missing', null]);
  });
});

describe('before anything that is not fully favourable', () => {
  it('there is a hearing', () => {
    expect(attempt(recommended, 'decided', 'decider', { outcome: 'refuse', validFrom: null, validTo: null })).toEqual(['case-hearing-missing', 'outcome']);
    expect(attempt(drafted, 'decided', 'decider')).toEqual(['case-hearing-missing', null]);
  });
  it('it has been answered, or its last day has passed', () => {
    expect(attempt(inHearing, 'decided', 'decider')).toEqual(['case-hearing-runs', null]);
    expect(attempt(inHearing, 'hearing-over', 'system')).toEqual(['case-hearing-runs', null]);
    expect(attempt({ ...inHearing, day: addDays(inHearing.day, 20) }, 'hearing-over', 'system')).toEqual(['case-hearing-runs', null]);
    expect(attempt({ ...inHearing, day: addDays(inHearing.day, 21) }, 'hearing-over', 'system')).toBe('done');
  });
  it('lasts as long as the standard says, and is never made shorter', () => {
    expect(attempt(drafted, 'hearing-opened', 'caseworker', { deadline: addDays(day, 6) })).toEqual(['case-deadline-short', 'deadline']);
    expect(attempt(inHearing, 'hearing-extended', 'caseworker', { deadline: addDays(day, 20) })).toEqual(['case-deadline-short', 'deadline']);
  });
  it('what is decided is what was heard about, or milder', () => {
    const conditional = { ...heard, present: { ...heard.present, application: { ...heard.present.application, outcome: 'conditions' } as Case['application'] } };
    expect(attempt(conditional, 'decided', 'decider', { outcome: 'refuse', conditions: [], validFrom: null, validTo: null })).toEqual(['case-harsher-than-heard', 'outcome']);
    expect(attempt(heard, 'decided', 'decider', { outcome: 'approve', validFrom: day, validTo: addDays(day, 9) })).toBe('done');
    expect(attempt(heard, 'decided', 'decider', { outcome: 'suspend' })).toEqual(['case-outcome', 'outcome']);
  });
  it('conditions are those that were heard about: fewer or with more time, but no others and not sooner', () => {
    const draft = [{ text: 'Two\nlines.', dueOn: addDays(day, 60) }, { text: 'Another.', dueOn: addDays(day, 60) }];
    const scene = { ...heard, present: { ...heard.present, draftConditions: draft, application: { ...heard.present.application, outcome: 'conditions' } as Case['application'] } };
    const decided = (...conditions: { text: string; dueOn: string }[]) => attempt(scene, 'decided', 'decider', { outcome: 'conditions', validFrom: day, validTo: addDays(day, 300), conditions });
    expect(decided(...draft)).toBe('done');
    expect(decided({ text: 'Two\r\nlines.', dueOn: addDays(day, 90) })).toBe('done');
    expect(decided(...draft, { text: 'A third.', dueOn: addDays(day, 90) })).toEqual(['case-condition-unheard', 'conditions']);
    expect(decided({ text: 'Another.', dueOn: addDays(day, 59) })).toEqual(['case-condition-unheard', 'conditions']);
    // Heard about a refusal, conditions are milder.
    expect(attempt(heard, 'decided', 'decider', { outcome: 'conditions', validFrom: day, validTo: addDays(day, 300), conditions: draft })).toBe('done');
  });
  it('the answer and its corrections are dealt with', () => {
    expect(attempt(heard, 'decided', 'decider', { answerTreated: ' ' })).toEqual(['case-answer-untreated', 'answerTreated']);
    expect(attempt(SCENES['heard, with a correction'], 'decided', 'decider')).toEqual(['case-corrections-open', null]);
    expect(attempt(SCENES['heard, with a correction'], 'correction-treated', 'caseworker', { number: 2 })).toEqual(['case-correction-unknown', null]);
  });
});

describe('a decision', () => {
  it.each([
    ['rule', { rule: '' }, ['case-words-missing', 'rule']],
    ['considerations', { considerations: ' ' }, ['case-words-missing', 'considerations']],
    ['facts', { facts: '' }, ['case-words-missing', 'facts']],
    ['appeal body', { guidance: { body: '', how: 'h' } }, ['case-guidance-missing', 'guidance.body']],
    ['how to appeal', { guidance: { body: 'b', how: ' ' } }, ['case-guidance-missing', 'guidance.how']],
    ['a first day', { validFrom: null }, ['case-period-missing', 'validFrom']],
    ['a last day', { validTo: null }, ['case-period-missing', 'validTo']],
    ['no past day', { validFrom: addDays(day, -1) }, ['case-period-past', 'validFrom']],
    ['days in order', { validTo: day }, ['case-period-order', 'validTo']],
    ['no longer than the standard', { validTo: addDays(day, 731) }, ['case-period-long', 'validTo']],
    ['no conditions in a plain yes', { conditions: [{ text: 'x', dueOn: addDays(day, 3) }] }, ['case-conditions-extra', 'conditions']],
  ] as [string, object, [CaseRefusal, string]][])('has %s', (_what, content, expected) => {
    expect(attempt(recommended, 'decided', 'decider', content)).toEqual(expected);
  });
  it('does not begin while one counts that an earlier decision had ended on a later day', () => {
    const given = (seq: number, from: string, to: string) => ({ state: 'in-force', seq, from, to }) as const;
    const later = addDays(day, 20);
    const first = { ...given(1, day, addDays(day, 100)), state: 'over', why: 'replaced', overFrom: later, by: 2, before: given(1, day, addDays(day, 100)) } as const;
    const again = changed(recommended, { approvals: [first, given(2, later, addDays(later, 100))] });
    expect(attempt(again, 'decided', 'decider', { validFrom: day, validTo: addDays(day, 300) })).toEqual(['case-approval-overlaps', 'validFrom']);
    expect(attempt(again, 'decided', 'decider', { validFrom: later, validTo: addDays(day, 300) })).toBe('done');
  });
  it('with conditions has some, with days to come', () => {
    const outcome = { outcome: 'conditions', validFrom: day, validTo: addDays(day, 300) };
    expect(attempt(heard, 'decided', 'decider', { ...outcome, conditions: [] })).toEqual(['case-conditions-missing', 'conditions']);
    expect(attempt(heard, 'decided', 'decider', { ...outcome, conditions: [{ text: 'x', dueOn: day }] })).toEqual(['case-condition-past', 'conditions']);
  });
});

describe('other rules', () => {
  it('a recommendation rests on a finding of each criterion', () => {
    expect(attempt(changed(assessing, { found: ['1'] }), 'recommended', 'caseworker')).toEqual(['case-findings-missing', null]);
    expect(attempt(assessing, 'finding', 'caseworker', { criterion: '9' })).toEqual(['case-criterion-unknown', 'criterion']);
    expect(attempt(assessing, 'finding', 'caseworker', { grounds: '' })).toEqual(['case-words-missing', 'grounds']);
    expect(attempt(assessing, 'finding', 'caseworker', {}, 'bo')).toEqual(['case-not-assigned', null]);
  });
  it('who is not impartial is kept out of the case', () => {
    expect(attempt(changed(SCENES.received, { impartial: { anna: false } }), 'assigned', 'decider')).toEqual(['case-not-impartial', 'person']);
  });
  it('an appeal comes in time, once, and against something', () => {
    expect(attempt(approved, 'appeal-lodged', 'applicant')).toEqual(['case-nothing-to-appeal', null]);
    expect(attempt({ ...refused, day: addDays(refused.day, 28) }, 'appeal-lodged', 'applicant')).toBe('done');
    expect(attempt({ ...refused, day: addDays(refused.day, 29) }, 'appeal-lodged', 'applicant')).toEqual(['case-appeal-late', null]);
    const { decision } = refused.present;
    if (decision === null) throw new Error('not decided');
    expect(attempt(changed(refused, { appeal: { state: 'dismissed', against: decision } }), 'appeal-lodged', 'applicant')).toEqual(['case-appealed-before', null]);
  });
  it('measures wait for the appeal, and need something in force', () => {
    expect(attempt(SCENES['refused and appealed'], 'recommended', 'caseworker', { outcome: 'suspend' })).toEqual(['case-appeal-open', null]);
    expect(attempt(refused, 'recommended', 'caseworker', { outcome: 'withdraw' })).toEqual(['case-nothing-in-force', null]);
    expect(attempt(approved, 'recommended', 'caseworker', { outcome: 'reinstate' })).toEqual(['case-not-suspended', null]);
  });
  it('what has run out meanwhile is no longer there to be taken', () => {
    const scene = SCENES['suspension heard'];
    const over = step(scene.present, { kind: 'expired', by: { role: 'system', person: 'system' }, on: addDays(scene.day, 400), content: {} });
    if (isRefusal(over)) throw new Error(over.refused);
    expect(attempt({ present: over, day: addDays(scene.day, 401) }, 'decided', 'decider')).toEqual(['case-nothing-in-force', null]);
    expect(attempt({ present: over, day: addDays(scene.day, 401) }, 'taken-back', 'caseworker')).toBe('done');
  });
  it('a measure is not the applicant’s to take back, and what was decided once is not withdrawn', () => {
    expect(attempt(SCENES['suspension recommended'], 'withdrawn', 'applicant')).toEqual(['case-state', null]);
    expect(attempt(SCENES.reopened, 'withdrawn', 'applicant')).toEqual(['case-decided-once', null]);
  });
  it('conditions that do not exist, are met, or would be due sooner', () => {
    expect(attempt(approved, 'condition-shown', 'applicant')).toEqual(['case-condition-unknown', null]);
    expect(attempt(SCENES['condition met'], 'condition-judged', 'caseworker')).toEqual(['case-condition-state', null]);
    expect(attempt(SCENES['approved with a condition'], 'condition-extended', 'caseworker', { dueOn: day })).toEqual(['case-deadline-short', 'dueOn']);
  });
  it('an approval does not end before its last day has passed, and nobody is reminded twice', () => {
    expect(attempt({ ...approved, day: addDays(day, 300) }, 'expired', 'system')).toEqual(['case-not-over', null]);
    expect(attempt({ ...approved, day: addDays(day, 301) }, 'expired', 'system')).toBe('done');
    expect(attempt(changed(approved, { reminded: ['x'] }), 'reminded', 'system')).toEqual(['case-reminded-before', null]);
  });
});

describe('an appeal while a measure is considered', () => {
  const after = ({ present, day: on }: Scene, kind: EventKind, role: 'applicant' | 'caseworker' | 'decider', content: object): Scene => {
    const next = step(present, { kind, by: { role, person: PERSON[role] }, on, content: { ...CONTENT[kind](present, on), ...content } } as CaseEvent);
    if (isRefusal(next)) throw new Error(next.refused);
    return { present: next, day: on };
  };
  const measure = after(SCENES['approved with a condition'], 'recommended', 'caseworker', { outcome: 'suspend' });

  it('is lodged in time, and waits for what comes of the measure', () => {
    expect(appealUntil(measure.present)).toBe(measure.present.decision?.appealUntil);
    const lodged = after(measure, 'appeal-lodged', 'applicant', {});
    expect(attempt(lodged, 'appeal-decided', 'decider', {}, 'eva')).toEqual(['case-no-appeal', null]);
    const dropped = after(lodged, 'taken-back', 'caseworker', {});
    expect(dropped.present.appeal).toMatchObject({ state: 'lodged', against: { outcome: 'conditions' } });
    expect(attempt(changed(dropped, { impartial: { eva: true } }), 'appeal-decided', 'decider', {}, 'eva')).toBe('done');
  });
  it('is not lodged while the application itself is decided anew', () => {
    const reopened = after(SCENES.refused, 'reopened', 'decider', {});
    expect(attempt(reopened, 'appeal-lodged', 'applicant')).toEqual(['case-state', null]);
  });
});
