/** Every case that can come about, and every step from each of them. */
import { describe, expect, it } from 'vitest';
import {
  appeal, APPEAL_DAYS, askAuthor, authorAnswers, AUTHOR_DAYS, confirm, decide, decideBy, decline, mayDecide, openCase, outcomesFor, OUTCOMES, revise, SUBJECT_KINDS, takenBack, waitingTimes,
  type Case, type Decision, type PersonActor, type Step, type SubjectKind,
} from '#features/moderation/model.ts';
import { addDays } from '#features/enquiries/working-days.ts';

const DAY = '2026-11-26';
const PEOPLE: readonly PersonActor[] = ['person:a', 'person:b', 'person:c'];
const MOST_ROUNDS = 3;

const decisions: readonly Decision[] = [
  { outcome: 'keep', reason: null }, { outcome: 'restore', reason: null }, { outcome: 'redact', reason: 'named-person' }, { outcome: 'remove', reason: 'defamation' }, { outcome: 'redact', reason: 'defamation' }, { outcome: 'remove', reason: 'hate' },
];

interface Move {
  name: string;
  actor: PersonActor | null;
  decision: Decision | null;
  step: Step<Case>;
}

function moves(present: Case, kind: SubjectKind, day: string): Move[] {
  const plain = (name: string, step: Step<Case>): Move => ({ name, actor: null, decision: null, step });
  return [
    ...PEOPLE.flatMap((actor) => [
      ...decisions.map((decision): Move => ({ name: 'decide', actor, decision, step: decide(present, kind, decision, actor, day) })),
      { name: 'confirm', actor, decision: null, step: confirm(present, actor, day) },
      { name: 'decline', actor, decision: null, step: decline(present, actor) },
    ]),
    plain('appeal', appeal(present, day)),
    plain('askAuthor', askAuthor(present, day)),
    plain('authorAnswers', authorAnswers(present, day)),
    plain('revise', revise(present)),
    plain('takenBack', takenBack(present)),
  ];
}

/** All that can be reached, with every move from it. */
function reachable(kind: SubjectKind): { from: Case; moves: Move[] }[] {
  const seen = new Map<string, { from: Case; moves: Move[] }>();
  const queue: Case[] = [openCase()];
  for (let present = queue.pop(); present; present = queue.pop()) {
    const key = JSON.stringify(present);
    if (seen.has(key) || present.round > MOST_ROUNDS) continue;
    const found = [DAY, addDays(DAY, AUTHOR_DAYS + 1)].flatMap((day) => moves(present, kind, day));
    seen.set(key, { from: present, moves: found });
    for (const { step } of found) if (step.ok) queue.push(step.next);
  }
  return [...seen.values()];
}

const ACCEPTED: Readonly<Record<Case['state'], readonly string[]>> = {
  open: ['decide', 'askAuthor', 'authorAnswers', 'revise', 'takenBack'],
  second: ['confirm', 'decline', 'revise', 'takenBack'],
  decided: ['appeal', 'takenBack'],
  gone: [],
};

