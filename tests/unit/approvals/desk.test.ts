/** What the desks lead people to: the next step can be done, what is an authority's draft is not shown, nothing is typed twice. */
import { describe, expect, it } from 'vitest';
import { caseFile, presentHearing } from '#features/approvals/desk/case-file.ts';
import { longestPeriod } from '#features/approvals/desk/drafts.ts';
import { possibleMeasures } from '#features/approvals/desk/measures.ts';
import { deskStep, type DeskStep } from '#features/approvals/desk/next-step.ts';
import { milderOrEqual } from '#features/approvals/desk/outcomes.ts';
import { appealUntil, canWithdraw, shownToApplicant } from '#features/approvals/desk/own-view.ts';
import { queueHref, queueQuery } from '#features/approvals/desk/queue.ts';
import { clockText, urgency } from '#features/approvals/desk/words.ts';
import { step } from '#features/approvals/model/case.ts';
import type { CaseEntry, CaseEvent, EventContent, EventKind } from '#features/approvals/model/events.ts';
import { isRefusal } from '#features/approvals/model/refusal.ts';
import { CONTENT, SCENES, type Scene } from './scenes.ts';

const ANNA = { personId: 'anna', decides: false };
const DORA = { personId: 'dora', decides: true };
const EVA = { personId: 'eva', decides: true };

/** What a step has one do. Those without are waiting, or done somewhere else. */
const DOES: Partial<Record<DeskStep['step'], EventKind>> = {
  assign: 'assigned', declare: 'impartiality', assess: 'finding', recommend: 'recommended', hear: 'hearing-opened', corrections: 'correction-treated', decide: 'decided', condition: 'condition-judged', appeal: 'appeal-decided',
};

describe('the next step', () => {
  it.each(Object.entries(SCENES) as [string, Scene][])('can be done: %s', (_name, { present, day }) => {
    for (const viewer of [ANNA, DORA, EVA]) {
      const next = deskStep(present, viewer, day);
      const kind = DOES[next.step];
      if (kind === undefined) continue;
      const by = { person: viewer.personId, role: viewer.decides ? 'decider' : 'caseworker' } as const;
      // Whoever decides says to be impartial in the same form.
      const ready = { ...present, impartial: { ...present.impartial, [viewer.personId]: true } };
      const made = step(ready, { kind, by, on: day, content: CONTENT[kind](ready, day) } as CaseEvent);
      expect(isRefusal(made) ? `${viewer.personId} ${next.step}: ${made.refused}` : next.step).toBe(next.step);
    }
  });

  it('leads each to their own part', () => {
    const at = (name: keyof typeof SCENES, viewer: typeof ANNA) => deskStep(SCENES[name].present, viewer, SCENES[name].day).step;
    expect([at('received', ANNA), at('assigned', ANNA), at('assessing', ANNA), at('drafted', ANNA), at('in hearing', ANNA), at('heard, with a correction', ANNA), at('heard', ANNA)]).toEqual([
      'assign', 'declare', 'recommend', 'hear', 'hearing', 'corrections', 'heard',
    ]);
    expect([at('assessing', DORA), at('recommended', DORA), at('heard', DORA), at('heard, with a correction', DORA)]).toEqual(['other', 'decide', 'decide', 'other']);
    // Nobody decides what they prepared, nor an appeal against their own decision.
    expect([at('recommended', { ...ANNA, decides: true }), at('refused and appealed', DORA), at('refused and appealed', ANNA), at('refused and appealed', EVA)]).toEqual(['decide-other', 'appeal-other', 'appeal-other', 'appeal']);
    expect([at('condition shown', ANNA), at('approved', ANNA), at('refused', ANNA)]).toEqual(['condition', 'follow', 'closed']);
    expect(deskStep(SCENES['hearing over'].present, ANNA, SCENES['hearing over'].day)).toMatchObject({ step: 'hearing', over: true });
  });

  it('asks for a decider apart where the authority competes', () => {
    const { present, day } = SCENES.recommended;
    const competing = { ...present, competitor: true };
    expect(deskStep(competing, DORA, day).step).toBe('name-decider');
    expect(deskStep({ ...competing, namedDecider: 'dora' }, DORA, day).step).toBe('decide');
    expect(deskStep({ ...competing, namedDecider: 'eva' }, DORA, day).step).toBe('decide-other');
  });
});

const entry = <K extends EventKind>(seq: number, kind: K, content: EventContent<K>, role: 'applicant' | 'caseworker' | 'decider' = 'caseworker'): CaseEntry =>
  ({ seq, kind, by: { person: role === 'applicant' ? 'owner' : role === 'decider' ? 'dora' : 'anna', role }, on: '2026-11-26', content }) as unknown as CaseEntry;
const finding = (seq: number, criterion: string, grounds: string) => entry(seq, 'finding', { criterion, score: 'partly', grounds, evidence: null, files: [], adoptedFrom: null });
const LIFE: readonly CaseEntry[] = [
  finding(2, '1', 'first'),
  entry(3, 'asked', { text: 'q', deadline: '2026-12-10' }),
  entry(4, 'answered', { text: 'a', files: [] }, 'applicant'),
  finding(5, '1', 'second'),
  entry(6, 'recommended', { outcome: 'refuse', reasons: 'r', conditions: [] }),
  entry(7, 'hearing-opened', { facts: 'f', reasons: 'r', deadline: '2026-12-10' }),
  entry(8, 'hearing-extended', { deadline: '2026-12-20' }),
  entry(9, 'hearing-answered', { text: 'x', corrections: [{ passage: 'p', says: 's' }, { passage: 'p2', says: 's2' }], files: [] }, 'applicant'),
  entry(10, 'correction-treated', { number: 2, accepted: false, how: 'h' }),
];

