/** Whoever comes by another way than the commands: the database itself refuses. On both engines, with plain SQL. */
import { sql, type SQL } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { rows, type Db, type OpenDatabase } from '#db/client.ts';
import { now, today } from '#platform/clock.ts';
import { answerHearing } from '#features/approvals/commands/answer-hearing.ts';
import { declareImpartiality } from '#features/approvals/commands/declare-impartiality.ts';
import { lodgeAppeal } from '#features/approvals/commands/lodge-appeal.ts';
import { openHearing } from '#features/approvals/commands/open-hearing.ts';
import { recommend } from '#features/approvals/commands/recommend.ts';
import { takeBackAppeal } from '#features/approvals/commands/take-back-appeal.ts';
import { addDays } from '#features/enquiries/working-days.ts';
import { approvalWorld, assessedCase, decideCase, decisionOf, moveClock, seenOf, type ApprovalWorld } from '#tests/support/approvals.ts';
import { ENGINES, freshDatabase } from '#tests/support/database.ts';
import { testIdentity } from '#tests/support/identity.ts';

interface Raw {
  outcome?: string;
  actor?: string;
  preparedBy?: string;
  decidedBy?: string;
  validFrom?: string | null;
  validTo?: string | null;
  hearingSeq?: number | null;
  content?: object;
  logIndex?: number | null;
  /** Only the entry, without the decision it is of. */
  bare?: boolean;
  /** The decision without the approval it gives. */
  ungiven?: boolean;
}