describe.each(SUBJECT_KINDS)('cases about a %s', (kind) => {
  const all = reachable(kind);

  it('take only the steps of their state', () => {
    const seen: Record<Case['state'], Set<string>> = { open: new Set(), second: new Set(), decided: new Set(), gone: new Set() };
    for (const { from, moves: each } of all) for (const { name, step } of each) if (step.ok) seen[from.state].add(name);
    for (const [state, names] of Object.entries(seen)) expect([...names].filter((name) => !ACCEPTED[state as Case['state']].includes(name)), state).toEqual([]);
    if (kind === 'review') expect(Object.fromEntries(Object.entries(seen).map(([state, names]) => [state, [...names].sort()]))).toEqual(Object.fromEntries(Object.entries(ACCEPTED).map(([state, names]) => [state, [...names].sort()])));
  });

  it('are never removed by one person, nor by whoever proposed it', () => {
    for (const { from, moves: each } of all) {
      for (const { step } of each) {
        if (!step.ok || step.next.state !== 'decided' || step.next.effective !== 'remove' || from.effective === 'remove') continue;
        expect(new Set(step.next.by).size).toBe(2);
        expect(from.state).toBe('second');
      }
    }
  });

  it('are decided after an appeal by people who have not decided before', () => {
    for (const { from, moves: each } of all) {
      for (const { actor, step } of each) {
        if (!step.ok) continue;
        if (actor !== null) expect(from.earlier).not.toContain(actor);
        if (step.next.state === 'decided') for (const by of step.next.by) expect(step.next.earlier).not.toContain(by);
        expect(step.next.round).toBe(from.round + (from.state === 'decided' && step.next.state === 'open' ? 1 : 0));
      }
    }
  });

  it('come to no outcome that was not open to them, and to none without a person', () => {
    for (const { from, moves: each } of all) {
      for (const { name, actor, decision, step } of each) {
        if (!step.ok) continue;
        if (step.next.effective !== from.effective) expect([name, actor === null]).toEqual([expect.stringMatching(/^(?:decide|confirm)$/), false]);
        if (decision) expect(outcomesFor(kind, from.effective)).toContain(decision.outcome);
      }
    }
  });

  it('say who may take part just as the steps do', () => {
    for (const { from, moves: each } of all) {
      for (const person of PEOPLE) {
        const can = each.some(({ name, actor, step }) => actor === person && step.ok && (name === 'decide' || name === 'confirm'));
        expect(mayDecide(from, person), JSON.stringify(from)).toBe(can);
      }
    }
  });
});

it('texts of registers and desks are corrected where they come from', () => {
  for (const effective of ['none', ...OUTCOMES] as const) for (const kind of ['profile', 'page'] as const) expect(outcomesFor(kind, effective)).toEqual(['keep', 'redact']);
});

describe('the author of what is called defamation', () => {
  const asked = askAuthor(openCase(), DAY);
  const open = asked.ok ? asked.next : openCase();
  const remove: Decision = { outcome: 'remove', reason: 'defamation' };

  it('may answer for fourteen days, in which it is neither redacted nor removed for that', () => {
    expect(open.authorUntil).toBe('2026-12-10');
    expect(decide(open, 'review', remove, 'person:a', '2026-12-10')).toEqual({ ok: false, refusal: 'author-may-answer' });
    expect(decide(open, 'review', { outcome: 'redact', reason: 'defamation' }, 'person:a', DAY)).toEqual({ ok: false, refusal: 'author-may-answer' });
    expect(decide(open, 'review', remove, 'person:a', '2026-12-11').ok).toBe(true);
  });
  it('is not waited for where the text stays, or something else is wrong with it', () => {
    for (const decision of [{ outcome: 'keep', reason: null }, { outcome: 'redact', reason: 'person-number' }] as const) expect(decide(open, 'review', decision, 'person:a', DAY).ok).toBe(true);
  });
  it('has answered once and in time', () => {
    const answered = authorAnswers(open, '2026-12-10');
    expect(answered.ok && decide(answered.next, 'review', remove, 'person:a', DAY).ok).toBe(true);
    expect(answered.ok && authorAnswers(answered.next, DAY).ok).toBe(false);
    expect(authorAnswers(open, '2026-12-11').ok).toBe(false);
  });
});

it('an appeal can be made for at least six months', () => {
  const kept = decide(openCase(), 'review', { outcome: 'keep', reason: null }, 'person:a', DAY);
  const decided = kept.ok ? kept.next : openCase();
  expect(appeal(decided, '2027-05-26').ok).toBe(true);
  expect(appeal(decided, addDays(DAY, APPEAL_DAYS)).ok).toBe(true);
  expect(appeal(decided, addDays(DAY, APPEAL_DAYS + 1))).toEqual({ ok: false, refusal: 'appeal-late' });
});

it('waiting times are told as half and ninety-five of a hundred', () => {
  expect(waitingTimes([])).toEqual({ cases: 0, median: null, most: null, inTime: 0 });
  expect(waitingTimes([7, 1, 0, 2, 3])).toEqual({ cases: 5, median: 2, most: 7, inTime: 4 });
  expect(waitingTimes([...Array<number>(95).fill(1), 9, 9, 9, 9, 9])).toEqual({ cases: 100, median: 1, most: 1, inTime: 95 });
});

it('what begins before Christmas is to be decided after it', () => {
  expect(decideBy('2026-12-23')).toBe('2026-12-31');
  expect(decideBy('2026-11-26')).toBe('2026-12-03');
});

