/** Several at once at the same case: one wins, the others are told. */
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rows, type OpenDatabase } from '#db/client.ts';
import { today } from '#platform/clock.ts';
import { problemsOf } from '#platform/form.ts';
import { decide } from '#features/approvals/commands/decide.ts';
import { recommend } from '#features/approvals/commands/recommend.ts';
import { reopenCase } from '#features/approvals/commands/reopen-case.ts';
import { sendApplication } from '#features/approvals/commands/send-application.ts';
import { takeCase } from '#features/approvals/commands/take-case.ts';
import { withdrawApplication } from '#features/approvals/commands/withdraw-application.ts';
import { addDays } from '#features/enquiries/working-days.ts';
import { approvalWorld, assessedCase, decisionOf, FLAT_REGISTER, fullDraft, seenOf } from '#tests/support/approvals.ts';
import { ENGINES, freshDatabase } from '#tests/support/database.ts';
import { testIdentity } from '#tests/support/identity.ts';

const ROUNDS = 5;

/** What each of them heard: `done`, or why not. */
async function allAtOnce(works: readonly (() => Promise<unknown>)[]): Promise<string[]> {
  return Promise.all(works.map(async (work) => work().then(() => 'done', (error: unknown) => problemsOf(error)[0]?.reason ?? String((error as Error).cause ?? error))));
}

describe.each(ENGINES)('at once on %s', (engine) => {
  let open: OpenDatabase;
  beforeAll(async () => {
    open = await freshDatabase(engine);
    testIdentity(open);
  });
  afterAll(() => open.close());

  it(`two deciders, ${ROUNDS} times`, async () => {
    const { db } = open;
    const w = await approvalWorld(db, 'race');
    const caseId = await assessedCase(w);
    for (let n = 0; n < ROUNDS; n++) {
      await recommend(w.ctx, w.as('assessor'), { ...(await seenOf(db, caseId)), outcome: 'approve', reasons: 'r', conditions: [], facts: null, deadline: null });
      const which = await seenOf(db, caseId);
      const decision = decisionOf('approve', { validFrom: today(), validTo: addDays(today(), 100 + n) });
      const heard = await allAtOnce((['decider', 'decider-2'] as const).map((who) => () => decide(w.ctx, w.as(who), { ...which, ...decision })));
      expect(heard.toSorted()).toEqual(['changed-meanwhile', 'done']);
      const [count] = await rows<{ n: number; standing: number }>(db, sql`select count(*)::int as n, (select count(*)::int from approval where state <> 'over' and case_id = ${caseId}) as standing from approval_decision where case_id = ${caseId}`);
      expect(count).toEqual({ n: n + 1, standing: 1 });
      await reopenCase(w.ctx, w.as('decider'), { ...(await seenOf(db, caseId)), reason: 'Again.' });
    }
  });

  it('the same application sent twice, and taken back while somebody takes it', async () => {
    const { db } = open;
    const w = await approvalWorld(db, 'twice');
    const draft = { ...(await fullDraft(w)), providerId: w.provider.providerId, authorities: [w.authorityId] };
    const send = () => sendApplication(w.ctx, w.as('owner'), FLAT_REGISTER, draft);
    expect((await allAtOnce([send, send])).toSorted()).toEqual(['changed-meanwhile', 'done']);
    const [made] = await rows<{ id: number }>(db, sql`select id from approval_case where provider_id = ${w.provider.providerId}`);
    const which = await seenOf(db, made?.id ?? 0);
    const heard = await allAtOnce([() => withdrawApplication(w.ctx, w.as('owner'), { ...which, reason: null }), () => takeCase(w.ctx, w.as('assessor'), { ...which, impartial: true, statement: null })]);
    expect(heard.toSorted()).toEqual(['changed-meanwhile', 'done']);
  });
});
