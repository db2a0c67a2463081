/** Whole lives of cases through the commands, on both engines. */
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { rows, type OpenDatabase } from '#db/client.ts';
import { today } from '#platform/clock.ts';
import { addDays } from '#features/enquiries/working-days.ts';
import { addWorkingDays } from '#features/approvals/clocks.ts';
import { answerHearing } from '#features/approvals/commands/answer-hearing.ts';
import { answerQuestion } from '#features/approvals/commands/answer-question.ts';
import { askQuestion } from '#features/approvals/commands/ask-question.ts';
import { closeHearing } from '#features/approvals/commands/close-hearing.ts';
import { decide } from '#features/approvals/commands/decide.ts';
import { decideAppeal } from '#features/approvals/commands/decide-appeal.ts';
import { judgeCondition } from '#features/approvals/commands/judge-condition.ts';
import { keepApprovals } from '#features/approvals/commands/keep-approvals.ts';
import { lodgeAppeal } from '#features/approvals/commands/lodge-appeal.ts';
import { recommend } from '#features/approvals/commands/recommend.ts';
import { showCondition } from '#features/approvals/commands/show-condition.ts';
import { takeCase } from '#features/approvals/commands/take-case.ts';
import { treatCorrections } from '#features/approvals/commands/treat-corrections.ts';
import { validOn } from '#features/approvals/model/case.ts';
import { approvedOn, standingApprovals } from '#features/approvals/queries/approved.ts';
import { caseOnDesk, caseQueue, ownCases, queueCounts } from '#features/approvals/queries/cases.ts';
import { entriesOf } from '#features/approvals/queries/entries.ts';
import { approvalWorld, assessedCase, decideCase, decisionOf, moveClock, seenOf, sentCase, type ApprovalWorld } from '#tests/support/approvals.ts';
import { ENGINES, freshDatabase } from '#tests/support/database.ts';
import { SITE_URL, testIdentity } from '#tests/support/identity.ts';

