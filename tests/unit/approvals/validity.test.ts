/** Deadlines in working days, and what was valid on which day. */
import { describe, expect, it } from 'vitest';
import { addMonths, addWorkingDays, daysLeft, orNextWorkingDay } from '#features/approvals/clocks.ts';
import { competes } from '#features/approvals/competitor.ts';
import { selfAssessmentLacks } from '#features/approvals/completeness.ts';
import { step, validOn, type Case } from '#features/approvals/model/case.ts';
import type { CaseEntry, CaseEvent, CaseRole, EventKind } from '#features/approvals/model/events.ts';
import { isRefusal } from '#features/approvals/model/refusal.ts';
import { sentEvent } from '#tests/support/case-moves.ts';
import { FLAT_REGISTER, SELF, TEST_STANDARD } from '#tests/support/approvals.ts';
import { CONTENT, PERSON } from './scenes.ts';

/** Entries on given days, each allowed by the model. */
function history(...events: [on: string, kind: EventKind, role: CaseRole, content?: object][]): CaseEntry[] {
  const first = sentEvent('2026-01-05');
  let present = step(null, first) as Case;
  const entries: CaseEntry[] = [{ ...first, seq: 1 }];
  for (const [on, kind, role, content = {}] of events) {
    const event = { kind, by: { role, person: PERSON[role] }, on, content: { ...CONTENT[kind](present, on), ...content } } as CaseEvent;
    const next = step(present, event);
    if (isRefusal(next)) throw new Error(`${kind}: ${next.refused}`);
    present = next;
    entries.push({ ...event, seq: next.seq });
  }
  return entries;
}

const heard = (day: string): [string, EventKind, CaseRole][] => [[day, 'hearing-opened', 'caseworker'], [day, 'hearing-answered', 'applicant']];
const APPROVED: [string, EventKind, CaseRole, object?][] = [
  ['2026-01-06', 'impartiality', 'caseworker'], ['2026-01-06', 'assigned', 'caseworker'], ['2026-01-06', 'impartiality', 'decider'], ['2026-01-07', 'finding', 'caseworker'],
  ['2026-01-07', 'finding', 'caseworker', { criterion: '2' }], ['2026-02-01', 'recommended', 'caseworker'], ['2026-02-10', 'decided', 'decider', { validFrom: '2026-03-01', validTo: '2026-12-31' }],
];

describe('was it approved on that day?', () => {
  const ask = (entries: readonly CaseEntry[], ...days: string[]) => days.map((day) => validOn(entries, day).valid);

  it('within its period only', () => {
    expect(ask(history(...APPROVED), '2025-01-01', '2026-02-10', '2026-02-28', '2026-03-01', '2026-12-31', '2027-01-01')).toEqual([false, false, false, true, true, false]);
  });
  it('not while it is suspended, and again afterwards', () => {
    const entries = history(...APPROVED, ['2026-04-01', 'recommended', 'caseworker'], ...heard('2026-04-02'), ['2026-05-01', 'decided', 'decider'], ['2026-06-01', 'recommended', 'caseworker'], ['2026-06-15', 'decided', 'decider']);
    expect(ask(entries, '2026-04-30', '2026-05-01', '2026-06-14', '2026-06-15')).toEqual([true, false, false, true]);
  });
  it('until it is withdrawn; an appeal gives it back from its own day on', () => {
    const withdrawn = [...APPROVED, ['2026-04-01', 'recommended', 'caseworker', { outcome: 'withdraw' }], ...heard('2026-04-02'), ['2026-05-01', 'decided', 'decider', { outcome: 'withdraw' }], ['2026-05-10', 'appeal-lodged', 'applicant']] as typeof APPROVED;
    expect(ask(history(...withdrawn), '2026-04-30', '2026-05-01', '2026-11-01')).toEqual([true, false, false]);
    const entries = history(...withdrawn);
    const present = { kind: 'appeal-decided', by: { person: 'eva', role: 'decider' }, on: '2026-06-01', content: { result: 'upheld', body: 'b', grounds: 'g', validFrom: null, validTo: null } };
    const declared = { kind: 'impartiality', by: { person: 'eva', role: 'decider' }, on: '2026-06-01', content: { impartial: true, statement: null } };
    const upheld = [...entries, { ...declared, seq: entries.length + 1 }, { ...present, seq: entries.length + 2 }] as CaseEntry[];
    expect(ask(upheld, '2026-04-30', '2026-05-15', '2026-06-01', '2027-01-01')).toEqual([true, false, true, false]);
  });
  it('until another takes its place, also one that begins later', () => {
    const entries = history(...APPROVED, ['2026-10-01', 'replaced', 'system', { from: '2026-11-01' }]);
    expect(ask(entries, '2026-10-31', '2026-11-01')).toEqual([true, false]);
  });
});

describe('deadlines', () => {
  it('run from the day after, over weekends and holidays', () => {
    // 23 December 2026 is a Wednesday; 25 and 26 December and 1 January are holidays.
    expect(addWorkingDays('2026-12-23', 3)).toBe('2026-12-29');
    expect(addWorkingDays('2026-12-30', 2)).toBe('2027-01-04');
    expect([daysLeft('2026-12-23', '2026-12-29'), daysLeft('2026-12-29', '2026-12-29'), daysLeft('2026-12-30', '2026-12-29')]).toEqual([3, 0, -1]);
  });
  it('in calendar days end on the next working day', () => {
    expect([orNextWorkingDay('2026-11-26'), orNextWorkingDay('2026-11-28'), orNextWorkingDay('2026-12-25')]).toEqual(['2026-11-26', '2026-11-30', '2026-12-28']);
  });
  it('of months end with the month', () => {
    expect([addMonths('2026-01-31', 1), addMonths('2026-11-26', 24), addMonths('2028-02-29', 12)]).toEqual(['2026-02-28', '2028-11-26', '2029-02-28']);
  });
});

describe('an authority that offers the same', () => {
  it('competes where both help people', () => {
    expect(competes(null, ['dk'], FLAT_REGISTER)).toBe(false);
    expect(competes(['a', 'b'], ['b', 'c'], FLAT_REGISTER)).toBe(true);
    expect(competes(['a'], ['c'], FLAT_REGISTER)).toBe(false);
  });
});

describe('what an application lacks', () => {
  const lacks = (change: object, files: [string, string][] = []) => selfAssessmentLacks(TEST_STANDARD, [{ ...SELF[0], ...change }, SELF[1]], new Map(files)).map((each) => each.lacks);
  it.each([
    [{}, [], []],
    [{ score: null }, [], ['score']],
    [{ score: '4' }, [], ['scale']],
    [{ statement: ' ' }, [], ['statement']],
    [{ links: [] }, [], ['evidence']],
    [{ files: ['f'] }, [['f', 'quarantined']], ['file-waits']],
    [{ files: ['f'] }, [['f', 'released']], []],
    [{ files: ['f'] }, [], ['file-refused']],
  ] as [object, [string, string][], string[]][])('%j', (change, files, expected) => {
    expect(lacks(change, files)).toEqual(expected);
  });
  it('a criterion of which nothing is said', () => {
    expect(selfAssessmentLacks(TEST_STANDARD, [], new Map())).toEqual([{ criterion: '1.1', lacks: 'score' }, { criterion: '1.2', lacks: 'score' }]);
  });
});