describe('the entries put together', () => {
  const file = caseFile(LIFE);

  it('keeps the last finding, the answer with its question, and each correction with what became of it', () => {
    expect(file.findings.get('1')?.content.grounds).toBe('second');
    expect(file.questions).toMatchObject([{ asked: { seq: 3 }, answer: { seq: 4 }, over: null }]);
    expect(presentHearing(file)).toMatchObject({ deadline: '2026-12-20', about: { seq: 6 }, corrections: [{ number: 1, treated: null }, { number: 2, treated: { seq: 10 } }] });
  });

  it('a recommendation that was taken back waits for nothing, and its hearing is over', () => {
    const back = caseFile([...LIFE, entry(11, 'taken-back', { reason: 'new facts' })]);
    expect([back.recommendation, presentHearing(back), back.sentBack?.content.reason, back.hearings.length]).toEqual([null, null, 'new facts', 1]);
    const again = caseFile([...LIFE, entry(11, 'taken-back', { reason: 'new facts' }), entry(12, 'recommended', { outcome: 'approve', reasons: 'r', conditions: [] })]);
    expect([again.recommendation?.seq, presentHearing(again), again.sentBack]).toEqual([12, null, null]);
  });
});

describe('the applicant', () => {
  it('sees how it was assessed once it is heard about it, and not before', () => {
    expect(shownToApplicant(LIFE.slice(0, 5)).map(({ kind }) => kind)).toEqual(['asked', 'answered']);
    expect(shownToApplicant(LIFE).map(({ seq }) => seq)).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('never sees what those who work on the case wrote for themselves', () => {
    const told = [...LIFE, entry(11, 'taken-back', { reason: 'The facts are thin.' }), entry(12, 'noted', { text: 'A talk in the corridor.' }), entry(13, 'hearing-opened', { facts: 'f', reasons: 'r', deadline: '2026-12-30' })];
    expect(shownToApplicant(told).map(({ seq }) => seq)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 13]);
  });

  it('may withdraw before the first decision, and appeal against what is not fully favourable, once', () => {
    expect([canWithdraw(SCENES.heard.present), canWithdraw(SCENES.approved.present), canWithdraw(SCENES.received.present)]).toEqual([true, false, true]);
    expect([appealUntil(SCENES.approved.present), appealUntil(SCENES['refused and appealed'].present)]).toEqual([null, null]);
    expect(appealUntil(SCENES.refused.present)).toBe(SCENES.refused.present.decision?.appealUntil);
  });
});

describe('what can be chosen', () => {
  it('is what was heard about, or milder', () => {
    expect([milderOrEqual('approve'), milderOrEqual('conditions'), milderOrEqual('refuse'), milderOrEqual('suspend'), milderOrEqual('withdraw'), milderOrEqual('reinstate')]).toEqual([
      ['approve'], ['approve', 'conditions'], ['approve', 'conditions', 'refuse'], ['suspend'], ['suspend', 'withdraw'], ['reinstate'],
    ]);
  });

  it('measures are for whoever has the case, while no appeal runs', () => {
    expect(possibleMeasures(SCENES.approved.present, ANNA)).toEqual({ watched: true, measures: ['suspend', 'withdraw'], reopens: false });
    expect(possibleMeasures(SCENES.approved.present, DORA)).toMatchObject({ measures: [], reopens: true });
    expect(possibleMeasures(SCENES['refused and appealed'].present, DORA)).toEqual({ watched: false, measures: [], reopens: false });
  });

  it('the longest period ends the day before', () => expect(longestPeriod('2026-11-26', 24)).toEqual({ validFrom: '2026-11-26', validTo: '2028-11-25' }));
});

describe('the queue', () => {
  it('reads its address back, and takes what it does not know for the beginning', () => {
    for (const filter of ['open', 'decide', 'follow-up'] as const) {
      for (const page of [1, 7]) expect(queueQuery(new URL(queueHref('/x', filter, page), 'http://a.test').searchParams)).toEqual({ filter, page, name: '' });
    }
    expect(queueQuery(new URLSearchParams('state=constructor&page=-1'))).toEqual({ filter: 'open', page: 1, name: '' });
    expect(queueQuery(new URLSearchParams({ q: ` ${'n'.repeat(300)}` })).name).toBe('n'.repeat(200));
  });

  it('counts working days to the deadline', () => {
    expect([urgency('2026-11-26', '2026-11-25'), urgency('2026-11-26', '2026-12-01'), urgency('2026-11-26', '2027-02-01')]).toEqual(['late', 'soon', 'calm']);
    expect([clockText('en', '2026-11-26', '2026-11-26'), clockText('en', '2026-11-26', '2026-11-30'), clockText('en', '2026-11-26', '2026-11-24'), clockText('en', '2026-11-28', '2026-11-29')]).toEqual([
      'The deadline is today', '2 working days left', '2 working days past the deadline', '0 working days left',
    ]);
  });
});