describe.each(ENGINES)('the database itself, on %s', (engine) => {
  let open: OpenDatabase;
  let db: Db;
  let worlds = 0;
  beforeAll(async () => {
    open = await freshDatabase(engine);
    ({ db } = open);
    testIdentity(open);
  });
  afterEach(() => moveClock(0));
  afterAll(() => open.close());

  const world = (): Promise<ApprovalWorld> => approvalWorld(db, `d${(worlds += 1)}`);
  const person = (w: ApprovalWorld, who: Parameters<ApprovalWorld['as']>[0]): string => w.as(who).by.person;
  /** Why it was refused; null: it was not. */
  async function refused(work: (tx: Db) => Promise<unknown>): Promise<string | null> {
    try {
      await db.transaction(async (tx) => {
        await work(tx);
      });
      return null;
    } catch (error) {
      const cause = (error as Error).cause ?? error;
      return String((cause as Error).message);
    }
  }
  const refusedSql = (query: SQL) => refused((tx) => tx.execute(query));

  /** As an attacker with the application's rights would write it. */
  async function rawDecision(tx: Db, w: ApprovalWorld, caseId: number, given: Raw = {}): Promise<void> {
    const outcome = given.outcome ?? 'approve';
    const gives = outcome === 'approve' || outcome === 'conditions';
    const validFrom = given.validFrom === undefined ? (gives ? today() : null) : given.validFrom;
    const validTo = given.validTo === undefined ? (gives ? addDays(today(), 300) : null) : given.validTo;
    const decidedBy = given.decidedBy ?? person(w, 'decider');
    const content = { ...decisionOf(outcome as 'approve'), answerTreated: 'a', conditions: outcome === 'conditions' ? [{ text: 'x', dueOn: addDays(today(), 60) }] : [], validFrom, validTo, ...given.content };
    const [at] = await rows<{ seq: number; round: number }>(tx, sql`select seq + 1 as seq, round from case_entry where case_id = ${caseId} order by seq desc limit 1`);
    const seq = at?.seq ?? 1;
    const logIndex = given.logIndex === undefined ? 900_000 + caseId : given.logIndex;
    const moment = new Date(now().getTime() + 1_000).toISOString();
    await tx.execute(sql`insert into case_entry (case_id, seq, kind, round, actor, role, at, on_day, content, log_index)
      values (${caseId}, ${seq}, 'decided', ${at?.round ?? 1}, ${given.actor ?? decidedBy}, 'decider', ${moment}::timestamptz, ${today()}, ${JSON.stringify(content)}::jsonb, ${logIndex})`);
    if (!given.bare) {
      await tx.execute(sql`insert into approval_decision (case_id, seq, outcome, decided_on, valid_from, valid_to, prepared_by, decided_by, hearing_seq, appeal_until, log_index)
        values (${caseId}, ${seq}, ${outcome}, ${today()}, ${validFrom}, ${validTo}, ${given.preparedBy ?? person(w, 'assessor')}, ${decidedBy}, ${given.hearingSeq ?? null}, ${addDays(today(), 28)}, ${logIndex})`);
    }
    if (gives && !given.bare && !given.ungiven) await rawApproval(tx, caseId, seq, validFrom ?? today(), validTo ?? today());
    await tx.execute(sql`update approval_case set seq = ${seq}, state = 'decided' where id = ${caseId}`);
  }
  const rawApproval = (tx: Db, caseId: number, seq: number, from: string, to: string) =>
    tx.execute(sql`insert into approval (case_id, seq, provider_id, authority_id, standard_id, standard_version_id, state, valid_from, valid_to, over_from, changed_seq)
      select id, ${seq}, provider_id, authority_id, standard_id, standard_version_id, 'in-force', ${from}, ${to}, ${to}::date + 1, ${seq} from approval_case where id = ${caseId}`);

  async function recommended(w: ApprovalWorld, outcome: 'approve' | 'refuse' | 'conditions' = 'approve', declared = true): Promise<number> {
    const caseId = await assessedCase(w);
    const conditions = outcome === 'conditions' ? [{ text: 'x', dueOn: addDays(today(), 60) }] : [];
    await recommend(w.ctx, w.as('assessor'), { ...(await seenOf(db, caseId)), outcome, reasons: 'r', conditions, facts: null, deadline: null });
    if (declared) await declareImpartiality(w.ctx, w.as('decider'), { ...(await seenOf(db, caseId)), impartial: true, statement: null });
    return caseId;
  }
  const lastSeq = async (caseId: number): Promise<number> => (await seenOf(db, caseId)).seen;

  it('takes a decision that keeps to everything', async () => {
    const w = await world();
    const caseId = await recommended(w);
    expect(await refused((tx) => rawDecision(tx, w, caseId))).toBeNull();
  });

  it('four eyes, both impartial', async () => {
    const w = await world();
    const caseId = await recommended(w);
    const assessor = person(w, 'assessor');
    expect(await refused((tx) => rawDecision(tx, w, caseId, { decidedBy: assessor }))).toMatch(/who prepared a case does not decide it/);
    expect(await refused((tx) => rawDecision(tx, w, caseId, { preparedBy: person(w, 'decider') }))).toMatch(/follows a recommendation|four_eyes/);
    expect(await refused((tx) => rawDecision(tx, w, caseId, { preparedBy: person(w, 'assessor-2') }))).toMatch(/follows a recommendation/);
    expect(await refused((tx) => rawDecision(tx, w, caseId, { decidedBy: person(w, 'decider-2') }))).toMatch(/impartial/);
    expect(await refused((tx) => rawDecision(tx, w, caseId, { actor: person(w, 'decider-2') }))).toMatch(/what its entry says/);
  });

  it('no hearing, or one that runs', async () => {
    const w = await world();
    const caseId = await recommended(w, 'refuse');
    expect(await refused((tx) => rawDecision(tx, w, caseId, { outcome: 'refuse' }))).toMatch(/no hearing|approval_decision_heard/);
    await openHearing(w.ctx, w.as('assessor'), { ...(await seenOf(db, caseId)), facts: 'f', reasons: 'r', deadline: null });
    const hearingSeq = await lastSeq(caseId);
    expect(await refused((tx) => rawDecision(tx, w, caseId, { outcome: 'refuse', hearingSeq }))).toMatch(/deadline has not passed/);
    expect(await refused((tx) => rawDecision(tx, w, caseId, { outcome: 'refuse', hearingSeq: hearingSeq - 1 }))).toMatch(/names the hearing/);
    await answerHearing(w.ctx, w.as('owner'), { ...(await seenOf(db, caseId)), text: 'a', corrections: [{ passage: 'p', says: 's' }], files: [] });
    expect(await refused((tx) => rawDecision(tx, w, caseId, { outcome: 'refuse', hearingSeq }))).toMatch(/corrections/);
    expect(await refused((tx) => rawDecision(tx, w, caseId, { outcome: 'refuse', hearingSeq, content: { answerTreated: '' } }))).toMatch(/how the answer was dealt with/);
  });

  it('harsher than what was heard about', async () => {
    const w = await world();
    const caseId = await recommended(w, 'conditions');
    await openHearing(w.ctx, w.as('assessor'), { ...(await seenOf(db, caseId)), facts: 'f', reasons: 'r', deadline: null });
    const hearingSeq = await lastSeq(caseId);
    await answerHearing(w.ctx, w.as('owner'), { ...(await seenOf(db, caseId)), text: 'a', corrections: [], files: [] });
    expect(await refused((tx) => rawDecision(tx, w, caseId, { outcome: 'refuse', hearingSeq }))).toMatch(/heard about something else/);
    expect(await refused((tx) => rawDecision(tx, w, caseId, { outcome: 'conditions', hearingSeq, content: { conditions: [] } }))).toMatch(/conditions without conditions/);
    const unheard = (text: string, days: number) => refused((tx) => rawDecision(tx, w, caseId, { outcome: 'conditions', hearingSeq, content: { conditions: [{ text, dueOn: addDays(today(), days) }] } }));
    expect(await unheard('y', 60)).toMatch(/a condition that nobody was heard about/);
    expect(await unheard('x', 59)).toMatch(/a condition that nobody was heard about/);
    expect(await unheard('x', 61)).toBeNull();
  });

  it('no period, no words, no way to appeal, no place in the log', async () => {
    const w = await world();
    const caseId = await recommended(w);
    expect(await refused((tx) => rawDecision(tx, w, caseId, { validTo: null }))).toMatch(/approval_decision_period/);
    expect(await refused((tx) => rawDecision(tx, w, caseId, { validFrom: addDays(today(), -1) }))).toMatch(/approval_decision_period/);
    expect(await refused((tx) => rawDecision(tx, w, caseId, { content: { rule: ' ' } }))).toMatch(/rule, considerations and facts/);
    expect(await refused((tx) => rawDecision(tx, w, caseId, { content: { guidance: { body: 'b' } } }))).toMatch(/how to appeal/);
    expect(await refused((tx) => rawDecision(tx, w, caseId, { logIndex: null }))).toMatch(/log_index/);
    expect(await refused((tx) => rawDecision(tx, w, caseId, { bare: true }))).toMatch(/without its decision|without a decision/);
    expect(await refused((tx) => rawDecision(tx, w, caseId, { ungiven: true }))).toMatch(/decided and not given/);
  });

  it('the named decider where the authority competes', async () => {
    const w = await world();
    // As a case would be that was found to compete when it was sent.
    await db.execute(sql`alter table approval_case disable trigger approval_case_guard`);
    const caseId = await recommended(w);
    await db.execute(sql`update approval_case set competitor = true where id = ${caseId}`);
    await db.execute(sql`alter table approval_case enable trigger approval_case_guard`);
    expect(await refused((tx) => rawDecision(tx, w, caseId))).toMatch(/named decider/);
  });

  it('what was kept is neither changed nor taken away', async () => {
    const w = await world();
    const caseId = await recommended(w);
    await decideCase(w, caseId, 'approve', { validFrom: today(), validTo: addDays(today(), 300) });
    const where = sql`where case_id = ${caseId}`;
    for (const query of [
      sql`update case_entry set content = '{}' ${where}`, sql`delete from case_entry ${where}`, sql`truncate case_entry cascade`,
      sql`update approval_decision set valid_to = valid_to + 100 ${where}`, sql`delete from approval_decision ${where}`, sql`truncate approval_decision cascade`,
      sql`delete from approval ${where}`, sql`delete from approval_case where id = ${caseId}`, sql`truncate approval cascade`,
      sql`update approval set valid_to = valid_to + 100, over_from = over_from + 100 ${where}`, sql`update approval set state = 'suspended' ${where}`,
      sql`update approval set over_from = valid_from, state = 'over', ended_by = 'withdrawn', changed_seq = changed_seq + 1 ${where}`,
      sql`update approval_case set state = 'received' where id = ${caseId}`, sql`update approval_case set provider_id = provider_id + 1, seq = seq + 1 where id = ${caseId}`,
      sql`update self_assessment set statement = 'other' where dossier_id = (select dossier_id from approval_case where id = ${caseId})`,
      sql`update approval_dossier set sent_at = null where id = (select dossier_id from approval_case where id = ${caseId})`,
    ]) expect(await refusedSql(query), JSON.stringify(query)).not.toBeNull();
  });

  it('entries in order, by somebody, and with the case that follows from them', async () => {
    const w = await world();
    const caseId = await assessedCase(w);
    const seq = await lastSeq(caseId);
    const at = new Date(Date.now() + 1_000).toISOString();
    const note = (n: number, actor: string, moment = at, day = today()) =>
      sql`insert into case_entry (case_id, seq, kind, round, actor, role, at, on_day, content) values (${caseId}, ${n}, 'noted', 1, ${actor}, 'caseworker', ${moment}::timestamptz, ${day}, '{"text":"x"}')`;
    const assessor = person(w, 'assessor');
    expect(await refusedSql(note(seq + 2, assessor))).toMatch(/without gaps/);
    expect(await refusedSql(note(seq, assessor))).toMatch(/without gaps/);
    expect(await refusedSql(note(seq + 1, 'nobody'))).toMatch(/by somebody/);
    expect(await refusedSql(note(seq + 1, assessor, '2020-01-01T10:00:00Z', '2020-01-01'))).toMatch(/after the one before/);
    expect(await refusedSql(note(seq + 1, assessor, at, '2020-01-01'))).toMatch(/case_entry_day/);
    expect(await refusedSql(note(seq + 1, assessor))).toMatch(/without the case that follows/);
  });

  it('an appeal that nobody lodged, or that is answered by those whose decision it is against', async () => {
    const w = await world();
    const caseId = await recommended(w, 'refuse');
    await openHearing(w.ctx, w.as('assessor'), { ...(await seenOf(db, caseId)), facts: 'f', reasons: 'r', deadline: null });
    await answerHearing(w.ctx, w.as('owner'), { ...(await seenOf(db, caseId)), text: 'a', corrections: [], files: [] });
    await decideCase(w, caseId, 'refuse', { answerTreated: 'Read.' });
    const content = JSON.stringify({ result: 'upheld', body: 'b', grounds: 'g', validFrom: today(), validTo: addDays(today(), 300) });
    const answer = async (who: 'assessor' | 'decider' | 'decider-2') => {
      const seq = (await lastSeq(caseId)) + 1;
      const at = new Date(now().getTime() + 1_000).toISOString();
      return refusedSql(sql`insert into case_entry (case_id, seq, kind, round, actor, role, at, on_day, content) values (${caseId}, ${seq}, 'appeal-decided', 1, ${person(w, who)}, 'decider', ${at}::timestamptz, ${today()}, ${content}::jsonb)`);
    };
    expect(await answer('decider-2')).toMatch(/nobody lodged/);
    await lodgeAppeal(w.ctx, w.as('owner'), { ...(await seenOf(db, caseId)), text: 'Look again.' });
    expect([await answer('assessor'), await answer('decider')]).toEqual([expect.stringMatching(/does not answer the appeal/), expect.stringMatching(/does not answer the appeal/)]);
    expect(await answer('decider-2')).toMatch(/impartial/);
    await takeBackAppeal(w.ctx, w.as('owner'), await seenOf(db, caseId));
    expect(await answer('decider-2')).toMatch(/nobody lodged/);
  });

  it('an approval that nobody decided, and two at once', async () => {
    const w = await world();
    const first = await recommended(w);
    await decideCase(w, first, 'approve', { validFrom: today(), validTo: addDays(today(), 300) });
    expect(await refused((tx) => rawApproval(tx, first, 1, addDays(today(), 400), addDays(today(), 500)))).toMatch(/given by a decision/);
    moveClock(1);
    const second = await recommended(w);
    expect(await refused((tx) => rawDecision(tx, w, second, { decidedBy: person(w, 'decider') }))).toMatch(/approval_one_in_force/);
  });

  it('nobody decides in their own case', async () => {
    const w = await world();
    const caseId = await assessedCase(w);
    await db.execute(sql`insert into authority (organisation_id, since) values (${w.provider.organisationId}, ${new Date().toISOString()}::timestamptz)`);
    expect(await refusedSql(sql`insert into approval_case (dossier_id, provider_id, authority_id, standard_id, standard_version_id, competitor, sent_on, sent_at, seq, state, measure, due_on, appeal)
      select dossier_id, provider_id, ${w.provider.organisationId}, standard_id, standard_version_id, false, sent_on, sent_at, 1, 'received', false, due_on, 'none' from approval_case where id = ${caseId}`)).toMatch(/own case/);
  });
});
