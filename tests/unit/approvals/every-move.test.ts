/** Every situation × every event × every role, against a table that was written by hand. */
import { describe, expect, it } from 'vitest';
import { step } from '#features/approvals/model/case.ts';
import { CASE_ROLES, EVENT_KINDS, type CaseEvent, type CaseRole, type EventKind } from '#features/approvals/model/events.ts';
import { isRefusal } from '#features/approvals/model/refusal.ts';
import { CONTENT, PERSON, SCENES } from './scenes.ts';

/** a: the applicant · c: the caseworker who has the case · d: a decider who has not worked on it · s: the day's duties */
const LETTER: Readonly<Record<CaseRole, string>> = { applicant: 'a', caseworker: 'c', decider: 'd', system: 's' };
type Allowed = Partial<Record<EventKind, string>>;

const ALWAYS: Allowed = { noted: 'cd', reminded: 's' };
const ALIVE: Allowed = { ...ALWAYS, assigned: 'cd', impartiality: 'cd', 'decider-named': 'cd' };
/** The caseworker has it. */
const HELD: Allowed = { ...ALIVE, checked: 'c' };
const OPEN: Allowed = { ...HELD, withdrawn: 'a' };
const WATCHED: Allowed = { visited: 'cd', notice: 'cd' };
const DECIDED: Allowed = { ...HELD, reopened: 'd' };
const IN_FORCE: Allowed = { ...DECIDED, ...WATCHED, recommended: 'c', replaced: 'ds' };
const CONDITION: Allowed = { 'condition-judged': 'cd', 'condition-extended': 'cd' };

const TABLE: Readonly<Record<keyof typeof SCENES, Allowed>> = {
  received: { ...ALIVE, withdrawn: 'a' },
  // Given to her, who has not said yet to be impartial.
  assigned: { ...ALIVE, withdrawn: 'a' },
  assessing: { ...OPEN, finding: 'c', asked: 'c', recommended: 'c' },
  questioned: { ...OPEN, answered: 'a' },
  'questioned in vain': { ...OPEN, answered: 'a', unanswered: 'cds' },
  recommended: { ...OPEN, decided: 'd', 'taken-back': 'cd' },
  drafted: { ...OPEN, 'hearing-opened': 'c', 'taken-back': 'cd' },
  'in hearing': { ...OPEN, 'hearing-answered': 'a', 'hearing-extended': 'c' },
  'hearing over': { ...OPEN, 'hearing-answered': 'a', 'hearing-extended': 'c', 'hearing-over': 'cds' },
  'heard, with a correction': { ...OPEN, 'correction-treated': 'c', 'taken-back': 'cd' },
  heard: { ...OPEN, decided: 'd', 'taken-back': 'cd' },
  approved: IN_FORCE,
  'approved with a condition': { ...IN_FORCE, ...CONDITION, 'condition-shown': 'a', 'appeal-lodged': 'a' },
  'condition shown': { ...IN_FORCE, ...CONDITION, 'appeal-lodged': 'a' },
  'condition met': { ...IN_FORCE, 'appeal-lodged': 'a' },
  refused: { ...DECIDED, 'appeal-lodged': 'a' },
  'refused long ago': DECIDED,
  // She decided it, so she does not decide the appeal.
  'refused and appealed': { ...HELD, 'appeal-taken-back': 'a' },
  'refused, appealed, decided by another': { ...HELD, 'appeal-taken-back': 'a', 'appeal-decided': 'd' },
  'suspension recommended': { ...HELD, ...WATCHED, replaced: 'ds', 'hearing-opened': 'c', 'taken-back': 'cd' },
  'suspension heard': { ...HELD, ...WATCHED, replaced: 'ds', decided: 'd', 'taken-back': 'cd' },
  suspended: { ...IN_FORCE, 'appeal-lodged': 'a' },
  'reinstatement recommended': { ...HELD, ...WATCHED, replaced: 'ds', decided: 'd', 'taken-back': 'cd', 'appeal-lodged': 'a' },
  withdrawn: { ...DECIDED, 'appeal-lodged': 'a' },
  'approval past its end': { ...IN_FORCE, expired: 's' },
  expired: DECIDED,
  reopened: { ...HELD, ...WATCHED, replaced: 'ds', finding: 'c', asked: 'c', recommended: 'c' },
  'taken back by the applicant': ALWAYS,
};

const scenes = Object.keys(SCENES) as (keyof typeof SCENES)[];

describe.each(scenes)('%s', (name) => {
  const { present, day } = SCENES[name];
  it.each(EVENT_KINDS)('%s', (kind) => {
    const allowed = CASE_ROLES.filter((role) => {
      const event = { kind, by: { role, person: PERSON[role] }, on: day, content: CONTENT[kind](present, day) } as CaseEvent;
      const next = step(present, event);
      if (isRefusal(next)) return false;
      expect(next.seq).toBe(present.seq + 1);
      return true;
    });
    expect(allowed.map((role) => LETTER[role]).join('')).toBe(TABLE[name][kind] ?? '');
  });
});

it('a case begins with an application, and with nothing else', () => {
  for (const kind of EVENT_KINDS) {
    for (const role of CASE_ROLES) {
      const event = { kind, by: { role, person: PERSON[role] }, on: SCENES.received.day, content: CONTENT[kind](SCENES.received.present, SCENES.received.day) } as CaseEvent;
      expect(isRefusal(step(null, event)), `${kind} by ${role}`).toBe(!(kind === 'sent' && role === 'applicant'));
    }
  }
});