describe.each(ENGINES)('a case on %s', (engine) => {
  let open: OpenDatabase;
  let worlds = 0;
  beforeAll(async () => {
    open = await freshDatabase(engine);
    testIdentity(open);
  });
  afterEach(() => moveClock(0));
  afterAll(() => open.close());

  const world = (): Promise<ApprovalWorld> => approvalWorld(open.db, `w${(worlds += 1)}`);
  const seen = (caseId: number) => seenOf(open.db, caseId);
  const letters = async (kind: string) => (await rows<{ n: number }>(open.db, sql`select count(*)::int as n from mail where kind = ${kind}`))[0]?.n ?? 0;
  const refusal = (reason: string) => expect.objectContaining({ problems: [expect.objectContaining({ reason })] }) as Error;
  const period = () => ({ validFrom: today(), validTo: addDays(today(), 365) });

  async function heard(w: ApprovalWorld, outcome: 'conditions' | 'refuse', conditions: { text: string; dueOn: string }[] = []): Promise<number> {
    const caseId = await assessedCase(w);
    await recommend(w.ctx, w.as('assessor'), { ...(await seen(caseId)), outcome, reasons: 'Because.', conditions, facts: 'The facts.', deadline: null });
    await answerHearing(w.ctx, w.as('owner'), { ...(await seen(caseId)), text: 'No.', corrections: [{ passage: 'The facts.', says: 'Others.' }], files: [] });
    return caseId;
  }

  it('is approved by another person, published, and counts on its days', async () => {
    const w = await world();
    const caseId = await assessedCase(w);
    await recommend(w.ctx, w.as('assessor'), { ...(await seen(caseId)), outcome: 'approve', reasons: 'All met.', conditions: [], facts: null, deadline: null });
    await expect(decide(w.ctx, { ...w.as('assessor'), by: { ...w.as('assessor').by, role: 'decider' } }, { ...(await seen(caseId)), ...decisionOf('approve', period()) })).rejects.toThrow(refusal('case-own-preparation'));
    await expect(decideCase(w, caseId, 'approve')).rejects.toThrow(refusal('case-period-missing'));
    await decideCase(w, caseId, 'approve', period());
    const { entries, present } = await entriesOf(open.db, caseId);
    expect(present.application).toMatchObject({ state: 'decided', outcome: 'approve' });
    expect(entries.at(-1)).toMatchObject({ kind: 'decided', logIndex: expect.any(Number) as number });
    expect(validOn(entries, today()).valid).toBe(true);
    expect(validOn(entries, addDays(today(), -1)).valid).toBe(false);
    expect(await approvedOn(open.db, [w.provider.providerId], today())).toMatchObject(new Map([[w.provider.providerId, [{ authorityId: w.authorityId }]]]));
    expect(await standingApprovals(open.db, w.provider.providerId, today())).toHaveLength(1);
    expect(await ownCases(open.db, w.provider.providerId)).toMatchObject([{ id: caseId, state: 'decided', outcome: 'approve', approval: 'in-force' }]);
    expect(await letters('approval-decided')).toBeGreaterThan(0);
  });

  it('is heard before conditions, which are shown and judged', async () => {
    const w = await world();
    const due = addDays(today(), 60);
    const caseId = await heard(w, 'conditions', [{ text: 'Do it.', dueOn: due }]);
    const decision = { ...period(), conditions: [{ text: 'Do it.', dueOn: due }], answerTreated: 'We looked at it.' };
    await expect(decideCase(w, caseId, 'conditions', decision)).rejects.toThrow(refusal('case-corrections-open'));
    await treatCorrections(w.ctx, w.as('assessor'), { ...(await seen(caseId)), corrections: [{ number: 1, accepted: true, how: 'Put right.' }] });
    await expect(decideCase(w, caseId, 'refuse', { answerTreated: 'x' })).rejects.toThrow(refusal('case-harsher-than-heard'));
    await decideCase(w, caseId, 'conditions', decision);
    const conditional = async () => (await approvedOn(open.db, [w.provider.providerId], today())).get(w.provider.providerId)?.map((each) => each.conditional);
    expect(await conditional()).toEqual([true]);
    await showCondition(w.ctx, w.as('owner'), { ...(await seen(caseId)), number: 1, text: 'Done.', files: [] });
    await judgeCondition(w.ctx, w.as('assessor'), { ...(await seen(caseId)), number: 1, met: true, grounds: 'It is.' });
    expect((await entriesOf(open.db, caseId)).present.conditions).toMatchObject([{ state: 'met' }]);
    expect(await conditional()).toEqual([false]);
  });

  it('is refused after a hearing that nobody answered, and given on appeal by somebody else', async () => {
    const w = await world();
    const caseId = await assessedCase(w);
    await recommend(w.ctx, w.as('assessor'), { ...(await seen(caseId)), outcome: 'refuse', reasons: 'Not met.', conditions: [], facts: 'The facts.', deadline: null });
    await expect(decideCase(w, caseId, 'refuse')).rejects.toThrow(refusal('case-hearing-runs'));
    await expect(closeHearing(w.ctx, w.as('assessor'), await seen(caseId))).rejects.toThrow(refusal('case-hearing-runs'));
    moveClock(30);
    await closeHearing(w.ctx, w.as('assessor'), await seen(caseId));
    await decideCase(w, caseId, 'refuse');
    expect(await approvedOn(open.db, [w.provider.providerId], today())).toEqual(new Map());
    await lodgeAppeal(w.ctx, w.as('owner'), { ...(await seen(caseId)), text: 'Look again.' });
    const answer = { result: 'upheld' as const, body: 'The authority itself', grounds: 'It was met.', ...period(), impartial: true };
    await expect(decideAppeal(w.ctx, w.as('decider'), { ...(await seen(caseId)), ...answer })).rejects.toThrow(refusal('case-own-decision'));
    await decideAppeal(w.ctx, w.as('decider-2'), { ...(await seen(caseId)), ...answer });
    expect((await approvedOn(open.db, [w.provider.providerId], today())).size).toBe(1);
  });

  it('waits for answers on the applicant’s time', async () => {
    const w = await world();
    const caseId = await assessedCase(w);
    const before = (await entriesOf(open.db, caseId)).present.dueOn;
    await expect(askQuestion(w.ctx, w.as('assessor'), { ...(await seen(caseId)), text: 'Why?', deadline: addDays(today(), 1) })).rejects.toThrow(refusal('case-deadline-short'));
    await askQuestion(w.ctx, w.as('assessor'), { ...(await seen(caseId)), text: 'Why?', deadline: null });
    moveClock(7);
    await answerQuestion(w.ctx, w.as('owner'), { ...(await seen(caseId)), text: 'So.', files: [] });
    expect((await entriesOf(open.db, caseId)).present.dueOn).toBe(addWorkingDays(before, 5));
  });

  it('is renewed: the new approval takes the place of the old one', async () => {
    const w = await world();
    const approve = async () => {
      const caseId = await assessedCase(w);
      await recommend(w.ctx, w.as('assessor'), { ...(await seen(caseId)), outcome: 'approve', reasons: 'All met.', conditions: [], facts: null, deadline: null });
      await decideCase(w, caseId, 'approve', period());
      return caseId;
    };
    const first = await approve();
    moveClock(300);
    const second = await approve();
    expect(await ownCases(open.db, w.provider.providerId)).toMatchObject([{ id: second, renewal: true, approval: 'in-force' }, { id: first, approval: 'over' }]);
    const { entries } = await entriesOf(open.db, first);
    expect(entries.at(-1)).toMatchObject({ kind: 'replaced', content: { from: today(), applicationId: second } });
    expect([validOn(entries, addDays(today(), -1)).valid, validOn(entries, today()).valid]).toEqual([true, false]);
  });

  it('is reminded of, goes on without an answer, and expires', async () => {
    const w = await world();
    const due = addDays(today(), 60);
    const caseId = await assessedCase(w);
    await recommend(w.ctx, w.as('assessor'), { ...(await seen(caseId)), outcome: 'conditions', reasons: 'Because.', conditions: [{ text: 'Do it.', dueOn: due }], facts: 'The facts.', deadline: null });
    moveClock(30);
    await keepApprovals(w.ctx, SITE_URL);
    expect((await entriesOf(open.db, caseId)).present.application).toMatchObject({ state: 'heard', reply: 'silent' });
    await decideCase(w, caseId, 'conditions', { ...period(), conditions: [{ text: 'Do it.', dueOn: due }] });
    const on = async (days: number) => {
      moveClock(days);
      await keepApprovals(w.ctx, SITE_URL);
      await keepApprovals(w.ctx, SITE_URL);
    };
    for (const days of [31, 50, 61, 250, 320, 380, 394, 395, 396, 397]) await on(days);
    const { entries, present } = await entriesOf(open.db, caseId);
    const told = entries.filter(({ kind }) => kind === 'reminded').map(({ content }) => (content as { of: string }).of.replace(/\d{4}-\d\d-\d\d/, 'DAY'));
    expect(told).toEqual(['condition:1:DAY:due', 'condition:1:DAY:late', 'renewal:DAY:180', 'renewal:DAY:90', 'renewal:DAY:30']);
    expect(present.approvals).toMatchObject([{ state: 'over', why: 'expired', overFrom: addDays(present.approvals[0]?.to ?? '', 1) }]);
    expect(present.conditions).toMatchObject([{ state: 'lapsed' }]);
    expect([validOn(entries, present.approvals[0]?.to ?? '').valid, validOn(entries, addDays(present.approvals[0]?.to ?? '', 1)).valid]).toEqual([true, false]);
  });

  it('says to the second of two with the same form that it has changed', async () => {
    const w = await world();
    const caseId = await sentCase(w);
    const which = await seen(caseId);
    await takeCase(w.ctx, w.as('assessor'), { ...which, impartial: true, statement: null });
    await expect(takeCase(w.ctx, w.as('assessor-2'), { ...which, impartial: true, statement: null })).rejects.toThrow(refusal('changed-meanwhile'));
    expect(await queueCounts(open.db, w.authorityId, w.as('assessor').by.person)).toMatchObject({ open: 1, mine: 1, free: 0 });
    expect(await caseQueue(open.db, w.authorityId, { filter: 'mine', personId: w.as('assessor').by.person, page: 9 })).toMatchObject({ total: 1, page: 1, cases: [{ id: caseId }] });
    expect((await caseOnDesk(open.db, caseId))?.people.get(w.as('assessor').by.person)).toMatch(/assessor/);
  });
});
